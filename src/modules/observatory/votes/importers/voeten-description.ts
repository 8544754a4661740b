import type { RowCells } from '../../files/csv-rows.ts'
import { refuseValue } from '../../files/refusal.ts'
import { expected } from '../queries/descriptions.ts'
import type { ReadRollCall, RollCallKind } from '../roll-call.ts'
import { countrySituation, isCountrySituation } from './country-situation.ts'
import { isoDay, plainTitle, said, wholeNumber } from './read-cells.ts'

const issues = ['me', 'nu', 'di', 'hr', 'co', 'ec'] as const

/** What Voeten's files and the R package unvotes say of a roll call; `rcid`, `session` and `date` are always there. */
export const descriptionColumns = [
  ...(['rcid', 'session', 'date'] as const),
  ...([
    'unres',
    'short',
    'descr',
    'amend',
    'para',
    'importantvote',
    'yes',
    'no',
    'abstain',
    'resid',
  ] as const),
  ...issues,
] as const

const at = (name: (typeof descriptionColumns)[number]): number => descriptionColumns.indexOf(name)

/** The description in a row; `from` is the place of the first of `descriptionColumns` among the columns asked for. */
export function describeVoeten(cells: RowCells, file: string, from = 0): ReadRollCall {
  const text = (name: (typeof descriptionColumns)[number]) => said(cells, from + at(name))
  const number = (name: (typeof descriptionColumns)[number]) => wholeNumber(cells, from + at(name))
  const { row } = cells
  const rcid = number('rcid')
  if (rcid === null || rcid < 0)
    throw refuseValue({ file, row, column: 'rcid' }, text('rcid'), expected.number)
  const day = isoDay(text('date'))
  if (day === '') throw refuseValue({ file, row, column: 'date' }, text('date'), expected.day)
  const long = text('descr')
  const title = plainTitle(long || text('short')) || text('unres') || String(rcid)
  const short = text('short')
  return {
    key: String(rcid),
    body: 'ga',
    day,
    session: text('session'),
    symbol: text('unres'),
    kind: kindOf(number('amend'), number('para')),
    decided: 'recorded',
    title,
    agenda: '',
    agendaTitle: '',
    topics: [
      ...issues.filter((issue) => number(issue) === 1),
      ...(isCountrySituation(title) || isCountrySituation(short) ? [countrySituation] : []),
    ],
    details: {
      ...(short !== '' && plainTitle(short) !== title && { short }),
      ...(number('importantvote') === 1 && { important: true }),
      // Whether it was a vote on a part is not said for half of them: they stand as resolutions, with this mark.
      ...(number('amend') === null && number('para') === null && { kindNotSaid: true }),
      ...(text('resid') !== '' && { resid: text('resid') }),
    },
    said: { yes: number('yes'), no: number('no'), abstain: number('abstain'), silent: null, total: null },
    row,
    ballots: null,
  }
}

/** A vote on a paragraph of an amendment is one on the amendment. */
function kindOf(amend: number | null, para: number | null): RollCallKind {
  if (amend === 1) return 'amendment'
  return para === 1 ? 'paragraph' : 'resolution'
}
