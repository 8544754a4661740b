import { basename } from 'node:path'
import { polityByName } from '#catalogue/polities'
import { type Labels, labels } from '#platform/i18n'
import { refuseFile } from '../../files/refusal.ts'
import type { DatasetImporter, Loaded, Loading } from '../../sources/importer.ts'
import { writeRollCalls } from '../actions/write-roll-calls.ts'
import { type BallotLetter, mark, newSheet } from '../ballot.ts'
import { type VoteNotices, voteNotices } from '../notices.ts'
import { refuseTwice, refuseTwoVotes } from '../queries/descriptions.ts'
import type { Decided, ReadRollCall } from '../roll-call.ts'
import { councilDraft, councilKind, councilSession } from './council-description.ts'
import { countrySituation, isCountrySituation } from './country-situation.ts'
import { councilLetter } from './hrc.ts'
import { agendaItem, councilDecided } from './hrc-resolutions.ts'
import { type MarcRecord, marcText, marcTexts, readMarc } from './marc-records.ts'
import { baseSymbol, isoDay, plainTitle } from './read-cells.ts'
import { lastDay, noteTotals } from './same-totals.ts'
import { createStates } from './sheets.ts'
import { where } from './where.ts'

/** A day as the catalogue writes it: `2023-10-27` or `20231027`. Empty when it is none. */
const marcDay = (text: string): string => isoDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3'))

/** Where the two libraries differ: the code of a state, and what a blank vote means. */
interface Library {
  readonly stateCode: 'b' | 'c'
  readonly letter: (text: string, notices: VoteNotices, at: () => string) => BallotLetter | null
  readonly body: (symbol: string, record: MarcRecord) => string | null
}

const unLetters: Readonly<Record<string, BallotLetter>> = { Y: 'Y', N: 'N', A: 'A', X: 'X', NV: 'X', '': 'X' }

/** The UN Digital Library leaves the vote of who did not vote blank. */
const un: Library = {
  stateCode: 'c',
  letter: (text) => unLetters[text.toUpperCase()] ?? null,
  body: (symbol) => (symbol.startsWith('A/') ? 'ga' : symbol.startsWith('S/') ? 'sc' : null),
}

const ohchr: Library = {
  stateCode: 'b',
  letter: councilLetter,
  body: (symbol, record) => {
    const said = marcText(record, '981', 'a')
    if (/human rights council/iu.test(said) || symbol.startsWith('A/HRC')) return 'hrc'
    return /commission on human rights/iu.test(said) || symbol.startsWith('E/') ? 'chr' : null
  },
}

