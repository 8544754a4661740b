import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Bars } from './bars.tsx'
import { layoutGraph, tangle } from './graph-layout.ts'
import { steps } from './map-steps.ts'
import { RelationGraph } from './relation-graph.tsx'
import { Timeline, type TimelineItem, timeScale } from './timeline.tsx'
import { WorldMap, worldMapSvg } from './world-map.tsx'
import { worldGeometry } from './world-geometry.ts'

const countries = [
  { numeric: '032', label: 'Argentina', count: 7, href: '/ar' },
  { numeric: '724', label: 'Spain', count: 2 },
  { numeric: '702', label: 'Singapore', count: 1, lat: 1.35, lon: 103.8 },
]

describe('the world map', () => {
  const map = renderToStaticMarkup(
    <WorldMap
      title="Cases"
      tableCaption="Cases by country"
      labels={{ place: 'Country', count: 'Cases' }}
      countries={countries}
      points={[{ code: 'x', lat: 41.4, lon: 2.2, label: 'Barcelona', count: 3 }]}
      contested={[
        { key: '238', label: 'Islas Malvinas' },
        { key: 'nowhere', label: 'Not in the atlas' },
      ]}
    />,
  )

  test('stays under 60 KB in a page and under 30 KB as a picture', () => {
    expect(map.length).toBeLessThan(60_000)
    expect(worldMapSvg({ title: 'x', scheme: 'light', countries }).length).toBeLessThan(30_000)
  })

  test('lists every number in its table, greatest first', () => {
    const rows = [...map.matchAll(/<bdi>(?:<a[^>]*>)?([^<]+)/g)].map((match) => match[1])
    expect(rows).toEqual(['Argentina', 'Barcelona', 'Spain', 'Singapore'])
  })

  test('draws a dot where the atlas has no shape, links what can be opened, names contested places as told', () => {
    expect(map.match(/<circle/g)).toHaveLength(2)
    expect(map).toContain('<a href="/ar" aria-label="Argentina: 7">')
    expect(map).toContain('Islas Malvinas')
    expect(map).not.toContain('Not in the atlas')
  })

  test('as a picture holds no link, style or script', () => {
    const svg = worldMapSvg({ title: 'A & B', scheme: 'dark', countries })
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).toContain('A &amp; B')
    expect(svg).not.toMatch(/<a |<style|<script|style=|class=/)
  })

  test('puts known cities inside their countries and nothing of Antarctica', () => {
    const { project, middle, width, height, outline } = worldGeometry(960, 1.5)
    const [x, y] = project(-34.6, -58.4) ?? [0, 0]
    const [middleX, middleY] = middle('032') ?? [0, 0]
    expect(Math.hypot(x - middleX, y - middleY)).toBeLessThan(40)
    expect(project(0, 0)?.[0]).toBeGreaterThan(width / 2 - 20)
    expect(project(0, 0)?.[0]).toBeLessThan(width / 2 + 40)
    expect(project(-85, 0)).toBeUndefined()
    expect(outline('010')).toBeUndefined()
    expect(outline('Kosovo')).toMatch(/^M\d+ \d+l/)
    expect(height).toBeGreaterThan(300)
  })

  test('paths come back to whole numbers in the plane', () => {
    const { land, width, height } = worldGeometry(960, 1.5)
    expect(land).toMatch(/^[Mlz0-9 -]+$/)
    for (const ring of land.split('z').filter(Boolean)) {
      const [start = '', moves = ''] = ring.slice(1).split('l')
      let [x = 0, y = 0] = start.split(' ').map(Number)
      const numbers = (moves.match(/-?\d+/g) ?? []).map(Number)
      expect(numbers.length % 2).toBe(0)
      for (let at = 0; at < numbers.length; at += 2) {
        x += numbers[at] ?? 0
        y += numbers[at + 1] ?? 0
        expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
      }
    }
  })
})

test('the tints of a map cover every count once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1 }), (counts) => {
      const { ranges, stepOf } = steps(counts)
      expect(ranges[0]?.from).toBe(1)
      expect(ranges.at(-1)?.to).toBe(Math.max(...counts))
      ranges.forEach(({ from, to, step }, index) => {
        expect(from).toBeLessThanOrEqual(to)
        if (index > 0) expect(from).toBe((ranges[index - 1]?.to ?? 0) + 1)
        expect([stepOf(from), stepOf(to)]).toEqual([step, step])
      })
    }),
  )
})

