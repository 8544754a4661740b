import { type FieldProblem, Problem } from '#platform/problem'
import type { Term, Vocabulary } from '../definition.ts'
import { type Schema, type VocabularyIndex, indexVocabulary } from '../schema.ts'
import type { Tx } from '../tx.ts'
import { type ChangeEntry, type SchemaChange, changeSchema, requireNone } from './change-schema.ts'
import { readShape, termShape } from './definition-shapes.ts'
import { codeShape } from './field-rules.ts'
import { ruleWords } from './rule-words.ts'
import { insertVocabulary, keepTerms, nextPosition, termData } from './term-changes.ts'

const mostTerms = 100_000
const mostLevels = 100
/** A file that is wrong is wrong in every line: naming the first ones is enough to mend it. */
const mostProblems = 50

/** What an import of terms would do, or has done. */
export interface VocabularyImport {
  /** The vocabulary is made by it. */
  readonly isNew: boolean
  readonly added: readonly Term[]
  /** Terms that are there and will read differently; words that only the organisation has stay. */
  readonly changed: readonly { readonly before: Term; readonly after: Term }[]
  readonly same: number
  /** In the vocabulary and not in the file: they stay. */
  readonly others: number
  /** Levels of the file's tree; 1 when it is flat. */
  readonly levels: number
  /** Terms of the file without a label, by language of the organisation. */
  readonly missing: Readonly<Record<string, number>>
}

/** Compares a thesaurus with what there is. Throws `invalid` naming the terms at fault; writes nothing. */
export function planImport(schema: Schema, given: Vocabulary): VocabularyImport {
  const terms = checkedTerms(given.terms)
  const there = schema.vocabularies.get(given.name)
  const index = indexVocabulary({ ...given, terms })
  requireNone(treeProblems(terms, index, there))
  const added: Term[] = []
  const changed: { before: Term; after: Term }[] = []
  for (const term of terms) {
    const before = there?.byCode.get(term.code)
    if (!before) {
      added.push(term)
      continue
    }
    const after = joined(before, term)
    if (JSON.stringify(termData(before)) !== JSON.stringify(termData(after))) changed.push({ before, after })
  }
  return {
    isNew: !there,
    added,
    changed,
    same: terms.length - added.length - changed.length,
    others: [...(there?.byCode.keys() ?? [])].filter((code) => !index.byCode.has(code)).length,
    levels: Math.max(...terms.map((term) => index.withAncestors(term.code).length)),
    missing: Object.fromEntries(
      schema.languages.map((language) => [
        language,
        terms.filter((term) => !(term.label as Record<string, string>)[language]).length,
      ]),
    ),
  }
}

function checkedTerms(given: readonly Term[]): readonly Term[] {
  if (given.length === 0)
    throw new Problem('invalid', { fields: [{ field: 'terms', message: ruleWords.no_terms }] })
  if (given.length > mostTerms)
    throw new Problem('invalid', { fields: [{ field: 'terms', message: ruleWords.too_many }] })
  const problems: FieldProblem[] = []
  const seen = new Set<string>()
  const terms = given.flatMap((one, i): Term[] => {
    const read = readShape(termShape, one)
    const at = (field: string) => `terms.${i + 1}.${field}`
    if ('problems' in read) {
      problems.push(...read.problems.map((problem) => ({ ...problem, field: at(problem.field) })))
      return []
    }
    const term = read.value as Term
    if (!codeShape.test(term.code)) problems.push({ field: at('code'), message: ruleWords.code })
    else if (seen.has(term.code)) problems.push({ field: at(term.code), message: ruleWords.twice })
    if (Object.keys(term.label).length === 0)
      problems.push({ field: at('label'), message: ruleWords.one_label })
    seen.add(term.code)
    return [term]
  })
  requireNone(problems.slice(0, mostProblems))
  return terms
}

