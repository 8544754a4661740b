import type { HomePanel } from '#platform/house'
import { Notice } from '#web/components'
import { workWords } from '../steps/messages.ts'
import { countDue } from '../steps/work.ts'
import { today } from '../today.ts'

/** On the start page of who does not begin at their day: that something is due. */
export const dueOnHome: HomePanel = async (visit, tx) => {
  const count = await countDue(tx, today())
  if (count === 0) return null
  const w = workWords(visit.language)
  return (
    <Notice>
      <p>
        {w('waiting', { count })} <a href="/workspace/day">{w('day')}</a>
      </p>
    </Notice>
  )
}
