import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import { eventPanels } from '../events/index.ts'
import { EvidencePanel, loadEvidence } from '../evidence/index.ts'

/** The files of a record. */
const evidencePanel: RecordPanel = async (visit, tx, record) => (
  <EvidencePanel
    evidence={await loadEvidence(tx, visit.house.files, record.id)}
    language={visit.language}
    csrf={visit.session?.formToken ?? ''}
    mayChange={record.deletedAt === null && can(tx.actor, 'write')}
  />
)

/** What the registry itself adds to the pages of records. */
export const registryPanels: readonly RecordPanel[] = [...eventPanels, evidencePanel]
