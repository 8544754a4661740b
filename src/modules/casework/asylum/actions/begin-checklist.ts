import { Problem } from '#platform/problem'
import { type Tx, createRecord } from '#platform/records'
import { readBook } from '../procedures/book.ts'
import { readRequests } from '../queries/read-requests.ts'

/** Puts the usual documents of the procedure on the list of a request: those that are not there yet. Gives how many. */
export async function beginChecklist(tx: Tx, requestId: string): Promise<number> {
  const [file] = await readRequests(tx, { ids: [requestId], limit: 1 }, () => readBook(tx))
  if (!file?.procedure) throw new Problem('not_found')
  const there = new Set(file.papers.map(({ values }) => values['what']))
  const missing = file.procedure.papers.filter((what) => !there.has(what))
  for (const what of missing)
    await createRecord(tx, {
      type: 'asylum_paper',
      ...(file.request.fictitious && { fictitious: true }),
      values: { request: { to: requestId }, what, state: 'wanted', translation: 'not_needed' },
    })
  return missing.length
}
