import { Problem } from '#platform/problem'
import { type Tx, readRecord, updateRecord } from '#platform/records'
import { today } from '../../today.ts'
import { type Stage, stageOf, verifiedStages } from '../stages.ts'
import { independentSources } from '../verification.ts'
import { requireWords } from './require-words.ts'

/** A step of a case from one stage to another. */
export interface CaseMove {
  readonly id: string
  readonly version: number
  readonly stage: Stage
  readonly reason: string
  /** Why it goes on without two independent sources; asked where there are not two. */
  readonly unverifiedReason?: string
}

const notVerified = {
  en: 'Two sources independent of each other are needed first. Mark them on the case, or say why it goes on without.',
  es: 'Primero hacen falta dos fuentes independientes entre sí. Márquelas en el caso o diga por qué sigue sin ellas.',
  ca: 'Primer calen dues fonts independents entre si. Marqueu-les al cas o digueu per què continua sense.',
}

/**
 * Moves a case, with a reason that stays in its line. To plan, act or follow up it has to be verified: two sources
 * independent of each other, or a person's own reason; the database refuses it otherwise.
 */
export async function moveCase(tx: Tx, move: CaseMove): Promise<void> {
  const { id, version, stage } = move
  const record = await readRecord(tx, id)
  if (record.type !== 'case' || record.deletedAt) throw new Problem('not_found')
  const reason = requireWords('reason', move.reason)
  const before = stageOf(record.values['stage'])
  const unverified = (move.unverifiedReason ?? '').trim()
  const verifies = verifiedStages.includes(stage)
  const sources = independentSources(record).length
  if (verifies && sources < 2 && unverified === '' && !record.values['unverified_reason'])
    throw new Problem('invalid', { fields: [{ field: 'unverified_reason', message: notVerified }] })
  await updateRecord(tx, {
    id,
    version,
    reason,
    acting: true,
    values: {
      stage,
      ...(verifies && unverified !== '' && { unverified_reason: unverified }),
      ...(verifies && !verifiedStages.includes(before) && { verified_on: today() }),
    },
  })
}
