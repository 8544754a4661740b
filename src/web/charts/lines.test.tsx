import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { LineChart, lineChartSvg } from './line-chart.tsx'
import { bandsOf, spreadLabels, stretches } from './line-shape.ts'
import { ClassStrip, classStripSvg } from './class-strip.tsx'
import { Matrix, matrixSvg } from './matrix.tsx'
import { Scatter, scatterSvg } from './scatter.tsx'
import { smallMultiplesSvg } from './small-multiples.tsx'

const format = (value: number) => value.toFixed(2)
const line = {
  key: 'ARG',
  label: 'Argentina',
  points: [
    { x: 2000, y: 0.5, low: 0.4, high: 0.6, href: '/v/2000' },
    { x: 2001, y: 0.6, low: 0.5, high: 0.7 },
    { x: 2002, y: null },
    { x: 2003, y: 0.7 },
    { x: 2006, y: 0.8 },
    { x: 2007, y: 0.9 },
  ],
}

describe('a line', () => {
  test('is broken by a missing value and by missing years, never drawn across', () => {
    expect(stretches(line).map((part) => part.map(({ x }) => x))).toEqual([
      [2000, 2001],
      [2003],
      [2006, 2007],
    ])
  })

  test('of every second year is whole', () => {
    const points = [2004, 2006, 2008, 2012].map((x) => ({ x, y: 1 }))
    expect(stretches({ key: 'x', label: 'x', points }).map((part) => part.length)).toEqual([3, 1])
  })

  test('has a band only where both bounds are known', () => {
    const same = (value: number) => value
    const [first = [], second = []] = stretches(line)
    expect(bandsOf(first, same, same)).toBe('M2000 0.6L2001 0.7L2001 0.5L2000 0.4z')
    expect(bandsOf(second, same, same)).toBe('')
  })

  test('labels are moved apart and stay inside', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }), (at) => {
        const placed = spreadLabels(at, 15, 0, 300).toSorted((a, b) => a - b)
        for (const [i, place] of placed.entries()) {
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(300)
          if (i > 0) expect(place - (placed[i - 1] ?? 0)).toBeGreaterThanOrEqual(15)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('a line chart', () => {
  const content = { lines: [line], labels: { x: 'Year', y: 'Index' }, format, bounds: [0, 1] as const }

  test('opens its values from the mark and the table, writes intervals, and a dash for what is missing', () => {
    const page = renderToStaticMarkup(<LineChart {...content} title="Index" tableCaption="Values" />)
    expect(page.match(/href="\/v\/2000"/g)).toHaveLength(2)
    expect(page).toContain('0.50 (0.40–0.60)')
    expect(page).toContain('<bdi>2002</bdi></th><td role="cell" class="n" data-label="Argentina">–')
    expect(page).not.toContain('style=')
  })

  test('as a document has its title and notes, no link, no style, no variable colour', () => {
    const svg = lineChartSvg({ ...content, title: 'A & B', notes: ['V-Dem 15, until 2024'] })
    expect(svg).toContain('A &amp; B')
    expect(svg).toContain('V-Dem 15, until 2024')
    expect(svg).not.toMatch(/<a |style=|class=|var\(/)
  })

  test('without any value is empty, and no error', () => {
    expect(lineChartSvg({ ...content, lines: [], title: 'Nothing' })).toContain('Nothing')
    expect(
      lineChartSvg({ ...content, lines: [{ ...line, points: [{ x: 1, y: null }] }], title: 'N' }),
    ).not.toContain('NaN')
  })
})

describe('a matrix', () => {
  const sides = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ key: `k${i}`, label: `State ${i}` }))
  const of = (count: number) => ({
    rows: sides(count),
    columns: sides(count),
    value: (i: number, j: number) => (i === j ? null : ((i * 7 + j * 3) % 11) / 10),
    bounds: [0, 1] as const,
    format,
  })

  test('of a few states has a cell and a number for each two, which open', () => {
    const page = renderToStaticMarkup(
      <Matrix
        {...of(3)}
        title="Agreement"
        tableCaption="Numbers"
        labels={{ row: 'State', least: 'never', most: 'always' }}
        href={(i, j) => `/p/${i}/${j}`}
      />,
    )
    expect(page).toContain('<title>State 0, State 1: 0.30</title>')
    expect(page.match(/href="\/p\/0\/1"/g)).toHaveLength(2)
    expect(page.match(/>–</g)).toHaveLength(3)
  })

  test('of all states stays a picture of moderate size', () => {
    const svg = matrixSvg({ ...of(193), title: 'All' })
    expect(svg.length).toBeLessThan(1_500_000)
    expect(svg.match(/<path/g)?.length).toBeLessThanOrEqual(10)
  })

  test('with a middle is of two colours', () => {
    const svg = matrixSvg({ ...of(4), bounds: [-1, 1], middle: 0.5, title: 'Two' })
    expect(svg).toContain('#0a4650')
    expect(svg).toContain('#8c2a14')
  })
})

describe('a scatter', () => {
  const content = {
    points: [
      { key: 'a', label: 'Aa', x: 1, y: 2, href: '/a' },
      { key: 'b', label: 'Bb', x: 3, y: 4, named: true },
    ],
    labels: { point: 'State', x: 'Left', y: 'Right' },
    formatX: format,
    formatY: format,
  }
  test('has a mark and a row for each, and writes the chosen', () => {
    const page = renderToStaticMarkup(<Scatter {...content} title="Two" tableCaption="Both" />)
    expect(page).toContain('<title>Aa: 1.00, 2.00</title>')
    expect(page).toContain('>Bb</text>')
    expect(page.match(/href="\/a"/g)).toHaveLength(2)
  })
  test('of nothing, or of one value alone, has no impossible place', () => {
    expect(scatterSvg({ ...content, title: 'none', points: [] })).not.toContain('NaN')
    expect(scatterSvg({ ...content, title: 'one', points: content.points.slice(0, 1) })).not.toContain('NaN')
  })
})

test('small drawings share their scales, and a lone value is a mark', () => {
  const svg = smallMultiplesSvg({
    lines: [line, { key: 'X', label: 'X', points: [{ x: 2000, y: 0.5 }] }],
    labels: { x: 'Year', y: 'Index' },
    format,
    title: 'Many',
  })
  expect(svg).toContain('<title>X, 2000: 0.50</title>')
  expect(svg).toContain('2007: 0.90')
})

test('a strip of classes names each, and draws nothing in a year without one', () => {
  const spans = [
    { from: 1980, to: 1983, place: 0, label: 'closed' },
    { from: 1990, to: 1995, place: 1, label: 'open' },
  ]
  const page = renderToStaticMarkup(
    <ClassStrip
      spans={spans}
      classes={['closed', 'open']}
      title="Regime"
      tableCaption="Years"
      labels={{ from: 'From', to: 'To', of: 'Regime' }}
    />,
  )
  expect(page).toContain('<title>1980–1983: closed</title>')
  expect(page.match(/<rect/g)).toHaveLength(2)
  expect(classStripSvg({ spans: [], classes: [], title: 'none' })).toContain('none')
})
