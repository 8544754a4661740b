import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { labels } from '#platform/i18n'
import { refuseFile } from '../../files/refusal.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import { writeRollCalls } from '../actions/write-roll-calls.ts'
import { voteNotices } from '../notices.ts'
import { readOasText } from '../prose/oas-text.ts'
import { proseBallots } from '../prose/prose-ballots.ts'
import { readProse } from '../prose/read-prose.ts'
import { refuseTwoVotes } from '../queries/descriptions.ts'
import type { ReadRollCall } from '../roll-call.ts'
import { noteTotals } from './same-totals.ts'
import { where } from './where.ts'

/** One roll call of the OAS out of prose, Spanish, English, French or Portuguese, with what is known of it before the words. */
export const oas: DatasetImporter = {
  dataset: 'oas',
  label: labels('OAS: a roll call in words', 'OEA: una votación en prosa', 'OEA: una votació en prosa'),
  where: where.oas,
  recognises: ({ text, columns }) => columns.length < 3 && readOasText(text) !== null,
  async load({ tx, fileId, path }) {
    const file = basename(path)
    const given = readOasText((await readFile(path)).subarray(0, 1024 * 1024).toString('utf8'))
    if (!given) throw refuseHead(file)
    const vote = readProse(given.words, given.day)
    const { sheet, unsure, twice } = proseBallots(vote, given.names, given.line)
    const [double] = twice
    if (double !== undefined) throw refuseTwoVotes(file, given.line, double, given.symbol || given.title)
    if (vote.found.length === 0) throw refuseLists(file, given.line)
    const notices = voteNotices()
    for (const name of unsure) notices.note('unknown', () => name)
    const key = [given.body, given.day, given.symbol || given.title].join(' ').slice(0, 190)
    const rollCall: ReadRollCall = {
      key,
      body: given.body,
      day: given.day,
      session: given.session,
      symbol: given.symbol,
      kind: 'resolution',
      decided: 'recorded',
      title: given.title || given.symbol || key,
      agenda: '',
      agendaTitle: '',
      topics: [],
      details: {},
      said: {
        yes: vote.totals.yes,
        no: vote.totals.no,
        abstain: vote.totals.abstain,
        silent: vote.totals.absent,
        total: null,
      },
      row: given.line,
      ballots: sheet,
    }
    noteTotals([rollCall], notices)
    await writeRollCalls(tx, fileId, [rollCall])
    return { rows: 1, dataUntil: given.day, scope: key, version: '', findings: notices.findings() }
  },
}

const refuseHead = (file: string) =>
  refuseFile(
    { file, row: 1 },
    {
      en: 'it does not say which body voted, and on which day',
      es: 'no dice qué órgano votó ni en qué día',
      ca: 'no diu quin òrgan va votar ni quin dia',
    },
    {
      en: 'Begin with lines such as “Body: oas-pc” (or oas-ga), “Day: 2024-06-28”, “Title: …”, then an empty line and the words.',
      es: 'Comience con líneas como «Órgano: oas-pc» (u oas-ga), «Fecha: 2024-06-28», «Título: …», después una línea vacía y el texto.',
      ca: 'Comenceu amb línies com «Body: oas-pc» (o oas-ga), «Data: 2024-06-28», «Títol: …», després una línia buida i el text.',
    },
  )

const refuseLists = (file: string, line: number) =>
  refuseFile(
    { file, row: line },
    {
      en: 'no list of names was found',
      es: 'no se encontró ninguna lista de nombres',
      ca: "no s'ha trobat cap llista de noms",
    },
    {
      en: 'Put words such as “In favor:”, “Against:”, “Abstaining:”, “Absent:” before the names.',
      es: 'Ponga palabras como «A favor:», «En contra:», «Abstenciones:», «Ausentes:» antes de los nombres.',
      ca: 'Poseu paraules com «A favor:», «En contra:», «Abstencions:», «Absents:» abans dels noms.',
    },
  )
