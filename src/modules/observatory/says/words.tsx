import { treatyById } from '#catalogue/treaties'
import { type Language, label, formatNumber } from '#platform/i18n'
import { dayText } from '../states/day-text.ts'
import type { SourcedAct } from '../treaties/queries/read-acts.ts'
import { standingBy } from '../treaties/standing.ts'
import type { SaysWords } from './messages.ts'
import type { OwnScore, ThemeSays } from './queries/read-says.ts'

/** Where a state stands towards the treaties of a theme, in words; only treaties of which a file tells something. */
export function promises(
  { theme, acts }: Pick<ThemeSays, 'theme' | 'acts'>,
  known: ReadonlySet<string>,
  w: SaysWords,
  language: Language,
): readonly string[] {
  return theme.treaties
    .filter((id) => known.has(id))
    .map((id) => {
      const own = acts.filter(({ treaty }: SourcedAct) => treaty === id)
      const { standing, since } = standingBy(own)
      const treaty = treatyById(id)?.short ?? id
      if (standing === 'party')
        return since === ''
          ? w('party', { treaty })
          : w('party_since', { treaty, since: dayText(since, language) })
      if (standing === 'signed') return w('signed', { treaty })
      return standing === 'withdrawn'
        ? w('withdrawn', { treaty, since: dayText(since, language) })
        : w('not_party', { treaty })
    })
}

/** A number of an index as the reader writes it. */
const number = (value: number, language: Language): string =>
  formatNumber(value, language, { maximumFractionDigits: 2 })

/** The label carries its author: `V-Dem 12`. */
export const authorOf = ({ author, version }: Pick<OwnScore, 'author' | 'version'>): string =>
  version === '' || author.includes(version) ? author : `${author} ${version}`

/** A score in words: of which year, between what, by whom. */
export function scoreText(score: OwnScore, w: SaysWords, language: Language): string {
  const { low, high, lowest, highest } = score
  const shared = {
    label: label(score.label, language),
    year: String(score.year),
    value: number(score.value, language),
    author: authorOf(score),
  }
  const said =
    low === null || high === null
      ? w('score', shared)
      : w('score_range', { ...shared, low: number(low, language), high: number(high, language) })
  return lowest === null || highest === null
    ? said
    : `${said}, ${w('scale', { lowest: number(lowest, language), highest: number(highest, language) })}`
}
