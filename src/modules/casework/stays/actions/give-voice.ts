import { Problem } from '#platform/problem'
import { type Reference, type Tx, createRecord, updateRecord } from '#platform/records'
import { requireWords } from '../../cases/actions/require-words.ts'
import { today } from '../../today.ts'
import { declaredConflict } from '../queries/conflict.ts'
import { readStayParts } from '../queries/stay-parts.ts'
import { stayStageOf } from '../stages.ts'
import { ownVoice, readStay } from './move-stay.ts'

/** What a member of the selection says: first whether they have a conflict, then, having none, their opinion. */
export interface GivenVoice {
  readonly stayId: string
  readonly conflict: string
  readonly conflictWords: string
  readonly opinion: string
  readonly reasons: string
}

const declare = {
  en: 'Say whether you have a conflict of interest.',
  es: 'Diga si tiene un conflicto de intereses.',
  ca: "Digueu si teniu un conflicte d'interessos.",
}
const stays = {
  en: 'A declared conflict stays declared for this stay.',
  es: 'Un conflicto declarado sigue declarado para esta estadía.',
  ca: 'Un conflicte declarat continua declarat per a aquesta estada.',
}
const opinions = ['receive', 'not_now', 'abstains']

/**
 * Declares, and gives an opinion with its reasons; one voice for each member and stay, in its selection. Who declares a
 * conflict gives no opinion, and one given before is taken away (the history keeps it). Throws `invalid` naming the
 * field, `conflict` when the stay is not being selected.
 */
export async function giveVoice(tx: Tx, given: GivenVoice): Promise<void> {
  const stay = await readStay(tx, given.stayId)
  if (stayStageOf(stay.values['stage']) !== 'selection') throw new Problem('conflict')
  // Two windows of one person are one voice.
  await tx.sql
    .selectFrom('record')
    .select('id')
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', stay.id)
    .forUpdate()
    .execute()
  const own = ownVoice(tx, await readStayParts(tx, stay.id))
  const { conflict } = given
  if (conflict !== 'none' && conflict !== 'declared')
    throw new Problem('invalid', { fields: [{ field: 'conflict', message: declare }] })
  if (conflict === 'none' && (await declaredConflict(tx, stay.id)))
    throw new Problem('invalid', { fields: [{ field: 'conflict', message: stays }] })
  const opinion = conflict === 'none' && opinions.includes(given.opinion) ? given.opinion : undefined
  const reasons = opinion ? requireWords('reasons', given.reasons) : undefined
  const words = conflict === 'declared' ? given.conflictWords.trim() : ''
  const values = { conflict, declared_on: today(), opinion, reasons, ...(words && { conflict_words: words }) }
  if (own) await updateRecord(tx, { id: own.id, version: own.version, acting: true, values })
  else
    await createRecord(tx, {
      type: 'refuge_voice',
      acting: true,
      ...(stay.fictitious && { fictitious: true }),
      values: {
        ...values,
        member: tx.actor.accountId,
        case: { to: (stay.values['case'] as Reference).to },
        stay: { to: stay.id },
      },
    })
}
