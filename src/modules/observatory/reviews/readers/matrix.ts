import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { labels } from '#platform/i18n'
import { refuseFile } from '../../files/refusal.ts'
import type { DatasetImporter, FileHead, Loaded, Loading } from '../../sources/importer.ts'
import { readEntities } from './entities.ts'
import { noticed, type Noticed, noticing } from './noticed.ts'
import { polityNames } from './polity-names.ts'
import { readText } from './read-text.ts'
import type { Recommendation } from './recommendation.ts'
import { recommendationKey } from './recommendation-key.ts'
import { recommendationSink } from './recommendation-sink.ts'
import { readResponse } from './response-words.ts'
import { sessionFacts } from './review-sessions.ts'
import { sendersInText } from './senders-in-text.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const isWord = ({ name }: Pick<FileHead, 'name'>): boolean => /\.docx$/iu.test(name)
const mostBytes = 32 * 1024 * 1024

/** The thematic list or matrix of recommendations that the Office of the High Commissioner publishes of each review. */
export const matrix: DatasetImporter = {
  dataset: 'ohchr-matrix',
  label: labels(
    'UPR thematic list of recommendations (OHCHR)',
    'EPU: lista temática de recomendaciones (ACNUDH)',
    'EPU: llista temàtica de recomanacions (ACNUDH)',
  ),
  where: labels(
    'The Word file “Thematic list of recommendations” (or “Matrix”) on the page of a review at ohchr.org, or its text. One file for each review. Documents of the United Nations.',
    'El archivo de Word «Lista temática de recomendaciones» (o «Matriz») en la página de cada examen en ohchr.org, o su texto. Un archivo por examen. Documentos de las Naciones Unidas.',
    'El fitxer de Word «Llista temàtica de recomanacions» (o «Matriu») a la pàgina de cada examen a ohchr.org, o el seu text. Un fitxer per examen. Documents de les Nacions Unides.',
  ),
  recognises: (head) =>
    isWord(head)
      ? /upr|thematic|matri[cx]/iu.test(head.name)
      : /^\s*Source of position/imu.test(head.text) && /recommendation/iu.test(head.text),
  load,
}

async function load(loading: Loading): Promise<Loaded> {
  const text = isWord(loading.head) ? await wordText(loading) : await readText(loading.path, mostBytes)
  const sink = recommendationSink(loading)
  const { all, polity, session } = readMatrix(text, basename(loading.path), sink.noticed)
  for (const one of all) await sink.add(one)
  const { rows, dataUntil, findings } = await sink.end()
  return { rows, dataUntil, scope: `${polity} ${session}`, version: '', findings }
}

async function wordText({ path, signal }: Loading): Promise<string> {
  // Its readers are large, and few files need them.
  const { readText: readDocumentText } = await import('#platform/evidence')
  const { size } = await stat(path)
  const read = await readDocumentText(
    { mediaType: word, size, stream: createReadStream(path) },
    undefined,
    signal,
  )
  if ('text' in read) return read.text
  throw refuseFile(
    { file: basename(path) },
    {
      en: 'its text cannot be read: it is damaged, locked or no Word document',
      es: 'no se puede leer su texto: está dañado, protegido o no es un documento de Word',
      ca: 'no se’n pot llegir el text: està malmès, protegit o no és un document de Word',
    },
    {
      en: 'Fetch it again, or save its text as .txt.',
      es: 'Vuelva a obtenerlo, o guarde su texto como .txt.',
      ca: 'Torneu-lo a obtenir, o deseu-ne el text com a .txt.',
    },
  )
}

const itemStart = /^\s*(\d{1,3}\.\s?\d{1,3})\.?\s+(\S.*)$/u
const goal = /^-?\s*(\d{1,2}(?:\.\d{1,2})?\s+-\s+\S.*)$/u
const position = /^\s*Source of position\s*:?\s*(.*)$/iu
const isGroups = /^\s*(?:affected persons|groups? of persons)\s*:?/iu
const isGoals = /^\s*SDGs?\s*:?\s*$/iu
const isTheme = /^\s*Theme\s*:/iu

interface Item {
  readonly number: string
  readonly line: number
  text: string
  position: string
  response: string
  readonly themes: string[]
  readonly groups: string[]
  readonly goals: string[]
}

/**
 * Reads the text of a list in any of the layouts that there were (2014 with codes of themes, 2019, 2025 with goals last).
 *
 * @throws Problem when it does not say which review it is of, or has no recommendation
 */
