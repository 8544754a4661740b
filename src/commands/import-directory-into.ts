import { type DirectoryImport, type DirectoryRow, certainPart, importDirectory } from '#modules/registry'
import type { Config } from '#platform/config'
import { withRequest } from '#platform/records'
import { asOperator } from './as-operator.ts'

/** Makes the records, as the organisation's operator or as the person named. */
export const importInto = (
  config: Config,
  given: { readonly org: string; readonly as: string | undefined },
  rows: readonly DirectoryRow[],
  source: Parameters<typeof importDirectory>[2],
): Promise<DirectoryImport> =>
  asOperator(config, { ...given, command: 'import directory' }, (house, actor) =>
    withRequest(house, actor, (tx) => importDirectory(tx, rows.map(certainPart), source)),
  )
