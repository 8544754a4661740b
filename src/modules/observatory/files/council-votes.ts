import { basename } from 'node:path'
import { readColumns } from './csv-columns.ts'
import { refuseFile, refuseValue } from './refusal.ts'

/** A text that was put to the vote, as far as it matters here. */
export interface CouncilText {
  readonly year: number
  readonly body: string
}

/** Reads texts of the Human Rights Council and its Commission (`record_id, year, body`, other columns ignored). */
export async function readCouncilTexts(path: string): Promise<ReadonlyMap<string, CouncilText>> {
  const file = basename(path)
  const found = new Map<string, CouncilText>()
  await readColumns(path, { required: ['record_id', 'year', 'body'] }, (cells) => {
    const { row } = cells
    const id = cells.text(0)
    const year = cells.integer(1)
    if (id === '') throw refuseValue({ file, row, column: 'record_id' }, id, anId)
    if (!(year >= 1945 && year <= 2200))
      throw refuseValue({ file, row, column: 'year' }, cells.text(1), aYear)
    if (found.has(id)) throw refuseTwice(file, row, id)
    found.set(id, { year, body: cells.text(2) })
  })
  return found
}

/** Reads which states belong to which groups (`iso3, group`); a state may stand in several, one row each. */
export async function readGroups(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const file = basename(path)
  const found = new Map<string, string[]>()
  await readColumns(path, { required: ['iso3', 'group'] }, (cells) => {
    const { row } = cells
    const state = cells.text(0)
    const group = cells.text(1)
    if (!isIso3(state)) throw refuseValue({ file, row, column: 'iso3' }, state, aState)
    if (group === '') throw refuseValue({ file, row, column: 'group' }, group, aGroup)
    const groups = found.get(state)
    if (!groups) found.set(state, [group])
    else if (!groups.includes(group)) groups.push(group)
  })
  return found
}

/** Votes by text and state: `Y`, `N`, `A`; absences and blanks are left out. */
export interface CouncilVotes {
  readonly byText: ReadonlyMap<string, ReadonlyMap<string, CouncilVote>>
  /** Rows that say once more what was said; each vote is counted once. */
  readonly repeated: number
}

export type CouncilVote = 'Y' | 'N' | 'A'

/**
 * Reads votes (`record_id, iso3, vote`): Y, N, A; `.` is absent and blank means no position, both no vote.
 *
 * @throws Problem naming the row: a text that the other file does not know, a code that is none, another vote, a state that
 *   votes in two ways on one text
 */
export async function readCouncilVotes(
  path: string,
  texts: ReadonlyMap<string, CouncilText>,
): Promise<CouncilVotes> {
  const file = basename(path)
  const byText = new Map<string, Map<string, CouncilVote>>()
  let repeated = 0
  await readColumns(path, { required: ['record_id', 'iso3', 'vote'] }, (cells) => {
    const { row } = cells
    const id = cells.text(0)
    const state = cells.text(1)
    const vote = cells.text(2).toUpperCase()
    if (!texts.has(id)) throw refuseUnknown(file, row, id)
    if (!isIso3(state)) throw refuseValue({ file, row, column: 'iso3' }, state, aState)
    if (vote === '' || vote === '.' || vote === 'X') return
    if (vote !== 'Y' && vote !== 'N' && vote !== 'A')
      throw refuseValue({ file, row, column: 'vote' }, cells.text(2), aVote)
    let votes = byText.get(id)
    if (!votes) byText.set(id, (votes = new Map()))
    const before = votes.get(state)
    if (before === vote) repeated++
    else if (before !== undefined) throw refuseTwoVotes(file, row, id, state)
    votes.set(state, vote)
  })
  return { byText, repeated }
}

const isIso3 = (text: string): boolean => /^[A-Z]{3}$/.test(text)

const anId = { en: 'the number of a record', es: 'el número de un registro', ca: 'el número d’un registre' }
const aYear = { en: 'a year', es: 'un año', ca: 'un any' }
const aGroup = { en: 'the name of a group', es: 'el nombre de un grupo', ca: 'el nom d’un grup' }
const aState = {
  en: 'a code of three capital letters (ISO 3166-1)',
  es: 'un código de tres letras mayúsculas (ISO 3166-1)',
  ca: 'un codi de tres lletres majúscules (ISO 3166-1)',
}
const aVote = {
  en: 'a vote (Y yes, N no, A abstain, . absent, or blank)',
  es: 'un voto (Y sí, N no, A abstención, . ausente, o vacío)',
  ca: 'un vot (Y sí, N no, A abstenció, . absent, o buit)',
}
const keepOne = {
  en: 'Keep the row that is right and take the other out.',
  es: 'Conserve la fila correcta y quite la otra.',
  ca: 'Conserveu la fila correcta i traieu-ne l’altra.',
}

const refuseTwice = (file: string, row: number, id: string) =>
  refuseFile(
    { file, row },
    {
      en: `record ${id} stands a second time`,
      es: `el registro ${id} figura por segunda vez`,
      ca: `el registre ${id} hi és per segona vegada`,
    },
    keepOne,
  )

const refuseUnknown = (file: string, row: number, id: string) =>
  refuseFile(
    { file, row, column: 'record_id' },
    {
      en: `record ${id} is not among the texts`,
      es: `el registro ${id} no figura entre los textos`,
      ca: `el registre ${id} no és entre els textos`,
    },
    {
      en: 'Use the two files of the same edition.',
      es: 'Use los dos archivos de la misma edición.',
      ca: 'Feu servir els dos fitxers de la mateixa edició.',
    },
  )

const refuseTwoVotes = (file: string, row: number, id: string, state: string) =>
  refuseFile(
    { file, row },
    {
      en: `${state} votes a second time, and otherwise, on record ${id}`,
      es: `${state} vota por segunda vez, y de otro modo, sobre el registro ${id}`,
      ca: `${state} vota per segona vegada, i d’una altra manera, sobre el registre ${id}`,
    },
    keepOne,
  )
