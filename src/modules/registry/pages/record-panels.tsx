import type { ReactNode } from 'react'
import type { Visit } from '#platform/http'
import type { RecordView, Tx } from '#platform/records'

/** What stands on a record's page besides its values: evidence and, for some types, a view of their own. */
export async function recordPanels(_visit: Visit, _tx: Tx, _record: RecordView): Promise<ReactNode> {
  return null
}
