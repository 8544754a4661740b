import { defineRoom } from '../room.ts'
import { shippedTables } from './profiles/index.ts'
import { tableImporter } from './table-importer.ts'

/** Measures of states by year: brought in from tables, shown, compared. */
export const indicatorsRoom = defineRoom({
  importers: shippedTables.map(tableImporter),
})
