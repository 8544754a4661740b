import { countryName } from '#catalogue/countries'
import { type BodyId, type Standing, bodyOf, isReliable, states } from '#catalogue/states'
import { isChecked } from '#catalogue/mechanisms'
import { type Labels, labels } from '#platform/i18n'
import type { CaseFacts, Known } from '../facts.ts'
import { type Quoted, type Reason, type World, quote } from './reason.ts'

/** The names of States, in three languages. */
export const named = (codes: readonly string[]): Labels =>
  labels(
    codes.map((code) => countryName(code, 'en')).join(', '),
    codes.map((code) => countryName(code, 'es')).join(', '),
    codes.map((code) => countryName(code, 'ca')).join(', '),
  )

/** How old and how sure a standing is. */
export function howSure(standing: Standing): Labels {
  if (standing.declared) return labels('(fictional State)', '(Estado ficticio)', '(Estat fictici)')
  if (standing.lookedUp)
    return labels(
      `(looked up on ${standing.lookedUp.on})`,
      `(verificado el ${standing.lookedUp.on})`,
      `(comprovat el ${standing.lookedUp.on})`,
    )
  return isChecked(standing)
    ? labels(`(as of ${states.asOf})`, `(al ${states.asOf})`, `(a ${states.asOf})`)
    : labels(
        `(as of ${states.asOf}, not checked)`,
        `(al ${states.asOf}, sin verificar)`,
        `(a ${states.asOf}, sense comprovar)`,
      )
}

const joined = (...parts: readonly Labels[]): Labels =>
  labels(
    parts.map(({ en }) => en).join(' '),
    parts.map(({ es }) => es).join(' '),
    parts.map(({ ca }) => ca).join(' '),
  )

/** Whether the case names the State responsible. */
export const stateNamed = (facts: CaseFacts, rule: Quoted | null = null): Reason =>
  facts.states.length > 0
    ? {
        verdict: 'fits',
        rule,
        words: joined(
          labels('State responsible:', 'Estado responsable:', 'Estat responsable:'),
          named(facts.states),
        ),
      }
    : {
        verdict: 'unknown',
        rule,
        words: labels(
          'The case does not say which State is responsible.',
          'El caso no indica qué Estado es responsable.',
          'El cas no diu quin Estat n’és responsable.',
        ),
      }

/**
 * Whether one of the States belongs to a body. All of them out, and surely so: excluded. Anything less is not known:
 * a State that left may still answer for what came before.
 */
export function belongs(facts: CaseFacts, world: World, body: BodyId, place: string): Reason {
  const rule = quote(world, place)
  const about = bodyOf(body)?.name ?? labels(body, body, body)
  if (facts.states.length === 0) return { ...stateNamed(facts), rule }
  const found = facts.states.map((state) => world.standing(state, body))
  const inside = found.find((one) => one?.standing === 'in')
  if (inside)
    return {
      verdict: 'fits',
      rule,
      words: joined(
        named([inside.state]),
        labels(`belongs: ${about.en}`, `integra: ${about.es}`, `en forma part: ${about.ca}`),
        howSure(inside),
      ),
    }
  const outside = found.flatMap((one) => (one?.standing === 'out' && isReliable(one) ? [one] : []))
  const [first] = outside
  if (first && outside.length === found.length)
    return {
      verdict: 'excluded',
      rule,
      words: joined(
        named(facts.states),
        labels(`does not belong: ${about.en}`, `no integra: ${about.es}`, `no en forma part: ${about.ca}`),
        howSure(first),
      ),
    }
  const told = found.find((one) => one !== null)
  return {
    verdict: 'unknown',
    rule,
    words: told
      ? joined(
          named([told.state]),
          told.standing === 'ceased'
            ? labels(
                `no longer belongs: ${about.en}. It may still answer for earlier facts.`,
                `ya no integra: ${about.es}. Puede responder por hechos anteriores.`,
                `ja no en forma part: ${about.ca}. Pot respondre de fets anteriors.`,
              )
            : told.standing === 'contested'
              ? labels(
                  `contested whether it belongs: ${about.en}.`,
                  `se discute si integra: ${about.es}.`,
                  `es discuteix si en forma part: ${about.ca}.`,
                )
              : labels(
                  `seems not to belong: ${about.en}. Look it up before setting this aside.`,
                  `no integraría: ${about.es}. Verifíquelo antes de descartarlo.`,
                  `sembla que no en forma part: ${about.ca}. Comproveu-ho abans de descartar-ho.`,
                ),
          howSure(told),
        )
      : joined(
          named(facts.states),
          labels(
            `nothing is known here of whether it belongs: ${about.en}. Look it up.`,
            `aquí no consta si integra: ${about.es}. Verifíquelo.`,
            `aquí no consta si en forma part: ${about.ca}. Comproveu-ho.`,
          ),
        ),
  }
}

/** A condition that the case answers with yes, no or nothing. `no`: what a no means; a no that may change only warns. */
export function asked(
  known: Known,
  rule: Quoted | null,
  said: {
    readonly yes: Labels
    readonly no: Labels
    readonly unknown: Labels
    readonly noMeans?: 'excluded' | 'unknown'
    readonly points?: boolean
  },
): Reason {
  if (known === null) return { verdict: 'unknown', rule, words: said.unknown }
  if (!known) return { verdict: said.noMeans ?? 'excluded', rule, words: said.no }
  return { verdict: 'fits', rule, words: said.yes, ...(said.points && { points: true }) }
}

/** Whether there is an account with a date: without one, nothing is admitted; it can be mended, so it only warns. */
export const told = (facts: CaseFacts, world: World, place: string | null): Reason =>
  asked(facts.told, place === null ? null : quote(world, place), {
    yes: labels(
      'There is a dated account of the facts.',
      'Hay un relato fechado de los hechos.',
      'Hi ha un relat datat dels fets.',
    ),
    no: labels(
      'The facts lack an account or a date: mend the event.',
      'A los hechos les falta relato o fecha: complete el acontecimiento.',
      'Als fets els falta relat o data: completeu l’esdeveniment.',
    ),
    unknown: labels(
      'No event of the case tells what happened.',
      'Ningún acontecimiento del caso relata lo ocurrido.',
      'Cap esdeveniment del cas no explica què va passar.',
    ),
    noMeans: 'unknown',
  })
