import type { Visit } from '#platform/http'
import { type RecordView, type Tx, fieldOf, fieldType, typeOf, valuesOf } from '#platform/records'
import type { Refused } from '#web/workspace'
import type { ReceivedWords } from '../messages.ts'
import type { readWhole } from '../queries/read-received.ts'

type Whole = Awaited<ReturnType<typeof readWhole>>

/** What the parts of a communication's page are given. */
export interface ReceivedPart {
  readonly visit: Visit
  readonly tx: Tx
  readonly whole: Whole
  readonly mayWrite: boolean
  readonly refused: Refused | null
  readonly w: ReceivedWords
}

/** The value of a field in words. */
export function saidOf(tx: Tx, record: RecordView, name: string, language: Visit['language']): string {
  const field = fieldOf(typeOf(tx, record.type), name)
  if (!field) return ''
  return valuesOf(record.values[name])
    .map((one) =>
      field.type === 'reference'
        ? (record.linked.get((one as { to: string }).to)?.title ?? '')
        : fieldType(field.type).show(one, field, tx.schema, language),
    )
    .filter(Boolean)
    .join(', ')
}
