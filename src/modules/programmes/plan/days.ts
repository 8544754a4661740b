/** Days are `YYYY-MM-DD` in the towns' own calendar: compared as text, never turned into a moment of a time zone. */

const asUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Whether the text names one existing day. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  Number.isFinite(asUtc(text)) &&
  new Date(asUtc(text)).toISOString().startsWith(text)

/** The day `count` days after `day`. */
export const addDays = (day: string, count: number): string =>
  new Date(asUtc(day) + count * 86_400_000).toISOString().slice(0, 10)

/** The Monday of the week that `day` lies in. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(asUtc(day)).getUTCDay() + 6) % 7))

/** The days from the first to the last of `days`, grouped by week; at most `limit` of them, so that one odd year costs nothing. */
export function weeksOf(
  days: readonly string[],
  limit = 70,
): readonly { readonly monday: string; readonly days: readonly string[] }[] {
  const known = days.filter(isDay).sort()
  const [first] = known
  const last = known.at(-1)
  if (!first || !last) return []
  const weeks = new Map<string, string[]>()
  for (let day = first, n = 0; day <= last && n < limit; day = addDays(day, 1), n++) {
    const monday = mondayOf(day)
    weeks.set(monday, [...(weeks.get(monday) ?? []), day])
  }
  return [...weeks].map(([monday, own]) => ({ monday, days: own }))
}

/** Minutes since midnight of a local time as people write it (`9:30`, `19.00`, `18 h`); null when it is no time. */
export function minutesOf(time: string): number | null {
  const found = /^\s*(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*h?\s*$/i.exec(time)
  if (!found) return null
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)]
  return hours > 24 || minutes > 59 || hours * 60 + minutes > 1440 ? null : hours * 60 + minutes
}

/** English as it is written where the visits are; day before month in all three. */
const locale = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** A day as people say it, in `language`: "Wednesday 15 April". */
export const sayDay = (day: string, language: string, style: 'long' | 'short' | 'year' = 'long'): string =>
  new Intl.DateTimeFormat(
    locale(language),
    style === 'short'
      ? { weekday: 'short', day: 'numeric', timeZone: 'UTC' }
      : style === 'year'
        ? { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
        : { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  ).format(asUtc(day))

/** From the first day to the last, as one says it: "13 – 24 April 2026". */
export const sayRange = (first: string, last: string, language: string): string =>
  new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(asUtc(first), asUtc(last))
