import { basename } from 'node:path'
import { z } from 'zod'
import { labels } from '#platform/i18n'
import { refuseFile } from '../../files/refusal.ts'
import type { DatasetImporter, Loaded, Loading } from '../../sources/importer.ts'
import { plainText } from './entities.ts'
import { noticed } from './noticed.ts'
import { polityNames } from './polity-names.ts'
import { readText } from './read-text.ts'
import { recommendationKey } from './recommendation-key.ts'
import { recommendationSink } from './recommendation-sink.ts'
import { readResponse } from './response-words.ts'
import { readSession, sessionFacts } from './review-sessions.ts'

/** A value of Uwazi: what was chosen has a label, what was typed a value. */
const values = z
  .array(z.object({ value: z.unknown().optional(), label: z.string().optional() }).loose())
  .optional()
  .default([])

const row = z
  .object({
    sharedId: z.string().optional().default(''),
    title: z.string().optional().default(''),
    language: z.string().optional().default('en'),
    metadata: z.record(z.string(), values).optional().default({}),
  })
  .loose()

/** One answer of the interface, or several that were joined into a list. */
const page = z.object({ rows: z.array(row), totalRows: z.number().optional() }).loose()
const file = z.union([page, z.array(page), z.array(row)])

type Row = z.infer<typeof row>

const mostBytes = 512 * 1024 * 1024

/** Recommendations as the interface of UPR Info's data base answers today: one page, or a list of pages or rows. */
export const uprInfoUwazi: DatasetImporter = {
  dataset: 'upr-info-api',
  label: labels(
    'UPR recommendations (UPR Info database, JSON)',
    'Recomendaciones del EPU (base de datos de UPR Info, JSON)',
    "Recomanacions de l'EPU (base de dades d'UPR Info, JSON)",
  ),
  where: labels(
    'Answers of upr-info-database.uwazi.io/api/search, as they come, one or several in a list; UPR Info asks to be named. New reviews appear about nine months late. A file of the same name takes the place of the one before.',
    'Respuestas de upr-info-database.uwazi.io/api/search, tal como llegan, una o varias en una lista; UPR Info pide ser mencionada. Los exámenes nuevos aparecen unos nueve meses después. Un archivo del mismo nombre ocupa el lugar del anterior.',
    "Respostes d'upr-info-database.uwazi.io/api/search, tal com arriben, una o més en una llista; UPR Info demana ser esmentada. Els exàmens nous hi apareixen uns nou mesos després. Un fitxer amb el mateix nom ocupa el lloc de l'anterior.",
  ),
  recognises: ({ text }) => /^\s*[[{]/.test(text) && text.includes('"state_under_review"'),
  load,
}

async function load(loading: Loading): Promise<Loaded> {
  const rows = await readUwaziRows(loading.path)
  const sink = recommendationSink(loading)
  const polityOf = polityNames()
  for (const [at, { metadata, sharedId, title, language }] of rows.entries()) {
    if (at % 500 === 0) loading.progress(at, rows.length)
    const words = (name: string): readonly string[] =>
      (metadata[name] ?? []).flatMap(({ value, label }) => {
        const said = label ?? (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
        return said.trim() === '' ? [] : [said.trim()]
      })
    const first = (name: string): string => words(name)[0] ?? ''
    const item = at + 1
    const text = plainText(first('recommendation') || title)
    const to = first('state_under_review')
    const from = words('recommending_state')
    const session = readSession(first('session'))
    const facts = sessionFacts(session)
    const polity = polityOf(to, facts?.start)
    const note = (what: keyof typeof noticed, example: string) =>
      sink.noticed.note(noticed[what], `row ${item}: ${example}`)
    if (text === '') {
      note('noText', sharedId)
      continue
    }
    if (polity === null) {
      note('unknownState', to)
      continue
    }
    const senders = from.flatMap((name) => {
      const sender = polityOf(name, facts?.start)
      if (sender === null) note('unknownSender', name)
      return sender ? [sender.code] : []
    })
    const said = first('response')
    const response = readResponse(said)
    if (response === null && said !== '') note('unknownResponse', said)
    const action = Number(/[1-5]/.exec(first('action_category'))?.[0])
    const cycle = Number(/\d/.exec(first('cycle'))?.[0])
    await sink.add({
      key: recommendationKey({
        polity: polity.code,
        session,
        text,
        senders: senders.length > 0 ? senders : from,
      }),
      mechanism: 'upr',
      body: '',
      polity: polity.code,
      cycle: facts?.cycle ?? (Number.isNaN(cycle) ? null : cycle),
      session,
      year: facts?.year ?? null,
      number: '',
      text,
      language: /^[a-z]{2}$/.test(language) ? language : 'en',
      senders,
      response,
      responseSaid: said,
      action: Number.isNaN(action) ? null : action,
      issues: words('issues'),
      groups: [],
      goals: words('sdgs'),
      symbol: '',
      details: {
        to,
        from: from.join(', '),
        shared_id: sharedId,
        ...(first('action_category') && { action: first('action_category') }),
        ...(first('state_under_review___regional_group') && {
          to_group: first('state_under_review___regional_group'),
        }),
      },
      row: item,
    })
  }
  const { rows: taken, dataUntil, findings } = await sink.end()
  // Answers are of any question: only the name says which belong together.
  const scope = loading.head.name.replace(/\.(?:json|gz)/giu, '').slice(0, 200)
  return { rows: taken, dataUntil, scope, version: '', findings }
}

/**
 * The rows of a file of answers.
 *
 * @throws Problem when it is no JSON, or has no rows
 */
export async function readUwaziRows(path: string): Promise<readonly Row[]> {
  const name = basename(path)
  const fetchAgain = {
    en: 'Fetch the answer again and keep it as it comes.',
    es: 'Vuelva a pedir la respuesta y guárdela tal como llega.',
    ca: 'Torneu a demanar la resposta i deseu-la tal com arriba.',
  }
  let data: unknown
  try {
    data = JSON.parse(await readText(path, mostBytes))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw refuseFile({ file: name }, { en: 'it is no JSON', es: 'no es JSON', ca: 'no és JSON' }, fetchAgain)
  }
  const read = file.safeParse(data)
  if (!read.success) {
    const at = read.error.issues[0]?.path.join('.') ?? ''
    throw refuseFile(
      { file: name },
      {
        en: `it is not an answer of Uwazi: no rows with metadata${at && ` (${at})`}`,
        es: `no es una respuesta de Uwazi: faltan filas con metadatos${at && ` (${at})`}`,
        ca: `no és una resposta d'Uwazi: hi falten files amb metadades${at && ` (${at})`}`,
      },
      fetchAgain,
    )
  }
  const { data: answer } = read
  const rows = Array.isArray(answer)
    ? answer.flatMap((one) => ('rows' in one ? (one.rows as Row[]) : [one as Row]))
    : answer.rows
  if (rows.length === 0)
    throw refuseFile(
      { file: name },
      {
        en: 'it has no rows: a filter with an id that is not known answers so',
        es: 'no tiene filas: así responde un filtro con un identificador desconocido',
        ca: 'no té files: així respon un filtre amb un identificador desconegut',
      },
      fetchAgain,
    )
  return rows
}
