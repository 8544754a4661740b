import { sql } from 'kysely'
import type { ValueClass } from '#platform/records'
import { type Tx, fold } from '#platform/records'

/** The attachment whose words are kept. */
interface Place {
  readonly id: string
  readonly recordId: string
}

/**
 * Characters in one row. A tsvector holds a megabyte at most, and a character of another script may fold into six:
 * this many always fit.
 */
const pieceLength = 40_000

/**
 * Makes the record be found by the words of an attached file, in place of those kept before. `part` of each row is the
 * attachment's id, with `.2`, `.3` … for the further pieces of a long text. A record in the trash gets none.
 */
export async function writeWords(
  tx: Tx,
  place: Place & { readonly class: ValueClass },
  text: string,
): Promise<void> {
  // What is sealed is never searched, whatever the caller believes.
  if (place.class === 'sealed') return
  await removeWords(tx, place)
  // Shared lock: a change of visibility at the same time must not leave these rows with the old one.
  const record = await tx.sql
    .selectFrom('record')
    .select(['type', 'visibility'])
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', place.recordId)
    .where('deleted_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!record) return
  for (const [index, piece] of pieces(text).entries())
    await sql`insert into record_search (org_id, record_id, part, class, type, visibility, words, names, body)
      values (${tx.actor.orgId}::uuid, ${place.recordId}::uuid, ${index === 0 ? place.id : `${place.id}.${index + 1}`},
              ${place.class}, ${record.type}, ${record.visibility}, word_vector(${fold(piece)}), '', ${piece})`.execute(
      tx.sql,
    )
}

/** Takes the words of an attached file out of the search. */
export async function removeWords(tx: Tx, place: Place): Promise<void> {
  await sql`delete from record_search
    where org_id = ${tx.actor.orgId}::uuid and record_id = ${place.recordId}::uuid
      and (part = ${place.id} or starts_with(part, ${`${place.id}.`}))`.execute(tx.sql)
}

/** The words kept of an attached file, from the beginning, at most `limit` characters. */
export async function readWords(tx: Tx, place: Place, limit: number): Promise<string> {
  const { rows } = await sql<{ body: string }>`
    select left(body, ${limit}) as body from record_search
     where org_id = ${tx.actor.orgId}::uuid and record_id = ${place.recordId}::uuid
       and (part = ${place.id} or starts_with(part, ${`${place.id}.`}))
     order by length(part), part limit ${Math.ceil(limit / pieceLength) + 1}`.execute(tx.sql)
  return rows
    .map((row) => row.body)
    .join('')
    .slice(0, limit)
    .toWellFormed()
}

/** The text cut between words into pieces that each fit in a row. */
export function pieces(text: string): readonly string[] {
  const found: string[] = []
  let from = 0
  while (from < text.length) {
    let to = Math.min(text.length, from + pieceLength)
    if (to < text.length) {
      const blank = text.slice(to - 200, to).search(/\s\S*$/)
      if (blank >= 0) to = to - 200 + blank + 1
      // Never between the halves of a character.
      else if (/[\uD800-\uDBFF]/.test(text[to - 1] ?? '')) to -= 1
    }
    found.push(text.slice(from, to))
    from = to
  }
  return found
}
