import { sql } from 'kysely'
import { isId } from '#platform/db'
import type { Tx } from '#platform/records'
import type { RollCallRow } from './list-roll-calls.ts'

/** A roll call whole, with the file that it is from. */
export interface RollCallView extends RollCallRow {
  readonly body: string
  readonly agendaTitle: string
  /** The row of the source for each polity, at its place; 0 where it has none. */
  readonly ballotRows: readonly number[] | null
  readonly saidSilent: number | null
  readonly saidTotal: number | null
  readonly file: {
    readonly id: string
    readonly dataset: string
    readonly name: string
    readonly version: string
    readonly sha256: string
    readonly dataUntil: string
    readonly superseded: boolean
  }
  /** The file of descriptions, where votes and descriptions are two. */
  readonly described: { readonly id: string; readonly name: string } | null
}

/** The roll call with this id; null when the organisation has none. */
export async function readRollCall(tx: Tx, id: string): Promise<RollCallView | null> {
  if (!isId(id)) return null
  const { rows } = await sql<RollCallView>`
    select r.id, r.key, r.body, r.held_on::text as day, r.session, r.symbol, r.kind, r.decided, r.title, r.agenda,
           r.agenda_title as "agendaTitle", r.topics, r.details, r.ballots, r.ballot_rows as "ballotRows", r.yes, r.no, r.abstain,
           r.silent, r.said_yes as "saidYes", r.said_no as "saidNo", r.said_abstain as "saidAbstain",
           r.said_silent as "saidSilent", r.said_total as "saidTotal", r.source_row as "sourceRow",
           json_build_object('id', f.id, 'dataset', f.dataset, 'name', f.name, 'version', f.version, 'sha256', f.sha256,
             'dataUntil', f.data_until, 'superseded', f.superseded_by is not null) as file,
           (select json_build_object('id', d.id, 'name', d.name) from observatory_file d
             where d.org_id = r.org_id and d.id::text = r.details->>'described') as described
      from observatory_roll_call r join observatory_file f on f.org_id = r.org_id and f.id = r.file_id
     where r.org_id = ${tx.actor.orgId}::uuid and r.id = ${id}::uuid`.execute(tx.sql)
  return rows[0] ?? null
}

/** Another roll call on the same text. */
export type RelatedRollCall = Pick<
  RollCallRow,
  'id' | 'day' | 'symbol' | 'kind' | 'decided' | 'title' | 'details' | 'yes' | 'no' | 'abstain'
>

/** What else was decided on the same text: its amendments, and of an amendment the text and the other ones. */
export async function relatedRollCalls(tx: Tx, of: RollCallView): Promise<readonly RelatedRollCall[]> {
  const draft = of.details.amends ?? of.details.draft
  if (draft === undefined || draft === '') return []
  const { rows } = await sql<RelatedRollCall>`
    select id, held_on::text as day, symbol, kind, decided, title, details, yes, no, abstain
      from observatory_roll_call
     where org_id = ${tx.actor.orgId}::uuid and file_id = ${of.file.id}::uuid and body = ${of.body} and id <> ${of.id}::uuid
       and held_on between ${of.day}::date - 200 and ${of.day}::date + 200
       and (details->>'draft' = ${draft} or details->>'amends' = ${draft})
     order by kind <> 'resolution', held_on, symbol, id limit 100`.execute(tx.sql)
  return rows
}

/** The same text in other sources in use, by its symbol. */
export async function elsewhere(
  tx: Tx,
  { id, symbol, body, file }: RollCallView,
): Promise<readonly { readonly id: string; readonly dataset: string }[]> {
  if (symbol === '') return []
  const { rows } = await sql<{ readonly id: string; readonly dataset: string }>`
    select r.id, f.dataset from observatory_roll_call r
      join observatory_file f on f.org_id = r.org_id and f.id = r.file_id and f.superseded_by is null
     where r.org_id = ${tx.actor.orgId}::uuid and r.symbol = ${symbol} and r.body = ${body} and r.id <> ${id}::uuid
       and r.file_id <> ${file.id}::uuid and f.dataset not in ('voeten-rollcalls', 'unvotes-rollcalls', 'unvotes-issues', 'hrc-resolutions')
     order by f.dataset limit 10`.execute(tx.sql)
  return rows
}
