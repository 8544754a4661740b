import { type Transaction, sql } from 'kysely'
import { Problem } from '#platform/problem'
import type { Database } from './connect.ts'
import type { Tables } from './tables.ts'

/** Who is asking, as far as the database is concerned. */
export interface Asker {
  readonly orgId: string
  readonly accountId: string
}

/**
 * One transaction in which the database knows who is asking and shows nothing else; commits when `action`
 * returns, rolls back when it throws. Connection failures and a full disk become Problems a person can read.
 */
export async function withAsker<Result>(
  db: Database,
  asker: Asker,
  action: (sql: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction().execute(async (trx) => {
      await sql`select set_config('amparo.org', ${asker.orgId}, true), set_config('amparo.account', ${asker.accountId}, true)`.execute(
        trx,
      )
      return action(trx)
    })
  } catch (error) {
    throw databaseProblem(error)
  }
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  // No connection left to give.
  '53300',
])

// Refused by the database itself, whatever path led there: see migrations/0005_retention.sql.
const underHold = {
  en: 'This is under legal hold: it cannot be put in the trash, merged away, removed or have its files erased until the hold is lifted.',
  es: 'Esto está en retención legal: no puede ir a la papelera, unirse a otro, eliminarse ni perder sus archivos hasta que se levante la retención.',
  ca: 'Això està en retenció legal: no pot anar a la paperera, unir-se a un altre, suprimir-se ni perdre els fitxers fins que s’aixequi la retenció.',
} as const

// Refused by the database itself, drafts included: see migrations/0026_publications.sql. The words are the writer's own.
const underSilence = (named: string) => ({
  en: `This names somebody of whom silence is asked, or of whom nothing has been decided yet${named && ` (${named})`}. Nothing for the public may, not even a draft. Take the name out, or ask whoever follows the case.`,
  es: `Esto nombra a alguien de quien se pide silencio, o de quien todavía no se decidió${named && ` (${named})`}. Nada público puede hacerlo, ni un borrador. Quite el nombre o consulte a quien lleva el caso.`,
  ca: `Això anomena algú de qui es demana silenci, o de qui encara no s’ha decidit${named && ` (${named})`}. Res públic no ho pot fer, ni un esborrany. Traieu el nom o consulteu qui porta el cas.`,
})

// Text that is no id, number or valid string of characters where the database wants one: the asker's, not ours.
const unreadable = new Set(['22P02', '22003', '22021', '22P05', '22007', '22008'])

/** The Problem for a failure of the database itself; any other error as it came. */
export function databaseProblem(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === '23001' && error.message.startsWith('retention: under legal hold'))
    return new Problem('conflict', { explanation: underHold, cause: error })
  if (code === '23514' && error.message.startsWith('silence: ')) {
    const { detail = '', hint = 'people' } = error as { detail?: string; hint?: string }
    return new Problem('invalid', { fields: [{ field: hint, message: underSilence(detail) }], cause: error })
  }
  if (unreadable.has(code)) return new Problem('malformed', { cause: error })
  if (code === '53100' || code === 'ENOSPC') return new Problem('full', { cause: error })
  if (
    unreachable.has(code) ||
    /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message)
  )
    return new Problem('unavailable', { cause: error })
  return error
}
