import { countWaiting } from '#platform/approvals'
import type { HomePanel } from '#platform/house'
import { Notice } from '#web/components'
import { words } from './messages.ts'

/** On the start page: that something waits for this person. */
export const approvalsOnHome: HomePanel = async (visit, tx) => {
  const count = await countWaiting(tx)
  if (count === 0) return null
  const w = words(visit.language)
  return (
    <Notice kind="warning">
      <p>
        {w('home', { count })} <a href="/workspace/approvals">{w('home_see')}</a>
      </p>
    </Notice>
  )
}
