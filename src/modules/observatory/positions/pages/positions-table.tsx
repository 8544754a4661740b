import type { ReactNode } from 'react'
import type { Language } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { type Row, Stamp, Table } from '#web/components'
import { positionWords } from '../messages.ts'
import type { PositionRow } from '../queries/read-positions.ts'
import { inWords, matterOf } from './words-of-rows.ts'

/** Positions in rows: when, who, what, on what; or, of those in which something was asked, what and what came of it. */
export function PositionsTable(props: {
  readonly tx: Tx
  readonly rows: readonly PositionRow[]
  readonly language: Language
  readonly as?: 'positions' | 'asked'
  /** Where the page is of one state, its name need not stand in every row. */
  readonly withState?: boolean
  /** What stamps a record that is for exercise. */
  readonly fictitious?: string
}): ReactNode {
  const { tx, rows, language, as = 'positions', withState = true } = props
  const w = positionWords(language)
  const text = (row: PositionRow, name: string) => inWords(tx, row.values, name, language)
  const columns = [
    { key: 'when', label: as === 'asked' ? w('asked_on') : w('when'), nowrap: true },
    { key: 'title', label: w('position'), heading: true },
    ...(withState ? [{ key: 'state', label: w('state') }] : []),
    ...(as === 'asked'
      ? [
          { key: 'asked', label: w('asked') },
          { key: 'of', label: w('asked_of') },
          { key: 'answer', label: w('answer') },
        ]
      : [
          { key: 'kind', label: w('kind') },
          { key: 'stance', label: w('stance') },
          { key: 'matter', label: w('matter') },
        ]),
  ]
  const cellsOf = (row: PositionRow): Row['cells'] => ({
    when: text(row, as === 'asked' ? 'asked_on' : 'on'),
    title: (
      <>
        <a href={`/workspace/record/${row.id}`} dir="auto">
          {row.title}
        </a>
        {row.fictitious && props.fictitious ? (
          <>
            {' '}
            <Stamp>{props.fictitious}</Stamp>
          </>
        ) : null}
      </>
    ),
    state: text(row, 'state'),
    kind: text(row, 'kind'),
    stance: text(row, 'stance'),
    matter: matterOf(tx, row.values, language),
    asked: <span dir="auto">{text(row, 'asked')}</span>,
    of: text(row, 'asked_of'),
    answer: [text(row, 'answer') || w('unanswered'), text(row, 'answered_on')].filter(Boolean).join(' · '),
  })
  return (
    <Table
      caption={w('table')}
      captionHidden
      columns={columns}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row) }))}
    />
  )
}
