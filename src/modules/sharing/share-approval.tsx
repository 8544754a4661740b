import type { Approval } from '#platform/approvals'
import type { ApprovalKind } from '#platform/house'
import { type FieldDefinition, type Tx, readRecords } from '#platform/records'
import { makeOffer } from '#platform/sharing'
import { Notice } from '#web/components'
import { labelsOf, words } from './messages.ts'
import { ScopeFacts } from './scope-facts.tsx'
import { lastDayOf } from './sharing-panel.tsx'

interface Content {
  readonly to: string
  readonly fields: readonly FieldDefinition[]
  readonly until: string
}

/** Sharing as a second person is asked for it: the values that would stand in the other organisation. */
export const shareApproval: ApprovalKind = {
  kind: 'share',
  label: labelsOf('kind'),
  carryOut: async (tx: Tx, approval: Approval) => {
    await makeOffer(tx, approval)
  },
  async show(visit, tx, approval) {
    const { language } = visit
    const w = words(language)
    const { to, fields, until } = approval.content as Content
    const [record] = await readRecords(tx, [approval.subject])
    if (!record || record.deletedAt || record.mergedInto)
      return { title: to, holds: false, content: <Notice kind="warning">{w('approve_gone')}</Notice> }
    const when = lastDayOf(new Date(until)).toLocaleDateString(language, { dateStyle: 'long' })
    return {
      title: `${record.title} → ${to}`,
      holds: new Date(until).getTime() > Date.now(),
      content: (
        <>
          <p>
            {w('approve_lede', { who: to, when })}{' '}
            <a href={`/workspace/record/${record.id}#sharing`}>{w('open_record')}</a>
          </p>
          <ScopeFacts
            type={record.type}
            fields={fields}
            values={record.values}
            schema={tx.schema}
            language={language}
          />
        </>
      ),
    }
  },
}
