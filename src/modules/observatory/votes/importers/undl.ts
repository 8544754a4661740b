import { basename } from 'node:path'
import { polityByName } from '#catalogue/polities'
import { type Labels, labels } from '#platform/i18n'
import { readColumns } from '../../files/csv-columns.ts'
import type { RowCells } from '../../files/csv-rows.ts'
import { refuseValue } from '../../files/refusal.ts'
import type { DatasetImporter, Loaded, Loading } from '../../sources/importer.ts'
import { writeRollCalls } from '../actions/write-roll-calls.ts'
import { type BallotLetter, type BallotSheet, mark, newSheet } from '../ballot.ts'
import { voteNotices } from '../notices.ts'
import { expected, refuseTwoVotes } from '../queries/descriptions.ts'
import type { ReadRollCall, RollCallKind } from '../roll-call.ts'
import { countrySituation, isCountrySituation } from './country-situation.ts'
import { baseSymbol, isoDay, plainTitle, wholeNumber } from './read-cells.ts'
import { lastDay, noteTotals } from './same-totals.ts'
import { createStates } from './sheets.ts'
import { undlBody, type UndlColumn, undlLayout } from './undl-columns.ts'
import { where } from './where.ts'

/** Not voting is X, NV in version 1, and blank on the library's pages. */
const letters: Readonly<Record<string, BallotLetter>> = { Y: 'Y', N: 'N', A: 'A', X: 'X', NV: 'X', '': 'X' }

/** Adopted without a vote: the file gives everybody a Y, or an X. */
const withoutVote = /without (?:a )?vote|acclamation|by consensus/iu

const described = [
  ...(['session', 'symbol', 'draft', 'report', 'meeting', 'title', 'agenda', 'subjects', 'note'] as const),
  ...(['modality', 'yes', 'no', 'abstain', 'silent', 'total', 'link'] as const),
] as const satisfies readonly UndlColumn[]

/** Rows between two reports of how far it came. */
const stride = 50_000

/**
 * Reads the library's file of votes: a row for each state and resolution. What a resolution is, is read from its first row; of
 * the others only who voted how.
 */
