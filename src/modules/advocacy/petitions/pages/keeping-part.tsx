import { can } from '#platform/access'
import { Button, Form, FormActions, Section } from '#web/components'
import { readDue } from '../queries/read-counts.ts'
import type { PetitionPart } from './petition-page.tsx'

/** Telling those who asked for it. */
export function NewsPart({ tx, petition, counts, doors, w, csrf }: PetitionPart) {
  const page = doors.find(({ kind }) => kind === 'petition')
  if (counts.news === 0) return null
  return (
    <Section id="news" title={w('news_part')}>
      <p>{w('news_asked', { count: counts.news })}</p>
      {!page?.hasOutcome ? (
        <p className="quiet">{w('news_no_outcome')}</p>
      ) : can(tx.actor, 'publish') ? (
        <Form action={`/workspace/petitions/${petition.id}/news`} csrf={csrf}>
          <p className="hint">{w('news_button_hint')}</p>
          <FormActions>
            <Button small>{w('news_button')}</Button>
          </FormActions>
        </Form>
      ) : null}
    </Section>
  )
}

const days = (count: number) => count * 24 * 60 * 60 * 1000

/** How long what is kept: the days, and how many the next runs will take, by the same question that they ask. */
export async function KeepingPart({ visit, tx, petition, closing, w }: PetitionPart) {
  const { language } = visit
  if (!closing) return null
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const addressesEnd = new Date(closing.getTime() + days(90))
  const namesEnd = new Date(closing)
  namesEnd.setUTCMonth(namesEnd.getUTCMonth() + 24)
  const due = await readDue(tx, petition.id, new Date())
  const later = await readDue(tx, petition.id, new Date(namesEnd.getTime() + days(1)))
  return (
    <Section id="keeping" title={w('keeping')}>
      <p>{w('keeping_addresses', { when: date.format(addressesEnd), count: later.addresses })}</p>
      <p>{w('keeping_names', { when: date.format(namesEnd), count: later.names })}</p>
      {due.addresses + due.names > 0 ? (
        <p>{w('keeping_due', { addresses: due.addresses, names: due.names })}</p>
      ) : null}
      <p className="quiet">{w('keeping_rest')}</p>
    </Section>
  )
}
