/** How a file writes its numbers. */
export interface NumberStyle {
  readonly decimal: '.' | ','
  /** Between groups of three digits; empty: none. */
  readonly thousands: '' | '.' | ',' | ' ' | "'"
}

/** What a cell says: a number, nothing, or something else. */
export type NumberReading =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'missing' }
  | { readonly is: 'other' }

/** The usual style of files for programs. */
export const plainStyle: NumberStyle = { decimal: '.', thousands: '' }

const missingTexts: ReadonlySet<string> = new Set([
  '',
  'na',
  'n/a',
  'nan',
  'null',
  '.',
  '..',
  '…',
  '-',
  '–',
  '—',
])

const escape = (sign: string): string => sign.replaceAll(/[.']/g, String.raw`\$&`)

const patterns = new Map<string, RegExp>()

function patternOf({ decimal, thousands }: NumberStyle): RegExp {
  const key = `${decimal}${thousands}`
  const known = patterns.get(key)
  if (known) return known
  const fraction = `(?:${escape(decimal)}\\d*)?`
  const whole = thousands === '' ? String.raw`\d+` : String.raw`(?:\d{1,3}(?:${escape(thousands)}\d{3})+|\d+)`
  const pattern = new RegExp(`^[+-]?(?:${whole}${fraction}|${escape(decimal)}\\d+)(?:[eE][+-]?\\d{1,3})?$`)
  patterns.set(key, pattern)
  return pattern
}

/**
 * Reads a cell in a declared style, whole or not at all: `87,18` with a decimal point is no number, never 8718; `1.234`
 * is 1.234 or 1234 as the style says. `missing`: words of the file for "no value", besides the usual ones.
 */
export function readNumber(
  text: string,
  style: NumberStyle = plainStyle,
  missing: ReadonlySet<string> = new Set(),
): NumberReading {
  const cell = text
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .replace('−', '-')
    .trim()
  if (missingTexts.has(cell.toLowerCase()) || missing.has(cell)) return { is: 'missing' }
  if (!patternOf(style).test(cell)) return { is: 'other' }
  const plain = (style.thousands === '' ? cell : cell.replaceAll(style.thousands, '')).replace(
    style.decimal,
    '.',
  )
  const value = Number(plain)
  return Number.isFinite(value) ? { is: 'number', value } : { is: 'other' }
}

const styles: readonly NumberStyle[] = [
  plainStyle,
  { decimal: ',', thousands: '' },
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ' ' },
  { decimal: ',', thousands: ' ' },
  { decimal: '.', thousands: "'" },
]

/**
 * The style in which every cell is a number and all other fitting styles read the same. `ambiguous`: two styles fit and
 * read different numbers (`1.234` alone), so that a person has to say. `none`: no style fits.
 */
export function guessStyle(
  cells: readonly string[],
):
  | { readonly is: 'sure'; readonly style: NumberStyle }
  | { readonly is: 'ambiguous'; readonly example: string }
  | { readonly is: 'none'; readonly example: string } {
  const said = cells.filter((cell) => readNumber(cell).is !== 'missing')
  const readings = styles.map((style) => said.map((cell) => readNumber(cell, style)))
  const fitting = styles.flatMap((style, i) => {
    const all = readings[i] ?? []
    return all.every(({ is }) => is === 'number') ? [{ style, all }] : []
  })
  const [first, ...others] = fitting
  if (!first) {
    const example = said.find((_, i) => readings.every((all) => all[i]?.is !== 'number')) ?? said[0] ?? ''
    return { is: 'none', example }
  }
  for (const { all } of others)
    for (const [i, one] of all.entries()) {
      const same = first.all[i]
      if (one.is === 'number' && same?.is === 'number' && one.value !== same.value)
        return { is: 'ambiguous', example: said[i] ?? '' }
    }
  return { is: 'sure', style: first.style }
}
