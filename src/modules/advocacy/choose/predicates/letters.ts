import { countryByCode } from '#catalogue/countries'
import type { SpecialProcedure } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import type { CaseFacts } from '../facts.ts'
import { type Predicate, type Reason, type World, quote } from './reason.ts'
import { asked, stateNamed, told } from './shared.ts'

/** The mandates whose subject the case touches, and the mandates of its States. */
export function mandatesFor(
  facts: Pick<CaseFacts, 'topics' | 'states' | 'defender'>,
  mandates: readonly SpecialProcedure[],
): readonly SpecialProcedure[] {
  const topics = new Set([...facts.topics, ...(facts.defender ? ['defenders'] : [])])
  const codes = new Set(facts.states.flatMap((state) => countryByCode(state)?.alpha3 ?? []))
  return mandates.filter(
    ({ topics: own, iso3 }) =>
      own?.some((topic) => topics.has(topic)) || (iso3 !== undefined && codes.has(iso3)),
  )
}

const mostNamed = 6

/** Whether it falls within a mandate. Excluded only where every act is recorded with its subject and none has one. */
function withinMandate(facts: CaseFacts, world: World): Reason {
  const rule = quote(world, 'admissibility.3')
  const found = mandatesFor(facts, world.mandates)
  if (found.length > 0) {
    const names = (language: 'en' | 'es' | 'ca') =>
      found
        .slice(0, mostNamed)
        .map(({ name }) => name[language] ?? name.en ?? '')
        .join('; ')
    const more = found.length > mostNamed ? ` (+${found.length - mostNamed})` : ''
    return {
      verdict: 'fits',
      rule,
      words: labels(
        `Mandates: ${names('en')}${more}.`,
        `Mandatos: ${names('es')}${more}.`,
        `Mandats: ${names('ca')}${more}.`,
      ),
      points: true,
    }
  }
  return facts.topics.length > 0 && facts.topicsWhole && facts.defender === false && facts.states.length > 0
    ? {
        verdict: 'excluded',
        rule,
        words: labels(
          'None of what is recorded falls within a mandate of the special procedures.',
          'Nada de lo registrado cae dentro de un mandato de los procedimientos especiales.',
          'Res del que hi consta no entra en cap mandat dels procediments especials.',
        ),
      }
    : {
        verdict: 'unknown',
        rule,
        words: labels(
          'No mandate was found from the acts and rights recorded: choose it yourself.',
          'No se encontró un mandato a partir de los actos y derechos registrados: elíjalo usted.',
          'No s’ha trobat cap mandat a partir dels actes i drets registrats: trieu-lo vós mateix.',
        ),
      }
}

/** Whether it is known from more than the press. It can be mended, so it never excludes. */
const notOnlyMedia = (facts: CaseFacts, world: World): Reason =>
  asked(facts.knownFrom === null ? null : facts.knownFrom === 'direct', quote(world, 'admissibility.2'), {
    yes: labels(
      'Known from more than media reports.',
      'Se conoce por algo más que la prensa.',
      'Es coneix per més que la premsa.',
    ),
    no: labels(
      'Every source recorded is a media report: direct or reliable knowledge is asked.',
      'Todas las fuentes registradas son de prensa: se pide conocimiento directo o fiable.',
      'Totes les fonts registrades són de premsa: es demana coneixement directe o fiable.',
    ),
    unknown: labels(
      'No source is recorded: direct or reliable knowledge is asked.',
      'No hay fuentes registradas: se pide conocimiento directo o fiable.',
      'No hi ha fonts registrades: es demana coneixement directe o fiable.',
    ),
    noMeans: 'unknown',
  })

const letter = (facts: CaseFacts, world: World): readonly Reason[] => [
  stateNamed(facts),
  withinMandate(facts, world),
  told(facts, world, 'admissibility.1'),
  notOnlyMedia(facts, world),
]

/** A letter of allegation: what happened, whether or not it goes on. */
export const allegationLetter: Predicate = { reasons: letter }

/** An urgent appeal: what goes on or is about to happen to life, liberty or integrity. */
export const urgentAppeal: Predicate = {
  reasons: (facts, world) => [
    ...letter(facts, world),
    asked(goesOn(facts), quote(world, 'purpose'), {
      yes: labels(
        'It goes on, or is about to happen.',
        'Continúa, o está por ocurrir.',
        'Continua, o està a punt de passar.',
      ),
      no: labels(
        'What is recorded is over, and no danger is noted: a letter of allegation is for what is past.',
        'Lo registrado terminó y no consta peligro: para lo pasado está la carta de alegaciones.',
        'El que hi consta s’ha acabat i no hi ha cap perill anotat: per al que és passat hi ha la carta d’al·legacions.',
      ),
      unknown: labels(
        'The case does not say whether it goes on.',
        'El caso no dice si continúa.',
        'El cas no diu si continua.',
      ),
      points: true,
    }),
    asked(facts.grave, quote(world, 'purpose'), {
      yes: labels(
        'Life, liberty or integrity are at stake.',
        'Están en juego la vida, la libertad o la integridad.',
        'Hi ha en joc la vida, la llibertat o la integritat.',
      ),
      no: labels(
        'Nothing recorded puts life, liberty or integrity at stake.',
        'Nada de lo registrado pone en juego la vida, la libertad o la integridad.',
        'Res del que hi consta no posa en joc la vida, la llibertat o la integritat.',
      ),
      unknown: labels(
        'It is not recorded whether life, liberty or integrity are at stake.',
        'No consta si están en juego la vida, la libertad o la integridad.',
        'No consta si hi ha en joc la vida, la llibertat o la integritat.',
      ),
      noMeans: 'unknown',
    }),
  ],
}

/** It goes on, or a danger is near. Only where both are known to be untrue is it over. */
export function goesOn({ ongoing, danger }: Pick<CaseFacts, 'ongoing' | 'danger'>): boolean | null {
  if (ongoing || danger) return true
  return ongoing === false && danger === false ? false : null
}