/** Parents that are nowhere, circles, and trees too deep: in the file, and together with what is there. */
function treeProblems(
  terms: readonly Term[],
  index: VocabularyIndex,
  there: VocabularyIndex | undefined,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  const parentOf = (code: string) => (index.byCode.get(code) ?? there?.byCode.get(code))?.parent
  // Terms whose way up is known to end: every term is walked over once.
  const depth = new Map<string, number>()
  for (const { code, parent } of terms) {
    if (parent !== undefined && !index.byCode.has(parent) && !there?.byCode.has(parent)) {
      problems.push({ field: `${code}.parent`, message: ruleWords.parent })
      continue
    }
    const way: string[] = []
    const on = new Set<string>()
    let at: string | undefined = code
    while (at !== undefined && !depth.has(at) && !on.has(at)) {
      way.push(at)
      on.add(at)
      at = parentOf(at)
    }
    if (at !== undefined && on.has(at)) problems.push({ field: `${code}.parent`, message: ruleWords.cycle })
    let level = at === undefined ? 0 : (depth.get(at) ?? 0)
    for (const one of way.reverse()) depth.set(one, ++level)
    if ((depth.get(code) ?? 0) > mostLevels)
      problems.push({ field: `${code}.parent`, message: ruleWords.too_deep })
  }
  return problems.slice(0, mostProblems)
}

/** The file's words over those that are there; what the organisation wrote in other languages, or retired, stays. */
function joined(before: Term, given: Term): Term {
  const note = { ...before.note, ...given.note }
  const retired = given.retired ?? before.retired ?? false
  return {
    code: given.code,
    ...(given.parent !== undefined && { parent: given.parent }),
    label: { ...before.label, ...given.label },
    ...(Object.keys(note).length > 0 && { note }),
    ...(retired && { retired }),
  }
}

/**
 * Brings a thesaurus in with all its levels, making the vocabulary when there is none of that name. Doing it again
 * changes nothing; a newer edition changes what it says and leaves what it no longer has.
 */
export async function importVocabulary(
  tx: Tx,
  shipped: Schema,
  given: Vocabulary,
): Promise<SchemaChange & { readonly done: VocabularyImport }> {
  const { done, ...change } = await importVocabularies(tx, shipped, [given])
  const [only] = done
  if (!only) throw new Error('the import was not planned')
  return { ...change, done: only }
}

/** As `importVocabulary`, several as one change: all of them, or none. Gives what was done in the order given. */
export async function importVocabularies(
  tx: Tx,
  shipped: Schema,
  given: readonly Vocabulary[],
): Promise<SchemaChange & { readonly done: readonly VocabularyImport[] }> {
  const done: VocabularyImport[] = []
  const names = given.map((one) => one.name)
  requireNone(
    names.flatMap((name, i) => (names.indexOf(name) < i ? [{ field: name, message: ruleWords.taken }] : [])),
  )
  const change = await changeSchema(tx, shipped, async (schema) => {
    const entries: ChangeEntry[] = []
    for (const one of given) {
      const plan = planImport(schema, one)
      done.push(plan)
      if (plan.isNew || plan.added.length > 0 || plan.changed.length > 0)
        entries.push(await writeImport(tx, schema, one, plan))
    }
    return entries
  })
  return { ...change, done }
}

async function writeImport(
  tx: Tx,
  schema: Schema,
  given: Vocabulary,
  plan: VocabularyImport,
): Promise<ChangeEntry> {
  if (plan.isNew) {
    const { name, label, source } = given
    await insertVocabulary(tx, schema, { name, label, ...(source !== undefined && { source }) })
  }
  const from = await nextPosition(tx, given.name)
  const place = new Map(given.terms.map((term, i) => [term.code, from + i]))
  const written = [...plan.added, ...plan.changed.map(({ after }) => after)]
  await keepTerms(
    tx,
    given.name,
    written.map((term) => ({ term, position: place.get(term.code) ?? from })),
  )
  return {
    what: 'thesaurus',
    name: given.name,
    before: plan.isNew ? null : plan.changed.map((one) => one.before),
    after: { added: plan.added.map((term) => term.code), changed: plan.changed.map((one) => one.after) },
  }
}
