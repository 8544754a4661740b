import {
  anchors,
  type Clock,
  confidenceLabels,
  kindLabels,
  type Mechanism,
  noDateWords,
  roleLabels,
  sourceOf,
  uncheckedWords,
} from '#catalogue/mechanisms'
import { formatDate } from '#platform/dates'
import type { Language } from '#platform/i18n'

/** The clocks of a mechanism for a person: date, what it is, the rule's own words, source. */
export function clockWords(mechanism: Mechanism, clocks: readonly Clock[], language: Language): string {
  const name = mechanism.name[language]
  return [`${name} (${mechanism.id})`, ...clocks.map((clock) => oneClock(clock, language))].join('\n\n')
}

/** Why a clock has no date, in a line that begins with its rule. */
export function noDateLine({ id, why, rule }: Clock, language: Language): string {
  return `${id}: ${why === null ? '' : noDateWords[why][language]} “${rule.text}”`
}

function oneClock(clock: Clock, language: Language): string {
  const { rule, earliest, closes, zone, kind, checked, event } = clock
  const say = words[language]
  // An expectation or an estimate names a day; only a term closes at an hour.
  const closing = kind === 'deadline' || clock.hard || rule.unit === 'hours' ? closes : null
  const what = [roleLabels[rule.role][language], kind ? kindLabels[kind][language] : say.noKind]
  const anchor = anchors[event.anchor]?.[language] ?? event.anchor
  return [
    `${dates(clock, language)}  ${what.join(' · ')}${clock.hard ? ` · ${say.hard}` : ''}`,
    `  ${clock.id}: “${rule.text}”`,
    `  ${say.from} ${anchor}: ${event.text}${event.doubtful ? ` (${say.doubtful})` : ''}`,
    ...(earliest === null && clock.why !== null ? [`  ${noDateWords[clock.why][language]}`] : []),
    ...(closing ? [`  ${say.closes} ${closing.earliest} (${zone ?? say.noZone})`] : []),
    `  ${say.source} ${sources(clock)} · ${say.confidence} ${confidenceLabels[clock.confidence][language]}`,
    ...(checked ? [] : [`  ${uncheckedWords[language]}`]),
  ].join('\n')
}

function dates({ earliest, latest }: Clock, language: Language): string {
  if (earliest === null) return '—'
  const first = formatDate(earliest, language)
  if (latest === earliest) return `${first} (${earliest})`
  return latest === null
    ? `${words[language].since} ${first} (${earliest}…)`
    : `${first} – ${formatDate(latest, language)} (${earliest}…${latest})`
}

const sources = ({ source }: Clock): string =>
  source.map((id) => (sourceOf(id) ? `${sourceOf(id)?.title} [${id}]` : id)).join('; ')

const words = {
  en: {
    hard: 'HARD',
    from: 'from',
    doubtful: 'the date is marked as doubtful: the result is not hard',
    closes: 'closes',
    noZone: 'the zone is not known: the first midnight of the world',
    source: 'source:',
    confidence: 'confidence',
    noKind: 'what it is was not said',
    since: 'from',
  },
  es: {
    hard: 'FIRME',
    from: 'desde',
    doubtful: 'la fecha está marcada como dudosa: el resultado no es firme',
    closes: 'cierra',
    noZone: 'no se conoce la zona horaria: la primera medianoche del mundo',
    source: 'fuente:',
    confidence: 'confianza',
    noKind: 'no está dicho qué es',
    since: 'desde',
  },
  ca: {
    hard: 'FERM',
    from: 'des de',
    doubtful: 'la data està marcada com a dubtosa: el resultat no és ferm',
    closes: 'tanca',
    noZone: 'no se sap el fus horari: la primera mitjanit del món',
    source: 'font:',
    confidence: 'confiança',
    noKind: 'no està dit què és',
    since: 'des de',
  },
} as const satisfies Record<Language, unknown>
