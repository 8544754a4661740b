import { can } from '#platform/access'
import { type Visit, download } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { csvAnswer } from '../states/csv.ts'

/** A chart that can leave as a file. */
export interface ChartFile {
  /** The name of the file, without its ending. */
  readonly name: string
  /** The picture as a document of its own; none: only its numbers can leave. */
  readonly svg?: (() => string) | undefined
  /** Its numbers, the first row naming the columns. */
  readonly rows: () => readonly (readonly (string | number | null)[])[]
}

const formats = ['csv', 'svg', 'png'] as const

/**
 * The file that `?format=csv|svg|png` asks for, on the ledger since it leaves; null when the address asks for the page.
 * A page calls this first: the same choices of the address give page, picture and numbers.
 *
 * @throws Problem `forbidden` for whoever may not export, `not_found` for a format that there is not
 */
export async function chartFile(visit: Visit, tx: Tx, chart: ChartFile): Promise<Response | null> {
  const asked = visit.url.searchParams.get('format')
  if (asked === null) return null
  const format = formats.find((one) => one === asked)
  if (!format || (format !== 'csv' && !chart.svg)) throw new Problem('not_found')
  if (!can(tx.actor, 'export')) throw new Problem('forbidden')
  if (format === 'csv') return csvAnswer(tx, chart.name, chart.rows())
  const svg = chart.svg?.() ?? ''
  await writeLedger(tx, 'export.run', null, { figures: chart.name, format })
  if (format === 'svg') return download(svg, `${chart.name}.svg`, 'image/svg+xml')
  const { svgToPng } = await import('./chart-picture.ts')
  return download(await svgToPng(svg), `${chart.name}.png`, 'image/png')
}

/** Links to the files of the chart that the address shows. */
export function FileLinks({
  visit,
  tx,
  label,
  pictures = true,
}: {
  readonly visit: Pick<Visit, 'url'>
  readonly tx: Pick<Tx, 'actor'>
  /** Before the links: "As a file". */
  readonly label: string
  readonly pictures?: boolean | undefined
}) {
  if (!can(tx.actor, 'export')) return null
  const href = (format: string) => {
    const query = new URLSearchParams(visit.url.searchParams)
    query.set('format', format)
    return `${visit.url.pathname}?${query}`
  }
  return (
    <p className="quiet">
      {label}
      {': '}
      {formats
        .filter((format) => pictures || format === 'csv')
        .map((format, i) => (
          <span key={format}>
            {i > 0 ? ' · ' : ''}
            <a href={href(format)} download>
              {format.toUpperCase()}
            </a>
          </span>
        ))}
    </p>
  )
}
