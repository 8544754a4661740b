import { schemes } from './map-paint.ts'

/** The colours of a drawing, by the names of tokens.css, as values of SVG attributes. */
export type Ink = Readonly<Record<keyof (typeof schemes)['light'], string>>

/** Colours of the page: they follow the reader's light or dark. Attributes, since the policy allows no inline style. */
export const pageInk: Ink = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  rule: 'var(--rule)',
  edge: 'var(--edge)',
  accent: 'var(--accent)',
  warn: 'var(--warn)',
  land: 'var(--land)',
}

/** How one line or mark differs from the others: by its dashes and its shape first, by colour second. */
export interface Hand {
  readonly colour: keyof Ink
  readonly dash: string | undefined
  readonly shape: 'circle' | 'square' | 'triangle' | 'diamond'
}

const hands: readonly Hand[] = [
  { colour: 'accent', dash: undefined, shape: 'circle' },
  { colour: 'warn', dash: '7 3', shape: 'square' },
  { colour: 'ink', dash: '2 3', shape: 'triangle' },
  { colour: 'edge', dash: undefined, shape: 'diamond' },
  { colour: 'accent', dash: '10 3 2 3', shape: 'square' },
  { colour: 'warn', dash: undefined, shape: 'triangle' },
  { colour: 'ink', dash: '12 4', shape: 'diamond' },
  { colour: 'edge', dash: '4 2', shape: 'circle' },
]

/** As many lines as can be told apart in one drawing. */
export const mostLines = hands.length

/** The hand of the line at a place; they begin again after `mostLines`. */
export const handOf = (place: number): Hand => hands[place % hands.length] as Hand

/** A mark of a shape about a point, as a path. */
export function markPath(shape: Hand['shape'], x: number, y: number, r: number): string {
  const at = (dx: number, dy: number) => `${round(x + dx)} ${round(y + dy)}`
  switch (shape) {
    case 'circle':
      return `M${at(-r, 0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
    case 'square':
      return `M${at(-r, -r)}h${2 * r}v${2 * r}h${-2 * r}z`
    case 'triangle':
      return `M${at(0, -r * 1.2)}L${at(r * 1.1, r)}L${at(-r * 1.1, r)}z`
    case 'diamond':
      return `M${at(0, -r * 1.3)}L${at(r * 1.3, 0)}L${at(0, r * 1.3)}L${at(-r * 1.3, 0)}z`
  }
}

/** A name as long as a drawing has room for; its table has the whole of it. */
export const shortName = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1)}…` : name

/** A tenth of a pixel is enough for any drawing. */
export const round = (value: number): number => Math.round(value * 10) / 10
