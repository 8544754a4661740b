import { sql } from 'kysely'
import { labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { refuseFile } from '../files/refusal.ts'
import type { DatasetImporter, FileHead, Loaded, Loading } from '../sources/importer.ts'
import { writeSeries } from './actions/write-values.ts'
import { shippedTables } from './profiles/index.ts'
import type { ShippedTable } from './profiles/shipped-table.ts'
import { readHeader } from './reading/header.ts'
import { readValues } from './reading/read-values.ts'

/** Columns that a person asks for besides; more would be a mistake. */
const mostChosen = 200

/** What reads the tables of a publisher into the observatory. `choices.columns`: further columns by name. */
export const tableImporter = (table: ShippedTable): DatasetImporter => ({
  dataset: table.dataset,
  label: table.label,
  where: table.where,
  recognises: (head) => table.recognises(head),
  load: (loading) => loadTable(table, loading),
})

async function loadTable(table: ShippedTable, loading: Loading): Promise<Loaded> {
  const { tx, fileId, path, head, progress, signal } = loading
  const columns = await readHeader(path)
  const chosen = chosenColumns(loading.choices['columns'], columns, head)
  const reading = table.reading(columns, chosen, head)
  const read = await readValues(path, reading, progress, signal)
  if (read.series.length === 0) throw refuseNothing(head.name)
  await writeSeries(tx, fileId, table.dataset, read.series, undefined, signal)
  return {
    rows: read.rows,
    dataUntil: String(read.lastYear),
    scope: table.scope?.(reading, head) ?? '',
    version: table.version(head),
    findings: read.findings,
  }
}

/**
 * Adds columns of a file that was read before, byte for byte the same: what a person chose later. Gives their names.
 *
 * @throws Problem naming a column that the file does not have, or a dataset whose columns cannot be chosen
 */
export async function addColumns(
  tx: Tx,
  dataset: string,
  given: {
    readonly fileId: string
    readonly path: string
    readonly head: FileHead
    readonly columns: readonly string[]
    readonly signal?: AbortSignal
  },
): Promise<readonly string[]> {
  const table = shippedTables.find((one) => one.dataset === dataset)
  if (!table)
    throw new Problem('malformed', {
      explanation: labels(
        `The columns of ${dataset} cannot be chosen.`,
        `Las columnas de ${dataset} no se pueden elegir.`,
        `Les columnes de ${dataset} no es poden triar.`,
      ),
    })
  const all = await readHeader(given.path)
  const { rows } = await sql<{ readonly column: string }>`
    select source_column as column from observatory_series_file
     where org_id = ${tx.actor.orgId}::uuid and file_id = ${given.fileId}::uuid`.execute(tx.sql)
  const had = new Set(rows.map(({ column }) => column))
  const chosen = chosenColumns(given.columns, all, given.head).filter((name) => !had.has(name))
  if (chosen.length === 0) return []
  const reading = table.reading(all, chosen, given.head)
  const wanted = reading.series.filter(({ column }) => chosen.includes(column))
  const read = await readValues(given.path, { ...reading, series: wanted }, undefined, given.signal)
  await writeSeries(tx, given.fileId, dataset, read.series, undefined, given.signal)
  return read.series.map(({ reading: one }) => one.column)
}

/** Columns that a person asked for, each of them in the file. */
function chosenColumns(asked: unknown, columns: readonly string[], head: FileHead): readonly string[] {
  const names = Array.isArray(asked) ? asked.filter((one): one is string => typeof one === 'string') : []
  if (names.length > mostChosen)
    throw new Problem('malformed', {
      explanation: labels(
        `${names.length} columns are too many at once; choose up to ${mostChosen}.`,
        `${names.length} columnas son demasiadas a la vez; elija hasta ${mostChosen}.`,
        `${names.length} columnes són massa alhora; trieu-ne fins a ${mostChosen}.`,
      ),
    })
  const unknown = names.filter((name) => !columns.includes(name))
  if (unknown.length > 0)
    throw refuseFile(
      { file: head.name, row: 1 },
      labels(
        `no column ${unknown.slice(0, 10).join(', ')}`,
        `no hay columna ${unknown.slice(0, 10).join(', ')}`,
        `no hi ha cap columna ${unknown.slice(0, 10).join(', ')}`,
      ),
      labels(
        'Write the name as the first row of the file does.',
        'Escriba el nombre tal como está en la primera fila.',
        'Escriviu el nom tal com és a la primera fila.',
      ),
    )
  return names
}

/** Nothing of it could be used. */
export const refuseNothing = (file: string) =>
  refuseFile(
    { file },
    labels(
      'no value of any state could be read',
      'no se pudo leer ningún valor de ningún Estado',
      "no s'ha pogut llegir cap valor de cap estat",
    ),
    labels(
      'Check that the file is complete, and that its columns hold what you expect.',
      'Verifique que el archivo esté completo y que sus columnas contengan lo que espera.',
      'Comproveu que el fitxer és complet i que les columnes contenen el que espereu.',
    ),
  )
