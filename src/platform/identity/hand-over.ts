import { type Transaction, sql } from 'kysely'
import type { Actor } from '#platform/access'
import { type Tables, isId } from '#platform/db'
import { Problem } from '#platform/problem'

/** The transaction of an administrator; the database checks that it is one. */
interface Tx {
  readonly sql: Transaction<Tables>
  readonly actor: Actor
}

/**
 * How many restricted records a person who no longer works here held, that nobody here can open any more. To
 * administrators alone; they are told nothing else of them.
 */
export async function countOrphaned(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{
    count: string | null
  }>`select orphaned_count(${personId}::uuid) as count`.execute(tx.sql)
  return Number(rows[0]?.count ?? 0)
}

/**
 * Lets another person into those records, for good; each is on the ledger. The administrator reads none of them, and
 * names themselves only where nobody else is left. Gives how many.
 */
export async function handOver(tx: Tx, personId: string, heirId: string): Promise<number> {
  if (!isId(heirId)) throw new Problem('conflict', { explanation: nobody })
  try {
    const { rows } = await sql<{ count: string }>`
      select hand_over(${personId}::uuid, ${heirId}::uuid) as count`.execute(tx.sql)
    return Number(rows[0]?.count ?? 0)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (/people: not oneself/.test(message))
      throw new Problem('conflict', { explanation: oneself, cause: error })
    if (/people: not there/.test(message))
      throw new Problem('conflict', { explanation: nobody, cause: error })
    if (/people: administrators only/.test(message)) throw new Problem('forbidden', { cause: error })
    throw error
  }
}

const oneself = {
  en: 'Name a colleague: an administrator does not let themselves in.',
  es: 'Indique a otra persona del equipo: una administradora no se da acceso a sí misma.',
  ca: 'Indiqueu una altra persona de l’equip: una administradora no es dona accés a si mateixa.',
} as const
const nobody = {
  en: 'Choose a person who works here and may write.',
  es: 'Elija a una persona que trabaje aquí y pueda escribir.',
  ca: 'Trieu una persona que treballi aquí i pugui escriure.',
} as const
