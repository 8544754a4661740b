import { Problem } from '#platform/problem'
import { type RecordView, type Reference, type Tx, readRecord, updateRecord } from '#platform/records'
import { requireWords } from '../../cases/actions/require-words.ts'
import { today } from '../../today.ts'
import { type Lack, lacksFor, nextStage } from '../gates.ts'
import { stayWordsIn } from '../messages.ts'
import { declaredConflict } from '../queries/conflict.ts'
import { readStayFacts } from '../queries/stay-facts.ts'
import { type StayParts, partsOf, readStayParts } from '../queries/stay-parts.ts'
import { type Outcome, type StayStage, isOutcome, stayStageOf, stayStages } from '../stages.ts'
import { planFollowUps } from './follow-ups.ts'

/** A step of a stay from one stage to another. */
export interface StayMove {
  readonly id: string
  readonly version: number
  readonly stage: StayStage
  readonly reason: string
  /** Asked to close before its time. */
  readonly outcome?: string
  /** Days on which the guest is asked how they are after leaving; for the move to follow-up. */
  readonly followUps?: readonly string[]
}

const notTheNext = {
  en: 'A stay goes on by one stage at a time, and its gates cannot be passed over.',
  es: 'Una estadía avanza de a una etapa, y ninguna se puede saltear.',
  ca: "Una estada avança una etapa cada vegada, i no se'n pot saltar cap.",
}
const howEnded = { en: 'Say how it ended.', es: 'Diga cómo terminó.', ca: 'Digueu com va acabar.' }
const notYours = {
  en: 'Only a member who declared to have no conflict of interest decides on the selection. Declare first.',
  es: 'Solo decide sobre la selección quien declaró no tener conflicto de intereses. Primero declare.',
  ca: "Només decideix sobre la selecció qui ha declarat no tenir cap conflicte d'interessos. Primer declareu-ho.",
}
const onlyInSelection = {
  en: 'Only a selection says that somebody is not selected.',
  es: 'Solo en la selección se dice que alguien no es seleccionado.',
  ca: 'Només en la selecció es diu que algú no és seleccionat.',
}

const refuse = (field: string, message: typeof howEnded) =>
  new Problem('invalid', { fields: [{ field, message }] })

/** A stay that is there, not in the trash. Throws `not_found`. */
export async function readStay(tx: Tx, id: string): Promise<RecordView> {
  const stay = await readRecord(tx, id)
  if (stay.type !== 'refuge_stay' || stay.deletedAt) throw new Problem('not_found')
  return stay
}

/** The actor's own voice in the selection of a stay. */
export const ownVoice = (tx: Tx, parts: StayParts): RecordView | undefined =>
  partsOf(parts, 'refuge_voice').find(({ values }) => values['member'] === tx.actor.accountId)

/** Refuses who may not decide: who declared a conflict, nothing; who declared none, all; who declared nothing, not on this. */
async function requireFree(tx: Tx, stayId: string, parts: StayParts, deciding: boolean): Promise<void> {
  if (
    (await declaredConflict(tx, stayId)) ||
    (deciding && ownVoice(tx, parts)?.values['conflict'] !== 'none')
  )
    throw refuse('stage', notYours)
}

const refuseLacking = (missing: readonly Lack[]): void => {
  if (missing.length > 0)
    throw new Problem('invalid', {
      fields: missing.map((one) => ({ field: 'stage', message: stayWordsIn(`lack_${one}`) })),
    })
}

/**
 * Moves a stay, with a reason that stays in its history. Forward by one stage, through its gate: throws `invalid` on
 * `stage` naming all that is missing. Back freely. To the end before its time, with an outcome. The selection is decided
 * by members without a conflict alone, and ended by none who declared one; the database refuses it otherwise. To follow-up it makes the dates and their tasks.
 */
export async function moveStay(tx: Tx, move: StayMove): Promise<void> {
  const { id, version, stage } = move
  const stay = await readStay(tx, id)
  if (stay.version !== version) throw new Problem('stale', { data: { current: stay, given: {}, version } })
  const before = stayStageOf(stay.values['stage'])
  if (stage === before) throw refuse('stage', notTheNext)
  const reason = requireWords('reason', move.reason)
  const parts = await readStayParts(tx, id)
  const early = stage === 'closed' && (before !== 'follow_up' || move.outcome !== 'completed')
  const forward = stayStages.indexOf(stage) > stayStages.indexOf(before)
  const outcome = early ? requireOutcome(move.outcome, before) : null
  if (forward && !early) {
    if (stage !== nextStage(before)) throw refuse('stage', notTheNext)
    refuseLacking(lacksFor(stage, await readStayFacts(tx, stay, parts)))
  }
  if (before === 'selection' && forward)
    await requireFree(tx, id, parts, !early || outcome === 'not_selected')
  if (outcome === 'not_selected') refuseLacking(lacksFor('offer', await readStayFacts(tx, stay, parts)))
  await updateRecord(tx, {
    id,
    version,
    reason,
    acting: true,
    values: {
      stage,
      ...(before === 'selection' && stage === 'offer' && { selected_on: today(), selection_reasons: reason }),
      ...(outcome === 'not_selected' && { selection_reasons: reason }),
      ...(stage === 'closed'
        ? { outcome: outcome ?? 'completed', closed_on: today() }
        : before === 'closed' && { outcome: undefined, closed_on: undefined }),
    },
  })
  if (stage === 'follow_up' && before === 'return')
    await planFollowUps(tx, {
      stayId: id,
      caseId: (stay.values['case'] as Reference).to,
      days: move.followUps ?? [],
    })
}

function requireOutcome(outcome: string | undefined, before: StayStage): Outcome {
  if (!isOutcome(outcome) || outcome === 'completed') throw refuse('outcome', howEnded)
  if (outcome === 'not_selected' && before !== 'selection') throw refuse('outcome', onlyInSelection)
  return outcome
}
