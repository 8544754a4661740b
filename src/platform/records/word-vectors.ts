import { sql } from 'kysely'
import { type ArrayWriter, arrayWriter } from './binary-arrays.ts'
import type { Tx } from './tx.ts'

/** Longer texts, and those that say one word so often, are left to the database: a vector holds 255 places of a lexeme. */
const mostWords = 1_000
const mostPlaces = 250
const mostRemembered = 50_000

/** One lexeme, and where the text at hand has it; used again for each text. */
interface Lexeme {
  readonly text: string
  /** Which text the places are of. */
  vector: number
  places: number[]
  count: number
}

/** One word: its lexemes, and beside each where it comes from: 1 as it is, 2 Spanish, 4 English, 8 Catalan. */
interface Word {
  readonly lexemes: readonly Lexeme[]
  readonly sources: readonly number[]
  /** All sources together. */
  readonly anySource: number
}

/** What is known of words while a transaction lasts. */
interface Known {
  /** `null`: the database has to read it where it stands. */
  readonly words: Map<string, Word | null>
  readonly lexemes: Map<string, Lexeme>
  vectors: number
}

// For as long as the transaction: words are people's names too, and nothing of them outlives the work at hand.
const remembered = new WeakMap<Tx, Known>()

/** Vectors for `unnest`, as `tsvector[]`; `null` for each text of `unread`, which the database has to read itself. */
export interface WordVectors {
  readonly vectors: Buffer
  /** The places of those texts in the list given, from 0. */
  readonly unread: readonly number[]
}

/**
 * What `word_vector` gives for each folded text. A word is stemmed once, whatever the number of records that have it:
 * stemming each record's words in three languages is a third of what writing it costs, and reading the text of a
 * vector a tenth.
 */
export async function wordVectors(tx: Tx, folded: readonly string[]): Promise<WordVectors> {
  let known = remembered.get(tx)
  if (!known || known.words.size > mostRemembered)
    remembered.set(tx, (known = { words: new Map(), lexemes: new Map(), vectors: 0 }))
  const texts = folded.map((text) => (text === '' ? [] : text.split(' ')))
  const wanted = new Set<string>()
  for (const words of texts)
    if (words.length <= mostWords)
      for (const word of words) if (!known.words.has(word) && !isNumber(word)) wanted.add(word)
  if (wanted.size > 0) await learn(tx, known, [...wanted])
  const out = arrayWriter('tsvector', 1024 * folded.length)
  const unread: number[] = []
  for (const [at, words] of texts.entries()) {
    if (words.length <= mostWords && writeVector(out, words, known)) continue
    out.pushNull()
    unread.push(at)
  }
  return { vectors: out.finish(), unread }
}

// The parser reads digits as a number, whose lexeme is itself in every language.
const isNumber = (word: string): boolean => word.length < 100 && /^[0-9]+$/.test(word)

async function learn(tx: Tx, known: Known, words: readonly string[]): Promise<void> {
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
    known.words.set(word, plain ? wordOf(known, lexemes) : null)
  }
}

function wordOf(known: Known, lexemes: ReadonlyMap<string, number>): Word {
  const list = [...lexemes.keys()].map((text) => {
    let lexeme = known.lexemes.get(text)
    if (!lexeme) known.lexemes.set(text, (lexeme = { text, vector: 0, places: [], count: 0 }))
    return lexeme
  })
  const sources = [...lexemes.values()]
  return { lexemes: list, sources, anySource: sources.reduce((all, one) => all | one, 0) }
}

/** The word as it is known, numbers among them; `null` when the database has to read it. */
function readWord(known: Known, word: string): Word | null {
  let found = known.words.get(word)
  if (found === undefined) known.words.set(word, (found = wordOf(known, new Map([[word, 15]]))))
  return found
}

/**
 * The four vectors one after the other, as `||` joins them: each begins where the one before has its last position.
 * Gives false, with nothing written, for a text that has to be left to the database.
 */
function writeVector(out: ArrayWriter, words: readonly string[], known: Known): boolean {
  const vector = ++known.vectors
  const found: Lexeme[] = []
  const all: Word[] = []
  for (const text of words) {
    const word = readWord(known, text)
    if (!word) return false
    all.push(word)
  }
  let begin = 0
  for (const source of [1, 2, 4, 8]) {
    let last = 0
    for (let at = 0; at < all.length; at++) {
      const word = all[at] as Word
      if ((word.anySource & source) === 0) continue
      last = at + 1
      for (let i = 0; i < word.lexemes.length; i++) {
        if (((word.sources[i] as number) & source) === 0) continue
        const lexeme = word.lexemes[i] as Lexeme
        if (lexeme.vector !== vector) {
          lexeme.vector = vector
          lexeme.count = 0
          found.push(lexeme)
        }
        lexeme.places[lexeme.count++] = begin + at + 1
      }
    }
    begin += source === 1 ? all.length : last
  }
  if (words.length * 4 > mostPlaces && found.some((lexeme) => lexeme.count > mostPlaces)) return false
  out.begin()
  out.putInt32(found.length)
  for (const lexeme of found) {
    out.putString(lexeme.text)
    out.putInt16(lexeme.count)
    for (let i = 0; i < lexeme.count; i++) out.putInt16(lexeme.places[i] ?? 0)
  }
  out.end()
  return true
}
