import type { ReactNode } from 'react'
import { can } from '#platform/access'
import type { Visit } from '#platform/http'
import type { RecordView, Tx } from '#platform/records'
import { Button, Form, LinkButton, Section, Table } from '#web/components'
import { pressWords } from '../messages.ts'
import { type Delivery, readDeliveries } from '../queries/deliveries.ts'

/** Who had a text, by mail or by hand, and whether they read it; and the way to send it. */
export async function deliveriesSection(
  visit: Visit,
  tx: Tx,
  text: RecordView,
  approved: boolean,
): Promise<ReactNode> {
  const { language, session } = visit
  const w = pressWords(language)
  const sent = await readDeliveries(tx, text.id)
  const maySend = approved && can(tx.actor, 'publish') && !text.deletedAt
  const day = (at: Date) => at.toLocaleDateString(language, { dateStyle: 'medium' })
  const now = new Date()
  const state = (one: Delivery): string => {
    if (one.endedAt) return w('ended', { day: day(one.endedAt) })
    if (one.expiresAt < now) return w('over')
    if (one.state && !['sent', 'waiting', 'sending'].includes(one.state))
      return w(`mail_${one.state}` as 'mail_failed')
    if (one.firstRead) return w('read', { day: day(one.firstRead), count: one.readings })
    return one.way === 'hand' ? w('handed') : w(one.state === 'sent' ? 'mail_sent' : 'mail_waiting')
  }
  return (
    <Section
      id="press"
      title={w('had_it')}
      action={
        maySend ? (
          <LinkButton small href={`/workspace/publications/${text.id}/send`}>
            {w('send_to')}
          </LinkButton>
        ) : null
      }
    >
      {approved ? null : <p className="quiet">{w('only_approved')}</p>}
      {sent.length === 0 ? (
        approved ? (
          <p className="quiet">{w('nobody_had_it')}</p>
        ) : null
      ) : (
        <Form action="/workspace/press/end" csrf={session?.formToken ?? ''} label={w('had_it')}>
          <Table
            caption={w('had_it')}
            captionHidden
            columns={[
              { key: 'who', label: w('journalist'), heading: true },
              { key: 'when', label: w('when'), nowrap: true },
              { key: 'language', label: w('language') },
              { key: 'state', label: w('state') },
              { key: 'end', label: w('link') },
            ]}
            rows={sent.map((one) => ({
              key: one.id,
              cells: {
                who: <a href={`/workspace/record/${one.journalistId}`}>{one.name}</a>,
                when: day(one.sentAt),
                language: one.language,
                state: state(one),
                end:
                  one.endedAt || one.expiresAt < now || !can(tx.actor, 'write') ? (
                    ''
                  ) : (
                    <Button kind="plain" small name="link" value={one.id}>
                      {w('end')}
                      <span className="hidden">: {one.name}</span>
                    </Button>
                  ),
              },
            }))}
          />
        </Form>
      )}
    </Section>
  )
}