export function readMatrix(
  text: string,
  file: string,
  seen: Noticed = noticing(),
): { readonly all: readonly Recommendation[]; readonly polity: string; readonly session: string } {
  const names = polityNames()
  const { state, session } = reviewOf(text, file)
  const facts = sessionFacts(session)
  const polity = names(state, facts?.start)
  if (polity === null || facts === null) throw refuseReview(file, state, session)
  const polityOf = (name: string) => names(name, facts.start)
  const items = itemsOf(text)
  if (items.length === 0) throw refuseItems(file)
  const all = items.map((item): Recommendation => {
    const words = item.text.replace(/\s+/gu, ' ').trim()
    const { senders, said, unknown, bare } = sendersInText(words, polityOf)
    for (const name of unknown) seen.note(noticed.unknownSender, `line ${item.line}: ${name}`)
    if (senders.length === 0) seen.note(noticed.unknownSender, `line ${item.line}: ${item.number} –`)
    const response = readResponse(item.response)
    if (response === null) seen.note(noticed.unknownResponse, `line ${item.line}: ${item.response}`)
    return {
      key: recommendationKey({ polity: polity.code, session, text: bare, senders }),
      mechanism: 'upr',
      body: '',
      polity: polity.code,
      cycle: facts.cycle,
      session,
      year: facts.year,
      number: item.number,
      text: words.replace(/\s*;\s*$/u, ''),
      language: 'en',
      senders,
      response,
      responseSaid: item.response,
      action: null,
      issues: item.themes,
      groups: item.groups,
      goals: item.goals,
      symbol: /A\/HRC\/\d+\/\d+(?:\/Add\.\d+)?/u.exec(item.position)?.[0] ?? '',
      details: { from: said.join('; '), position: item.position },
      row: item.line,
    }
  })
  return { all, polity: polity.code, session }
}

function itemsOf(text: string): readonly Item[] {
  const items: Item[] = []
  let item: Item | null = null
  let part: 'text' | 'response' | 'themes' | 'groups' | 'goals' = 'text'
  for (const [at, raw] of text.split(/\r\n|\n|\r/u).entries()) {
    const line = readEntities(raw).trim()
    if (line === '') continue
    const start = itemStart.exec(line)
    if (start?.[1] !== undefined && start[2] !== undefined && part !== 'response') {
      const number = start[1].replaceAll(' ', '')
      item = {
        number,
        line: at + 1,
        text: start[2],
        position: '',
        response: '',
        themes: [],
        groups: [],
        goals: [],
      }
      items.push(item)
      part = 'text'
      continue
    }
    if (item === null) continue
    const source = position.exec(line)
    if (source) {
      item.position = source[1]?.trim() ?? ''
      part = 'response'
    } else if (isTheme.test(line)) part = part === 'text' ? part : 'themes'
    else if (part === 'text') item.text += ` ${line}`
    else if (part === 'response') {
      item.response = line
      part = 'themes'
    } else if (isGroups.test(line)) part = 'groups'
    else if (isGoals.test(line)) part = 'goals'
    else {
      const found = goal.exec(line)?.[1]
      const words = line.replace(/^-\s*/u, '').replace(/^[A-Z]\d{1,3}\s+/u, '')
      if (found !== undefined) item.goals.push(found)
      else if (part === 'groups') item.groups.push(words)
      else if (part === 'goals') item.goals.push(words)
      else item.themes.push(words)
    }
  }
  // A number at the start of a line that nothing answers was a year or a paragraph of the foreword.
  return items.filter(({ response }) => response !== '')
}

/** State and session, by the title or the name of the file: `UPR 20th Session - Slovenia -`, `UPR of Chile (3rd Cycle – 32nd session)`. */
function reviewOf(text: string, file: string): { readonly state: string; readonly session: string } {
  const head = text.slice(0, 4000)
  const titled =
    /UPR\s+(\d{1,2})(?:st|nd|rd|th)\s+Session\s*[-–]\s*(.+?)\s*[-–]\s*(?:Thematic|Matri)/iu.exec(head) ??
    /UPR(\d{1,2})[_ -]([^_]+?)(?:[_ -]\d{4})?\.[a-z]+$/iu.exec(file)
  if (titled?.[1] !== undefined && titled[2] !== undefined)
    return { session: String(Number(titled[1])), state: titled[2].replaceAll('_', ' ').trim() }
  const of = /UPR of\s+(.+?)\s*\(.{0,40}?(\d{1,2})(?:st|nd|rd|th)\s+session\)/iu.exec(head)
  return { state: of?.[1]?.trim() ?? '', session: of?.[2] ?? '' }
}

const refuseReview = (file: string, state: string, session: string) =>
  refuseFile(
    { file },
    {
      en: `it is not clear which review it is of (state “${state}”, session “${session}”)`,
      es: `no queda claro de qué examen es (Estado «${state}», período de sesiones «${session}»)`,
      ca: `no queda clar de quin examen és (Estat «${state}», període de sessions «${session}»)`,
    },
    {
      en: 'Name the file UPR48_Slovenia.docx: session and state.',
      es: 'Nombre el archivo UPR48_Slovenia.docx: período de sesiones y Estado.',
      ca: 'Anomeneu el fitxer UPR48_Slovenia.docx: període de sessions i Estat.',
    },
  )

const refuseItems = (file: string) =>
  refuseFile(
    { file },
    {
      en: 'no recommendation was found in it (140.7 …, Source of Position, Supported or Noted)',
      es: 'no se encontró ninguna recomendación (140.7 …, Source of Position, Supported o Noted)',
      ca: "no s'hi ha trobat cap recomanació (140.7 …, Source of Position, Supported o Noted)",
    },
    {
      en: 'Check that it is the thematic list of recommendations in English.',
      es: 'Verifique que sea la lista temática de recomendaciones en inglés.',
      ca: 'Comproveu que és la llista temàtica de recomanacions en anglès.',
    },
  )
