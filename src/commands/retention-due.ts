import type { Labels } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { countDue, listDue } from '#platform/retention'

/** One record that has reached its end, as `retention preview --json` gives it. */
export interface DueRecord {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly rule: string
  readonly why: Labels
  readonly from: string
  readonly due: string
  readonly end: 'review' | 'trash' | 'purge'
  readonly held: boolean
}

/** Every record that the asker may see and whose period is over by a day, by type and rule, soonest first. */
export async function everyDue(tx: Tx, at: string): Promise<readonly DueRecord[]> {
  const all: DueRecord[] = []
  for (const { type, rule } of await countDue(tx, at)) {
    let after: { due: string; id: string } | undefined
    for (;;) {
      const page = await listDue(tx, { type, rule: rule.name, at, limit: 1_000, ...(after && { after }) })
      for (const clock of page)
        all.push({
          id: clock.recordId,
          type,
          title: clock.title,
          rule: rule.name,
          why: rule.why,
          from: clock.from,
          due: clock.due,
          end: clock.end,
          held: clock.held,
        })
      const last = page.at(-1)
      if (!last || page.length < 1_000) break
      after = { due: last.due, id: last.recordId }
    }
  }
  return all
}

/** The records in lines for a terminal, a heading for each type and end. */
export function dueText(
  due: readonly DueRecord[],
  say: (words: Labels) => string,
  words: { readonly end: Readonly<Record<DueRecord['end'], Labels>>; readonly held: Labels },
): string {
  const groups = Map.groupBy(due, (one) => `${one.type} · ${one.rule} · ${say(words.end[one.end])}`)
  return [...groups]
    .map(
      ([heading, list]) =>
        `${heading}: ${list.length}\n${list
          .map((one) => `  ${one.due}  ${one.id}  ${one.title}${one.held ? ` (${say(words.held)})` : ''}`)
          .join('\n')}`,
    )
    .join('\n')
}

/** Whether a text is a day. */
export const isDay = (text: string): boolean => {
  const parsed = new Date(`${text}T12:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
  )
}
