import { Problem } from '#platform/problem'

/** Which roll calls are looked at; what is empty does not choose. */
export interface VoteWindow {
  /** Dataset and body: `voeten:ga`, `hrc:hrc`. Empty: the one that holds most. */
  readonly source: string
  /** Days or years, both included: `2019` or `2019-10-01`. */
  readonly from: string
  readonly to: string
  /** `74`, `70-74`, or a session as the source writes it: `ES-10`. */
  readonly sessions: string
  readonly topic: string
  readonly agenda: string
  /** Whether votes on amendments and paragraphs count too. */
  readonly parts: boolean
}

const names = ['source', 'from', 'to', 'sessions', 'topic', 'agenda'] as const

/**
 * The window that an address asks for; nothing said: nothing chosen.
 *
 * @throws Problem where a day or year cannot be read
 */
export function readVoteWindow(params: URLSearchParams): VoteWindow {
  const said = (name: string) => (params.get(name) ?? '').trim().slice(0, 200)
  const [source, from, to, sessions, topic, agenda] = names.map(said) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  for (const day of [from, to])
    if (day !== '' && !isDay(day)) throw new Problem('invalid', { explanation: aDay(day) })
  return { source, from, to, sessions, topic, agenda, parts: said('parts') === '1' }
}

/** The window as it stands in an address, with `more` besides. Values that are empty are left out. */
export function windowQuery(
  window: Partial<VoteWindow>,
  more: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const query = new URLSearchParams()
  for (const name of names) if (window[name]) query.set(name, window[name])
  if (window.parts) query.set('parts', '1')
  for (const [name, value] of Object.entries(more))
    for (const one of [value ?? []].flat()) if (one !== '') query.append(name, one)
  return query.toString()
}

/** The first and last day that a window names: a year alone is all of it. Null: no end. */
export const daysOf = ({
  from,
  to,
}: Pick<VoteWindow, 'from' | 'to'>): { from: string | null; to: string | null } => ({
  from: from === '' ? null : from.length === 4 ? `${from}-01-01` : from,
  to: to === '' ? null : to.length === 4 ? `${to}-12-31` : to,
})

/** The sessions that a text names, as sources write them: `70-74` is five, anything else one. */
export function sessionsOf(text: string): readonly string[] {
  const found = /^(\d{1,4})\s*[-–]\s*(\d{1,4})$/.exec(text)
  const [first, last] = [Number(found?.[1]), Number(found?.[2])]
  return first <= last ? Array.from({ length: last - first + 1 }, (_, i) => String(first + i)) : [text]
}

function isDay(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return false
  const [, year, month, day] = found.map(Number)
  const date = new Date(Date.UTC(year as number, (month as number) - 1, day))
  return date.toISOString().startsWith(text)
}

const aDay = (said: string) => ({
  en: `“${said}” is no day and no year. Write 2019 or 2019-10-01.`,
  es: `«${said}» no es un día ni un año. Escriba 2019 o 2019-10-01.`,
  ca: `«${said}» no és cap dia ni cap any. Escriviu 2019 o 2019-10-01.`,
})
