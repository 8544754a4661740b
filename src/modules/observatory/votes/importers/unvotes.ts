import { basename } from 'node:path'
import { polityByName } from '#catalogue/polities'
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
import { where } from './where.ts'

const rollCallsFile = 'un_roll_calls.csv'
const rollCallsCommand = 'amparo observatory import unvotes-rollcalls FILE'

/** Which subjects the R package unvotes gives its roll calls: read after these, before the votes. */
export const unvotesIssues: DatasetImporter = {
  dataset: 'unvotes-issues',
  label: labels(
    'General Assembly: subjects of roll calls (unvotes)',
    'Asamblea General: temas de las votaciones (unvotes)',
    'Assemblea General: temes de les votacions (unvotes)',
  ),
  where: where.unvotes,
  recognises: ({ columns }) => ['rcid', 'short_name', 'issue'].every((name) => columns.includes(name)),
  async load({ tx, fileId, path }) {
    const file = basename(path)
    const known = await readDescriptions(tx, 'unvotes-rollcalls')
    if (!known) throw refuseWithoutDescriptions(file, rollCallsFile, rollCallsCommand)
    const topics = new Map<string, string[]>()
    const { rows } = await readColumns(path, { required: ['rcid', 'short_name'] }, (cells) => {
      const key = cells.text(0)
      if (!known.byKey.has(key)) throw refuseUndescribed(file, cells.row, key, known.name)
      const before = topics.get(key)
      if (before) before.push(cells.text(1))
      else topics.set(key, [cells.text(1)])
    })
    const rollCalls: readonly ReadRollCall[] = [...known.byKey.values()].map((one) => ({
      ...one,
      topics: [...new Set([...(topics.get(one.key) ?? []), ...one.topics])],
    }))
    await writeRollCalls(tx, fileId, rollCalls)
    return { rows, dataUntil: lastDay(rollCalls), scope: '', version: '', findings: [] }
  },
}

const letters: Readonly<Record<string, BallotLetter>> = { yes: 'Y', no: 'N', abstain: 'A' }

/**
 * Votes of the General Assembly in the R package unvotes: only who voted yes, no or abstained. Three former states have a name
 * and no code there.
 */
export const unvotes: DatasetImporter = {
  dataset: 'unvotes',
  label: labels(
    'General Assembly: votes (unvotes)',
    'Asamblea General: votos (unvotes)',
    'Assemblea General: vots (unvotes)',
  ),
  where: where.unvotes,
  recognises: ({ columns }) =>
    ['rcid', 'country', 'country_code', 'vote'].every((name) => columns.includes(name)),
  async load({ tx, fileId, path, progress, signal }) {
    const file = basename(path)
    const known =
      (await readDescriptions(tx, 'unvotes-issues')) ?? (await readDescriptions(tx, 'unvotes-rollcalls'))
    if (!known) throw refuseWithoutDescriptions(file, rollCallsFile, rollCallsCommand)
    const notices = voteNotices()
    const sheets = createSheets<string>()
    const states = createStates('iso2')
    const byName = new Map<
      string,
      { readonly day: string; readonly polity: ReturnType<typeof polityByName> }
    >()
    const stateNamed = (name: string, day: string) => {
      const seen = byName.get(name)
      if (seen?.day === day) return seen.polity
      const polity = polityByName(name, day, 'list')
      byName.set(name, { day, polity })
      return polity
    }
    let rows = 0
    await readColumns(path, { required: ['rcid', 'country', 'country_code', 'vote'] }, (cells) => {
      const { row } = cells
      const key = cells.text(0)
      const one = known.byKey.get(key)
      if (!one) throw refuseUndescribed(file, row, key, known.name)
      const letter = letters[cells.text(3)]
      if (letter === undefined)
        throw refuseValue({ file, row, column: 'vote' }, cells.text(3), expected.unvotesVote)
      // The name first: a code is today's, "Yugoslavia" stands under Serbia's, and Namibia's code is NA.
      const [name, code] = [cells.text(1), cells.text(2)]
      const state = stateNamed(name, one.day) ?? (code === '' ? null : states(code, one.day))
      if (!state) {
        notices.note('unknown', () => `row ${row}: ${name} (${code})`)
        return
      }
      rows++
      if (rows % 50_000 === 0) {
        signal.throwIfAborted()
        progress(rows)
      }
      const came = mark(sheets.of(key), state.n, letter, row)
      if (came === 'contradicts') throw refuseTwoVotes(file, row, state.code, key)
      if (came === 'repeated') notices.note('repeated', () => `row ${row}: ${state.code}, ${key}`)
    })
    const rollCalls: readonly ReadRollCall[] = [...known.byKey.values()].map((one) => ({
      ...one,
      ballots: sheets.byKey.get(one.key) ?? null,
    }))
    for (const { ballots, key } of rollCalls) if (!ballots) notices.note('undescribed', () => key)
    noteTotals(rollCalls, notices)
    await writeRollCalls(tx, fileId, rollCalls)
    return { rows, dataUntil: lastDay(rollCalls), scope: '', version: '', findings: notices.findings() }
  },
}
