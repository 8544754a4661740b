import type { ReactNode } from 'react'
import type { Language } from '#platform/i18n'
import { can } from '#platform/access'
import type { Tx } from '#platform/records'
import { newPosition } from '../addresses.ts'
import { positionWords } from '../messages.ts'
import { positionsOn } from '../queries/read-positions.ts'
import { PositionsTable } from './positions-table.tsx'

/**
 * The positions on the text of a roll call, for its page, with the way to enter one. Null where there is none and the
 * reader may not enter any. One query.
 */
export async function positionsBeside(
  tx: Tx,
  matter: { readonly symbols: readonly string[]; readonly rollCall?: string },
  language: Language,
): Promise<ReactNode | null> {
  const rows = await positionsOn(tx, matter)
  const mayWrite = can(tx.actor, 'write')
  if (rows.length === 0 && !mayWrite) return null
  const w = positionWords(language)
  const [symbol] = matter.symbols.filter((one) => one !== '')
  return (
    <>
      {rows.length === 0 ? (
        <p className="quiet">{w('beside_none')}</p>
      ) : (
        <PositionsTable {...{ tx, rows, language }} />
      )}
      {mayWrite ? (
        <p>
          <a href={newPosition(symbol === undefined ? { roll_call: matter.rollCall } : { symbol })}>
            {w('new')}
          </a>
        </p>
      ) : null}
    </>
  )
}
