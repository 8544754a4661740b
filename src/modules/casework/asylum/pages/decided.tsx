import type { Language } from '#platform/i18n'
import { Details, Table } from '#web/components'
import type { AsylumWords } from '../messages.ts'
import type { BookEntry } from '../procedures/book.ts'

/** What was decided, every version of it: when, by whom, why. */
export function Decided(props: {
  readonly entries: readonly BookEntry[]
  readonly language: Language
  readonly w: AsylumWords
}) {
  const { entries, language, w } = props
  if (entries.length === 0) return null
  return (
    <Details summary={`${w('decided_so_far')} (${entries.length.toLocaleString(language)})`}>
      <Table
        caption={w('decided_so_far')}
        captionHidden
        columns={[
          { key: 'what', label: w('what'), heading: true },
          { key: 'when', label: w('when'), nowrap: true },
          { key: 'who', label: w('who') },
          { key: 'why', label: w('reason') },
        ]}
        rows={entries
          .toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.version - a.version)
          .map((one) => ({
            key: `${one.kind} ${one.key} ${one.version}`,
            cells: {
              what: `${one.key.split('/').at(-1) ?? one.key} · ${w('version_n', { version: one.version })}${one.data === null ? ` · ${w('withdrawn')}` : ''}`,
              when: one.at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }),
              who: <bdi>{one.by}</bdi>,
              why: <bdi>{one.reason}</bdi>,
            },
          }))}
      />
    </Details>
  )
}
