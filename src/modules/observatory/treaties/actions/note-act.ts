import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { treatyById } from '#catalogue/treaties'
import { newId } from '#platform/db'
import { labels } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { type FieldProblem, Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { dayOfAddress } from '../../states/day-text.ts'
import { stateOf } from '../../states/state-of.ts'
import { actKinds } from '../act.ts'
import { ownDataset } from '../queries/read-acts.ts'
import { writeActs } from './write-acts.ts'

/** What a person found of a state and a treaty, and where. */
export interface ActGiven {
  readonly treaty: string
  readonly polity: string
  readonly act: string
  readonly doneOn: string
  readonly article: string
  readonly text: string
  readonly source: string
}

const act = z.enum(actKinds)

function isDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return Number(text) >= 1900 && Number(text) <= 2100
  if (/^\d{4}-\d{2}$/.test(text)) return dayOfAddress(`${text}-01`) !== null
  return dayOfAddress(text) !== null
}

/**
 * Notes by hand what a state did towards a treaty, with its source. The same act of the same state and article takes the
 * place of what was noted before; that stays readable. Gives the id of the note.
 *
 * @throws Problem `invalid` by field; `not_found` for a treaty or state that is none
 */
export async function noteAct(tx: Tx, given: ActGiven): Promise<string> {
  const treaty = treatyById(given.treaty)
  if (!treaty) throw new Problem('not_found')
  const fields: FieldProblem[] = []
  const wrong = (field: string, en: string, es: string, ca: string) =>
    fields.push({ field, message: labels(en, es, ca) })
  const state = stateOf(given.polity)
  if (!state) wrong('polity', 'Choose a state.', 'Elija un Estado.', 'Trieu un Estat.')
  const kind = act.safeParse(given.act)
  if (!kind.success) wrong('act', 'Choose what it did.', 'Elija qué hizo.', 'Trieu què va fer.')
  if (!isDate(given.doneOn))
    wrong(
      'done_on',
      'Give a day (2007-11-08), a month (2007-11) or a year (2007).',
      'Indique un día (2007-11-08), un mes (2007-11) o un año (2007).',
      'Indiqueu un dia (2007-11-08), un mes (2007-11) o un any (2007).',
    )
  if (!/^[\w .,()-]{0,40}$/.test(given.article))
    wrong(
      'article',
      'Give a number such as 31.',
      'Indique un número como 31.',
      'Indiqueu un número com ara 31.',
    )
  if (given.source.trim().length < 3)
    wrong(
      'source',
      'Say where it can be read: an address, a document, a page.',
      'Diga dónde se puede leer: una dirección, un documento, una página.',
      'Digueu on es pot llegir: una adreça, un document, una pàgina.',
    )
  if (fields.length > 0 || !state || !kind.success) throw new Problem('invalid', { fields })
  const article = given.article.trim()
  const scope = [treaty.id, state.code, kind.data, article].filter(Boolean).join('/')
  const source = given.source.trim().slice(0, 500)
  const fileId = await putOwn(tx, {
    scope,
    source,
    content: { ...given, article },
    doneOn: given.doneOn,
    rows: 1,
  })
  await writeActs(tx, fileId, [
    {
      treaty: treaty.id,
      polity: state.code,
      act: kind.data,
      doneOn: given.doneOn,
      article,
      text: given.text.trim().slice(0, 20_000),
      row: 0,
    },
  ])
  return fileId
}

/**
 * Takes back what was noted by hand, with the reason: nothing stands in its place, and the note stays readable.
 *
 * @throws Problem `invalid` without a reason; `not_found` when it is not in use
 */
export async function takeBackAct(tx: Tx, fileId: string, reason: string): Promise<void> {
  if (reason.trim() === '')
    throw new Problem('invalid', {
      fields: [{ field: 'reason', message: labels('Say why.', 'Diga por qué.', 'Digueu per què.') }],
    })
  const { rows } = await sql<{ readonly scope: string }>`
    select scope from observatory_file
     where org_id = ${tx.actor.orgId}::uuid and id = ${fileId}::uuid and dataset = ${ownDataset} and superseded_by is null`.execute(
    tx.sql,
  )
  const [noted] = rows
  if (!noted) throw new Problem('not_found')
  await putOwn(tx, {
    scope: noted.scope,
    source: reason.trim().slice(0, 500),
    content: { takenBack: fileId, reason },
    doneOn: '',
    rows: 0,
  })
}

/** A note is a file of one row: it has a source, who and when, and what took its place. */
async function putOwn(
  tx: Tx,
  given: {
    readonly scope: string
    readonly source: string
    readonly content: unknown
    readonly doneOn: string
    readonly rows: number
  },
): Promise<string> {
  const org = sql`${tx.actor.orgId}::uuid`
  const fileId = newId()
  // With its id: noting again what was taken back is another note.
  const content = JSON.stringify({ fileId, content: given.content })
  const sha256 = createHash('sha256').update(content).digest('hex')
  await sql`insert into observatory_file (org_id, id, dataset, scope, name, size, sha256, data_until, rows, imported_by)
    values (${org}, ${fileId}::uuid, ${ownDataset}, ${`reading ${fileId}`}, ${given.source}, ${Buffer.byteLength(content)},
      ${sha256}, ${given.doneOn}, ${given.rows}, ${tx.actor.accountId}::uuid)`.execute(tx.sql)
  await sql`update observatory_file set superseded_by = ${fileId}::uuid
     where org_id = ${org} and dataset = ${ownDataset} and scope = ${given.scope} and superseded_by is null
       and id <> ${fileId}::uuid`.execute(tx.sql)
  await sql`update observatory_file set scope = ${given.scope}
     where org_id = ${org} and id = ${fileId}::uuid`.execute(tx.sql)
  await writeLedger(tx, 'observatory.import', fileId, {
    dataset: ownDataset,
    file: given.source,
    sha256,
    rows: given.rows,
  })
  return fileId
}
