import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { polity } from '#catalogue/polities'
import { labels } from '#platform/i18n'
import { refuseFile } from '../../files/refusal.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import { writeRollCalls } from '../actions/write-roll-calls.ts'
import { type BallotLetter, mark, newSheet } from '../ballot.ts'
import { voteNotices } from '../notices.ts'
import { refuseTwoVotes } from '../queries/descriptions.ts'
import type { ReadRollCall, RollCallDetails, RollCallKind } from '../roll-call.ts'
import { type ProseList, readProse } from '../prose/read-prose.ts'
import { baseSymbol } from './read-cells.ts'
import { lastDay, noteTotals } from './same-totals.ts'
import { where } from './where.ts'

/** Members of the Council: no list and no vote has more. */
const members = 47

/** A report is some 300 pages of text. */
const mostBytes = 20 * 1024 * 1024

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const dayShape = new RegExp(`\\b(\\d{1,2}) (${months.join('|')}) (20\\d\\d)\\b`, 'gu')
const sessionShape = /A\/HRC\/((?:S-)?\d+)\/(?:2|L\.10)\b/u

const lists = { yes: 'Y', no: 'N', abstain: 'A', absent: 'X' } as const satisfies Record<
  ProseList,
  BallotLetter
>

interface Passage {
  /** Where its lists begin, and how the text around it goes. */
  readonly at: number
  readonly line: number
  readonly before: string
  readonly words: string
}

/** The passages of a report that list who voted how. */
function passagesOf(text: string): readonly Passage[] {
  const starts = [...text.matchAll(/In favou?r\s*:/gu)].map(({ index }) => index)
  return starts.map((at, i) => {
    const end = Math.min(starts[i + 1] ?? text.length, at + 6000)
    const before = text.slice(Math.max(starts[i - 1] ?? 0, at - 6000), at)
    return { at, line: text.slice(0, at).split('\n').length, before, words: text.slice(at, end) }
  })
}

function dayIn(text: string): string {
  const found = [...text.matchAll(dayShape)].at(-1)
  if (!found) return ''
  const month = months.indexOf(found[2] ?? '') + 1
  return `${found[3]}-${String(month).padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}`
}

/** Votes out of the report of a session of the Human Rights Council, as plain text. */
export const hrcReport: DatasetImporter = {
  dataset: 'hrc-report',
  label: labels(
    'Human Rights Council: votes out of the report of a session',
    'Consejo de Derechos Humanos: votos del informe de un período de sesiones',
    "Consell de Drets Humans: vots de l'informe d'un període de sessions",
  ),
  where: where.hrcReport,
  recognises: ({ text, name }) =>
    sessionShape.test(text) &&
    /Report of the Human Rights Council on its|In favou?r\s*:/u.test(text) &&
    !/\.(?:csv|xml|json)(?:\.gz)?$/iu.test(name),
  async load({ tx, fileId, path }) {
    const file = basename(path)
    const bytes = await readFile(path)
    const plain =
      bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: mostBytes }) : bytes
    const text = plain.subarray(0, mostBytes).toString('utf8').replaceAll(/\r\n?/gu, '\n')
    const session = sessionShape.exec(text)?.[1] ?? ''
    const notices = voteNotices()
    const seen = new Set<string>()
    let day = ''
    const rollCalls = passagesOf(text).flatMap((passage): readonly ReadRollCall[] => {
      // "At the same meeting": the day stands once.
      day = dayIn(passage.before) || day
      const matter = matterOf(passage)
      if (day === '' || !matter) {
        notices.note('dayless', () => `line ${passage.line}`)
        return []
      }
      const { symbol } = matter
      const vote = readProse(passage.words, day)
      const sheet = newSheet()
      for (const [list, letter] of Object.entries(lists) as [ProseList, BallotLetter][]) {
        const names = vote.names[list]
        if (names.length > members) throw refuseMany(file, passage.line, names.length)
        for (const { text: name, code } of names) {
          const state = code === null ? null : polity(code)
          if (!state) notices.note('unknown', () => `line ${passage.line}: ${name}`)
          else if (mark(sheet, state.n, letter, passage.line) === 'contradicts')
            throw refuseTwoVotes(file, passage.line, state.code, symbol)
        }
      }
      const voters = sheet.rows.reduce((all, row) => all + (row > 0 ? 1 : 0), 0)
      if (voters > members) throw refuseMany(file, passage.line, voters)
      // The totals stand in the sentence before the lists, or in the one after them.
      const near = readProse(passage.before.slice(-700), day).totals
      const totals = near.yes === null ? vote.totals : near
      const key = seen.has(symbol) ? `${symbol} line ${passage.line}` : symbol
      seen.add(key)
      return [
        {
          key,
          body: 'hrc',
          day,
          session,
          symbol,
          kind: matter.kind,
          decided: 'recorded',
          title: matter.title || symbol,
          agenda: '',
          agendaTitle: '',
          topics: [],
          details: matter.details,
          said: { ...totals, silent: totals.absent, total: null },
          row: passage.line,
          ballots: sheet,
        },
      ]
    })
    if (rollCalls.length === 0) throw refuseNone(file)
    noteTotals(rollCalls, notices)
    await writeRollCalls(tx, fileId, rollCalls)
    return {
      rows: rollCalls.length,
      dataUntil: lastDay(rollCalls),
      scope: `session ${session}`,
      version: '',
      findings: notices.findings(),
    }
  },
}

