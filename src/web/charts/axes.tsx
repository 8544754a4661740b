import type { Ink } from './ink.ts'
import { round } from './ink.ts'

/** The inner box of a drawing, in pixels. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A labelled place on an axis, in pixels. */
export interface Tick {
  readonly at: number
  readonly label: string
}

/** Lines across for the values, places below for years; the words of both axes. */
export function Axes(props: {
  readonly box: Box
  readonly ink: Ink
  readonly below: readonly Tick[]
  readonly beside: readonly Tick[]
  readonly names?: { readonly below?: string | undefined; readonly beside?: string | undefined } | undefined
}) {
  const { box, ink, below, beside, names = {} } = props
  return (
    <g fill={ink.soft} stroke="none" aria-hidden="true">
      {beside.map(({ at, label }) => (
        <g key={`y${label}`}>
          <line x1={box.left} x2={box.right} y1={round(at)} y2={round(at)} stroke={ink.rule} />
          <text x={box.left - 6} y={round(at) + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {below.map(({ at, label }) => (
        <g key={`x${label}`}>
          <line x1={round(at)} x2={round(at)} y1={box.bottom} y2={box.bottom + 4} stroke={ink.edge} />
          <text x={round(at)} y={box.bottom + 18} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <line x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} stroke={ink.edge} />
      {names.beside ? (
        <text x={0} y={box.top - 10}>
          {names.beside}
        </text>
      ) : null}
      {names.below ? (
        <text x={box.right} y={box.bottom + 36} textAnchor="end">
          {names.below}
        </text>
      ) : null}
    </g>
  )
}
