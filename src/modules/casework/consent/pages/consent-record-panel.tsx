import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import { LinkButton, Notice } from '#web/components'
import { words } from '../../messages.ts'
import { validity } from './consent-panel.tsx'

/** On the record of a consent: whether it is in force, and the way to withdraw it. */
export const consentRecordPanel: RecordPanel = async (visit, tx, record) => {
  if (record.type !== 'consent' || record.deletedAt) return null
  const w = words(visit.language)
  const over = record.values['withdrawn_on'] !== undefined
  return (
    <>
      <Notice kind={over ? 'warning' : 'info'}>{validity(record, visit.language, w)}</Notice>
      {!over && can(tx.actor, 'write') ? (
        <p>
          <LinkButton href={`/workspace/consent/${record.id}/withdraw`}>{w('withdraw_title')}</LinkButton>
        </p>
      ) : null}
    </>
  )
}
