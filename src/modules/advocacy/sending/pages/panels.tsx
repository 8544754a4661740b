import { roleLabels } from '#catalogue/mechanisms'
import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { FactList, LinkButton, Section, Table } from '#web/components'
import { informs } from '../clocks.ts'
import { type SendingWords, sendingWords } from '../messages.ts'
import { type SubmissionFile, readSubmissions } from '../queries/read-submissions.ts'
import { SubmissionDates } from './dates-table.tsx'
import { statusWords } from './sending-page.tsx'
import { dayWords } from './words-of-days.ts'

const most = 50

/** The date that comes next in a submission, in words; empty where nothing is waited for. */
function nextDate(file: SubmissionFile, language: Language): string {
  const next = file.clocks
    .filter(({ over, role, earliest }) => over === null && !informs(role) && earliest !== null)
    .toSorted((a, b) => (a.earliest ?? '').localeCompare(b.earliest ?? ''))[0]
  return next ? `${label(roleLabels[next.role], language)}: ${dayWords(next.earliest, language)}` : ''
}

const replyWords = (file: SubmissionFile, w: SendingWords): string =>
  file.reply ? w(`reply_${file.reply.stands}`) : ''

/** On the page of a case: its submissions, where each stands and what comes next. On that of a submission: its own. */
export const sendingPanel: RecordPanel = async (visit, tx, record) => {
  if (record.deletedAt) return null
  const { language } = visit
  const w = sendingWords(language)
  if (record.type === 'submission') {
    const [file] = await readSubmissions(tx, { ids: [record.id], limit: 1 })
    if (!file) return null
    return (
      <Section id="sending" title={w('panel')}>
        <FactList
          facts={[
            { label: w('stands'), value: statusWords(tx, file.status, visit) },
            ...(file.reply ? [{ label: w('step_reply'), value: replyWords(file, w) }] : []),
            ...(nextDate(file, language) ? [{ label: w('next_date'), value: nextDate(file, language) }] : []),
          ]}
        />
        {file.sending ? (
          <SubmissionDates
            {...{ file, language }}
            mayWrite={can(tx.actor, 'write')}
            today={new Date().toISOString().slice(0, 10)}
          />
        ) : null}
        <p>
          <LinkButton href={`/workspace/submission/${file.id}/sending`}>{w('open_sending')}</LinkButton>
        </p>
      </Section>
    )
  }
  if (record.type !== 'case') return null
  const files = await readSubmissions(tx, { caseId: record.id, limit: most })
  if (files.length === 0) return null
  return (
    <Section id="submissions" title={w('panel_case')}>
      <Table
        caption={w('panel_case')}
        captionHidden
        columns={[
          { key: 'submission', label: w('submission'), heading: true },
          { key: 'stands', label: w('stands') },
          { key: 'reply', label: w('step_reply') },
          { key: 'next', label: w('next_date') },
        ]}
        rows={files.map((file) => ({
          key: file.id,
          cells: {
            submission: (
              <a href={`/workspace/record/${file.id}`} dir="auto">
                {file.title}
              </a>
            ),
            stands: (
              <a href={`/workspace/submission/${file.id}/sending`}>{statusWords(tx, file.status, visit)}</a>
            ),
            reply: replyWords(file, w),
            next: nextDate(file, language),
          },
        }))}
      />
    </Section>
  )
}
