import {
  checkProblems,
  needed,
  readLookedUp,
  readShape,
  refuse,
  ruleCheckShape,
  ruleDigest,
  writeCheck,
} from '#catalogue/checks'
import { type Rule } from '#catalogue/mechanisms'
import { countryByCode, fictionalStates } from '#catalogue/countries'
import { isCivilDay } from '#platform/deadlines'
import { Problem } from '#platform/problem'
import { type Schema, type Tx, addTerm } from '#platform/records'
import { requireWords } from '../../cases/actions/require-words.ts'
import { type Book, bookOf, calendarShape, dayShape, marginShape, readBook } from '../procedures/book.ts'
import {
  type OwnProcedure,
  type OwnRule,
  ownProcedureShape,
  ownRuleShape,
} from '../procedures/own-procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { shippedIds } from '../procedures/shipped-ids.ts'
import { bookProblems } from './book-problems.ts'

type Kind = 'procedure' | 'check' | 'day' | 'calendar' | 'margin'

/** Writes the next version of a decision into the book. */
const write = (tx: Tx, kind: Kind, key: string, data: unknown, reason: string): Promise<void> =>
  writeCheck(tx, { kind, key, data, reason })

function procedureAndRule(
  book: Book,
  procedureId: string,
  ruleId: string,
): { procedure: Procedure; rule: Rule } {
  const procedure = book.procedures.get(procedureId)
  const rule = procedure?.rules.find(({ id }) => id === ruleId)
  if (!procedure || !rule) throw new Problem('not_found')
  return { procedure, rule }
}

/** What somebody found when they looked a rule up, as a form gives it. */
export interface FoundRule {
  readonly on: string
  readonly by: string
  readonly page: string
  readonly amount?: number
  readonly unit?: string
  readonly direction?: string
  readonly hard?: boolean
}

/**
 * Notes that a rule was looked up: on which day, by whom, at which page, and what it says there. From then on its date
 * may be hard. Throws `invalid` naming the fields at fault.
 */
export async function checkRule(
  tx: Tx,
  given: {
    readonly procedure: string
    readonly rule: string
    readonly found: FoundRule
    readonly reason?: string
  },
): Promise<void> {
  // The rule as it reads without any check of ours: that is what was looked up.
  const { entries } = await readBook(tx)
  const plain = bookOf(entries.filter(({ kind }) => kind !== 'check'))
  const { rule } = procedureAndRule(plain, given.procedure, given.rule)
  const { found } = given
  const lookedUp = readLookedUp(found)
  if (rule.amount === null && found.amount === undefined && !/^\d\d-\d\d$/.test(rule.unit))
    refuse('amount', checkProblems.figure)
  if (rule.direction.value === null && rule.direction.counted !== false && !found.direction)
    refuse('direction', checkProblems.direction)
  const data = readShape(ruleCheckShape, { ...found, ...lookedUp, of: ruleDigest(rule) })
  await write(tx, 'check', `${given.procedure}/${given.rule}`, data, given.reason?.trim() || lookedUp.page)
}

/** Takes a check back: the rule is unverified again. */
export async function withdrawCheck(
  tx: Tx,
  given: { readonly procedure: string; readonly rule: string; readonly reason: string },
): Promise<void> {
  procedureAndRule(await readBook(tx), given.procedure, given.rule)
  await write(tx, 'check', `${given.procedure}/${given.rule}`, null, requireWords('reason', given.reason))
}

/**
 * Adds a procedure of the organisation, which is then offered for new requests. `id` is its code for ever. Throws
 * `invalid` naming the fields at fault.
 */
