import { sql } from 'kysely'
import { type FieldProblem, Problem } from '#platform/problem'
import type { Term, Vocabulary } from '../definition.ts'
import type { Schema, VocabularyIndex } from '../schema.ts'
import type { Tx } from '../tx.ts'
import { type SchemaChange, changeSchema, requireNone, requireSeen } from './change-schema.ts'
import { readDefinition, termChangeShape, termShape, vocabularyShape } from './definition-shapes.ts'
import { codeShape, nameProblems } from './field-rules.ts'
import { ruleWords } from './rule-words.ts'

/** A vocabulary before it has terms. */
export type NewVocabulary = Omit<Vocabulary, 'terms'>

/** Problems of a new vocabulary's name and label. */
function vocabularyProblems(schema: Schema, given: NewVocabulary): FieldProblem[] {
  const problems = nameProblems(given.name, 'name', schema.vocabularies.keys())
  if (Object.keys(given.label).length === 0) problems.push({ field: 'label', message: ruleWords.one_label })
  return problems
}

/** Writes a vocabulary that is not there yet. */
export async function insertVocabulary(tx: Tx, schema: Schema, given: unknown): Promise<NewVocabulary> {
  const vocabulary = readDefinition<NewVocabulary>(vocabularyShape, given)
  requireNone(vocabularyProblems(schema, vocabulary))
  await tx.sql
    .insertInto('vocabulary')
    .values({
      org_id: tx.actor.orgId,
      name: vocabulary.name,
      label: JSON.stringify(vocabulary.label),
      source: vocabulary.source ?? null,
    })
    .execute()
  return vocabulary
}

/** Adds a vocabulary without terms. */
export const addVocabulary = (tx: Tx, shipped: Schema, given: unknown): Promise<SchemaChange> =>
  changeSchema(tx, shipped, async (schema) => {
    const vocabulary = await insertVocabulary(tx, schema, given)
    return { what: 'vocabulary', name: vocabulary.name, before: null, after: vocabulary }
  })

/** A term with its place among its neighbours. */
export interface PlacedTerm {
  readonly term: Term
  readonly position: number
}

/** Writes terms, whole: those that are there are replaced, in their place. */
export async function keepTerms(tx: Tx, vocabulary: string, placed: readonly PlacedTerm[]): Promise<void> {
  const column = <T>(take: (one: PlacedTerm) => T): T[] => placed.map(take)
  await sql`insert into term (org_id, vocabulary, code, parent, position, label, note, retired)
    select ${tx.actor.orgId}::uuid, ${vocabulary}, c, p, pos, l, n, r
    from unnest(${column((one) => one.term.code)}::text[], ${column((one) => one.term.parent ?? null)}::text[],
                ${column((one) => one.position)}::int[], ${column((one) => JSON.stringify(one.term.label))}::jsonb[],
                ${column((one) => JSON.stringify(one.term.note ?? {}))}::jsonb[], ${column((one) => one.term.retired ?? false)}::boolean[])
      as n(c, p, pos, l, n, r)
    on conflict (org_id, vocabulary, code)
    do update set parent = excluded.parent, label = excluded.label, note = excluded.note, retired = excluded.retired`.execute(
    tx.sql,
  )
}

/** The place after all stored terms of a vocabulary. */
export async function nextPosition(tx: Tx, vocabulary: string): Promise<number> {
  const row = await tx.sql
    .selectFrom('term')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('org_id', '=', tx.actor.orgId)
    .where('vocabulary', '=', vocabulary)
    .executeTakeFirst()
  return (row?.last ?? -1) + 1
}

function existing(schema: Schema, name: string): VocabularyIndex {
  const index = schema.vocabularies.get(name)
  if (!index) throw new Problem('not_found')
  return index
}

/** Whether putting `code` under `parent` would close a circle. */
const closesCircle = (index: VocabularyIndex, code: string, parent: string): boolean =>
  index.withAncestors(parent).includes(code)

