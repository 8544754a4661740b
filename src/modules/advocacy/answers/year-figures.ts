import { type RawBuilder, sql } from 'kysely'
import { mechanisms, replyQualities } from '#catalogue/mechanisms'
import type { FigureCell, FigureSource } from '#platform/house'
import { type Labels, labels } from '#platform/i18n'
import type { Tx } from '#platform/records'

type Period = Parameters<FigureSource['read']>[1]

const notExercises = labels(
  'Exercises of fictitious cases are not counted.',
  'No se cuentan los ejercicios de casos ficticios.',
  'No s’hi compten els exercicis de casos ficticis.',
)

/** Rows of `key` and `id` as cells: the largest first. */
async function cellsOf(
  tx: Tx,
  rows: RawBuilder<{ key: string; id: string }>,
  wordOf: (key: string) => Labels,
): Promise<readonly FigureCell[]> {
  const found = (await rows.execute(tx.sql)).rows
  return [...Map.groupBy(found, ({ key }) => key)]
    .map(([key, own]) => ({ key, label: wordOf(key), count: own.length, ids: own.map(({ id }) => id) }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

const named = (
  list: readonly { readonly id: string; readonly label: Partial<Labels> }[],
): ((key: string) => Labels) => {
  const words = new Map(list.map(({ id, label: { en = id, es = en, ca = en } }) => [id, labels(en, es, ca)]))
  return (key) => words.get(key) ?? labels(key, key, key)
}

const mechanismWord = named(mechanisms.map(({ id, name }) => ({ id, label: name })))
const qualityWord = named(replyQualities)

// The day on which it left, on the clocks by which the sending was noted.
const lettersIn = (tx: Tx, { from, to }: Period) => sql<{ key: string; id: string }>`
  select s.values->>'mechanism' as key, s.id
    from submission_sending x join record s on s.org_id = x.org_id and s.id = x.submission_id
   where x.org_id = ${tx.actor.orgId}::uuid and x.way <> 'exercise' and s.deleted_at is null
     and (x.sent_at at time zone x.zone)::date between ${from}::date and ${to}::date`

const repliesIn = (tx: Tx, { from, to }: Period) => sql<{ key: string; id: string }>`
  select r.values->>'quality' as key, r.id
    from record r
    join link l on l.org_id = r.org_id and l.from_id = r.id and l.field = 'submission' and l.until is null
    join submission_sending x on x.org_id = l.org_id and x.submission_id = l.to_id and x.way <> 'exercise'
   where r.org_id = ${tx.actor.orgId}::uuid and r.type = 'submission_reply' and r.deleted_at is null
     and r.values->>'received_on' between ${from} and ${to}`

/** What went to the mechanisms in a period, and what came back. */
export const yearFigures: readonly FigureSource[] = [
  {
    name: 'submissions_sent',
    label: labels('Sent to mechanisms', 'Enviado a mecanismos', 'Enviat a mecanismes'),
    order: 10,
    method: notExercises,
    read: (tx, period) => cellsOf(tx, lettersIn(tx, period), mechanismWord),
  },
  {
    name: 'submission_replies',
    label: labels('Replies by their worth', 'Respuestas según su valor', 'Respostes segons el seu valor'),
    order: 11,
    method: notExercises,
    read: (tx, period) => cellsOf(tx, repliesIn(tx, period), qualityWord),
  },
]
