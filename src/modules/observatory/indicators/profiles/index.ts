import { owid, rsf } from './press-and-charts.ts'
import { freedomHouse, freedomHouseScores } from './freedom-house.ts'
import { bti, eiu, wgi } from './governance.ts'
import { fariss, lied, polity5, pts } from './lasting-scales.ts'
import type { ShippedTable } from './shipped-table.ts'
import { demspaces, ert, vdem, vdemFreedoms } from './vdem.ts'

/** The tables of publishers that the program reads, in the order in which a file is offered to them. */
export const shippedTables: readonly ShippedTable[] = [
  vdemFreedoms,
  demspaces,
  ert,
  vdem,
  freedomHouseScores,
  freedomHouse,
  bti,
  eiu,
  wgi,
  polity5,
  lied,
  fariss,
  pts,
  rsf,
  owid,
]

export type { ShippedTable } from './shipped-table.ts'
