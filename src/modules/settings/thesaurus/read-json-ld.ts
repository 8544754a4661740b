import { type Statement, lastPart, mostStatements } from './statements.ts'
import { refuse } from './thesaurus-words.ts'

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** What is a thing even when it is written as a plain text, because the context of the file says so. */
const relations = new Set(['broader', 'narrower', 'inScheme', 'topConceptOf', 'hasTopConcept', 'type'])

/** Other names under which JSON-LD as found in the wild writes its keywords. */
const first = (node: Node, ...names: readonly string[]): unknown => {
  for (const name of names) if (node[name] !== undefined) return node[name]
  return undefined
}

const languageTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/

/** Whether JSON may be JSON-LD of a thesaurus. */
export const looksLikeJsonLd = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some((one) => isNode(one) && '@id' in one)
    : isNode(value) && ['@graph', 'graph', '@id', '@context'].some((key) => key in value)

/**
 * The statements of JSON-LD, expanded or compacted by the usual names. Contexts are not fetched: what a file means
 * must not depend on another machine, nor tell it what is being read.
 */
export function readJsonLd(value: unknown): readonly Statement[] {
  const statements: Statement[] = []
  const waiting: { node: Node; id: string }[] = []
  let anonymous = 0
  const idOf = (node: Node) => {
    const id = first(node, '@id', 'uri', 'id')
    return typeof id === 'string' ? id : `_:${++anonymous}`
  }
  const add = (of: string, says: string, said: Statement['said']) => {
    if (statements.length >= mostStatements) throw refuse('unknown')
    statements.push({ of, says, said })
  }
  const say = (of: string, says: string, one: unknown): void => {
    if (typeof one === 'string' && says === 'type') add(of, says, { to: lastPart(one) })
    else if (typeof one === 'string' && relations.has(says)) add(of, says, { to: one })
    else if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
      add(of, says, { text: String(one), language: null })
    else if (isNode(one)) sayNode(of, says, one)
  }
  const sayNode = (of: string, says: string, node: Node): void => {
    const text = first(node, '@value', 'value')
    const language = first(node, '@language', 'lang', 'language')
    if (typeof text === 'string' || typeof text === 'number' || typeof text === 'boolean')
      add(of, says, { text: String(text), language: typeof language === 'string' ? language : null })
    else if (first(node, '@id', 'uri', 'id') !== undefined || relations.has(says)) {
      const id = idOf(node)
      add(of, says, { to: id })
      waiting.push({ node, id })
    } else
      for (const [tag, words] of Object.entries(node))
        if (languageTag.test(tag))
          for (const word of listOf(words))
            if (typeof word === 'string') add(of, says, { text: word, language: tag })
  }
  const top = isNode(value) ? (first(value, '@graph', 'graph') ?? value) : value
  for (const node of listOf(top)) if (isNode(node)) waiting.push({ node, id: idOf(node) })
  for (let next = waiting.shift(); next; next = waiting.shift())
    for (const [key, held] of Object.entries(next.node)) {
      const says = key === '@type' ? 'type' : lastPart(key)
      if (['@id', '@context', 'uri', 'id', ''].includes(key) || says === '') continue
      for (const one of listOf(held)) say(next.id, says, one)
    }
  return statements
}
