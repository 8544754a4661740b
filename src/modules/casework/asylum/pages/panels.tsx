import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import { type Reference, valuesOf } from '#platform/records'
import { Line, LinkButton, Section } from '#web/components'
import type { CasePanel } from '../../room.ts'
import { asylumWords } from '../messages.ts'
import { type Book, readBook } from '../procedures/book.ts'
import { readRequests } from '../queries/read-requests.ts'
import { RequestView } from './request-view.tsx'

const most = 20

/** The asylum requests of a case, each with its dates. */
export const asylumPanel: CasePanel = {
  name: 'asylum',
  title: (language) => asylumWords(language)('panel'),
  order: 17,
  async show(visit, tx, record) {
    const w = asylumWords(visit.language)
    let book: Book | undefined
    const files = await readRequests(
      tx,
      { caseId: record.id, limit: most },
      async () => (book = await readBook(tx)),
    )
    const mayWrite = can(tx.actor, 'write') && !record.deletedAt
    if (files.length === 0 && !mayWrite) return null
    const atRisk = (valuesOf(record.values['people']) as readonly Reference[]).filter(
      ({ attributes }) => (attributes?.['role'] ?? 'at_risk') === 'at_risk',
    )
    const now = new Date()
    return (
      <>
        {files.length === 0 ? <p className="quiet">{w('panel_none')}</p> : null}
        {book &&
          files.map((file) => (
            <RequestView
              key={file.request.id}
              {...{ visit, tx, file, mayWrite, now }}
              book={book as Book}
              link
            />
          ))}
        {mayWrite ? (
          <Line>
            <LinkButton
              href={`/workspace/records/asylum_request/new?${new URLSearchParams({
                'v.case': record.id,
                ...(atRisk.length === 1 && atRisk[0] && { 'v.person': atRisk[0].to }),
              })}`}
            >
              {w('add_request')}
            </LinkButton>
          </Line>
        ) : null}
      </>
    )
  },
}

/** The page of a request shows its dates; those of a person and of the parts of a request lead nowhere else. */
export const asylumRecordPanel: RecordPanel = async (visit, tx, record) => {
  if (record.type !== 'asylum_request' || record.deletedAt) return null
  const w = asylumWords(visit.language)
  const book = await readBook(tx)
  const [file] = await readRequests(tx, { ids: [record.id], limit: 1 }, async () => book)
  if (!file) return null
  return (
    <Section id="asylum" title={w('stands')}>
      <RequestView {...{ visit, tx, file, book }} mayWrite={can(tx.actor, 'write')} now={new Date()} />
    </Section>
  )
}
