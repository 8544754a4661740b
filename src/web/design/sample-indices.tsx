import { ClassStrip, LineChart, Matrix, Scatter, SmallMultiples } from '#web/charts'

const format = (value: number): string => value.toFixed(2)
const year = (x: number, y: number | null) => ({
  x,
  y,
  low: y === null ? null : y - 0.06,
  high: y === null ? null : y + 0.06,
})
const lines = [
  {
    key: 'QM',
    label: 'Kolvara',
    points: [2016, 2017, 2018, 2019, 2020, 2021].map((x, i) => year(x, x === 2019 ? null : 0.7 - i * 0.06)),
  },
  {
    key: 'QN',
    label: 'Another state',
    points: [2016, 2017, 2020, 2021].map((x, i) => year(x, 0.3 + i * 0.1)),
  },
]
const content = { lines, labels: { x: 'Year', y: 'An index' }, bounds: [0, 1] as const, format }
const sides = ['One', 'Two', 'Three'].map((label) => ({ key: label, label }))

/** Charts of indices in every state: intervals, a missing year, missing years, classes, two colours, an empty cell. */
export function SampleIndices() {
  return (
    <>
      <LineChart
        {...content}
        title="Intervals, and gaps where nothing is known"
        tableCaption="Values of each year"
      />
      <SmallMultiples {...content} title="Each line by itself" tableCaption="Values of each year" />
      <ClassStrip
        title="Classes over years"
        tableCaption="Years of each class"
        labels={{ from: 'From', to: 'Until', of: 'Class' }}
        classes={['closed', 'electoral', 'liberal']}
        spans={[
          { from: 2001, to: 2008, place: 1, label: 'electoral' },
          { from: 2009, to: 2012, place: 0, label: 'closed' },
          { from: 2015, to: 2021, place: 2, label: 'liberal' },
        ]}
      />
      <Scatter
        title="Two numbers of each state"
        tableCaption="Both numbers"
        labels={{ point: 'State', x: 'Across', y: 'Upwards' }}
        formatX={format}
        formatY={format}
        points={[
          { key: 'a', label: 'One', x: 0.1, y: 0.3 },
          { key: 'b', label: 'Two', x: 0.4, y: 0.35 },
          { key: 'c', label: 'Named', x: 0.8, y: 0.9, named: true },
        ]}
      />
      <Matrix
        title="How far rows and columns go together"
        tableCaption="The numbers"
        labels={{ row: 'Row', least: 'opposite', most: 'together' }}
        rows={sides}
        columns={sides}
        bounds={[-1, 1]}
        middle={0}
        format={format}
        value={(i, j) => (i === 0 && j === 2 ? null : i === j ? 1 : (i - j) / 2.5)}
      />
    </>
  )
}
