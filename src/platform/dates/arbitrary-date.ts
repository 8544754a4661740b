import fc from 'fast-check'

const two = (low: number, high: number): fc.Arbitrary<string> =>
  fc.integer({ min: low, max: high }).map((n) => String(n).padStart(2, '0'))

const year = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0')),
  fc.integer({ min: 1, max: 9999 }).map((n) => `-${String(n).padStart(4, '0')}`),
  fc.integer({ min: 0, max: 999 }).map((n) => `${String(n).padStart(3, '0')}X`),
  fc.integer({ min: 0, max: 99 }).map((n) => `${String(n).padStart(2, '0')}XX`),
)

const mark = fc.constantFrom('', '', '?', '~', '%')

/** Points of every kind that is accepted: years, months, days, unknown digits, seasons, long years. */
export const arbitraryPoint: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(year, mark).map((parts) => parts.join('')),
  fc.tuple(year, fc.constant('-'), two(1, 12), mark).map((parts) => parts.join('')),
  fc
    .tuple(year, fc.constant('-'), two(1, 12), fc.constant('-'), two(1, 28), mark)
    .map((parts) => parts.join('')),
  fc
    .tuple(year, fc.constantFrom('-XX', '-XX-XX', '-11-XX', '-1X', '-02-2X', '-XX-31'))
    .map((parts) => parts.join('')),
  fc.tuple(year, fc.constant('-'), two(21, 41)).map((parts) => parts.join('')),
  fc.integer({ min: 10_000, max: 999_999_999 }).map((n) => `Y${n}`),
  fc.integer({ min: 10_000, max: 999_999_999 }).map((n) => `Y-${n}`),
)

/** Any text of the product's dates; intervals may run backwards, which `parseDate` refuses. */
export const arbitraryEdtf: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: arbitraryPoint },
  fc.tuple(arbitraryPoint, arbitraryPoint).map(([a, b]) => `${a}/${b}`),
  fc.tuple(fc.constantFrom('', '..'), arbitraryPoint).map(([a, b]) => `${a}/${b}`),
  fc.tuple(arbitraryPoint, fc.constantFrom('', '..')).map(([a, b]) => `${a}/${b}`),
  fc.tuple(arbitraryPoint, arbitraryPoint).map(([a, b]) => `[${a},${b}]`),
  arbitraryPoint.map((a) => `{..${a}}`),
)
