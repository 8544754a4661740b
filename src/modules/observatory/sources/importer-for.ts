import type { Tx } from '#platform/records'
import { savedImporter } from '../indicators/profiles/saved.ts'
import type { DatasetImporter } from './importer.ts'
import { importerOf } from './recognise.ts'

/**
 * The importer of a kind: one that ships, or a saved profile of the organisation.
 *
 * @throws Problem `malformed` naming the kinds that there are
 */
export async function importerFor(
  tx: Tx,
  importers: readonly DatasetImporter[],
  kind: string,
): Promise<DatasetImporter> {
  if (importers.some(({ dataset }) => dataset === kind)) return importerOf(importers, kind)
  return (await savedImporter(tx, kind)) ?? importerOf(importers, kind)
}
