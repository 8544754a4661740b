import { can } from '#platform/access'
import type { Visit } from '#platform/http'
import type { RecordView, Tx } from '#platform/records'
import { LinkButton, Notice, Section } from '#web/components'
import { dayInWords } from '../../day.ts'
import type { CasePanel } from '../../room.ts'
import { words } from '../messages.ts'
import { againstWords } from '../project-case.ts'
import { receivedBundles, sentBundles } from '../queries/bundles.ts'
import { SentTable } from './bundles-page.tsx'

/** On the page of a case: to whom it was handed over, and the way to do so. */
export const bundlesPanel: CasePanel = {
  name: 'bundles',
  title: (language) => words(language)('panel'),
  order: 80,
  async show(visit, tx, record) {
    const w = words(visit.language)
    const sent = await sentBundles(tx, { caseId: record.id })
    // What came from elsewhere is not handed on.
    const received = (await receivedBundles(tx, record.id)).length > 0
    const may = can(tx.actor, 'export') && !record.deletedAt
    if (sent.length === 0 && !may) return null
    return (
      <>
        {sent.length > 0 ? (
          <SentTable {...{ visit, w, sent }} />
        ) : (
          <p className="quiet">{received ? againstWords.passed_on[visit.language] : w('none_sent')}</p>
        )}
        {may ? (
          <p className="row">
            {received ? null : (
              <LinkButton href={`/workspace/case/${record.id}/refer`}>{w('refer')}</LinkButton>
            )}
            <LinkButton href={`/workspace/case/${record.id}/take-out`}>{w('whole')}</LinkButton>
          </p>
        ) : null}
      </>
    )
  },
}

/** At the head of a case that came from elsewhere: from whom, on what terms. */
export async function receivedTerms(visit: Visit, tx: Tx, record: RecordView) {
  const { language } = visit
  const w = words(language)
  const [one] = await receivedBundles(tx, record.id)
  if (!one) return null
  return (
    <Notice
      kind="warning"
      title={w('terms_head', { sender: one.sender, until: dayInWords(one.until, language) })}
    >
      <p dir="auto">
        {w('terms_text', {
          purpose: one.purpose,
          reference: one.reference || '—',
          when: one.receivedAt.toLocaleDateString(language, { dateStyle: 'long' }),
        })}
      </p>
      <p>{w('terms_people')}</p>
    </Notice>
  )
}

/** Where a consent is withdrawn: the bundles that the person is in, and the letters that ask for their deletion. */
export async function bundlesOf(visit: Visit, tx: Tx, personId: string) {
  const w = words(visit.language)
  const sent = await sentBundles(tx, { personId })
  if (sent.length === 0) return null
  return (
    <Section title={w('left_bundles')} id="bundles">
      <p>{w('left_bundles_lede')}</p>
      <SentTable {...{ visit, w, sent }} />
    </Section>
  )
}
