import { attribute, readXml } from '#platform/tabular'
import { type Statement, lastPart, mostStatements } from './statements.ts'
import { refuse } from './thesaurus-words.ts'

/** Where the reader is: things and what is said of them stand in each other by turns. */
type Frame =
  | { readonly kind: 'root' | 'skipped' }
  | { readonly kind: 'thing'; readonly id: string; language: string | null }
  | {
      readonly kind: 'property'
      readonly of: string
      readonly says: string
      readonly language: string | null
      text: string
      said: boolean
    }

const longestText = 100_000

async function* whole(text: string) {
  yield text
}

/**
 * The statements of an RDF/XML file, as far as thesauri use it: typed things, nested things, words with a language,
 * references. Document types are refused, so that there are no entities but XML's own five.
 */
export async function readRdfXml(text: string): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const stack: Frame[] = []
  let anonymous = 0
  const add = (of: string, says: string, said: Statement['said']) => {
    if (statements.length >= mostStatements) throw refuse('unknown')
    statements.push({ of, says, said })
  }
  const open = (name: string, attributes: string) => {
    const top = stack.at(-1)
    const language = attribute(attributes, 'xml:lang') ?? (top && 'language' in top ? top.language : null)
    if (!top && name !== 'RDF') throw refuse('unknown')
    if (!top) stack.push({ kind: 'root' })
    else if (top.kind === 'skipped') stack.push(top)
    else if (top.kind === 'thing') {
      const resource = attribute(attributes, 'rdf:resource')
      if (resource !== undefined) add(top.id, name, { to: resource })
      const parsed = attribute(attributes, 'rdf:parseType') !== undefined
      stack.push(
        parsed
          ? { kind: 'skipped' }
          : { kind: 'property', of: top.id, says: name, language, text: '', said: resource !== undefined },
      )
    } else {
      const id =
        attribute(attributes, 'rdf:about') ??
        attribute(attributes, 'rdf:ID') ??
        attribute(attributes, 'rdf:nodeID') ??
        `_:${++anonymous}`
      if (top.kind === 'property') {
        top.said = true
        add(top.of, top.says, { to: id })
      }
      if (name !== 'Description') add(id, 'type', { to: name })
      stack.push({ kind: 'thing', id, language: language ?? null })
    }
  }
  const close = () => {
    const frame = stack.pop()
    if (frame?.kind === 'property' && !frame.said && frame.text.trim() !== '')
      add(frame.of, frame.says, { text: frame.text.trim(), language: frame.language })
  }
  try {
    for await (const tokens of readXml(whole(text), longestText))
      for (const token of tokens) {
        const top = stack.at(-1)
        if (token.kind === 'open') open(token.name, token.attributes)
        else if (token.kind === 'close') close()
        else if (top?.kind === 'property' && !top.said) top.text += token.text
      }
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem') throw error
    throw refuse(/<!DOCTYPE/i.test(text) ? 'doctype' : 'broken', error)
  }
  if (stack.length > 0) throw refuse('broken')
  return statements.map((one) =>
    one.says === 'type' && 'to' in one.said ? { ...one, said: { to: lastPart(one.said.to) } } : one,
  )
}
