import type { Tx } from '#platform/records'
import { currentFiles, type SourceFile } from '../../sources/read-sources.ts'

/** Files of votes of one body, without a look into them. */
export interface PanelSource {
  readonly dataset: string
  readonly body: string
  readonly files: readonly Pick<SourceFile, 'id' | 'name' | 'version'>[]
  /** The last day that they speak of. */
  readonly to: string
}

/** Where the page of a state looks for votes, in this order: the Assembly before the Council, official files before others. */
const order: readonly (readonly [dataset: string, body: string])[] = [
  ['undl-ga', 'ga'],
  ['undl-marc', 'ga'],
  ['voeten', 'ga'],
  ['unvotes', 'ga'],
  ['hrc', 'hrc'],
  ['ohchr-marc', 'hrc'],
]

/** The files of votes that are in use, in the order in which they are to be tried. One statement. */
export async function panelSources(tx: Tx): Promise<readonly PanelSource[]> {
  const files = await currentFiles(tx, ...order.map(([dataset]) => dataset))
  const found = order.flatMap(([dataset, body]) => {
    const own = files.filter((file) => file.dataset === dataset)
    const to = own.reduce((last, { dataUntil }) => (dataUntil > last ? dataUntil : last), '')
    const rows = own.reduce((sum, file) => sum + file.rows, 0)
    return own.length > 0 && to.length === 10 ? [{ dataset, body, files: own, to, rows }] : []
  })
  // A sample, or a single session, does not stand for a body of which another source has everything.
  return found.filter(
    ({ body, rows }) => !found.some((other) => other.body === body && other.rows > rows * 2),
  )
}