async function load({ tx, fileId, path, head, progress, signal }: Loading): Promise<Loaded> {
  const file = basename(path)
  const layout = undlLayout(head.columns)
  if (!layout) throw refuseValue({ file, row: 1 }, head.columns.join(', ').slice(0, 200), aLayout)
  const body = undlBody(layout)
  // Who voted how comes first, so that these places are fixed.
  const columns = (['id', 'code', 'vote', 'date', 'name', ...described] as const).filter(
    (column) => layout[column] !== null,
  )
  const place = new Map<UndlColumn, number>(columns.map((column, i) => [column, i]))
  const at = (column: UndlColumn): number => place.get(column) ?? -1
  const text = (cells: RowCells, column: UndlColumn): string =>
    place.has(column) ? cells.text(at(column)) : ''
  const [idAt, codeAt, voteAt, symbolAt] = [at('id'), at('code'), at('vote'), at('symbol')]
  const numbered = idAt >= 0
  const notices = voteNotices()
  const states = createStates('iso3')
  const found = new Map<string, ReadRollCall & { readonly ballots: BallotSheet }>()
  let lastId = Number.NaN
  let one: (ReadRollCall & { readonly ballots: BallotSheet }) | undefined
  let rows = 0
  await readColumns(path, { required: columns.map((column) => layout[column] ?? column) }, (cells) => {
    const { row } = cells
    const id = numbered ? cells.integer(idAt) : Number.NaN
    if (!one || Number.isNaN(id) || id !== lastId) {
      lastId = id
      const key = numbered ? cells.text(idAt) : cells.text(symbolAt)
      one = found.get(key)
      if (!one) found.set(key, (one = describe(key, cells)))
    }
    const said = cells.text(voteAt)
    const letter = letters[said] ?? letters[said.toUpperCase()]
    if (letter === undefined)
      throw refuseValue({ file, row, column: layout.vote ?? 'vote' }, said, expected.undlVote)
    const code = cells.text(codeAt)
    const state = states(code, one.day) ?? polityByName(text(cells, 'name'), one.day, 'list')
    if (!state) {
      notices.note('unknown', () => `row ${row}: ${code} ${text(cells, 'name')}`)
      return
    }
    const came = mark(one.ballots, state.n, letter, row)
    if (came === 'contradicts') throw refuseTwoVotes(file, row, state.code, one.symbol || one.key)
    if (came === 'repeated') notices.note('repeated', () => `row ${row}: ${state.code}, ${one?.symbol ?? ''}`)
    rows++
    if (rows % stride === 0) {
      signal.throwIfAborted()
      progress(rows)
    }
  })

  function describe(key: string, cells: RowCells) {
    const { row } = cells
    const day = isoDay(text(cells, 'date'))
    if (key === '') throw refuseValue({ file, row, column: layout?.id ?? 'undl_id' }, key, expected.number)
    if (day === '')
      throw refuseValue({ file, row, column: layout?.date ?? 'date' }, text(cells, 'date'), expected.day)
    const number = (column: UndlColumn) => (place.has(column) ? wholeNumber(cells, at(column)) : null)
    const symbol = text(cells, 'symbol')
    const title = plainTitle(text(cells, 'title')) || symbol || key
    const [modality, note] = [text(cells, 'modality'), text(cells, 'note')]
    const draft = baseSymbol(text(cells, 'draft'))
    return {
      key,
      body,
      day,
      session: text(cells, 'session'),
      symbol,
      kind: kindOf(symbol),
      decided: withoutVote.test(modality) || withoutVote.test(note) ? 'without_vote' : 'recorded',
      title,
      agenda: '',
      agendaTitle: text(cells, 'agenda'),
      topics: [
        ...text(cells, 'subjects')
          .split('|')
          .map((subject) => subject.trim())
          .filter(Boolean),
        ...(body === 'ga' && isCountrySituation(title) ? [countrySituation] : []),
      ],
      details: {
        outcome: 'adopted',
        draft,
        meeting: text(cells, 'meeting'),
        report: text(cells, 'report'),
        note,
        said: modality,
        link: text(cells, 'link'),
      },
      said: {
        yes: number('yes'),
        no: number('no'),
        abstain: number('abstain'),
        silent: number('silent'),
        total: number('total'),
      },
      row,
      ballots: newSheet(),
    } satisfies ReadRollCall
  }

  const rollCalls: readonly ReadRollCall[] = [...found.values()].map((each) => {
    if (each.decided === 'recorded') return each
    notices.note('everyoneSilent', () => each.symbol || each.key)
    return { ...each, ballots: null }
  })
  noteTotals(rollCalls, notices)
  await writeRollCalls(tx, fileId, rollCalls)
  progress(rows, rows)
  return {
    rows,
    dataUntil: lastDay(rollCalls),
    scope: '',
    version: editionIn(head.name),
    findings: notices.findings(),
  }
}

const kindOf = (symbol: string): RollCallKind => (/\/DEC/u.test(symbol) ? 'decision' : 'resolution')

/** The library calls its editions by the day of publication in the file's name; months need not have two digits. */
function editionIn(name: string): string {
  const found = /^(20\d\d)_(\d{1,2})_(\d{1,2})_/u.exec(name)
  return found ? `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}` : ''
}

const aLayout: Labels = {
  en: 'the first row of a file of votes of the UN Digital Library',
  es: 'la primera fila de un archivo de votos de la Biblioteca Digital de la ONU',
  ca: "la primera fila d'un fitxer de vots de la Biblioteca Digital de l'ONU",
}

const importer = (dataset: string, body: 'ga' | 'sc', label: Labels, from: Labels): DatasetImporter => ({
  dataset,
  label,
  where: from,
  recognises({ columns }) {
    const layout = undlLayout(columns)
    return layout !== null && undlBody(layout) === body
  },
  load,
})

/** Votes of the General Assembly, from the UN Digital Library. */
export const undlGa = importer(
  'undl-ga',
  'ga',
  labels(
    'General Assembly: votes (UN Digital Library)',
    'Asamblea General: votos (Biblioteca Digital de la ONU)',
    "Assemblea General: vots (Biblioteca Digital de l'ONU)",
  ),
  where.undlGa,
)

/** Votes of the Security Council, from the UN Digital Library. */
export const undlSc = importer(
  'undl-sc',
  'sc',
  labels(
    'Security Council: votes (UN Digital Library)',
    'Consejo de Seguridad: votos (Biblioteca Digital de la ONU)',
    "Consell de Seguretat: vots (Biblioteca Digital de l'ONU)",
  ),
  where.undlSc,
)
