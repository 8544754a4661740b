import type { RegimeWords } from './messages.ts'
import type { JoinedVotes } from './view.ts'

const items = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const
const issues = ['me', 'nu', 'di', 'hr', 'co', 'ec'] as const

/** A line of the table in words: items of the Council's agenda since 2007, issues as Voeten codes them, else as written. */
export function lineName(
  { by, source }: Pick<JoinedVotes, 'by' | 'source'>,
  line: string,
  w: RegimeWords,
): string {
  if (by === 'agenda') {
    const item = items.find((one) => one === line)
    return source.body === 'hrc' && item ? `${line} ${w(`item_${item}`)}` : line
  }
  const issue = issues.find((one) => one === line)
  if (issue) return w(`issue_${issue}`)
  return line === 'amparo:country-situation' ? w('issue_situation') : line
}
