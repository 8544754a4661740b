import { type Visit, download, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Tx, readRecord } from '#platform/records'
import { Notice } from '#web/components'
import { addAnnex, confirmAnnex, removeAnnex } from '../actions/choose-annexes.ts'
import { decideName } from '../actions/decide-name.ts'
import { saveWords } from '../actions/save-words.ts'
import { draftFormats, takeDraft } from '../actions/take-draft.ts'
import { textIn } from '../gather/parts.ts'
import { draftWords } from '../messages.ts'
import { readSubmission } from '../queries/read-submission.ts'
import { audiences } from '../records/submission-annex.ts'
import { documentLanguages } from '../records/submission.ts'
import { readState } from './submission-state.ts'
import { showSubmission } from './submission-page.tsx'
import { answerName } from './words-form.tsx'

const base = '/workspace/submission/:id'
const idOf = (visit: Visit): string => visit.params['id'] ?? ''
const to = (visit: Visit, part: string): Response => redirect(`/workspace/submission/${idOf(visit)}${part}`)

const pageRoute = route({
  method: 'get',
  path: base,
  may: 'read',
  handle: (visit) => visit.within((tx) => showSubmission(visit, tx, idOf(visit))),
})

/** Several boxes of one name are lines of one answer. */
const typedIn =
  ({ form }: Visit) =>
  (name: string): string =>
    form
      .all(name)
      .filter((text) => text !== '')
      .join('\n')

const wordsRoute = route({
  method: 'post',
  path: `${base}/words`,
  may: 'write',
  bodyLimit: 4_000_000,
  handle: async (visit) => {
    const typed = typedIn(visit)
    try {
      return await visit.within(async (tx) => {
        const draft = await readSubmission(tx, idOf(visit))
        const { required, recommended, conditional } = draft.mechanism.fields
        const fields = new Set([...required, ...recommended, ...conditional.map(({ field }) => field)])
        const known = new Set(visit.form.entries.map(([name]) => name))
        const answers = new Map(
          [...fields].flatMap((field) =>
            known.has(answerName(field)) ? [[field, typed(answerName(field))] as const] : [],
          ),
        )
        await saveWords(tx, {
          submissionId: idOf(visit),
          version: Number(visit.form.get('version')),
          argument: typed('argument'),
          requests: typed('requests'),
          language: documentLanguages.find((one) => one === typed('language')) ?? draft.language,
          answers,
        })
        return to(visit, '#gaps')
      })
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'stale') throw error
      return visit.within(async (tx) => stale(visit, tx, typed))
    }
  },
})

/** Both are shown: what is kept now, and, in the form, what was typed. */
async function stale(visit: Visit, tx: Tx, typed: (name: string) => string): Promise<Response> {
  const record = await readRecord(tx, idOf(visit))
  const w = draftWords(visit.language)
  return showSubmission(visit, tx, idOf(visit), {
    status: 409,
    typed,
    notice: (
      <Notice kind="warning">
        <p>{w('stale')}</p>
        {(['argument', 'requests'] as const).map((name) => (
          <blockquote key={name} dir="auto">
            {textIn(record, name)}
          </blockquote>
        ))}
      </Notice>
    ),
  })
}

const nameRoute = route({
  method: 'post',
  path: `${base}/name`,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { form } = visit
      const { findings } = await readState(visit, tx, idOf(visit))
      const code = form.get('code')
      await decideName(
        tx,
        {
          submissionId: idOf(visit),
          place: form.get('place'),
          words: form.get('words'),
          whose: code ? [code] : form.get('other').split(' ').filter(Boolean),
          decision: code ? 'code' : 'other',
        },
        findings,
      )
      return to(visit, '#names')
    }),
})

const annexRoute = route({
  method: 'post',
  path: `${base}/annex`,
  may: 'write',
  handle: async (visit) => {
    const { form, language } = visit
    const given = { attachmentId: form.get('attachment'), name: form.get('name'), copies: form.all('copies') }
    try {
      return await visit.within(async (tx) => {
        await addAnnex(tx, visit.house.files, {
          submissionId: idOf(visit),
          ...given,
          copies: audiences.filter((one) => given.copies.includes(one)),
        })
        return to(visit, '#annexes')
      })
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
      const errors = Object.fromEntries(
        error.fields.map(({ field, message }) => [field, label(message, language)]),
      )
      return visit.within((tx) =>
        showSubmission(visit, tx, idOf(visit), {
          status: 422,
          annex: { attachment: given.attachmentId, name: given.name, copies: given.copies, errors },
        }),
      )
    }
  },
})

const annexActionRoute = route({
  method: 'post',
  path: `${base}/annex/:annex`,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const annex = visit.params['annex'] ?? ''
      if (visit.form.get('do') === 'confirm') await confirmAnnex(tx, visit.house.files, idOf(visit), annex)
      else await removeAnnex(tx, idOf(visit), annex)
      return to(visit, '#annexes')
    }),
})

const documentRoute = route({
  method: 'post',
  path: `${base}/document`,
  may: 'export',
  handle: async (visit) => {
    const { form } = visit
    const audience = audiences.find((one) => one === form.get('copy'))
    const format = draftFormats.find((one) => one === form.get('format'))
    const partner = form.get('partner').trim()
    if (!audience || !format) throw new Problem('malformed')
    const { file, name } = await visit.within(async (tx) =>
      takeDraft(
        tx,
        visit.house.files,
        await readSubmission(tx, idOf(visit)),
        { audience, ...(audience === 'partner' && { partner }) },
        format,
      ),
    )
    return download(new Uint8Array(file.bytes), name, file.mediaType)
  },
})

/** The page of a submission and what is done on it. */
export const submissionRoutes = [
  pageRoute,
  wordsRoute,
  nameRoute,
  annexRoute,
  annexActionRoute,
  documentRoute,
]
