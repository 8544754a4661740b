import { countryByCode } from '#catalogue/countries'
import type { UprSession } from '#catalogue/mechanisms'
import { isChecked } from '#catalogue/mechanisms'
import { addMonths } from '#platform/deadlines'
import { labels } from '#platform/i18n'
import type { CaseFacts } from '../facts.ts'
import { type Predicate, type Reason, type World, quote } from './reason.ts'
import { asked, named, stateNamed, told } from './shared.ts'

/** The next review of one of the States, of those whose date is in the catalogue. */
export function nextReview(facts: Pick<CaseFacts, 'states'>, world: World): UprSession | null {
  const codes = new Set(facts.states.flatMap((state) => countryByCode(state)?.alpha3 ?? []))
  return (
    world.uprSessions
      .filter(({ start, states }) => start >= world.at && states.some((state) => codes.has(state)))
      .toSorted((a, b) => (a.start < b.start ? -1 : 1))[0] ?? null
  )
}

function submissionOpen(facts: CaseFacts, world: World): Reason {
  const rule = quote(world, 'admissibility.0')
  const session = nextReview(facts, world)
  if (!session)
    return {
      verdict: 'unknown',
      rule,
      words: labels(
        `No coming review of ${named(facts.states).en || 'the State'} is in the catalogue: look its date up.`,
        `El catálogo no tiene el próximo examen de ${named(facts.states).es || 'ese Estado'}: verifique su fecha.`,
        `El catàleg no té el proper examen de ${named(facts.states).ca || 'aquest Estat'}: comproveu-ne la data.`,
      ),
    }
  const official = session.stakeholderDeadline
  if (official && isChecked(official))
    return official.date >= world.at
      ? {
          verdict: 'fits',
          rule,
          words: labels(
            `Session ${session.session}: submissions until ${official.date}.`,
            `Sesión ${session.session}: contribuciones hasta el ${official.date}.`,
            `Sessió ${session.session}: contribucions fins al ${official.date}.`,
          ),
          points: true,
        }
      : {
          verdict: 'excluded',
          rule,
          words: labels(
            `Session ${session.session}: the day for submissions passed on ${official.date}, and late ones are not considered.`,
            `Sesión ${session.session}: la fecha para contribuciones pasó el ${official.date}, y las tardías no se consideran.`,
            `Sessió ${session.session}: la data per a contribucions va passar el ${official.date}, i les tardanes no es consideren.`,
          ),
        }
  const estimate = addMonths(session.start, -7)
  const passed = estimate < world.at
  return {
    verdict: 'unknown',
    rule: quote(world, 'upr-planning') ?? rule,
    words: passed
      ? labels(
          `Session ${session.session} begins on ${session.start}: by the usual seven months the day for submissions has passed. The official day is not known here.`,
          `La sesión ${session.session} comienza el ${session.start}: con los siete meses habituales la fecha ya habría pasado. Aquí no consta la fecha oficial.`,
          `La sessió ${session.session} comença el ${session.start}: amb els set mesos habituals la data ja hauria passat. Aquí no consta la data oficial.`,
        )
      : labels(
          `Session ${session.session} begins on ${session.start}: plan for ${estimate}, an estimate. The official day is not known here.`,
          `La sesión ${session.session} comienza el ${session.start}: prevea el ${estimate}, una estimación. Aquí no consta la fecha oficial.`,
          `La sessió ${session.session} comença el ${session.start}: preveieu el ${estimate}, una estimació. Aquí no consta la data oficial.`,
        ),
    ...(passed ? {} : { points: true as const }),
  }
}

/** A submission of stakeholders to the Universal Periodic Review. */
export const reviewSubmission: Predicate = {
  reasons: (facts, world) => [
    asked(facts.states.length === 0 ? null : facts.states.length === 1, quote(world, 'admissibility.1'), {
      yes: labels(
        `One State: ${named(facts.states).en}.`,
        `Un solo Estado: ${named(facts.states).es}.`,
        `Un sol Estat: ${named(facts.states).ca}.`,
      ),
      no: labels(
        `Several States (${named(facts.states).en}): one submission for each.`,
        `Varios Estados (${named(facts.states).es}): una contribución por cada uno.`,
        `Diversos Estats (${named(facts.states).ca}): una contribució per a cadascun.`,
      ),
      unknown: stateNamed({ ...facts, states: [] }).words,
      noMeans: 'unknown',
    }),
    submissionOpen(facts, world),
  ],
  events: (facts, world) => {
    const session = nextReview(facts, world)
    return session ? { 'upr.sessionStart': session.start } : {}
  },
}

/** Reprisals for cooperation with the United Nations. */
export const reprisals: Predicate = {
  reasons: (facts, world) => [
    asked(facts.reprisal, quote(world, 'admissibility.0'), {
      yes: labels(
        'Harm for having addressed an international body is recorded.',
        'Consta un daño por haber acudido a un organismo internacional.',
        'Consta un dany per haver-se adreçat a un organisme internacional.',
      ),
      no: labels(
        'There is no link with cooperation with the United Nations.',
        'No hay vínculo con la cooperación con las Naciones Unidas.',
        'No hi ha vincle amb la cooperació amb les Nacions Unides.',
      ),
      unknown: labels(
        'No link with cooperation with the United Nations is recorded.',
        'No consta un vínculo con la cooperación con las Naciones Unidas.',
        'No consta cap vincle amb la cooperació amb les Nacions Unides.',
      ),
      points: true,
    }),
    asked(facts.consent === null ? null : facts.consent === 'given', quote(world, 'admissibility.1'), {
      yes: labels(
        'The person agreed that we act.',
        'La persona consintió que actuemos.',
        'La persona va consentir que actuem.',
      ),
      no: labels(
        'The person took their consent back: without it nothing is brought.',
        'La persona retiró su consentimiento: sin él no se presenta nada.',
        'La persona va retirar el seu consentiment: sense ell no es presenta res.',
      ),
      unknown: labels(
        'No consent to act is recorded: it is a condition here.',
        'No consta consentimiento para actuar: aquí es una condición.',
        'No consta consentiment per actuar: aquí és una condició.',
      ),
    }),
    stateNamed(facts),
    told(facts, world, null),
  ],
}
