import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { type Tx, readRecord } from '#platform/records'
import { decidePublicity } from '../actions/decide-publicity.ts'
import { handOver } from '../actions/hand-over.ts'
import { hearFrom } from '../actions/hear-from.ts'
import { moveCase } from '../actions/move-case.ts'
import { isStage } from '../stages.ts'
import type { CaseFormName } from './case-forms.tsx'
import { showCase } from './case-page.tsx'

const noStage = { en: 'Choose a stage.', es: 'Elija una etapa.', ca: 'Trieu una etapa.' }

const run: Readonly<
  Record<CaseFormName, (visit: Visit, tx: Tx, at: { id: string; version: number }) => Promise<void>>
> = {
  move: async ({ form }, tx, at) => {
    const stage = form.get('stage')
    if (!isStage(stage)) throw new Problem('invalid', { fields: [{ field: 'stage', message: noStage }] })
    await moveCase(tx, {
      ...at,
      stage,
      reason: form.get('reason'),
      unverifiedReason: form.get('unverified_reason'),
    })
  },
  'hand-over': ({ form }, tx, at) =>
    handOver(tx, {
      ...at,
      to: form.get('assigned_to'),
      keepTeam: form.get('keep') !== '',
      words: form.get('words'),
      ...(form.get('team') && { teamId: form.get('team') }),
    }),
  publicity: ({ form }, tx, at) =>
    decidePublicity(tx, {
      ...at,
      publicity: form.get('publicity'),
      by: form.get('publicity_by'),
      on: form.get('publicity_on'),
      words: form.get('publicity_words'),
    }),
}

/** Runs one of the forms of a case; refused, the page comes back with what was typed and what is wrong. */
async function act(visit: Visit, name: CaseFormName): Promise<Response> {
  const id = visit.params['id'] ?? ''
  try {
    await visit.within((tx) => run[name](visit, tx, { id, version: Number(visit.form.get('version')) }))
    return redirect(`/workspace/case/${id}#line`)
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    return visit.within(async (tx) =>
      showCase(visit, tx, await readRecord(tx, id), {
        form: name,
        errors: Object.fromEntries(
          error.fields.map(({ field, message }) => [field, message[visit.language]]),
        ),
        typed: Object.fromEntries(visit.form.entries.filter(([, value]) => typeof value === 'string')),
      }),
    )
  }
}

const formRoute = (name: CaseFormName) =>
  route({
    method: 'post',
    path: `/workspace/case/:id/${name}`,
    may: 'write',
    handle: (visit) => act(visit, name),
  })

/** What is done on the page of a case. */
export const caseActionRoutes = [
  formRoute('move'),
  formRoute('hand-over'),
  formRoute('publicity'),
  route({
    method: 'post',
    path: '/workspace/case/:id/heard/:sign',
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        const { params, form } = visit
        await hearFrom(tx, {
          id: params['sign'] ?? '',
          version: Number(form.get('version')),
          how: form.get('how'),
        })
        return redirect(`/workspace/case/${params['id']}#signs`)
      }),
  }),
]