async function load(library: Library, { tx, fileId, path, progress, signal }: Loading): Promise<Loaded> {
  const file = basename(path)
  const notices = voteNotices()
  const states = createStates('iso3')
  const found = new Map<string, ReadRollCall>()
  let votes = 0
  for await (const record of readMarc(path)) {
    signal.throwIfAborted()
    const one = readOne(record)
    if (!one) continue
    if (found.has(one.key)) throw refuseTwice(file, record.place, one.key)
    found.set(one.key, one)
    progress(found.size)
  }
  if (found.size === 0)
    throw refuseFile(
      { file },
      {
        en: 'it holds no record of a vote',
        es: 'no contiene ningún registro de votación',
        ca: 'no conté cap registre de votació',
      },
      {
        en: 'Save the result of a search in the voting data as MARCXML.',
        es: 'Guarde como MARCXML el resultado de una búsqueda en los datos de votación.',
        ca: 'Deseu com a MARCXML el resultat d’una cerca a les dades de votació.',
      },
    )

  function readOne(record: MarcRecord): ReadRollCall | null {
    const symbol = marcText(record, '791', 'a')
    const key = record.id || symbol
    const body = library.body(symbol, record)
    const day = marcDay(marcText(record, '269', 'a'))
    if (key === '' || body === null || day === '') {
      notices.note('dayless', () => `record ${record.place}: ${symbol || key}`)
      return null
    }
    const whole = marcText(record, '245', 'a', 'b')
    const [statement, draft] = [marcText(record, '245', 'c'), marcTexts(record, '993', 'a').join(' ')]
    const council = body === 'hrc' || body === 'chr'
    const kind = council
      ? councilKind(symbol, whole, draft)
      : /\/DEC/u.test(symbol)
        ? 'decision'
        : 'resolution'
    const title = plainTitle(whole) || symbol || key
    const type = marcText(record, '591', 'a')
    const named = ballotsOf(record, day, symbol || key)
    const way = decided(type, named !== null)
    // Where a text was adopted without a vote, some catalogues give everybody a Y.
    const ballots = way === 'without_vote' ? null : named
    const total = (code: string) => {
      const text = marcText(record, '996', code)
      return /^\d{1,4}$/u.test(text) ? Number(text) : null
    }
    return {
      key,
      body,
      day,
      session: council
        ? councilSession(statement, symbol, draft)
        : (/^[AS]\/(?:RES|DEC)\/((?:ES-|S-)?\d+)\//u.exec(symbol)?.[1] ?? ''),
      symbol,
      kind,
      decided: way,
      title,
      agenda: agendaItem(marcText(record, '991', 'b')),
      agendaTitle: marcText(record, '991', 'c').replace(/\s*-$/u, ''),
      topics: [
        ...marcTexts(record, '991', 'd'),
        ...(body === 'ga' && isCountrySituation(title) ? [countrySituation] : []),
      ],
      details: {
        ...(council ? councilDraft(kind, symbol, draft, '') : { draft: baseSymbol(draft) }),
        said: type,
        meeting: marcText(record, '952', 'a'),
        sponsors: marcText(record, '500', 'a'),
        link: marcTexts(record, '856', 'u')[0] ?? '',
      },
      said: { yes: total('b'), no: total('c'), abstain: total('d'), silent: total('e'), total: total('f') },
      row: record.place,
      ballots,
    }
  }

  function ballotsOf(record: MarcRecord, day: string, name: string) {
    const sheet = newSheet()
    let any = false
    for (const { tag, subfields } of record.fields) {
      if (tag !== '967') continue
      const of = (code: string) => subfields.find(([each]) => each === code)?.[1] ?? ''
      const at = () => `record ${record.place}: ${of(library.stateCode)} ${of('e')}`
      const letter = library.letter(of('d'), notices, at)
      const state = states(of(library.stateCode), day) ?? polityByName(of('e'), day, 'list')
      if (letter === null || !state) {
        notices.note('unknown', at)
        continue
      }
      const came = mark(sheet, state.n, letter, record.place)
      if (came === 'contradicts') throw refuseTwoVotes(file, record.place, state.code, name)
      if (came === 'repeated') notices.note('repeated', at)
      else votes++
      any = true
    }
    return any ? sheet : null
  }

  const rollCalls = [...found.values()]
  for (const { decided: way, ballots, symbol, key } of rollCalls)
    if (way === 'recorded' && !ballots) notices.note('nameless', () => symbol || key)
  noteTotals(rollCalls, notices)
  await writeRollCalls(tx, fileId, rollCalls)
  return {
    rows: votes,
    dataUntil: lastDay(rollCalls),
    scope: scopeOf(rollCalls),
    version: '',
    findings: notices.findings(),
  }
}

/** By the catalogue's words where it has any that are known; else by whether it names who voted. */
function decided(type: string, named: boolean): Decided {
  const way = councilDecided(type)
  return way === 'without_vote' && named && !/without/iu.test(type) ? 'recorded' : way
}

/** Bodies and years: a search is saved a year at a time, and a newer one of the same years takes its place. */
function scopeOf(rollCalls: readonly ReadRollCall[]): string {
  const bodies = [...new Set(rollCalls.map(({ body }) => body))].toSorted()
  const years = rollCalls.map(({ day }) => day.slice(0, 4)).toSorted()
  const [first, last] = [years[0] ?? '', years.at(-1) ?? '']
  return `${bodies.join(' ')} ${first === last ? first : `${first}–${last}`}`
}

const importer = (dataset: string, library: Library, label: Labels, from: Labels): DatasetImporter => ({
  dataset,
  label,
  where: from,
  recognises({ text }) {
    if (!/<(?:\w+:)?(?:record|collection)\b/u.test(text) || !text.includes('loc.gov/MARC21')) return false
    const council = /A\/HRC\/|E\/CN\.4\/|searchlibrary\.ohchr|Human Rights Council Voting/u.test(text)
    return council === (library === ohchr)
  },
  load: (loading) => load(library, loading),
})

/** Votes of the General Assembly and the Security Council, saved from a search of the UN Digital Library. */
export const undlMarc = importer(
  'undl-marc',
  un,
  labels(
    'General Assembly and Security Council: votes (MARCXML of the UN Digital Library)',
    'Asamblea General y Consejo de Seguridad: votos (MARCXML de la Biblioteca Digital de la ONU)',
    "Assemblea General i Consell de Seguretat: vots (MARCXML de la Biblioteca Digital de l'ONU)",
  ),
  where.undlMarc,
)

/** Votes of the Human Rights Council, saved from a search of OHCHR's library. */
export const ohchrMarc = importer(
  'ohchr-marc',
  ohchr,
  labels(
    'Human Rights Council: votes (MARCXML of the OHCHR library)',
    'Consejo de Derechos Humanos: votos (MARCXML de la biblioteca del ACNUDH)',
    "Consell de Drets Humans: vots (MARCXML de la biblioteca de l'ACNUDH)",
  ),
  where.ohchrMarc,
)
