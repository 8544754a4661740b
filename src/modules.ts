import { advocacy } from '#modules/advocacy'
import { approvals } from '#modules/approvals'
import { casework } from '#modules/casework'
import { ledger } from '#modules/ledger'
import { observatory } from '#modules/observatory'
import { people } from '#modules/people'
import { programmes } from '#modules/programmes'
import { publishing } from '#modules/publishing'
import { registry } from '#modules/registry'
import { settings } from '#modules/settings'
import { sharing } from '#modules/sharing'
import type { Module } from '#platform/house'

/** The rooms of the house, in the order in which they were built upon each other. */
export const modules: readonly Module[] = [
  people,
  registry,
  casework,
  advocacy,
  observatory,
  programmes,
  publishing,
  settings,
  ledger,
  approvals,
  sharing,
]
