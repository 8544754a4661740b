import { uprSessions } from '#catalogue/mechanisms'
import { polityName } from '#catalogue/polities'
import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  EmptyState,
  Form,
  FormActions,
  FormErrors,
  Notice,
  Section,
  Select,
  Table,
  TextArea,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { followReview, mendNotes, readHeard } from '../actions/follow-review.ts'
import { recommendationAddress, reviewAddress, reviewsAddress } from '../addresses.ts'
import { sessionsOf, today } from '../calendar.ts'
import { type ReviewWords, reviewWords } from '../messages.ts'
import { type ShownRecommendation, readRecommendations } from '../queries/read-recommendations.ts'
import { chosenReviews, readReviewCounts } from '../queries/read-reviews.ts'
import type { Response } from '../readers/recommendation.ts'
import { findRepeats } from '../repeats.ts'
import { reviewTabs } from './review-page.tsx'
import { stateAsked } from './review-query.ts'
import { senderNames } from './words-of-rows.tsx'

const path = `${reviewsAddress}/:code/live`
const answers = ['supported', 'noted', 'not_supported', 'pending'] as const

/** The session that is followed: as asked, else the last of the state that has begun, else its first. */
function sessionAsked(visit: Visit, code: string): string {
  const asked = visit.form.get('session') || (visit.url.searchParams.get('session') ?? '')
  const own = sessionsOf(code)
  if (uprSessions.some(({ session }) => String(session) === asked)) return asked
  const begun = own.filter(({ start }) => start <= today()).at(-1) ?? own[0] ?? uprSessions.at(-1)
  return String(begun?.session ?? '')
}

/** Writing down recommendations while a review is under way. */
export const livePage = route({
  method: 'get',
  path,
  may: 'write',
  handle: (visit) => visit.within((tx) => show(visit, tx, { typed: '', errors: [] })),
})

/** Adds what was typed. Lines that cannot be read stay in the box; the others are kept. */
export const addHeard = route({
  method: 'post',
  path,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = reviewWords(visit.language)
      const { code } = stateAsked(visit)
      const typed = visit.form.get('heard').slice(0, 200_000)
      const { heard, strange } = readHeard(typed)
      if (heard.length === 0 && strange.length === 0)
        return show(visit, tx, { typed, errors: [w('error_nothing')] })
      const session = sessionAsked(visit, code)
      if (heard.length > 0) await followReview(tx, { polity: code, session, heard })
      if (strange.length === 0) return redirect(`${reviewAddress(code)}/live?session=${session}`)
      return show(visit, tx, {
        typed: strange.map(({ text }) => text).join('\n'),
        errors: strange
          .slice(0, 20)
          .map(({ line, text }) => w('error_line', { line, text: text.slice(0, 80) })),
      })
    }),
})

/** Answers of the state, and notes that were mistaken. */
export const mendHeard = route({
  method: 'post',
  path: `${path}/notes`,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { code } = stateAsked(visit)
      const { form } = visit
      const session = form.get('session')
      if (!uprSessions.some((one) => String(one.session) === session)) throw new Problem('malformed')
      const given = new Map<string, Response | ''>()
      for (const [name, value] of form.entries) {
        const key = /^answer\.([0-9a-f]{32})$/u.exec(name)?.[1]
        const answer = value === '' ? '' : answers.find((one) => one === value)
        if (key !== undefined && answer !== undefined) given.set(key, answer)
      }
      const removed = form.all('remove').filter((key) => /^[0-9a-f]{32}$/u.test(key))
      await mendNotes(tx, { polity: code, session, answers: given, removed })
      return redirect(`${reviewAddress(code)}/live?session=${session}`)
    }),
})

