import { Problem } from '#platform/problem'
import { type Tx, readRecord, updateRecord } from '#platform/records'
import { today } from '../../today.ts'

const needs = {
  en: 'Say what became of it.',
  es: 'Diga qué pasó con ella.',
  ca: 'Digueu què se n’ha fet.',
}

/** Notes what became of what was asked. Throws `conflict` where nothing is awaited any more. */
export async function answerStep(
  tx: Tx,
  given: {
    readonly id: string
    readonly version: number
    readonly answer: string
    readonly words: string
    readonly on?: string
  },
): Promise<void> {
  const record = await readRecord(tx, given.id)
  if (record.type !== 'step' || record.deletedAt) throw new Problem('not_found')
  if (record.values['answer'] !== 'awaited') throw new Problem('conflict')
  if (!['answered', 'refused', 'dropped'].includes(given.answer))
    throw new Problem('invalid', { fields: [{ field: 'answer', message: needs }] })
  const words = given.words.trim()
  await updateRecord(tx, {
    id: record.id,
    version: given.version,
    values: { answer: given.answer, answered_on: given.on || today(), ...(words && { answer_words: words }) },
  })
}