interface Matter {
  readonly symbol: string
  readonly kind: RollCallKind
  readonly title: string
  readonly details: RollCallDetails
}

const draftText = 'A\\/HRC\\/(?:S-)?\\d+\\/L\\.\\d+(?:\\/Rev\\.\\d+)?'
const amendmentShape = new RegExp(
  `amendment[^.]{0,80}?(${draftText})[^.]{0,80}? to [^.]{0,60}?(${draftText})`,
  'giu',
)
const draftShape = new RegExp(draftText, 'gu')
/** `52/1. Situation of human rights in …`, at the beginning of a line. */
const headingShape = /^[ \t]*((?:S-)?\d{1,3}\/\d{1,3})\.?[ \t]+(\p{Lu}.*)$/gmu
const resolutionShape = /\bresolution ((?:S-)?\d{1,3}\/\d{1,3})\b/u

/** What a passage is on: the nearest before its lists of an amendment, the heading of a resolution, a draft. */
function matterOf({ before, words }: Passage): Matter | null {
  const amendment = [...before.slice(-1500).matchAll(amendmentShape)].at(-1)
  if (amendment)
    return {
      symbol: amendment[1] ?? '',
      kind: 'amendment',
      title: titleIn(before),
      details: { amends: baseSymbol(amendment[2] ?? '') },
    }
  const heading = [...before.matchAll(headingShape)].at(-1)
  const draft = [...before.matchAll(draftShape)].at(-1)
  if (heading && (!draft || heading.index > draft.index))
    return {
      symbol: `A/HRC/RES/${heading[1]}`,
      kind: 'resolution',
      title: (heading[2] ?? '').trim(),
      details: {},
    }
  if (!draft) return null
  const number = (resolutionShape.exec(before.slice(draft.index)) ??
    resolutionShape.exec(words.slice(0, 4000)))?.[1]
  return {
    symbol: number === undefined ? draft[0] : `A/HRC/RES/${number}`,
    kind: number === undefined ? 'draft' : 'resolution',
    title: titleIn(before),
    details: { draft: baseSymbol(draft[0]) },
  }
}

/** The words in quotes after a draft's symbol. */
function titleIn(before: string): string {
  const quoted = [...before.matchAll(/entitled [“"]([^”"]{5,400})[”"]/gu)].at(-1)?.[1]
  return quoted?.replaceAll(/\s+/gu, ' ') ?? ''
}

const refuseMany = (file: string, line: number, count: number) =>
  refuseFile(
    { file, row: line },
    {
      en: `${count} states vote, and the Council has ${members}`,
      es: `votan ${count} Estados, y el Consejo tiene ${members}`,
      ca: `voten ${count} Estats, i el Consell en té ${members}`,
    },
    {
      en: 'Look at the text there: a list may have run into the next one.',
      es: 'Mire el texto en ese lugar: una lista pudo unirse a la siguiente.',
      ca: 'Mireu el text en aquest lloc: una llista es pot haver ajuntat amb la següent.',
    },
  )

const refuseNone = (file: string) =>
  refuseFile(
    { file },
    {
      en: 'it lists no votes (“In favour:”) with a day and a symbol',
      es: 'no contiene listas de votos («In favour:») con un día y una signatura',
      ca: 'no conté llistes de vots («In favour:») amb un dia i una signatura',
    },
    {
      en: 'Save the English text of the report A/HRC/…/2 as plain text.',
      es: 'Guarde como texto el informe A/HRC/…/2 en inglés.',
      ca: 'Deseu com a text l’informe A/HRC/…/2 en anglès.',
    },
  )
