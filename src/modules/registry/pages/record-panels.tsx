import type { ReactNode } from 'react'
import { publicationPanel } from '#modules/publishing'
import type { Visit } from '#platform/http'
import type { RecordView, Tx } from '#platform/records'

/** What stands on a record's page besides its values: evidence and, for some types, a view of their own. */
export async function recordPanels(visit: Visit, tx: Tx, record: RecordView): Promise<ReactNode> {
  return publicationPanel(visit, tx, record)
}
