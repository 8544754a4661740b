import { can } from '#platform/access'
import { readOpenApproval } from '#platform/approvals'
import type { RecordPanel } from '#platform/house'
import { label } from '#platform/i18n'
import { type Share, listShares } from '#platform/sharing'
import { Button, Form, LinkButton, Notice, Section, Table } from '#web/components'
import { type Words, words } from './messages.ts'

const dayOf = (at: Date, language: string) => at.toLocaleDateString(language, { dateStyle: 'long' })
/** The last day of what ends at the following midnight. */
export const lastDayOf = (until: Date): Date => new Date(until.getTime() - 1)

function stateOf(share: Share, w: Words, language: string): string {
  if (share.answer === 'declined')
    return w('state_declined', { when: dayOf(share.answeredAt ?? share.offeredAt, language) })
  if (share.endCause)
    return w('state_ended', {
      when: dayOf(share.endedAt ?? share.until, language),
      cause: w(`cause_${share.endCause}` as 'cause_until'),
    })
  return share.inForce
    ? w('state_accepted', { when: dayOf(share.answeredAt ?? share.offeredAt, language) })
    : w('state_offered', { when: dayOf(share.offeredAt, language) })
}

/** With whom a record is shared, what of it, until when; and ending it. */
export const sharingPanel: RecordPanel = async (visit, tx, record) => {
  const shares = await listShares(tx, record.id)
  const open = record.deletedAt === null && record.mergedInto === null
  const mayOffer = open && can(tx.actor, 'export')
  if (shares.length === 0 && !mayOffer) return null
  const { language, session } = visit
  const w = words(language)
  const waiting = mayOffer ? await readOpenApproval(tx, 'share', record.id) : null
  const isOpen = (share: Share) => !share.endCause && share.answer !== 'declined'
  const mayEnd = can(tx.actor, 'write') && shares.some(isOpen)
  return (
    <Section
      title={w('panel_title')}
      id="sharing"
      action={
        mayOffer ? (
          <LinkButton small href={`/workspace/record/${record.id}/share`}>
            {w('panel_share')}
          </LinkButton>
        ) : null
      }
    >
      {waiting?.state === 'waiting' ? (
        <Notice>
          <p>
            {w('waits')} <a href={`/workspace/approvals/${waiting.id}`}>{w('waits_see')}</a>
          </p>
        </Notice>
      ) : null}
      {shares.length === 0 ? (
        <p>{w('panel_none')}</p>
      ) : (
        <>
          {shares.some(isOpen) ? <p>{w('panel_lede')}</p> : null}
          <Table
            caption={w('panel_title')}
            captionHidden
            columns={[
              { key: 'with', label: w('with'), heading: true },
              { key: 'what', label: w('what') },
              { key: 'purpose', label: w('purpose') },
              { key: 'until', label: w('until'), nowrap: true },
              { key: 'state', label: w('state') },
              ...(mayEnd ? [{ key: 'end', label: w('end') }] : []),
            ]}
            rows={shares.map((share) => ({
              key: share.id,
              cells: {
                with: share.to,
                what: share.fields.map((field) => label(field.label, language)).join(', '),
                purpose: share.purpose,
                until: dayOf(lastDayOf(share.until), language),
                state: stateOf(share, w, language),
                end: !isOpen(share) ? null : (
                  <Form action={`/workspace/record/${record.id}/share/end`} csrf={session?.formToken ?? ''}>
                    <Button small name="share" value={share.id}>
                      {w('end')}
                      <span className="hidden">: {w('end_what', { who: share.to })}</span>
                    </Button>
                  </Form>
                ),
              },
            }))}
          />
          <p className="quiet">{w('read_stays')}</p>
        </>
      )}
    </Section>
  )
}
