import { sql } from 'kysely'
import type { Tx } from './tx.ts'

/** Longer texts, and those that say one word so often, are left to the database: a vector holds 255 places of a lexeme. */
const mostWords = 1_000
const mostPlaces = 250
const mostRemembered = 50_000

/** The lexemes of one word, each with where it comes from: 1 as it is, 2 Spanish, 4 English, 8 Catalan. */
type Lexemes = readonly (readonly [lexeme: string, sources: number])[]

// For as long as the transaction: words are people's names too, and nothing of them outlives the work at hand.
const remembered = new WeakMap<Tx, Map<string, Lexemes | null>>()

/**
 * What `word_vector` gives for each folded text, as the text of a tsvector; null for a text that the database has to
 * read itself. A word is stemmed once, whatever the number of records that have it: stemming each record's words in
 * three languages is a third of what writing it costs.
 */
export async function wordVectors(tx: Tx, folded: readonly string[]): Promise<readonly (string | null)[]> {
  let known = remembered.get(tx)
  if (!known || known.size > mostRemembered) remembered.set(tx, (known = new Map()))
  const texts = folded.map((text) => (text === '' ? [] : text.split(' ')))
  const wanted = new Set<string>()
  for (const words of texts)
    if (words.length <= mostWords)
      for (const word of words) if (!known.has(word) && !isNumber(word)) wanted.add(word)
  if (wanted.size > 0) await learn(tx, known, [...wanted])
  const learnt = known
  return texts.map((words) => (words.length <= mostWords ? vectorOf(words, learnt) : null))
}

// The parser reads digits as a number, whose lexeme is itself in every language.
const isNumber = (word: string): boolean => word.length < 100 && /^[0-9]+$/.test(word)

async function learn(tx: Tx, known: Map<string, Lexemes | null>, words: readonly string[]): Promise<void> {
  const { rows } = await sql<{ word: string; simple: string[]; es: string[]; en: string[]; ca: string[] }>`
    select w as word, tsvector_to_array(to_tsvector('pg_catalog.simple', w)) as simple,
           tsvector_to_array(to_tsvector('pg_catalog.spanish', w)) as es,
           tsvector_to_array(to_tsvector('pg_catalog.english', w)) as en,
           tsvector_to_array(to_tsvector('pg_catalog.catalan', w)) as ca
      from unnest(${words}::text[]) as n(w)`.execute(tx.sql)
  for (const { word, simple, es, en, ca } of rows) {
    const lexemes = new Map<string, number>()
    for (const [at, list] of [simple, es, en, ca].entries())
      for (const lexeme of list) lexemes.set(lexeme, (lexemes.get(lexeme) ?? 0) + 2 ** at)
    // What the parser takes apart, or leaves out, stands at places that only it knows.
    const plain =
      simple.length === 1 &&
      simple[0] === word &&
      Math.max(es.length, en.length, ca.length) <= 1 &&
      [...lexemes.keys()].every((lexeme) => /^[a-z0-9]+$/.test(lexeme))
    known.set(word, plain ? [...lexemes] : null)
  }
}

/** The four vectors one after the other, as `||` joins them: each begins where the one before has its last position. */
function vectorOf(words: readonly string[], known: ReadonlyMap<string, Lexemes | null>): string | null {
  const count = words.length
  let [es, en] = [0, 0]
  const all: (Lexemes | undefined)[] = []
  for (let at = 0; at < count; at++) {
    const lexemes = known.get(words[at] ?? '')
    if (lexemes === null) return null
    all.push(lexemes)
    let sources = lexemes ? 0 : 15
    for (const one of lexemes ?? []) sources |= one[1]
    if (sources & 2) es = at + 1
    if (sources & 4) en = at + 1
  }
  if (count * 4 > mostPlaces && saysTooOften(words, all)) return null
  const fromEnglish = count + es
  const fromCatalan = fromEnglish + en
  let text = ''
  for (let at = 0; at < count; at++) {
    const lexemes = all[at]
    const place = at + 1
    if (!lexemes) {
      text += ` ${words[at]}:${place},${count + place},${fromEnglish + place},${fromCatalan + place}`
      continue
    }
    for (const [lexeme, sources] of lexemes) {
      text += ` ${lexeme}`
      let sign = ':'
      if (sources & 1) {
        text += sign + place
        sign = ','
      }
      if (sources & 2) {
        text += sign + (count + place)
        sign = ','
      }
      if (sources & 4) {
        text += sign + (fromEnglish + place)
        sign = ','
      }
      if (sources & 8) text += sign + (fromCatalan + place)
    }
  }
  return text
}

function saysTooOften(words: readonly string[], all: readonly (Lexemes | undefined)[]): boolean {
  const places = new Map<string, number>()
  for (const [at, lexemes] of all.entries())
    for (const [lexeme] of lexemes ?? ([[words[at] ?? '']] as const))
      places.set(lexeme, (places.get(lexeme) ?? 0) + 4)
  return Math.max(...places.values()) > mostPlaces
}
