import { basename } from 'node:path'
import { labels } from '#platform/i18n'
import { readColumns } from '../../files/csv-columns.ts'
import { refuseValue } from '../../files/refusal.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import { writeRollCalls } from '../actions/write-roll-calls.ts'
import { type BallotLetter, mark } from '../ballot.ts'
import { voteNotices } from '../notices.ts'
import {
  expected,
  readDescriptions,
  refuseTwoVotes,
  refuseUndescribed,
  refuseWithoutDescriptions,
} from '../queries/descriptions.ts'
import type { ReadRollCall } from '../roll-call.ts'
import { lastDay, noteTotals } from './same-totals.ts'
import { createSheets, createStates } from './sheets.ts'
import { describeVoeten, descriptionColumns } from './voeten-description.ts'
import { where } from './where.ts'

/** Not a member (9) is no ballot; absent (8) was on the roll. */
const letters: Readonly<Record<number, BallotLetter>> = { 1: 'Y', 2: 'A', 3: 'N', 8: 'X', 9: '.' }

/** Votes of the General Assembly as Voeten, Strezhnev and Bailey publish them: `rcid, ccode, vote`, alone or with everything. */
export const voeten: DatasetImporter = {
  dataset: 'voeten',
  label: labels(
    'General Assembly: votes (Voeten)',
    'Asamblea General: votos (Voeten)',
    'Assemblea General: vots (Voeten)',
  ),
  where: where.voeten,
  recognises: ({ columns }) => ['rcid', 'ccode', 'vote'].every((name) => columns.includes(name)),
  async load({ tx, fileId, path, head, progress, signal }) {
    const file = basename(path)
    const notices = voteNotices()
    const whole = head.columns.includes('date') && head.columns.includes('session')
    const known = whole ? null : await readDescriptions(tx, 'voeten-rollcalls')
    if (!whole && !known)
      throw refuseWithoutDescriptions(
        file,
        labelOfDescriptions,
        'amparo observatory import voeten-rollcalls FILE',
      )
    const described = new Map<string, ReadRollCall>(known?.byKey)
    const sheets = createSheets<number>()
    const states = createStates('cow')
    let lastCall = Number.NaN
    let key = ''
    let day = ''
    let rows = 0
    await readColumns(
      path,
      { required: ['rcid', 'ccode', 'vote'], optional: whole ? descriptionColumns : [] },
      (cells) => {
        const { row } = cells
        const rcid = cells.integer(0)
        if (rcid !== lastCall) {
          signal.throwIfAborted()
          key = String(rcid)
          if (whole && !described.has(key)) described.set(key, describeVoeten(cells, file, 3))
          const one = described.get(key)
          if (!one) throw refuseUndescribed(file, row, cells.text(0), known?.name ?? file)
          day = one.day
          lastCall = rcid
        }
        const letter = letters[cells.integer(2)]
        if (letter === undefined)
          throw refuseValue({ file, row, column: 'vote' }, cells.text(2), expected.voetenVote)
        const state = states(cells.integer(1), day)
        if (!state) {
          if (letter !== '.') notices.note('unknown', () => `row ${row}: ${cells.text(1)}`)
          return
        }
        rows++
        // Two codes of one state (West Germany and Germany): the one that is not a member says nothing.
        const came = mark(sheets.of(rcid), state.n, letter, row)
        if (came === 'contradicts') throw refuseTwoVotes(file, row, state.code, key)
        if (came === 'repeated' && letter !== '.')
          notices.note('repeated', () => `row ${row}: ${state.code}, ${key}`)
      },
    )
    const rollCalls = [...described.values()].map((one) => ({
      ...one,
      ballots: sheets.byKey.get(Number(one.key)) ?? null,
    }))
    for (const { ballots, key: without } of rollCalls)
      if (!ballots) notices.note('undescribed', () => without)
    noteTotals(rollCalls, notices)
    await writeRollCalls(tx, fileId, rollCalls)
    progress(rows, rows)
    return { rows, dataUntil: lastDay(rollCalls), scope: '', version: '', findings: notices.findings() }
  },
}

const labelOfDescriptions = 'rollcalls (rcid, session, date, unres, …)'
