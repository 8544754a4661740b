import { basename } from 'node:path'
import { labels } from '#platform/i18n'
import { readColumns } from '../../files/csv-columns.ts'
import { refuseValue } from '../../files/refusal.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import { writeRollCalls } from '../actions/write-roll-calls.ts'
import { type BallotLetter, mark } from '../ballot.ts'
import { type VoteNotices, voteNotices } from '../notices.ts'
import {
  expected,
  readDescriptions,
  refuseTwoVotes,
  refuseUndescribed,
  refuseWithoutDescriptions,
} from '../queries/descriptions.ts'
import { lastDay, noteTotals } from './same-totals.ts'
import { createSheets, createStates } from './sheets.ts'
import { where } from './where.ts'

/**
 * A vote as the OHCHR library writes it: `.` is absent, blank is no position; one is in lower case. Null when it is none.
 */
export function councilLetter(text: string, notices: VoteNotices, at: () => string): BallotLetter | null {
  if (text === '.' || text === 'X') return 'X'
  if (text === '') {
    notices.note('blank', at)
    return '.'
  }
  const letter = text.toUpperCase()
  if (letter !== 'Y' && letter !== 'N' && letter !== 'A') return null
  if (letter !== text) notices.note('lowercase', at)
  return letter
}

/** Votes of the Human Rights Council and the Commission before it. */
export const hrc: DatasetImporter = {
  dataset: 'hrc',
  label: labels(
    'Human Rights Council and Commission: votes',
    'Consejo y Comisión de Derechos Humanos: votos',
    'Consell i Comissió de Drets Humans: vots',
  ),
  where: where.hrc,
  recognises: ({ columns }) => ['record_id', 'iso3', 'vote'].every((name) => columns.includes(name)),
  async load({ tx, fileId, path }) {
    const file = basename(path)
    const known = await readDescriptions(tx, 'hrc-resolutions')
    if (!known)
      throw refuseWithoutDescriptions(
        file,
        'resolutions.csv',
        'amparo observatory import hrc-resolutions FILE',
      )
    const notices = voteNotices()
    const sheets = createSheets<string>()
    const states = createStates('iso3')
    let rows = 0
    await readColumns(path, { required: ['record_id', 'iso3', 'vote'] }, (cells) => {
      const { row } = cells
      const key = cells.text(0)
      const code = cells.text(1)
      const at = () => `row ${row}: ${code}, ${key}`
      const one = known.byKey.get(key)
      if (!one) throw refuseUndescribed(file, row, key, known.name)
      const letter = councilLetter(cells.text(2), notices, at)
      if (letter === null)
        throw refuseValue({ file, row, column: 'vote' }, cells.text(2), expected.councilVote)
      const state = states(code, one.day)
      if (!state) {
        notices.note('unknown', at)
        return
      }
      rows++
      const came = mark(sheets.of(key), state.n, letter, row)
      if (came === 'contradicts') throw refuseTwoVotes(file, row, state.code, key)
      if (came === 'repeated') notices.note('repeated', at)
    })
    const rollCalls = [...known.byKey.values()].map((one) => ({
      ...one,
      ballots: sheets.byKey.get(one.key) ?? null,
    }))
    for (const { ballots, decided, symbol, key } of rollCalls)
      if (!ballots && decided === 'recorded') notices.note('nameless', () => symbol || key)
    noteTotals(rollCalls, notices)
    await writeRollCalls(tx, fileId, rollCalls)
    return { rows, dataUntil: lastDay(rollCalls), scope: '', version: '', findings: notices.findings() }
  },
}
