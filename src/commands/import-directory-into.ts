import { type DirectoryImport, type DirectoryRow, certainPart, importDirectory } from '#modules/registry'
import type { Config } from '#platform/config'
import { findOperator } from '#platform/identity'
import { withRequest } from '#platform/records'
import { openHouse } from '../open-house.ts'

/** Makes the records, as the organisation's operator; undefined when there is no such organisation. */
export async function importInto(
  config: Config,
  slug: string,
  rows: readonly DirectoryRow[],
  source: Parameters<typeof importDirectory>[2],
): Promise<DirectoryImport | undefined> {
  const open = await openHouse(config)
  try {
    const operator = await findOperator(open.owner, slug)
    return (
      operator &&
      (await withRequest(open.house, operator, (tx) => importDirectory(tx, rows.map(certainPart), source)))
    )
  } finally {
    await open.close()
  }
}
