import { labels } from '#platform/i18n'
import type { Predicate, Reason } from './reason.ts'
import { quote } from './reason.ts'
import { asked, stateNamed, told } from './shared.ts'

/** The Working Group on Arbitrary Detention, regular procedure. */
export const arbitraryDetention: Predicate = {
  reasons: (facts, world) => {
    const rule = quote(world, 'admissibility.0')
    const category: Reason =
      facts.categories.length > 0
        ? {
            verdict: 'fits',
            rule,
            words: labels(
              `The acts recorded point to category ${facts.categories.join(', ')}.`,
              `Los actos registrados apuntan a la categoría ${facts.categories.join(', ')}.`,
              `Els actes registrats apunten a la categoria ${facts.categories.join(', ')}.`,
            ),
          }
        : {
            verdict: 'unknown',
            rule,
            words: labels(
              'No act recorded says why the detention is arbitrary: one of five categories is asked.',
              'Ningún acto registrado dice por qué la detención es arbitraria: se pide una de cinco categorías.',
              'Cap acte registrat no diu per què la detenció és arbitrària: es demana una de cinc categories.',
            ),
          }
    return [
      asked(facts.everDetained, rule, {
        yes: facts.detained
          ? labels(
              'Somebody is deprived of liberty.',
              'Hay una persona privada de libertad.',
              'Hi ha una persona privada de llibertat.',
            )
          : labels(
              'Somebody was deprived of liberty. After release the Group may still give its opinion.',
              'Hubo una persona privada de libertad. Después de la liberación, el Grupo aún puede emitir su opinión.',
              'Hi va haver una persona privada de llibertat. Després de l’alliberament, el Grup encara pot donar la seva opinió.',
            ),
        no: labels(
          'Nobody was deprived of liberty.',
          'Nadie fue privado de libertad.',
          'Ningú no ha estat privat de llibertat.',
        ),
        unknown: labels(
          'The case does not say whether anybody is or was deprived of liberty.',
          'El caso no dice si alguien está o estuvo privado de libertad.',
          'El cas no diu si algú està o ha estat privat de llibertat.',
        ),
        points: true,
      }),
      category,
      asked(facts.by === null ? null : facts.by === 'state', rule, {
        yes: labels(
          'By agents of a State or with its support.',
          'Por agentes del Estado o con su apoyo.',
          'Per agents de l’Estat o amb el seu suport.',
        ),
        no: labels(
          'Only others than the State are named as those who did it: support or tolerance has to be argued.',
          'Solo se señala a actores no estatales: hay que argumentar apoyo o tolerancia del Estado.',
          'Només s’assenyalen actors no estatals: cal argumentar suport o tolerància de l’Estat.',
        ),
        unknown: labels(
          'The case does not say who deprived them of liberty.',
          'El caso no dice quién privó de libertad.',
          'El cas no diu qui va privar de llibertat.',
        ),
        noMeans: 'unknown',
      }),
      stateNamed(facts, rule),
      asked(facts.identified, quote(world, 'admissibility.1'), {
        yes: labels(
          'The person is identified.',
          'La persona está identificada.',
          'La persona està identificada.',
        ),
        no: labels('Nobody is named in the case.', 'El caso no nombra a nadie.', 'El cas no anomena ningú.'),
        unknown: labels(
          'Nobody is named in the case.',
          'El caso no nombra a nadie.',
          'El cas no anomena ningú.',
        ),
        noMeans: 'unknown',
      }),
      told(facts, world, null),
    ]
  },
}
