import { can } from '#platform/access'
import { renderPdf } from '#platform/documents'
import { type Visit, download, route } from '#platform/http'
import { label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { readRecords } from '#platform/records'
import { writeOwnCell } from '#platform/tabular'
import { Button, FormActions, LinkButton, Notice, Section, Table, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { type Period, readPeriod } from './count-year.ts'
import { words } from './messages.ts'
import { type Figure, countFigure, readFigures } from './year-figures.ts'

const path = '/workspace/figures'

const periodOf = (visit: Visit): Period =>
  readPeriod(visit.url.searchParams.get('from') ?? '', visit.url.searchParams.get('to') ?? '')

const queryOf = (period: Period, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({ ...period, ...more }).toString()

const methodOf = (visit: Visit): readonly string[] => {
  const w = words(visit.language)
  const when = new Date().toISOString().slice(0, 10)
  return [
    w('method_1'),
    w('method_2'),
    w('method_3'),
    w('method_4'),
    ...visit.house.figures.flatMap(({ method }) => (method ? [label(method, visit.language)] : [])),
    w('method_5', { who: visit.session?.actor.name ?? '', when }),
  ]
}

/** Every number that is told, by figure: those of the breakdown, then the total. */
const rowsOf = (visit: Visit, figures: readonly Figure[]) => {
  const w = words(visit.language)
  const say = (told: number | null) => (told === null ? w('small') : String(told))
  return figures.flatMap(({ measure, title, cells, total }) => [
    ...cells.map((cell) => ({ measure, key: cell.key, title, label: cell.label, told: say(cell.told) })),
    { measure, key: '', title, label: w('total'), told: say(total) },
  ])
}

const page = route({
  method: 'get',
  path,
  may: 'read',
  handle: async (visit) => {
    const w = words(visit.language)
    let period: Period
    let wrong: string | undefined
    try {
      period = periodOf(visit)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      wrong = error.explanation?.[visit.language]
      period = readPeriod('', '')
    }
    return visit.within(async (tx) => {
      const figures = await readFigures(tx, period, visit.language, visit.house.figures)
      return workspacePage(visit, {
        title: w('title'),
        lede: w('lede'),
        ...(wrong && { status: 422, notices: <Notice kind="warning">{wrong}</Notice> }),
        children: (
          <>
            <form method="get" action={path}>
              <TextInput id="from" name="from" label={w('from')} value={period.from} short maxLength={10} />
              <TextInput id="to" name="to" label={w('to')} value={period.to} short maxLength={10} />
              <FormActions>
                <Button kind="primary">{w('show')}</Button>
                {can(tx.actor, 'export') ? (
                  <>
                    <LinkButton href={`${path}/csv?${queryOf(period)}`} download>
                      {w('csv')}
                    </LinkButton>
                    <LinkButton href={`${path}/pdf?${queryOf(period)}`} download>
                      {w('pdf')}
                    </LinkButton>
                  </>
                ) : null}
              </FormActions>
            </form>
            {figures.map((figure) => (
              <Section key={figure.measure} id={figure.measure} title={figure.title}>
                {figure.cells.length === 0 ? (
                  <p className="quiet">{w('none')}</p>
                ) : (
                  <Table
                    caption={figure.title}
                    captionHidden
                    columns={[
                      { key: 'of', label: w('of'), heading: true },
                      { key: 'count', label: w('count'), numeric: true },
                    ]}
                    rows={rowsOf(visit, [figure]).map((row) => ({
                      key: row.key || 'total',
                      cells: {
                        of: row.label,
                        count: (
                          <a href={`${path}/rows?${queryOf(period, { figure: row.measure, of: row.key })}`}>
                            {row.told}
                          </a>
                        ),
                      },
                    }))}
                  />
                )}
              </Section>
            ))}
            <Section title={w('method')} id="method">
              <ul className="list">
                {methodOf(visit).map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </Section>
          </>
        ),
      })
    })
  },
})

const mostRows = 1_000

const rows = route({
  method: 'get',
  path: `${path}/rows`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = words(visit.language)
      const period = periodOf(visit)
      const { searchParams } = visit.url
      const figure = await countFigure(
        tx,
        searchParams.get('figure') ?? '',
        period,
        visit.language,
        visit.house.figures,
      )
      if (!figure) throw new Problem('not_found')
      const of = searchParams.get('of') ?? ''
      const cells = figure.cells.filter(({ key }) => of === '' || key === of)
      const ids = [...new Set(cells.flatMap((cell) => cell.ids))]
      const records = await readRecords(tx, ids.slice(0, mostRows))
      const title = `${figure.title}${of ? `: ${cells[0]?.label ?? of}` : ''}`
      return workspacePage(visit, {
        title,
        lede: `${period.from} – ${period.to} (${ids.length})`,
        breadcrumbs: [{ href: `${path}?${queryOf(period)}`, label: w('title') }],
        children: (
          <ul className="list">
            {records.map((record) => (
              <li key={record.id}>
                <a href={`/workspace/record/${record.id}`} dir="auto">
                  {record.title || record.id.slice(-6)}
                </a>
              </li>
            ))}
          </ul>
        ),
      })
    }),
})

/** The figures as they leave, on the ledger before the first byte. */
async function leaving(visit: Visit, format: string) {
  const period = periodOf(visit)
  const figures = await visit.within(async (tx) => {
    await writeLedger(tx, 'export.run', null, { figures: true, format, ...period })
    return readFigures(tx, period, visit.language, visit.house.figures)
  })
  return { period, figures, name: `figures-${period.from}-${period.to}` }
}

const csv = route({
  method: 'get',
  path: `${path}/csv`,
  may: 'export',
  handle: async (visit) => {
    const w = words(visit.language)
    const { period, figures, name } = await leaving(visit, 'csv')
    const cell = (text: string) => `"${writeOwnCell(text).replaceAll('"', '""')}"`
    const lines = [
      [w('figure'), w('of'), w('count'), w('from'), w('to')],
      ...rowsOf(visit, figures).map((row) => [row.title, row.label, row.told, period.from, period.to]),
      ...methodOf(visit).map((one) => [w('method'), one, '', '', '']),
    ]
    const text = lines.map((line) => line.map(cell).join(',')).join('\r\n')
    return download(`\ufeff${text}\r\n`, `${name}.csv`, 'text/csv; charset=utf-8')
  },
})

const pdf = route({
  method: 'get',
  path: `${path}/pdf`,
  may: 'export',
  handle: async (visit) => {
    const w = words(visit.language)
    const { period, figures, name } = await leaving(visit, 'pdf')
    const { bytes, mediaType } = await renderPdf({
      form: 'report',
      title: w('title'),
      subtitle: `${period.from} – ${period.to}`,
      language: visit.language,
      date: new Date().toISOString().slice(0, 10),
      body: [
        ...figures.flatMap((figure) => [
          { kind: 'heading' as const, level: 1 as const, text: figure.title },
          figure.cells.length === 0
            ? { kind: 'paragraph' as const, text: w('none') }
            : {
                kind: 'table' as const,
                columns: [{ label: w('of') }, { label: w('count'), align: 'end' as const }],
                rows: rowsOf(visit, [figure]).map((row) => [row.label, row.told]),
              },
        ]),
        { kind: 'heading', level: 1, text: w('method') },
        { kind: 'list', items: methodOf(visit).map((text) => ({ text })) },
      ],
    })
    return download(new Uint8Array(bytes), `${name}.pdf`, mediaType)
  },
})

/** The figures of a period, the records behind each, and the files. */
export const figuresRoutes = [page, rows, csv, pdf]
