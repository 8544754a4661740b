import { sql } from 'kysely'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { refuseFile } from '../../files/refusal.ts'
import type { Decided, ReadRollCall, RollCallDetails, RollCallKind } from '../roll-call.ts'

/** The descriptions of roll calls, by their number in the source, from the file of them that is in use. */
export interface Descriptions {
  readonly fileId: string
  readonly name: string
  readonly byKey: ReadonlyMap<string, ReadRollCall>
}

interface Row {
  readonly key: string
  readonly body: string
  readonly day: string
  readonly session: string
  readonly symbol: string
  readonly kind: RollCallKind
  readonly decided: Decided
  readonly title: string
  readonly agenda: string
  readonly agendaTitle: string
  readonly topics: readonly string[]
  readonly details: RollCallDetails
  readonly yes: number | null
  readonly no: number | null
  readonly abstain: number | null
  readonly silent: number | null
  readonly total: number | null
  readonly row: number
}

/** Descriptions of a dataset that were read before; null when there are none. */
export async function readDescriptions(tx: Tx, dataset: string): Promise<Descriptions | null> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows: files } = await sql<{ readonly id: string; readonly name: string }>`
    select id, name from observatory_file
     where org_id = ${org} and dataset = ${dataset} and superseded_by is null
     order by imported_at desc limit 1`.execute(tx.sql)
  const file = files[0]
  if (!file) return null
  const { rows } = await sql<Row>`
    select key, body, held_on::text as day, session, symbol, kind, decided, title, agenda, agenda_title as "agendaTitle", topics,
           details, said_yes as yes, said_no as no, said_abstain as abstain, said_silent as silent, said_total as total,
           source_row as row
      from observatory_roll_call where org_id = ${org} and file_id = ${file.id}::uuid`.execute(tx.sql)
  const byKey = rows.map(
    ({ yes, no, abstain, silent, total, ...rest }) =>
      [
        rest.key,
        {
          ...rest,
          details: { ...rest.details, described: rest.details.described ?? file.id },
          said: { yes, no, abstain, silent, total },
          ballots: null,
        },
      ] as const,
  )
  return { fileId: file.id, name: file.name, byKey: new Map(byKey) }
}

/** The other file must be read first. */
export const refuseWithoutDescriptions = (file: string, first: string, command: string): Problem =>
  refuseFile(
    { file },
    {
      en: `it holds votes only; what was voted on is in ${first}, which was not read yet`,
      es: `contiene solo votos; lo que se votó está en ${first}, que aún no se leyó`,
      ca: `només conté vots; el que es va votar és a ${first}, que encara no s'ha llegit`,
    },
    {
      en: `Import that one first (${command}), then this one.`,
      es: `Importe primero ese (${command}) y después este.`,
      ca: `Importeu primer aquell (${command}) i després aquest.`,
    },
  )

/** A vote in a roll call that no description knows. */
export const refuseUndescribed = (file: string, row: number, key: string, descriptions: string): Problem =>
  refuseFile(
    { file, row },
    {
      en: `it votes in roll call ${key}, which is not in ${descriptions}`,
      es: `vota en la votación ${key}, que no figura en ${descriptions}`,
      ca: `vota en la votació ${key}, que no és a ${descriptions}`,
    },
    {
      en: 'Use the two files of the same edition.',
      es: 'Use los dos archivos de la misma edición.',
      ca: 'Feu servir els dos fitxers de la mateixa edició.',
    },
  )

/** A state that votes in two ways in one roll call. */
export const refuseTwoVotes = (file: string, row: number, state: string, key: string): Problem =>
  refuseFile(
    { file, row },
    {
      en: `${state} votes a second time, and otherwise, in roll call ${key}`,
      es: `${state} vota por segunda vez, y de otro modo, en la votación ${key}`,
      ca: `${state} vota per segona vegada, i d’una altra manera, a la votació ${key}`,
    },
    keepOne,
  )

/** A roll call that stands in a file of descriptions a second time. */
export const refuseTwice = (file: string, row: number, key: string): Problem =>
  refuseFile(
    { file, row },
    {
      en: `roll call ${key} stands a second time`,
      es: `la votación ${key} figura por segunda vez`,
      ca: `la votació ${key} hi és per segona vegada`,
    },
    keepOne,
  )

const keepOne: Labels = {
  en: 'Keep the row that is right and take the other out.',
  es: 'Conserve la fila correcta y quite la otra.',
  ca: 'Conserveu la fila correcta i traieu-ne l’altra.',
}

export const expected = {
  day: { en: 'a day (2024-03-31)', es: 'un día (2024-03-31)', ca: 'un dia (2024-03-31)' },
  number: { en: 'a whole number', es: 'un número entero', ca: 'un nombre enter' },
  undlVote: {
    en: 'a vote (Y yes, N no, A abstention, X or NV not voting, or blank)',
    es: 'un voto (Y sí, N no, A abstención, X o NV no votó, o vacío)',
    ca: 'un vot (Y sí, N no, A abstenció, X o NV no va votar, o buit)',
  },
  councilVote: {
    en: 'a vote (Y yes, N no, A abstain, . absent, or blank)',
    es: 'un voto (Y sí, N no, A abstención, . ausente, o vacío)',
    ca: 'un vot (Y sí, N no, A abstenció, . absent, o buit)',
  },
  voetenVote: {
    en: 'a vote (1 yes, 2 abstain, 3 no, 8 absent, 9 not a member)',
    es: 'un voto (1 sí, 2 abstención, 3 no, 8 ausente, 9 no miembro)',
    ca: 'un vot (1 sí, 2 abstenció, 3 no, 8 absent, 9 no membre)',
  },
  unvotesVote: {
    en: 'a vote (yes, no, abstain)',
    es: 'un voto (yes, no, abstain)',
    ca: 'un vot (yes, no, abstain)',
  },
} as const satisfies Record<string, Labels>
