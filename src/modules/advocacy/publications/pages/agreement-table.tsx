import type { Labels, Language } from '#platform/i18n'
import type { RecordView } from '#platform/records'
import { Stamp, Table, Tag } from '#web/components'
import type { TextWords } from '../messages.ts'

/** Who is named, and whether each of them agreed, as the database answers now. */
export function AgreementTable(props: {
  /** Those of them whom the reader may see. */
  readonly people: readonly RecordView[]
  /** How many are named in all. */
  readonly count: number
  readonly against: ReadonlyMap<string, readonly Labels[]>
  readonly w: TextWords
  readonly language: Language
}) {
  const { people, count, against, w, language } = props
  if (count === 0) return <p className="quiet">{w('names_nobody')}</p>
  return (
    <>
      <Table
        caption={w('named')}
        captionHidden
        columns={[
          { key: 'who', label: w('who'), heading: true },
          { key: 'agreed', label: w('agreed') },
        ]}
        rows={people.map((person) => {
          const why = against.get(person.id) ?? []
          return {
            key: person.id,
            cells: {
              who: (
                <>
                  <a href={`/workspace/record/${person.id}`}>{person.title}</a>{' '}
                  {person.fictitious ? <Stamp>{w('stamp_fictitious')}</Stamp> : null}
                </>
              ),
              agreed:
                why.length === 0 ? (
                  <Tag>{w('agreed_yes')}</Tag>
                ) : (
                  why.map((one) => <p key={one.en}>{one[language]}</p>)
                ),
            },
          }
        })}
      />
      {people.length < count ? (
        <p className="quiet">{w('named_unseen', { count: count - people.length })}</p>
      ) : null}
    </>
  )
}
