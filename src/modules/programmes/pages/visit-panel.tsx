import type { RecordPanel } from '#platform/house'
import { LinkButton, Notice } from '#web/components'
import { words } from '../messages.ts'
import { publicityOf } from '../plan/plan.ts'

/**
 * What a visit adds to the page of one of its records: an edition leads to its table; an activity that must not be
 * announced says so before anything else is copied from the screen.
 */
export const visitPanel: RecordPanel = async (visit, _tx, record) => {
  const w = words(visit.language)
  if (record.type === 'edition')
    return (
      <p>
        <LinkButton href={`/workspace/visits/${record.id}`}>{w('panel_open')}</LinkButton>
      </p>
    )
  if (record.type !== 'activity') return null
  const publicity = publicityOf(record.values['publicity'])
  if (publicity === 'announce') return null
  return (
    <Notice kind={publicity === 'never' ? 'danger' : 'info'} title={w(`pub_${publicity}`)}>
      {w(`rule_${publicity}`)}
    </Notice>
  )
}