describe('the timeline', () => {
  const item = (part: Partial<TimelineItem>): TimelineItem => ({
    key: 'k',
    kind: 'point',
    earliest: '1977-05-14',
    latest: '1977-05-14',
    label: 'Arrest',
    when: '14 May 1977',
    ...part,
  })
  const draw = (...items: TimelineItem[]) =>
    renderToStaticMarkup(
      <Timeline
        caption="c"
        lang="en"
        items={items}
        labels={{ when: 'When', what: 'What', drawing: 'Drawn' }}
      />,
    )

  test('a day is a full dot, an uncertain day a hollow one', () => {
    expect(draw(item({}))).toContain('<circle class="dot"')
    expect(draw(item({ uncertain: true }))).toContain('<circle class="hollow"')
  })

  test('a point known only within a range shows the range, not a day in its middle', () => {
    const markup = draw(item({ latest: '1978-01-01' }))
    expect(markup).toContain('class="range"')
    expect(markup.match(/class="hollow"/g)).toHaveLength(2)
    expect(markup).not.toContain('class="dot"')
  })

  test('an open end is an arrow, and has room to be seen', () => {
    const open = item({ kind: 'span', latest: null })
    expect(draw(open)).toContain('M0-6L7 0 0 6z')
    const { at } = timeScale([open, item({ latest: '1980-01-01' })], 'en')
    expect(at(Date.parse('1980-01-02'))).toBeCloseTo(0.84)
  })

  test('what is not a day is refused by name', () => {
    expect(() => draw(item({ earliest: '1977~' }))).toThrow('1977~')
  })

  test('never draws outside, whatever the days', () => {
    const date = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-01-01'), noInvalidDate: true })
    const dayOf = date.map((moment) => moment.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.option(dayOf), fc.option(dayOf), fc.boolean(), (a, b, span) => {
        const [earliest, latest] = a !== null && b !== null && a > b ? [b, a] : [a, b]
        const markup = draw(item({ earliest, latest, kind: span ? 'span' : 'point' }))
        for (const [, share] of markup.matchAll(/(?:x|cx|x1|x2)="(-?[\d.]+|NaN)%"/g)) {
          expect(Number(share)).toBeGreaterThanOrEqual(0)
          expect(Number(share)).toBeLessThanOrEqual(100)
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('bars are measured against the greatest, and all-zero is no division', () => {
  const bars = (values: readonly number[]) =>
    renderToStaticMarkup(
      <Bars
        caption="c"
        labels={{ item: 'a', value: 'b', bar: 'c' }}
        items={values.map((value, index) => ({
          key: `${index}`,
          label: `${index}`,
          value,
          text: `${value}`,
        }))}
      />,
    )
  expect(bars([5, 20])).toContain('width="25%"')
  expect(bars([0, 0])).not.toContain('NaN')
})

describe('the graph of relations', () => {
  const graphs = fc
    .integer({ min: 1, max: 14 })
    .chain((size) =>
      fc.tuple(
        fc.array(fc.integer({ min: 40, max: 230 }), { minLength: size, maxLength: size }),
        fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20 }),
      ),
    )
    .map(([widths, pairs]) => ({
      widths: new Map(widths.map((width, index) => [`n${index}`, width])),
      edges: pairs.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` })),
    }))

  test('is the same every time, inside its picture, and no box lies over another', () => {
    fc.assert(
      fc.property(graphs, ({ widths, edges }) => {
        const layout = layoutGraph(widths, edges)
        expect(layoutGraph(widths, edges)).toEqual(layout)
        layout.boxes.forEach((a, index) => {
          expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0)
          expect(a.x + a.width / 2).toBeLessThanOrEqual(layout.width)
          expect(a.y + a.height / 2).toBeLessThanOrEqual(layout.height)
          for (const b of layout.boxes.slice(index + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 ||
              Math.abs(a.y - b.y) >= (a.height + b.height) / 2
            expect(apart).toBe(true)
          }
        })
      }),
      { numRuns: 15 },
    )
  })

  test('counts a line through a box and lines that cross', () => {
    const box = (id: string, x: number, y: number) => ({ id, x, y, width: 40, height: 20 })
    const boxes = [box('a', 0, 0), box('b', 200, 0), box('c', 100, 0), box('d', 50, -100), box('e', 50, 100)]
    expect(tangle(boxes, [{ from: 'a', to: 'b' }])).toBe(4)
    expect(
      tangle(boxes, [
        { from: 'a', to: 'c' },
        { from: 'd', to: 'e' },
      ]),
    ).toBe(1)
    expect(tangle(boxes, [{ from: 'a', to: 'd' }])).toBe(0)
  })

  test('past sixty boxes gives the table alone, and an edge to nobody is left out of both', () => {
    const labels = { from: 'a', relation: 'b', to: 'c', unsure: 'd' }
    const nodes = Array.from({ length: 61 }, (_, index) => ({ id: `${index}`, label: `N${index}` }))
    const edges = [
      { from: '0', to: '1', label: 'knows' },
      { from: '0', to: 'nobody', label: 'lost' },
    ]
    const many = renderToStaticMarkup(
      <RelationGraph {...{ nodes, edges, labels }} title="t" tableCaption="c" />,
    )
    expect(many).not.toContain('<svg')
    expect(many).toContain('knows')
    const few = renderToStaticMarkup(
      <RelationGraph nodes={nodes.slice(0, 2)} edges={edges} labels={labels} title="t" tableCaption="c" />,
    )
    expect(few).toContain('<svg')
    expect(few).not.toContain('lost')
  })
})
