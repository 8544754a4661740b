import type { Term } from '#platform/records'
import { type Statement, lastPart } from './statements.ts'
import { type Thesaurus, technicalName } from './thesaurus.ts'
import { refuse } from './thesaurus-words.ts'

interface Concept {
  readonly iri: string
  readonly label: Record<string, string>
  readonly note: Record<string, string>
  notation: string | undefined
  readonly broader: string[]
  synonyms: number
  retired: boolean
}

interface Scheme {
  readonly label: Record<string, string>
}

/** The first of a language stays; `es-AR` is Spanish unless plain Spanish is there too. */
function sayIn(
  words: Record<string, string>,
  text: string,
  language: string | null,
  otherwise: string,
): void {
  const tag = (language ?? otherwise).toLowerCase()
  const primary = tag.split('-')[0] ?? tag
  if (!/^[a-z]{2,3}$/.test(primary) || text.trim() === '') return
  if (tag === primary || words[primary] === undefined) words[primary] = text.trim()
}

/**
 * The concepts of SKOS as terms, in the order of the file. Codes are notations when every concept has one of its own;
 * else the last parts of the addresses when those are unique; else the addresses.
 * @param otherwise the language of words that name none
 */
export function readConcepts(
  statements: readonly Statement[],
  format: Thesaurus['format'],
  fileName: string,
  otherwise: string,
): Thesaurus {
  const concepts = new Map<string, Concept>()
  const schemes = new Map<string, Scheme>()
  for (const { of, says, said } of statements)
    if (says === 'type' && 'to' in said) {
      if (said.to === 'Concept' && !concepts.has(of)) concepts.set(of, newConcept(of))
      if (said.to === 'ConceptScheme' && !schemes.has(of)) schemes.set(of, { label: {} })
    }
  if (concepts.size === 0) throw refuse('empty')
  for (const { of, says, said } of statements) {
    const concept = concepts.get(of)
    const scheme = schemes.get(of)
    if (concept) tell(concept, says, said, otherwise)
    if (scheme && 'text' in said && ['prefLabel', 'label', 'title'].includes(says))
      sayIn(scheme.label, said.text, said.language, otherwise)
    if (says === 'narrower' && 'to' in said && concept) concepts.get(said.to)?.broader.push(of)
  }
  const codes = codesOf([...concepts.values()])
  let otherParents = 0
  const terms = [...concepts.values()].map((concept): Term => {
    const parents = new Set(concept.broader.filter((iri) => concepts.has(iri)))
    if (parents.size > 1) otherParents++
    const [parent] = parents
    const label =
      Object.keys(concept.label).length > 0 ? concept.label : { [otherwise]: lastPart(concept.iri) }
    return {
      code: codes.get(concept.iri) ?? concept.iri,
      ...(parent !== undefined && { parent: codes.get(parent) ?? parent }),
      label,
      ...(Object.keys(concept.note).length > 0 && { note: concept.note }),
      ...(concept.retired && { retired: true }),
    }
  })
  const [scheme] = schemes
  const plainName = fileName.replace(/\.[a-z0-9-]{1,8}$/i, '')
  const title = Object.values(scheme?.[1].label ?? {})[0]
  return {
    format,
    name: technicalName(scheme?.[1].label['en'] ?? title ?? plainName) || 'thesaurus',
    label: title === undefined ? { [otherwise]: plainName } : (scheme?.[1].label ?? {}),
    ...(scheme && { source: scheme[0].slice(0, 1_000) }),
    terms,
    left: { otherParents, synonyms: [...concepts.values()].reduce((sum, one) => sum + one.synonyms, 0) },
  }
}

const newConcept = (iri: string): Concept => ({
  iri,
  label: {},
  note: {},
  notation: undefined,
  broader: [],
  synonyms: 0,
  retired: false,
})

function tell(concept: Concept, says: string, said: Statement['said'], otherwise: string): void {
  if (says === 'broader' && 'to' in said) concept.broader.push(said.to)
  if (!('text' in said)) return
  const { text, language } = said
  if (says === 'prefLabel') sayIn(concept.label, text, language, otherwise)
  else if (says === 'altLabel' || says === 'hiddenLabel') concept.synonyms++
  else if (says === 'notation') concept.notation ??= text.trim()
  else if (says === 'scopeNote' || says === 'definition')
    sayIn(concept.note, text.slice(0, 10_000), language, otherwise)
  else if (says === 'deprecated') concept.retired = text === 'true'
}

function codesOf(concepts: readonly Concept[]): ReadonlyMap<string, string> {
  const ways: readonly ((concept: Concept) => string | undefined)[] = [
    (concept) => concept.notation?.replace(/\s+/g, '_'),
    (concept) => lastPart(concept.iri),
  ]
  for (const way of ways) {
    const codes = new Map(concepts.map((concept) => [concept.iri, way(concept) ?? '']))
    const distinct = new Set(codes.values())
    if (distinct.size === concepts.length && !distinct.has('')) return codes
  }
  return new Map(concepts.map((concept) => [concept.iri, concept.iri]))
}
