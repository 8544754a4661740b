import { basename } from 'node:path'
import { readColumns } from './csv-columns.ts'
import { refuseFile, refuseValue } from './refusal.ts'

/** Codes of states (Correlates of War) lie below this. */
const MOST_CODES = 1000

/** Ten times the General Assembly's since 1946: a file with more has something else in this column, and would fill the memory. */
const mostRollCalls = 65_536

/** What a state did in a roll call, as the file writes it: 1 yes, 2 abstain, 3 no, 8 absent, 9 not a member; 0: no row. */
export interface VoteTable {
  /** Roll calls in the order in which the file first names them. */
  readonly rollCalls: readonly number[]
  /** Codes of the states of the file, ascending. */
  readonly states: readonly number[]
  /** One byte for each roll call and state: `rollCall * states.length + state`. */
  readonly votes: Uint8Array
  /** Rows that say once more what was said; each vote is counted once. */
  readonly repeated: number
}

/**
 * Reads votes in Voeten's layout (`rcid,ccode,vote`, other columns ignored), plain or gzip.
 *
 * @throws Problem naming the row: a code that is no whole number, a vote other than 1, 2, 3, 8, 9, a state that
 *   votes in two ways in one roll call
 */
export async function readVoetenVotes(path: string): Promise<VoteTable> {
  const file = basename(path)
  const places = new Map<number, number>()
  const seen = new Uint8Array(MOST_CODES)
  let wide = new Uint8Array(MOST_CODES * 512)
  let lastCall = Number.NaN
  let at = 0
  let repeated = 0
  await readColumns(path, { required: ['rcid', 'ccode', 'vote'] }, (cells) => {
    const { row } = cells
    const rollCall = cells.integer(0)
    const state = cells.integer(1)
    const vote = cells.integer(2)
    if (rollCall !== lastCall) {
      if (!(rollCall >= 0)) throw refuseValue({ file, row, column: 'rcid' }, cells.text(0), aNumber)
      const known = places.get(rollCall)
      if (known === undefined && places.size === mostRollCalls) throw refuseMany(file, row)
      at = (known ?? places.size) * MOST_CODES
      if (known === undefined) places.set(rollCall, places.size)
      if (at + MOST_CODES > wide.length) {
        const wider = new Uint8Array(wide.length * 2)
        wider.set(wide)
        wide = wider
      }
      lastCall = rollCall
    }
    if (!(state > 0 && state < MOST_CODES))
      throw refuseValue({ file, row, column: 'ccode' }, cells.text(1), aState)
    if (vote !== 1 && vote !== 2 && vote !== 3 && vote !== 8 && vote !== 9)
      throw refuseValue({ file, row, column: 'vote' }, cells.text(2), aVote)
    const before = wide[at + state] as number
    if (before === vote) repeated++
    else if (before !== 0) throw refuseTwice(file, row, rollCall, state)
    wide[at + state] = vote
    seen[state] = 1
  })
  const states = Array.from(seen.keys()).filter((state) => seen[state] === 1)
  const votes = new Uint8Array(places.size * states.length)
  for (let call = 0; call < places.size; call++)
    for (let i = 0; i < states.length; i++)
      votes[call * states.length + i] = wide[call * MOST_CODES + (states[i] as number)] as number
  return { rollCalls: [...places.keys()], states, votes, repeated }
}

const aNumber = { en: 'a whole number', es: 'un número entero', ca: 'un nombre enter' }
const aState = {
  en: 'a Correlates of War code (1 to 999)',
  es: 'un código de Correlates of War (1 a 999)',
  ca: 'un codi de Correlates of War (1 a 999)',
}
const aVote = {
  en: 'a vote (1 yes, 2 abstain, 3 no, 8 absent, 9 not a member)',
  es: 'un voto (1 sí, 2 abstención, 3 no, 8 ausente, 9 no miembro)',
  ca: 'un vot (1 sí, 2 abstenció, 3 no, 8 absent, 9 no membre)',
}

const refuseTwice = (file: string, row: number, rollCall: number, state: number) =>
  refuseFile(
    { file, row },
    {
      en: `state ${state} votes a second time, and otherwise, in roll call ${rollCall}`,
      es: `el Estado ${state} vota por segunda vez, y de otro modo, en la votación ${rollCall}`,
      ca: `l'Estat ${state} vota per segona vegada, i d’una altra manera, a la votació ${rollCall}`,
    },
    {
      en: 'Keep the row that is right and take the other out.',
      es: 'Conserve la fila correcta y quite la otra.',
      ca: 'Conserveu la fila correcta i traieu-ne l’altra.',
    },
  )

const refuseMany = (file: string, row: number) =>
  refuseFile(
    { file, row, column: 'rcid' },
    {
      en: `more than ${mostRollCalls} different roll calls`,
      es: `más de ${mostRollCalls} votaciones distintas`,
      ca: `més de ${mostRollCalls} votacions diferents`,
    },
    {
      en: 'Check that rcid is the number of the roll call, the same for all states.',
      es: 'Verifique que rcid sea el número de la votación, el mismo para todos los Estados.',
      ca: 'Comproveu que rcid és el número de la votació, el mateix per a tots els Estats.',
    },
  )
