import type { ReactNode } from 'react'
import { polities, polityName } from '#catalogue/polities'
import type { Language } from '#platform/i18n'
import { Figure, type MatrixContent } from '#web/charts'
import type { Agreement } from '../agreement.ts'
import type { AlikeWords } from '../messages.ts'
import { decimals } from './numbers.ts'

/** Up to so many states each cell is a link of its own; beyond, one picture that knows where it was pressed. */
export const mostCells = 60

/** The depth of colour of an agreement, from 0 to 1: the lowest of the table is all but bare, 1 is full. */
export const depthOf = (value: number, lowest: number): number =>
  lowest >= 1 ? 1 : Math.round((0.06 + 0.94 * ((value - lowest) / (1 - lowest))) * 50) / 50

/** The lowest agreement of a table. */
export const lowestOf = ({ agreement }: Agreement): number =>
  agreement.reduce((least, value) => (value < least ? value : least), 1)

interface MatrixProps {
  readonly title: string
  readonly table: Agreement
  readonly language: Language
  readonly words: AlikeWords
  /** Where a pair leads. */
  readonly hrefOf: (a: number, b: number) => string
  /** The address of the picture of a large table, and what a press on it sends along. */
  readonly picture: string
  readonly fields: Readonly<Record<string, string>>
  readonly source: ReactNode
  readonly method: ReactNode
  /** Where groups of neighbours end, as places in the order: drawn as lines. */
  readonly ends?: readonly number[]
}

/** Who agrees with whom, neighbours alike; each cell leads to the roll calls of its two states. */
export function AgreementMatrix(props: MatrixProps) {
  const { title, table, source, method } = props
  return (
    <Figure {...{ title, source, method }}>
      {table.places.length <= mostCells ? <Triangle {...props} /> : <Picture {...props} />}
      <Legend {...props} />
    </Figure>
  )
}

const codeAt = (place: number): string => polities[place]?.code ?? ''

/** The whole table for a picture of its own. */
export function matrixContent(table: Agreement, language: Language): MatrixContent {
  const size = table.places.length
  const sides = table.places.map((place) => ({
    key: codeAt(place),
    label: polityName(codeAt(place), language),
  }))
  return {
    rows: sides,
    columns: sides,
    value: (row, column) =>
      row === column || table.shared[row * size + column] === 0
        ? null
        : (table.agreement[row * size + column] as number),
    bounds: [lowestOf(table), 1],
    format: (value) => decimals(value, language),
  }
}

/** The lower half, since the other says the same; names at the rows' beginnings and on the diagonal. */
function Triangle({ title, table, language, hrefOf, ends = [] }: MatrixProps) {
  const { places, agreement, shared } = table
  const size = places.length
  const cell = size > 40 ? 14 : 18
  const names = places.map((place) => polityName(codeAt(place), language))
  const left = 8 + Math.min(190, Math.max(...names.map((name) => name.length)) * 7)
  const lowest = lowestOf(table)
  const side = size * cell
  return (
    <div className="scroll">
      <svg
        className="chart sized"
        viewBox={`0 0 ${left + side + 40} ${side + 4}`}
        role="group"
        aria-label={title}
        fontSize={cell > 16 ? 12 : 11}
      >
        {names.map((name, i) => (
          <text key={codeAt(places[i] as number)} x={left - 6} y={(i + 0.72) * cell} textAnchor="end">
            {name.length > 27 ? `${name.slice(0, 26)}…` : name}
          </text>
        ))}
        {places.map((place, i) => (
          <text key={`d${codeAt(place)}`} fillOpacity="0.7" x={left + i * cell + 2} y={(i + 0.72) * cell}>
            {codeAt(place)}
          </text>
        ))}
        <g className="counted">
          {places.flatMap((a, i) =>
            places.slice(0, i).map((b, j) => {
              const n = shared[i * size + j] as number
              const value = agreement[i * size + j] as number
              return n === 0 ? null : (
                <a key={`${codeAt(a)}${codeAt(b)}`} href={hrefOf(a, b)} tabIndex={-1}>
                  <path
                    d={`M${left + j * cell} ${i * cell}h${cell - 1}v${cell - 1}h${1 - cell}z`}
                    fillOpacity={depthOf(value, lowest)}
                  >
                    <title>{`${names[i]} – ${names[j]}: ${decimals(value, language)} (n ${n})`}</title>
                  </path>
                </a>
              )
            }),
          )}
        </g>
        {ends.map((end) => (
          <path
            key={end}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            d={`M${left} ${end * cell - 0.5}h${end * cell}V${side}`}
          />
        ))}
      </svg>
    </div>
  )
}

/** A large table as one picture: pressing it leads to the two states under the press, without scripts too. */
function Picture({ title, table, picture, fields, words: w }: MatrixProps) {
  return (
    <form method="get" action={pressAddress(picture)}>
      {Object.entries(fields).map(([name, value]) =>
        value === '' ? null : <input key={name} type="hidden" {...{ name, value }} />,
      )}
      <div className="scroll">
        <input
          type="image"
          name="at"
          src={picture}
          alt={`${title}. ${w('press_picture')}`}
          width={pictureCell(table.places.length) * table.places.length}
          height={pictureCell(table.places.length) * table.places.length}
        />
      </div>
      <p className="quiet">{w('press_picture')}</p>
    </form>
  )
}

/** Where a press on the picture goes: beside it, `…/agreement/press`. */
const pressAddress = (picture: string): string => picture.replace(/\.png(\?.*)?$/, '/press')

/** The size of a cell of the picture, in points. */
export const pictureCell = (size: number): number => Math.max(3, Math.floor(720 / Math.max(1, size)))

function Legend({ table, language, words: w }: MatrixProps) {
  const lowest = lowestOf(table)
  const steps = [0, 0.25, 0.5, 0.75, 1].map((part) => lowest + part * (1 - lowest))
  return (
    <ul className="row legend quiet">
      <li>{w('agreement_scale')}</li>
      {steps.map((value) => (
        <li key={value}>
          <svg width="20" height="12" aria-hidden="true">
            <rect className="counted" width="20" height="12" fillOpacity={depthOf(value, lowest)} />
          </svg>
          {decimals(value, language)}
        </li>
      ))}
    </ul>
  )
}
