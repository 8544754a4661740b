import { basename } from 'node:path'
import { labels } from '#platform/i18n'
import { createRowCutter } from '../../files/csv-rows.ts'
import { refuseFile, refuseValue } from '../../files/refusal.ts'
import type { DatasetImporter, FileHead, Loaded, Loading } from '../../sources/importer.ts'
import { readEntities } from './entities.ts'
import { noticed } from './noticed.ts'
import { polityNames } from './polity-names.ts'
import { readText } from './read-text.ts'
import type { Recommendation } from './recommendation.ts'
import { recommendationKey } from './recommendation-key.ts'
import { recommendationSink, sessionScope } from './recommendation-sink.ts'
import { readResponse } from './response-words.ts'
import { readSession, sessionFacts } from './review-sessions.ts'

const columns = ['To', 'Text', 'From', 'Response', 'Issue', 'Session']
const more = ['Action', 'To-Rgrp', 'To-Org', 'From-Rgrp', 'From-Org']
/** The whole data base was 30 MB in 2024. */
const mostBytes = 256 * 1024 * 1024

const fits = (head: FileHead): boolean => columns.every((name) => head.columns.includes(name.toLowerCase()))
const isPledges = (head: FileHead): boolean =>
  /pledge/i.test(head.name) || head.text.includes('Voluntary Pledge,')

const where = labels(
  'The export of the database of UPR Info (upr-info.org), which asks to be named. Older exports are in Mac OS Roman with lines ended by CR alone; they are read as they are.',
  'La exportación de la base de datos de UPR Info (upr-info.org), que pide ser mencionada. Las antiguas están en Mac OS Roman y separan las líneas solo con CR; se leen tal cual.',
  'L’exportació de la base de dades d’UPR Info (upr-info.org), que demana ser esmentada. Les antigues són en Mac OS Roman i separen les línies només amb CR; es llegeixen tal qual.',
)

/** Recommendations of the Universal Periodic Review as UPR Info exports them: a row for each state that recommends. */
export const uprInfo: DatasetImporter = {
  dataset: 'upr-info',
  label: labels(
    'UPR recommendations (UPR Info export)',
    'Recomendaciones del EPU (exportación de UPR Info)',
    "Recomanacions de l'EPU (exportació d'UPR Info)",
  ),
  where,
  recognises: (head) => fits(head) && !isPledges(head),
  load: (loading) => loadExport(loading, false),
}

/** What states promised of themselves, from the same export. */
export const uprPledges: DatasetImporter = {
  dataset: 'upr-info-pledges',
  label: labels(
    'Voluntary pledges in the UPR (UPR Info export)',
    'Compromisos voluntarios en el EPU (exportación de UPR Info)',
    "Compromisos voluntaris en l'EPU (exportació d'UPR Info)",
  ),
  where,
  recognises: (head) => fits(head) && isPledges(head),
  load: (loading) => loadExport(loading, true),
}

async function loadExport(loading: Loading, pledges: boolean): Promise<Loaded> {
  const rows = await readUprInfo(loading.path, pledges)
  const sink = recommendationSink(loading)
  for (const { what, example } of rows.noticed) sink.noticed.note(noticed[what], example)
  for (const [at, one] of rows.all.entries()) {
    await sink.add(one)
    if (at % 500 === 0) loading.progress(at, rows.all.length)
  }
  const { rows: taken, sessions, dataUntil, findings } = await sink.end()
  return { rows: taken, dataUntil, scope: sessionScope(sessions), version: '', findings }
}

/** What an export holds, before it is written. */
export async function readUprInfo(
  path: string,
  pledges: boolean,
): Promise<{
  readonly all: readonly Recommendation[]
  readonly noticed: readonly { readonly what: keyof typeof noticed; readonly example: string }[]
}> {
  const file = basename(path)
  const text = await readText(path, mostBytes)
  const polityOf = polityNames()
  const all: Recommendation[] = []
  const found: { what: keyof typeof noticed; example: string }[] = []
  const list = (cell: string): readonly string[] =>
    cell
      .split(',')
      .map((one) => readEntities(one).trim())
      .filter(Boolean)
  const cutter = createRowCutter(file, { required: columns, optional: more }, (cells) => {
    const [to, words, from, said, issues, sessionSaid, actionSaid] = [0, 1, 2, 3, 4, 5, 6].map((i) =>
      readEntities(cells.text(i)),
    ) as [string, string, string, string, string, string, string]
    const { row } = cells
    const session = readSession(sessionSaid)
    if (session === '')
      throw refuseValue({ file, row, column: 'Session' }, sessionSaid, {
        en: 'a session of the review',
        es: 'un período de sesiones del Examen',
        ca: "un període de sessions de l'Examen",
      })
    const facts = sessionFacts(session)
    const polity = polityOf(to, facts?.start)
    const note = (what: keyof typeof noticed, example: string) =>
      found.push({ what, example: `row ${row}: ${example}` })
    if (words === '') return note('noText', to)
    if (polity === null) return note('unknownState', to)
    const sender = polityOf(from, facts?.start)
    if (sender === null) note('unknownSender', from)
    const pledge = said === 'Voluntary Pledge'
    const response = pledge ? null : readResponse(said)
    if (response === null && !pledge && said !== '') note('unknownResponse', said)
    if (pledges !== pledge)
      throw refuseFile(
        { file, row, column: 'Response' },
        pledges
          ? {
              en: `"${said}" is no voluntary pledge`,
              es: `"${said}" no es un compromiso voluntario`,
              ca: `"${said}" no és cap compromís voluntari`,
            }
          : {
              en: 'a voluntary pledge among recommendations',
              es: 'un compromiso voluntario entre las recomendaciones',
              ca: 'un compromís voluntari entre les recomanacions',
            },
        {
          en: 'Keep pledges and recommendations in files of their own.',
          es: 'Ponga compromisos y recomendaciones en archivos separados.',
          ca: 'Poseu compromisos i recomanacions en fitxers separats.',
        },
      )
    const action = Number(actionSaid)
    all.push({
      key: recommendationKey({
        polity: polity.code,
        session,
        text: words,
        senders: [sender?.code ?? from],
        ...(pledge && { body: 'pledge' }),
      }),
      mechanism: 'upr',
      body: pledge ? 'pledge' : '',
      polity: polity.code,
      cycle: facts?.cycle ?? null,
      session,
      year: facts?.year ?? null,
      number: '',
      text: words,
      language: 'en',
      senders: sender ? [sender.code] : [],
      response,
      responseSaid: said,
      action: Number.isInteger(action) && action >= 1 && action <= 5 ? action : null,
      issues: list(issues),
      groups: [],
      goals: [],
      symbol: '',
      details: {
        to,
        from,
        ...(cells.text(7) && { to_group: cells.text(7) }),
        ...(cells.text(9) && { from_group: cells.text(9) }),
      },
      row,
    })
  })
  cutter.push(Buffer.from(text))
  cutter.end()
  return { all, noticed: found }
}
