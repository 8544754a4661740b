import { type Day, matchingNumbers } from './calendar.ts'
import { dayBounds, expressionOf } from './date-bounds.ts'
import {
  type CalendarPoint,
  type DateExpression,
  type DateInterval,
  type DatePart,
  type DatePoint,
  type IntervalEnd,
  isPoint,
  type SeasonPoint,
} from './date-expression.ts'
import type { ReasonLanguage } from './date-reasons.ts'
import { type DateWords, dateWords, type Phrase } from './date-words.ts'

/**
 * The date in words: "November 1976", "between November 1976 and February 1977", "about 1976", "1976 (uncertain)",
 * "before 1978". Nothing that the EDTF text says about doubt is left out. Throws RangeError on a text that
 * `parseDate` would not have given.
 */
export function formatDate(edtf: string, language: ReasonLanguage): string {
  return phraseOf(expressionOf(edtf), dateWords[language])
}

function phraseOf(date: DateExpression, words: DateWords): string {
  if (isPoint(date)) return pointPhrase(date, words).text
  if (date.kind === 'interval') return intervalText(date, words)
  const items = date.members.map((member, index) => {
    if (!isPoint(member as DatePoint)) {
      const [from, to] = member as readonly [DatePoint, DatePoint]
      return words.run(pointPhrase(from, words), pointPhrase(to, words))
    }
    const phrase = pointPhrase(member as DatePoint, words)
    if (date.earlier && index === 0) return words.frame('until', phrase)
    return date.later && index === date.members.length - 1 ? words.frame('since', phrase) : phrase.text
  })
  if (items.length === 1) return items[0] ?? ''
  return date.choice === 'one' ? words.oneOf(items) : words.allOf(items)
}

function intervalText({ from, to }: DateInterval, words: DateWords): string {
  const start = endPhrase(from, words)
  const end = endPhrase(to, words)
  if (start && end) return words.between(start, end)
  if (end) return words.frame(from === 'open' ? 'until' : 'before', end)
  if (start) return words.frame(to === 'open' ? 'since' : 'after', start)
  return words.noDate
}

function endPhrase(end: IntervalEnd, words: DateWords): Phrase | undefined {
  return typeof end === 'string' ? undefined : pointPhrase(end, words)
}

/** The point with its doubts: "about …" in front, the rest in brackets behind. */
function pointPhrase(point: DatePoint, words: DateWords): Phrase {
  const plain = point.kind === 'season' ? seasonPhrase(point, words) : calendarPhrase(point, words)
  const parts = partsOf(point)
  const notes: string[] = []
  if (point.uncertain.length > 0) {
    notes.push(
      point.uncertain.length === parts.length ? words.uncertain : words.partsUncertain(point.uncertain),
    )
  }
  const wholly = point.approximate.length === parts.length
  if (point.approximate.length > 0 && !wholly) notes.push(words.partsApproximate(point.approximate))
  const phrase = wholly ? { text: words.frame('about', plain), article: '' as const } : plain
  return notes.length === 0 ? phrase : { ...phrase, text: `${phrase.text} (${notes.join('; ')})` }
}

function partsOf(point: DatePoint): readonly DatePart[] {
  if (point.kind === 'season') return ['year', 'month']
  return (['year', 'month', 'day'] as const).slice(
    0,
    point.day !== undefined ? 3 : point.month !== undefined ? 2 : 1,
  )
}

function seasonPhrase({ year, code }: SeasonPoint, words: DateWords): Phrase {
  const said = yearPhrase(year, words)?.text ?? year
  if (code <= 24) return words.season(code - 21, said)
  if (code <= 32) {
    const phrase = words.season((code - 25) % 4, said)
    return { ...phrase, text: `${phrase.text} (${words.hemisphere(code <= 28 ? 'north' : 'south')})` }
  }
  const [first, size] = code <= 36 ? [33, 3] : code <= 39 ? [37, 4] : [40, 6]
  return words.partOfYear(size, code - first + 1, said)
}

function calendarPhrase(point: CalendarPoint, words: DateWords): Phrase {
  const { year, month, day, time } = point
  const said = yearPhrase(year, words)
  const unknown = (['day', 'month', 'year'] as const).filter((part) => /^-?X+$/.test(point[part] ?? ''))
  const knownMonth = month === undefined || month === 'XX' ? undefined : words.months[Number(month) - 1]
  const knownDay = day === undefined || day === 'XX' ? undefined : Number(day)
  const yearMissing = unknown.includes('year')
  // 1976-1X, 197X-11, 1976-XX-03: only the bounds, or the text itself, say these exactly.
  if ((month?.includes('X') && month !== 'XX') || (day?.includes('X') && day !== 'XX'))
    return boundsPhrase(point, words)
  if (month === 'XX' && knownDay !== undefined) return { text: edtfText(point), article: '' }
  if (!said && !yearMissing) return boundsPhrase(point, words)
  if (said && said.article !== '' && month !== undefined) return boundsPhrase(point, words)
  const inMonth =
    knownMonth === undefined ? '' : knownDay === undefined ? knownMonth : words.day(knownDay, knownMonth)
  let text = said?.text ?? ''
  if (inMonth !== '') {
    text = yearMissing
      ? inMonth
      : knownDay === undefined
        ? words.monthInYear(inMonth, text)
        : words.dayInYear(inMonth, text)
  }
  if (time !== undefined) text = `${text}, ${time.replace(/(?=[+-])/, ' ').replace('Z', ' UTC')}`
  if (text === '') return { text: words.noDate, article: '' }
  if (unknown.length > 0) text = `${text} (${words.unknownParts(unknown)})`
  return { text, article: knownDay !== undefined ? words.dayArticle : (said?.article ?? '') }
}

/** The year in words; undefined when its unknown digits are neither a decade nor a century. */
function yearPhrase(year: string, words: DateWords): Phrase | undefined {
  if (/^\d{3}X$/.test(year)) return words.decade(`${year.slice(0, 3)}0`)
  if (/^\d{2}XX$/.test(year)) return words.century(Number(year.slice(0, 2)) + 1)
  if (year.includes('X')) return undefined
  const number = Number(year.replace('Y', ''))
  return { text: number <= 0 ? words.beforeChrist(1 - number) : String(number).padStart(4, '0'), article: '' }
}

function boundsPhrase(point: CalendarPoint, words: DateWords): Phrase {
  const [first, last] = dayBounds(point)
  const whole = matchingNumbers(point.day, 1, 31).length > 1
  if (!first || !last || !whole) return { text: edtfText(point), article: '' }
  return { text: words.run(dayPhrase(first, words), dayPhrase(last, words)), article: '' }
}

function dayPhrase({ year, month, day }: Day, words: DateWords): Phrase {
  const said = yearPhrase(`Y${year}`, words)?.text ?? String(year)
  return {
    text: words.dayInYear(words.day(day, words.months[month - 1] ?? ''), said),
    article: words.dayArticle,
  }
}

function edtfText({ year, month, day }: CalendarPoint): string {
  return [year, month, day].filter((part) => part !== undefined).join('-')
}
