import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/records'
import type { ActKind, TreatyAct } from '../act.ts'

/** What the organisation typed in itself. */
export const ownDataset = 'own'

/** An act with the file that tells it. */
export interface SourcedAct extends TreatyAct {
  readonly fileId: string
  readonly dataset: string
  readonly file: string
  readonly version: string
  /** When it was imported or typed in, and by whom. */
  readonly at: Date
  readonly by: string
}

/** Of which treaty, of which state, up to which day; without `texts` the words of declarations are left where they are. */
export interface ActQuery {
  readonly treaty?: string
  readonly polity?: string
  readonly until?: string
  readonly texts?: boolean
}

/** Acts by the files in use, by state, treaty and date. One query. */
export async function readActs(tx: Tx, query: ActQuery): Promise<readonly SourcedAct[]> {
  const asked: RawBuilder<unknown>[] = []
  if (query.treaty !== undefined) asked.push(sql`and a.treaty = ${query.treaty}`)
  if (query.polity !== undefined) asked.push(sql`and a.polity = ${query.polity}`)
  // A year alone is over at its end: of the year that is asked about, it cannot be told, and it counts.
  if (query.until !== undefined)
    asked.push(sql`and a.done_on <= left(${query.until}, greatest(length(a.done_on), 4))`)
  const { rows } = await sql<SourcedAct>`
    select a.treaty, a.polity, a.act, a.done_on as "doneOn", a.article, ${query.texts ? sql`a.text` : sql`''`} as text,
           a.source_row as row, f.id as "fileId", f.dataset, f.name as file, f.version, f.imported_at as at, p.name as by
      from observatory_treaty_act a
      join observatory_file f on f.org_id = a.org_id and f.id = a.file_id and f.superseded_by is null
      join account p on p.org_id = f.org_id and p.id = f.imported_by
     where a.org_id = ${tx.actor.orgId}::uuid ${sql.join(asked, sql` `)}
     order by a.polity, a.treaty, a.done_on, f.dataset, a.source_row`.execute(tx.sql)
  return rows
}

/** What is needed of an act to know where a state stands. */
export interface PlainAct {
  readonly treaty: string
  readonly polity: string
  readonly act: ActKind
  readonly doneOn: string
  readonly dataset: string
}

/** Acts of all states towards some treaties, without declarations and the like. One query of some thousands of rows. */
export async function readPlainActs(tx: Tx, treaties: readonly string[]): Promise<readonly PlainAct[]> {
  const { rows } = await sql<PlainAct>`
    select a.treaty, a.polity, a.act, a.done_on as "doneOn", f.dataset
      from observatory_treaty_act a
      join observatory_file f on f.org_id = a.org_id and f.id = a.file_id and f.superseded_by is null
     where a.org_id = ${tx.actor.orgId}::uuid and a.treaty = any(${[...treaties]}::text[])
       and a.act <> all(${['declaration', 'reservation', 'objection']}::text[])`.execute(tx.sql)
  return rows
}

/** The files of treaties in use, by dataset and treaty. */
export interface TreatyFile {
  readonly id: string
  readonly dataset: string
  readonly treaty: string
  readonly name: string
  readonly version: string
  readonly dataUntil: string
  readonly rows: number
}

/** Which file tells of which treaty; what was typed in is not among them. */
export async function readTreatyFiles(tx: Tx, datasets: readonly string[]): Promise<readonly TreatyFile[]> {
  const { rows } = await sql<TreatyFile>`
    select id, dataset, scope as treaty, name, version, data_until as "dataUntil", rows from observatory_file
     where org_id = ${tx.actor.orgId}::uuid and superseded_by is null and dataset = any(${[...datasets]}::text[])
     order by dataset, scope`.execute(tx.sql)
  return rows
}
