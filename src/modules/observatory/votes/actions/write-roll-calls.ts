import { sql } from 'kysely'
import { newId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { ballotText, countSheet } from '../ballot.ts'
import type { ReadRollCall } from '../roll-call.ts'

/** Rows of one statement: some 1.5 MB. */
const batch = 500

/**
 * Writes the roll calls of a file, in the order given. The ballots go as text: half a million numbers in JSON would cost
 * seconds to take apart.
 *
 * @throws Problem for a roll call without a number that can be one
 */
export async function writeRollCalls(
  tx: Tx,
  fileId: string,
  rollCalls: readonly ReadRollCall[],
): Promise<void> {
  for (let from = 0; from < rollCalls.length; from += batch) {
    const rows = rollCalls.slice(from, from + batch).map(rowOf)
    await sql`
      insert into observatory_roll_call (org_id, id, file_id, key, body, held_on, session, symbol, kind, decided, title, agenda,
        agenda_title, topics, details, ballots, ballot_rows, yes, no, abstain, silent, said_yes, said_no, said_abstain,
        said_silent, said_total, source_row)
      select ${tx.actor.orgId}::uuid, x.id, ${fileId}::uuid, x.key, x.body, x.held_on, x.session, x.symbol, x.kind, x.decided,
        x.title, x.agenda, x.agenda_title, x.topics, x.details, x.ballots, x.ballot_rows::int[], x.yes, x.no, x.abstain,
        x.silent, x.said_yes, x.said_no, x.said_abstain, x.said_silent, x.said_total, x.source_row
      from jsonb_to_recordset(${JSON.stringify(rows, withoutNul)}::jsonb) as x (id uuid, key text, body text, held_on date, session text,
        symbol text, kind text, decided text, title text, agenda text, agenda_title text, topics text[], details jsonb,
        ballots text, ballot_rows text, yes int, no int, abstain int, silent int, said_yes int, said_no int,
        said_abstain int, said_silent int, said_total int, source_row int)`.execute(tx.sql)
  }
}

/** The database keeps no NUL; a damaged file may have some. */
const withoutNul = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.includes('\u0000') ? value.replaceAll('\u0000', '') : value

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

function rowOf(one: ReadRollCall) {
  if (one.key.length > 200 || one.key === '')
    throw new Problem('malformed', {
      explanation: {
        en: `Row ${one.row}: the number of the roll call is not one (${one.key.slice(0, 40)}). Check that this is the right file.`,
        es: `Fila ${one.row}: el número de la votación no lo es (${one.key.slice(0, 40)}). Verifique que sea el archivo correcto.`,
        ca: `Fila ${one.row}: el número de la votació no ho és (${one.key.slice(0, 40)}). Comproveu que és el fitxer correcte.`,
      },
    })
  const counts = one.ballots ? countSheet(one.ballots) : { yes: null, no: null, abstain: null, silent: null }
  return {
    id: newId(),
    key: one.key,
    body: one.body,
    held_on: one.day,
    session: cut(one.session, 100),
    symbol: cut(one.symbol, 300),
    kind: one.kind,
    decided: one.decided,
    title: cut(one.title, 4000),
    agenda: one.agenda,
    agenda_title: cut(one.agendaTitle, 4000),
    topics: one.topics,
    details: Object.fromEntries(
      Object.entries(one.details).filter(([, value]) => value !== undefined && value !== ''),
    ),
    ballots: one.ballots ? ballotText(one.ballots) : null,
    ballot_rows: one.ballots ? `{${one.ballots.rows.join(',')}}` : null,
    ...counts,
    said_yes: one.said.yes,
    said_no: one.said.no,
    said_abstain: one.said.abstain,
    said_silent: one.said.silent,
    said_total: one.said.total,
    source_row: one.row,
  }
}
