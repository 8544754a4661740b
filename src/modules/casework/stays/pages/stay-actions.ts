import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { noteFollowUp } from '../actions/follow-ups.ts'
import { giveVoice } from '../actions/give-voice.ts'
import { moveStay, readStay } from '../actions/move-stay.ts'
import { isStayStage } from '../stages.ts'
import { showStay } from './stay-page.tsx'

const noStage = { en: 'Choose a stage.', es: 'Elija una etapa.', ca: 'Trieu una etapa.' }

/** Runs one of the forms of a stay; refused, the page comes back with what was typed and what is wrong. */
async function act(visit: Visit, form: string, at: string, run: (tx: Tx, id: string) => Promise<void>) {
  const id = visit.params['id'] ?? ''
  try {
    await visit.within((tx) => run(tx, id))
    return redirect(`/workspace/refuge-stays/${id}${at}`)
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    return visit.within(async (tx) =>
      showStay(visit, tx, await readStay(tx, id), {
        form,
        problems: error.fields.map(({ field, message }) => ({ field, message: message[visit.language] })),
        typed: Object.fromEntries(
          visit.form.entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        ),
      }),
    )
  }
}

/** What is done on the page of a stay. */
export const stayActionRoutes = [
  route({
    method: 'post',
    path: '/workspace/refuge-stays/:id/move',
    may: 'write',
    handle: (visit) =>
      act(visit, 'move', '', async (tx, id) => {
        const { form } = visit
        const stage = form.get('stage')
        if (!isStayStage(stage))
          throw new Problem('invalid', { fields: [{ field: 'stage', message: noStage }] })
        await moveStay(tx, {
          id,
          version: Number(form.get('version')),
          stage,
          reason: form.get('reason'),
          outcome: form.get('outcome'),
          followUps: form.entries.flatMap(([name, value]) =>
            name.startsWith('follow_up.') && typeof value === 'string' ? [value] : [],
          ),
        })
      }),
  }),
  route({
    method: 'post',
    path: '/workspace/refuge-stays/:id/voice',
    may: 'write',
    handle: (visit) =>
      act(visit, 'voice', '#refuge-voice', (tx, stayId) =>
        giveVoice(tx, {
          stayId,
          conflict: visit.form.get('conflict'),
          conflictWords: visit.form.get('conflict_words'),
          opinion: visit.form.get('opinion'),
          reasons: visit.form.get('reasons'),
        }),
      ),
  }),
  route({
    method: 'post',
    path: '/workspace/refuge-stays/:id/follow-up/:part',
    may: 'write',
    handle: (visit) =>
      act(visit, visit.params['part'] ?? '', '#refuge-follow-up', (tx, stayId) =>
        noteFollowUp(tx, {
          stayId,
          id: visit.params['part'] ?? '',
          version: Number(visit.form.get('version')),
          on: visit.form.get('held_on'),
          standing: visit.form.get('standing'),
          words: visit.form.get('words'),
        }),
      ),
  }),
]
