import { polityName } from '#catalogue/polities'
import { type Language, label } from '#platform/i18n'
import { lineName } from '../regimes/line-name.ts'
import { regimeWords } from '../regimes/messages.ts'
import { type AdviceSum, adviceByClass, adviceBySide, mutualPraise, withAction } from './advice.ts'
import { choiceName } from './choice.ts'
import type { Autocracies } from './load.ts'
import { autocracyWords } from './messages.ts'

type Rows = readonly (readonly (string | number | null)[])[]

/** A part of the page as rows of a file, with where it comes from. */
export function tableOf(part: 'seats' | 'votes' | 'advice', data: Autocracies, language: Language): Rows {
  const w = autocracyWords(language)
  const rows =
    part === 'seats'
      ? seatRows(data, language)
      : part === 'votes'
        ? voteRows(data, language)
        : adviceRows(data, language)
  const files = [
    ...data.choice.index.files,
    ...(part === 'votes' ? (data.joined?.source.files ?? []) : []),
    ...(part === 'advice' ? data.adviceFiles : []),
  ]
  return [
    ...rows,
    [w('classes'), choiceName(data.choice, language)],
    ...files.map(({ name, version, dataUntil, sha256 }) => [w('source'), name, version, dataUntil, sha256]),
    ...(part === 'seats' ? [[w('source'), w('catalogue_seats')]] : []),
  ]
}

function seatRows({ years }: Autocracies, language: Language): Rows {
  const w = autocracyWords(language)
  return [
    [w('year'), w('members'), w('known'), w('of_them'), w('share'), w('states')],
    ...years.map(({ seats, of, known }) => [
      seats.year,
      seats.members.length,
      known,
      of,
      known === 0 ? '' : (of / known).toFixed(3),
      seats.members
        .map((code) => `${polityName(code, language)} (${seats.valueOf.get(code) ?? '–'})`)
        .join('; '),
    ]),
  ]
}

function voteRows({ lines, joined }: Autocracies, language: Language): Rows {
  const w = autocracyWords(language)
  const r = regimeWords(language)
  return [
    [w('item'), w('roll_calls'), w('side'), 'n', r('yes'), r('no'), r('abstain')],
    ...lines.flatMap(({ line, rollCalls, inside, outside }) =>
      (
        [
          ['in', inside],
          ['out', outside],
        ] as const
      ).map(([side, tally]) => [
        joined ? lineName(joined, line, r) : line,
        rollCalls,
        w(`side_${side}`),
        tally.cast,
        tally.yes,
        tally.no,
        tally.abstain,
      ]),
    ),
  ]
}

function adviceRows({ pairs, choice }: Autocracies, language: Language): Rows {
  const w = autocracyWords(language)
  const { table, classes } = choice.index
  const by = adviceBySide(pairs, table, choice.values)
  const byClass = adviceByClass(pairs, table)
  const cells = (sum: AdviceSum) => [
    sum.total,
    withAction(sum),
    sum.praise,
    sum.consider,
    sum.general,
    sum.specific,
    sum.supported,
  ]
  const sides = ['in', 'out'] as const
  return [
    [
      w('from'),
      w('to'),
      w('recommendations'),
      w('with_action'),
      w('a12'),
      w('a3'),
      w('a4'),
      w('a5'),
      w('supported'),
    ],
    ...sides.flatMap((from) =>
      sides.map((to) => [w(`side_${from}`), w(`side_${to}`), ...cells(by(from, to))]),
    ),
    ...classes.map(({ value, label: words }) => [
      label(words, language),
      w('anybody'),
      ...cells(byClass.sent(value)),
    ]),
    ...classes.map(({ value, label: words }) => [
      w('anybody'),
      label(words, language),
      ...cells(byClass.received(value)),
    ]),
    ...mutualPraise(pairs, table, choice.values).flatMap(({ a, b, toA, toB }) => [
      [polityName(a, language), polityName(b, language), ...cells(toB)],
      [polityName(b, language), polityName(a, language), ...cells(toA)],
    ]),
  ]
}