export async function addProcedure(
  tx: Tx,
  shipped: Schema,
  given: { readonly id: string; readonly definition: Omit<OwnProcedure, 'rules'>; readonly reason: string },
): Promise<void> {
  const { id } = given
  if (!/^[a-z]{2}-[a-z0-9-]{2,40}$/.test(id)) refuse('id', bookProblems.id)
  const book = await readBook(tx)
  if (book.procedures.has(id)) refuse('id', bookProblems.taken)
  if (
    !countryByCode(given.definition.country) &&
    !fictionalStates.some(({ code }) => code === given.definition.country)
  )
    refuse('country', bookProblems.country)
  const definition = readShape(ownProcedureShape, { ...given.definition, rules: [] }, 'id')
  const label = Object.fromEntries(Object.entries(definition.name).filter(([, text]) => text.trim() !== ''))
  if (Object.keys(label).length === 0) refuse('name', bookProblems.name)
  const known = tx.schema.vocabularies.get('asylum_steps')?.byCode
  if (definition.steps.some((step) => !known?.has(step))) refuse('steps', checkProblems.wrong)
  await write(tx, 'procedure', id, definition, requireWords('reason', given.reason))
  if (!tx.schema.vocabularies.get('asylum_procedures')?.byCode.has(id))
    await addTerm(tx, shipped, 'asylum_procedures', { code: id, label })
}

/** The organisation's own procedure as it is kept. */
function ownOf(book: Book, id: string): OwnProcedure {
  if ((shippedIds as readonly string[]).includes(id)) throw new Problem('forbidden')
  const last = book.entries.find((one) => one.kind === 'procedure' && one.key === id)
  const found = ownProcedureShape.safeParse(last?.data)
  if (!found.success) throw new Problem('not_found')
  return found.data
}

/** Adds a rule to an own procedure, or puts another in the place of the one with its id. Unchecked until looked up. */
export async function writeRule(
  tx: Tx,
  given: { readonly procedure: string; readonly rule: unknown; readonly reason: string },
): Promise<void> {
  const own = ownOf(await readBook(tx), given.procedure)
  const rule: OwnRule = readShape(ownRuleShape, given.rule, 'id')
  if (!own.steps.includes(rule.step)) refuse('step', checkProblems.wrong)
  const rules = [...own.rules.filter(({ id }) => id !== rule.id), rule]
  await write(tx, 'procedure', given.procedure, { ...own, rules }, requireWords('reason', given.reason))
}

/** Takes a rule out of an own procedure. */
export async function removeRule(
  tx: Tx,
  given: { readonly procedure: string; readonly rule: string; readonly reason: string },
): Promise<void> {
  const own = ownOf(await readBook(tx), given.procedure)
  if (!own.rules.some(({ id }) => id === given.rule)) throw new Problem('not_found')
  const rules = own.rules.filter(({ id }) => id !== given.rule)
  await write(tx, 'procedure', given.procedure, { ...own, rules }, requireWords('reason', given.reason))
}

/** Adds a closed day to the calendar of a country, opens one that is shipped as closed, or takes either back. */
export async function decideDay(
  tx: Tx,
  given: {
    readonly country: string
    readonly date: string
    readonly as: string
    readonly name: string
    readonly reason: string
  },
): Promise<void> {
  const book = await readBook(tx)
  if (!book.calendars.has(given.country)) throw new Problem('not_found')
  if (!isCivilDay(given.date)) refuse('date', checkProblems.day)
  const reason = requireWords('reason', given.reason)
  const key = `${given.country}/${given.date}`
  if (given.as === 'shipped') return write(tx, 'day', key, null, reason)
  if (given.as !== 'closed' && given.as !== 'open') return refuse('as', checkProblems.wrong)
  const name = given.as === 'closed' ? needed('name', given.name) : given.name.trim() || given.date
  return write(tx, 'day', key, readShape(dayShape, { closed: given.as === 'closed', name }), reason)
}

/** Says between which days the calendar of a country is complete; beyond them nothing is counted in working days. */
export async function decideCalendar(
  tx: Tx,
  given: { readonly country: string; readonly from: string; readonly to: string; readonly reason: string },
): Promise<void> {
  if (!/^[A-Z]{2}$/.test(given.country)) throw new Problem('not_found')
  for (const field of ['from', 'to'] as const) if (!isCivilDay(given[field])) refuse(field, checkProblems.day)
  if (given.from > given.to) refuse('to', bookProblems.order)
  const data = readShape(calendarShape, { from: given.from, to: given.to })
  await write(tx, 'calendar', given.country, data, requireWords('reason', given.reason))
}

/** Says how many days before the legal day one wants to be done. */
export async function decideMargin(
  tx: Tx,
  given: { readonly days: number; readonly reason: string },
): Promise<void> {
  await write(
    tx,
    'margin',
    'margin',
    readShape(marginShape, { days: given.days }),
    requireWords('reason', given.reason),
  )
}
