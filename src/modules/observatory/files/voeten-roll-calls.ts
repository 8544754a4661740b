import { basename } from 'node:path'
import { readColumns } from './csv-columns.ts'
import { refuseFile, refuseValue } from './refusal.ts'

/** Subjects that Voeten's file marks: Middle East, nuclear, disarmament, human rights, colonialism, economic development. */
export const issues = ['me', 'nu', 'di', 'hr', 'co', 'ec'] as const
export type Issue = (typeof issues)[number]

export interface RollCall {
  readonly session: number
  readonly year: number
  readonly important: boolean
  /** A vote on a paragraph or on an amendment; false where the file does not say. */
  readonly part: boolean
  readonly issues: ReadonlySet<Issue>
}

/**
 * Reads roll calls in Voeten's layout (`rcid, session`, `year` or `date`, and, where present, `importantvote`, `amend`, `para` and
 * the issues), plain or gzip. `NA` and an empty cell mean "not said".
 */
export async function readVoetenRollCalls(path: string): Promise<ReadonlyMap<number, RollCall>> {
  const file = basename(path)
  const found = new Map<number, RollCall>()
  const optional = ['year', 'date', 'importantvote', 'amend', 'para', ...issues]
  await readColumns(path, { required: ['rcid', 'session'], optional }, (cells) => {
    const { row } = cells
    const rcid = cells.integer(0)
    const session = cells.integer(1)
    if (!(rcid >= 0)) throw refuseValue({ file, row, column: 'rcid' }, cells.text(0), aNumber)
    if (!(session >= 1 && session <= 999))
      throw refuseValue({ file, row, column: 'session' }, cells.text(1), aSession)
    if (found.has(rcid)) throw refuseTwice(file, row, rcid)
    const year = cells.text(2) === '' ? Number.parseInt(cells.text(3), 10) : cells.integer(2)
    if (!(year >= 1945 && year <= 2200))
      throw refuseValue({ file, row, column: 'year' }, cells.text(2) || cells.text(3), aYear)
    found.set(rcid, {
      session,
      year,
      important: cells.integer(4) === 1,
      part: cells.integer(5) === 1 || cells.integer(6) === 1,
      issues: new Set(issues.filter((_, i) => cells.integer(7 + i) === 1)),
    })
  })
  return found
}

/**
 * Reads which roll calls repeat an earlier one word for word (`rcid1` the earlier, `rcid2` the later). Gives for each later
 * roll call the earliest of its line.
 */
export async function readVoetenMatches(path: string): Promise<ReadonlyMap<number, number>> {
  const file = basename(path)
  const earlier = new Map<number, number>()
  await readColumns(path, { required: ['rcid1', 'rcid2'] }, (cells) => {
    const { row } = cells
    const first = cells.integer(0)
    const second = cells.integer(1)
    if (!(first >= 0)) throw refuseValue({ file, row, column: 'rcid1' }, cells.text(0), aNumber)
    if (!(second > first)) throw refuseValue({ file, row, column: 'rcid2' }, cells.text(1), aLater)
    earlier.set(second, Math.min(first, earlier.get(second) ?? first))
  })
  // Each step leads to a smaller number, so the line ends.
  const firstOf = (rcid: number): number => {
    let at = rcid
    for (let next = earlier.get(at); next !== undefined; next = earlier.get(at)) at = next
    return at
  }
  return new Map([...earlier.keys()].map((rcid) => [rcid, firstOf(rcid)]))
}

const aNumber = { en: 'a whole number', es: 'un número entero', ca: 'un nombre enter' }
const aSession = {
  en: 'the number of a regular session',
  es: 'el número de un período ordinario de sesiones',
  ca: "el número d'un període ordinari de sessions",
}
const aYear = {
  en: 'a year, nor a date that begins with one',
  es: 'un año, ni una fecha que comience con uno',
  ca: 'un any, ni una data que comenci amb un any',
}
const aLater = {
  en: 'the number of a later roll call than rcid1',
  es: 'el número de una votación posterior a rcid1',
  ca: 'el número d’una votació posterior a rcid1',
}

const refuseTwice = (file: string, row: number, rcid: number) =>
  refuseFile(
    { file, row },
    {
      en: `roll call ${rcid} stands a second time`,
      es: `la votación ${rcid} figura por segunda vez`,
      ca: `la votació ${rcid} hi és per segona vegada`,
    },
    {
      en: 'Keep the row that is right and take the other out.',
      es: 'Conserve la fila correcta y quite la otra.',
      ca: 'Conserveu la fila correcta i traieu-ne l’altra.',
    },
  )
