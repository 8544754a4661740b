import { labels } from '#platform/i18n'
import type { CaseFacts } from '../facts.ts'
import { type Predicate, type Reason, type World, quote } from './reason.ts'
import { asked, named, stateNamed, told } from './shared.ts'
import { isReliable } from '#catalogue/states'

/** The Union's missions act outside of it. */
function outsideTheUnion(facts: CaseFacts, world: World): Reason {
  const rule = quote(world, 'who')
  if (facts.states.length === 0) return stateNamed(facts, rule)
  const found = facts.states.map((state) => world.standing(state, 'eu'))
  const inside = found.every((one) => one?.standing === 'in' && isReliable(one))
  return inside
    ? {
        verdict: 'excluded',
        rule,
        words: labels(
          `${named(facts.states).en} belongs to the European Union: the Guidelines are for missions outside of it.`,
          `${named(facts.states).es} integra la Unión Europea: las Directrices son para misiones fuera de ella.`,
          `${named(facts.states).ca} forma part de la Unió Europea: les Directrius són per a missions fora d’ella.`,
        ),
      }
    : {
        verdict: 'fits',
        rule,
        words: labels(
          `Outside the European Union: ${named(facts.states).en}.`,
          `Fuera de la Unión Europea: ${named(facts.states).es}.`,
          `Fora de la Unió Europea: ${named(facts.states).ca}.`,
        ),
      }
}

/** The Union's Guidelines on human rights defenders. */
export const unionGuidelines: Predicate = {
  reasons: (facts, world) => [
    outsideTheUnion(facts, world),
    asked(facts.defender, quote(world, 'admissibility.0'), {
      yes: labels(
        'The person is recorded as a defender. That they act by peaceful means is for you to say.',
        'La persona figura como defensora. Que actúa por medios pacíficos debe decirlo usted.',
        'La persona consta com a defensora. Que actua per mitjans pacífics ho heu de dir vós.',
      ),
      no: labels(
        'Nobody of the case is a defender.',
        'Nadie del caso es una persona defensora.',
        'Ningú del cas no és una persona defensora.',
      ),
      unknown: labels(
        'It is not recorded that the person defends human rights. Artists and journalists may.',
        'No consta que la persona defienda derechos humanos. Artistas y periodistas pueden hacerlo.',
        'No consta que la persona defensi drets humans. Artistes i periodistes ho poden fer.',
      ),
      points: true,
    }),
    told(facts, world, null),
  ],
  events: (facts): Readonly<Record<string, string>> =>
    facts.hearingOn === null ? {} : { 'hearing.date': facts.hearingOn },
}

/** Asylum in Argentina. */
export const asylumInArgentina: Predicate = {
  reasons: (facts, world) => {
    const already = facts.asylumAskedIn?.includes('AR') ?? false
    const here = facts.whereabouts
    return [
      asked(
        already || here?.includes('AR')
          ? true
          : here === null || here.length === 0 || facts.asylumAskedIn === null
            ? null
            : false,
        quote(world, 'admissibility.0'),
        {
          yes: already
            ? labels(
                'A request in Argentina is already recorded in the case.',
                'El caso ya tiene registrada una solicitud en la Argentina.',
                'El cas ja té registrada una sol·licitud a l’Argentina.',
              )
            : labels(
                'The person is in Argentina.',
                'La persona está en la Argentina.',
                'La persona és a l’Argentina.',
              ),
          no: labels(
            `The person is elsewhere (${named(here ?? []).en}): the request is made on Argentine territory or at its border.`,
            `La persona está en otro lugar (${named(here ?? []).es}): se pide en territorio argentino o en su frontera.`,
            `La persona és en un altre lloc (${named(here ?? []).ca}): es demana en territori argentí o a la seva frontera.`,
          ),
          unknown: labels(
            'Where the person is now is not recorded, or not for you to see.',
            'No consta dónde está ahora la persona, o no le corresponde verlo.',
            'No consta on és ara la persona, o no us correspon veure-ho.',
          ),
          points: true,
        },
      ),
      asked(facts.states.length === 0 ? null : true, quote(world, 'admissibility.1'), {
        yes: labels(
          `Fear of return: to ${named(facts.states).en}, from what the case records. It is for counsel to weigh.`,
          `Temor de regresar: a ${named(facts.states).es}, por lo que el caso registra. Lo valora la defensa.`,
          `Temor de tornar: a ${named(facts.states).ca}, pel que el cas registra. Ho valora la defensa.`,
        ),
        no: labels('', '', ''),
        unknown: stateNamed({ ...facts, states: [] }).words,
      }),
      told(facts, world, null),
    ]
  },
}
