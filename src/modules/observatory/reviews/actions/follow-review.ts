import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Polity } from '#catalogue/polities'
import { newId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { polityNames } from '../readers/polity-names.ts'
import type { Response } from '../readers/recommendation.ts'
import { recommendationKey } from '../readers/recommendation-key.ts'
import { sessionFacts } from '../readers/review-sessions.ts'
import { sendersInText } from '../readers/senders-in-text.ts'
import { writeRecommendations } from '../readers/write-recommendations.ts'

/** A recommendation heard in the room: who made it, and its words. */
export interface Heard {
  readonly senders: readonly string[]
  readonly text: string
  /** The line of what was typed. */
  readonly line: number
}

/**
 * Reads what somebody typed while listening: a recommendation a line, `Chile: Ratify the Convention`, or `Ratify the Convention
 * (Chile)`, several states with commas. A line whose sender is no state is told by its number and left to be mended.
 */
export function readHeard(typed: string): {
  readonly heard: readonly Heard[]
  readonly strange: readonly { readonly line: number; readonly text: string }[]
} {
  const polityOf = polityNames()
  const heard: Heard[] = []
  const strange: { line: number; text: string }[] = []
  for (const [at, raw] of typed.split(/\r\n|\n|\r/u).entries()) {
    const text = raw.replace(/\s+/gu, ' ').trim()
    if (text === '') continue
    const line = at + 1
    const before = /^([^:()]{2,120}):\s*(\S.*)$/u.exec(text)
    const named = before?.[1] === undefined ? null : allNamed(before[1], polityOf)
    if (named && before?.[2] !== undefined) {
      heard.push({ senders: named, text: before[2], line })
      continue
    }
    const { senders, unknown, bare } = sendersInText(text, polityOf)
    if (senders.length > 0 && unknown.length === 0 && bare !== '') heard.push({ senders, text: bare, line })
    else strange.push({ line, text })
  }
  return { heard, strange }
}

/** The states of a list of names; null when one of them is none. */
function allNamed(words: string, polityOf: (name: string) => Polity | null): readonly string[] | null {
  const whole = polityOf(words)
  if (whole) return [whole.code]
  const found = words.split(/,|\s+and\s+|\s+y\s+|\s+i\s+/u).map((name) => polityOf(name.trim()))
  return found.every((one) => one !== null) ? found.map((one) => one.code) : null
}

/** Adds what was heard to our notes of a review: a dataset of our own, one file for each review. Gives how many were new. */
export async function followReview(
  tx: Tx,
  given: { readonly polity: string; readonly session: string; readonly heard: readonly Heard[] },
): Promise<number> {
  const { polity, session, heard } = given
  const facts = sessionFacts(session)
  if (facts === null) throw new Problem('malformed')
  const fileId = await openNotes(tx, polity, session)
  const { rows } = await sql<{ readonly last: number }>`
    select coalesce(max(source_row), 0)::int as last from observatory_recommendation
     where org_id = ${tx.actor.orgId}::uuid and file_id = ${fileId}::uuid`.execute(tx.sql)
  const last = rows[0]?.last ?? 0
  const repeats = await writeRecommendations(
    tx,
    fileId,
    heard.map((one, at) => ({
      key: recommendationKey({ polity, session, text: one.text, senders: one.senders }),
      mechanism: 'upr',
      body: '',
      polity,
      cycle: facts.cycle,
      session,
      year: facts.year,
      number: '',
      text: one.text,
      language: tx.actor.language,
      senders: one.senders,
      response: null,
      responseSaid: '',
      action: null,
      issues: [],
      groups: [],
      goals: [],
      symbol: '',
      details: { noted_by: tx.actor.name, noted_at: new Date().toISOString() },
      row: last + at + 1,
    })),
  )
  await countNotes(tx, fileId)
  const added = heard.length - repeats.length
  if (added > 0)
    await writeLedger(tx, 'observatory.import', fileId, { dataset: 'upr-live', polity, session, rows: added })
  return added
}

/** The file of our notes of a review, made when there is none. */
async function openNotes(tx: Tx, polity: string, session: string): Promise<string> {
  const scope = `${polity} ${session}`
  const sha256 = createHash('sha256').update(`upr-live\n${tx.actor.orgId}\n${scope}`).digest('hex')
  const org = sql`${tx.actor.orgId}::uuid`
  await sql`insert into observatory_file (org_id, id, dataset, scope, name, size, sha256, version, imported_by)
    values (${org}, ${newId()}::uuid, 'upr-live', ${scope}, ${`UPR ${polity} ${session}`}, 0, ${sha256}, 'provisional',
      ${tx.actor.accountId}::uuid)
    on conflict do nothing`.execute(tx.sql)
  const { rows } = await sql<{ readonly id: string }>`select id from observatory_file
     where org_id = ${org} and dataset = 'upr-live' and sha256 = ${sha256}`.execute(tx.sql)
  const id = rows[0]?.id
  if (id === undefined) throw new Problem('conflict')
  return id
}

const countNotes = (tx: Tx, fileId: string) =>
  sql`update observatory_file set data_until = ${new Date().toISOString().slice(0, 10)},
      rows = (select count(*) from observatory_recommendation r where r.org_id = ${tx.actor.orgId}::uuid and r.file_id = ${fileId}::uuid)
     where org_id = ${tx.actor.orgId}::uuid and id = ${fileId}::uuid`.execute(tx.sql)

/** The words of an answer as our notes keep them. */
const said: Readonly<Record<Response, string>> = {
  supported: 'Supported',
  noted: 'Noted',
  not_supported: 'Not Supported',
  pending: 'Pending',
}

/**
 * Mends our notes of a review: answers that the state gave ('' takes one back), and notes that were mistaken. Only rows of
 * `upr-live` can be changed; the database refuses the others.
 */
export async function mendNotes(
  tx: Tx,
  given: {
    readonly polity: string
    readonly session: string
    readonly answers: ReadonlyMap<string, Response | ''>
    readonly removed: readonly string[]
  },
): Promise<void> {
  const fileId = await openNotes(tx, given.polity, given.session)
  const org = sql`${tx.actor.orgId}::uuid`
  for (const [key, answer] of given.answers)
    await sql`update observatory_recommendation set response = ${answer || null}, response_said = ${answer === '' ? '' : said[answer]}
       where org_id = ${org} and file_id = ${fileId}::uuid and key = ${key}
         and response is distinct from ${answer || null}`.execute(tx.sql)
  if (given.removed.length > 0) {
    await sql`delete from observatory_sender
       where org_id = ${org} and file_id = ${fileId}::uuid and key = any(${[...given.removed]}::text[])`.execute(
      tx.sql,
    )
    await sql`delete from observatory_recommendation
       where org_id = ${org} and file_id = ${fileId}::uuid and key = any(${[...given.removed]}::text[])`.execute(
      tx.sql,
    )
    await writeLedger(tx, 'observatory.remove', fileId, {
      dataset: 'upr-live',
      polity: given.polity,
      session: given.session,
      rows: given.removed.length,
    })
  }
  await countNotes(tx, fileId)
}
