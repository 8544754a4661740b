import { looksLikeJsonLd, readJsonLd } from './read-json-ld.ts'
import { readConcepts } from './read-concepts.ts'
import { looksLikeMicrothesaurus, readMicrothesaurus } from './read-microthesaurus.ts'
import { readRdfXml } from './read-rdf-xml.ts'
import { readTurtle } from './read-turtle.ts'
import type { Thesaurus } from './thesaurus.ts'
import { refuse } from './thesaurus-words.ts'

export { asVocabulary, proposeName } from './propose-names.ts'
export { type Thesaurus, technicalName } from './thesaurus.ts'

/** Bytes of a file that is read as a thesaurus. */
export const largestFile = 32 * 1024 * 1024

/**
 * Reads a thesaurus by what the file holds, whatever it is called. Throws `invalid` saying why it cannot be read.
 * @param otherwise the language of words that name none
 */
export async function readThesaurus(
  bytes: Uint8Array,
  fileName: string,
  otherwise: string,
): Promise<Thesaurus> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw refuse('encoding', error)
  }
  const start = text.trimStart().slice(0, 200)
  if (start.startsWith('{') || start.startsWith('[')) {
    const value = parseJson(text)
    if (value !== undefined && looksLikeMicrothesaurus(value)) return readMicrothesaurus(value)
    if (value !== undefined && looksLikeJsonLd(value))
      return readConcepts(readJsonLd(value), 'skos-json-ld', fileName, otherwise)
    // Turtle may begin with a bracket, too.
    if (start.startsWith('{') || value !== undefined) throw refuse(value === undefined ? 'broken' : 'unknown')
  }
  if (/^<(?:\?xml|!--|!DOCTYPE|[\w.-]*:?RDF\b)/i.test(start))
    return readConcepts(await readRdfXml(text), 'skos-xml', fileName, otherwise)
  if (/^(?:#|@|<|_:|\[|prefix\b|base\b|[\p{L}\w.-]*:)/iu.test(start))
    return readConcepts(turtle(text), 'skos-turtle', fileName, otherwise)
  throw refuse('unknown')
}

/** A literal of many megabytes exhausts the expression that finds its end: such a file is no thesaurus. */
function turtle(text: string) {
  try {
    return readTurtle(text)
  } catch (error) {
    if (error instanceof RangeError) throw refuse('broken', error)
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