async function show(
  visit: Visit,
  tx: Tx,
  { typed, errors }: { readonly typed: string; readonly errors: readonly string[] },
): Promise<globalThis.Response> {
  const { language } = visit
  const w = reviewWords(language)
  const { code } = stateAsked(visit)
  const session = sessionAsked(visit, code)
  const live = (await readReviewCounts(tx, { polity: code, family: 'live' })).filter(
    (one) => one.session === session,
  )
  const notes = await readRecommendations(tx, code, live)
  const before = chosenReviews(await readReviewCounts(tx, { polity: code })).filter(
    (one) => Number(one.session) < Number(session),
  )
  const repeats = findRepeats(notes, await readRecommendations(tx, code, before))
  const name = polityName(code, language)
  const csrf = visit.session?.formToken ?? ''
  const own = sessionsOf(code)
  return workspacePage(visit, {
    title: w('live_of', { state: name }),
    lede: w('live_lede'),
    status: errors.length > 0 ? 422 : 200,
    breadcrumbs: [
      { href: reviewsAddress, label: w('reviews') },
      { href: reviewAddress(code), label: w('review_of', { state: name }) },
    ],
    children: (
      <>
        {reviewTabs(code, 'live', tx, w)}
        <Form action={`${reviewAddress(code)}/live`} csrf={csrf} confirmLeave>
          <FormErrors title={w('errors')} errors={errors.map((message) => ({ fieldId: 'heard', message }))} />
          <Select
            id="session"
            name="session"
            label={w('session')}
            value={session}
            options={(own.length > 0 ? own : uprSessions).map((one) => ({
              value: String(one.session),
              label: `${one.session} (${one.start.slice(0, 7)})`,
            }))}
          />
          <TextArea
            id="heard"
            name="heard"
            label={w('heard')}
            hint={w('heard_hint')}
            rows={8}
            value={typed}
            error={errors.length > 0 ? w('error_kept') : undefined}
          />
          <FormActions>
            <Button kind="primary">{w('note_down')}</Button>
          </FormActions>
        </Form>
        <Section title={w('noted_in', { session })} id="notes">
          <Notice>{w('provisional')}</Notice>
          {notes.length === 0 ? (
            <EmptyState title={w('no_notes')} />
          ) : (
            <Form action={`${reviewAddress(code)}/live/notes`} csrf={csrf} label={w('noted_in', { session })}>
              <input type="hidden" name="session" value={session} />
              <NotesTable {...{ notes, repeats, visit, w }} />
              <FormActions>
                <Button>{w('save_notes')}</Button>
              </FormActions>
            </Form>
          )}
        </Section>
      </>
    ),
  })
}

function NotesTable({
  notes,
  repeats,
  visit,
  w,
}: {
  readonly notes: readonly ShownRecommendation[]
  readonly repeats: ReturnType<typeof findRepeats<ShownRecommendation>>
  readonly visit: Visit
  readonly w: ReviewWords
}) {
  return (
    <Table
      caption={w('recommendations')}
      captionHidden
      columns={[
        { key: 'text', label: w('recommendation') },
        { key: 'sender', label: w('sender') },
        { key: 'answer', label: w('response') },
        { key: 'repeated', label: w('repeated_from'), nowrap: true },
        { key: 'remove', label: w('take_out') },
      ]}
      rows={notes.toReversed().map((note) => ({
        key: note.key,
        cells: {
          text: (
            <a href={recommendationAddress(note.key)} lang={note.language} dir="auto">
              {note.text}
            </a>
          ),
          sender: senderNames(note, visit.language),
          answer: (
            <Select
              id={`answer.${note.key}`}
              name={`answer.${note.key}`}
              label={w('response')}
              labelHidden
              empty={w('no_answer')}
              value={note.response ?? ''}
              options={answers.map((one) => ({ value: one, label: w(`response_${one}`) }))}
            />
          ),
          repeated: (repeats.get(note.key) ?? []).map(({ earlier, likeness }) => (
            <div key={earlier.key}>
              <a href={recommendationAddress(earlier.key)}>
                {w('like_short', { session: earlier.session, share: Math.round(likeness * 100) })}
              </a>
            </div>
          )),
          remove: (
            <label>
              <input type="checkbox" name="remove" value={note.key} />{' '}
              <span className="hidden">{w('take_out_this', { text: note.text.slice(0, 60) })}</span>
            </label>
          ),
        },
      }))}
    />
  )
}