function termProblems(index: VocabularyIndex, term: Term): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (term.code === '') problems.push({ field: 'code', message: ruleWords.missing })
  else if (!codeShape.test(term.code)) problems.push({ field: 'code', message: ruleWords.code })
  if (Object.keys(term.label).length === 0) problems.push({ field: 'label', message: ruleWords.one_label })
  if (term.parent === term.code) problems.push({ field: 'parent', message: ruleWords.cycle })
  else if (term.parent !== undefined && !index.byCode.has(term.parent))
    problems.push({ field: 'parent', message: ruleWords.parent })
  else if (term.parent !== undefined && closesCircle(index, term.code, term.parent))
    problems.push({ field: 'parent', message: ruleWords.cycle })
  return problems
}

/** Adds a term to any vocabulary, shipped or own, last among its neighbours. */
export const addTerm = (tx: Tx, shipped: Schema, vocabulary: string, given: unknown): Promise<SchemaChange> =>
  changeSchema(tx, shipped, async (schema) => {
    const index = existing(schema, vocabulary)
    const term = readDefinition<Term>(termShape, given)
    const taken = index.byCode.has(term.code) ? [{ field: 'code', message: ruleWords.taken }] : []
    requireNone([...termProblems(index, term), ...taken])
    await keepTerms(tx, vocabulary, [{ term, position: await nextPosition(tx, vocabulary) }])
    return { what: 'term', name: `${vocabulary}.${term.code}`, before: null, after: term }
  })

/** What may be changed of a term; labels given are set in their languages, an empty one is taken away. */
export interface TermChange {
  readonly parent?: string | null
  readonly label?: Readonly<Record<string, string>>
  readonly note?: Readonly<Record<string, string>>
  readonly retired?: boolean
}

/**
 * Changes a term's words, its place in the tree, or whether it is offered. Its code stays: records hold it.
 * @param seen `fingerprint` of the term as the person saw it; another one is `stale`
 */
export const changeTerm = (
  tx: Tx,
  shipped: Schema,
  vocabulary: string,
  code: string,
  given: TermChange,
  seen?: string,
): Promise<SchemaChange> =>
  changeSchema(tx, shipped, async (schema) => {
    const index = existing(schema, vocabulary)
    const before = index.byCode.get(code)
    if (!before) throw new Problem('not_found')
    readDefinition<TermChange>(termChangeShape, given)
    requireSeen(before, seen)
    const after = changed(before, given)
    requireNone(termProblems(index, after))
    if (JSON.stringify(termData(after)) === JSON.stringify(termData(before))) return null
    await keepTerms(tx, vocabulary, [{ term: after, position: await nextPosition(tx, vocabulary) }])
    return { what: 'term', name: `${vocabulary}.${code}`, before, after }
  })

const words = (before: object | undefined, given: object | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries<string>({ ...before, ...given })
      .map(([language, text]) => [language, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  )

function changed(before: Term, change: TermChange): Term {
  const note = words(before.note, change.note)
  const parent = change.parent === undefined ? before.parent : (change.parent ?? undefined)
  const retired = change.retired ?? before.retired ?? false
  return {
    code: before.code,
    ...(parent !== undefined && { parent }),
    label: words(before.label, change.label),
    ...(Object.keys(note).length > 0 && { note }),
    ...(retired && { retired }),
  }
}

const byKey = (words: object) => Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1))

/** A term as plain data in one order, to tell whether two are the same. */
export const termData = (term: Term) => [
  term.code,
  term.parent ?? null,
  byKey(term.label),
  byKey(term.note ?? {}),
  term.retired ?? false,
]

/** No longer offers a term; where it was used it is still shown, found and counted. */
export const retireTerm = (
  tx: Tx,
  shipped: Schema,
  vocabulary: string,
  code: string,
): Promise<SchemaChange> => changeTerm(tx, shipped, vocabulary, code, { retired: true })
