import { basename } from 'node:path'
import { z } from 'zod'
import { labels } from '#platform/i18n'
import { refuseFile } from '../../files/refusal.ts'
import type { DatasetImporter, FileHead, Loaded, Loading } from '../../sources/importer.ts'
import { objectCutter, NotAList } from './cut-objects.ts'
import { plainText } from './entities.ts'
import { noticed, type Noticed } from './noticed.ts'
import { polityNames } from './polity-names.ts'
import { openBytes } from './read-text.ts'
import type { Mechanism, Recommendation } from './recommendation.ts'
import { recommendationKey } from './recommendation-key.ts'
import { recommendationSink } from './recommendation-sink.ts'
import { readResponse } from './response-words.ts'
import { readSession, sessionFacts } from './review-sessions.ts'

const words = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? [])
const word = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((one) => (one === null || one === undefined ? '' : String(one)))

/** A record of the index: one observation, concern or recommendation, with the states that it is addressed to. */
const annotation = z
  .object({
    AnnotationId: word,
    AnnotationType: word,
    Body: word,
    Countries: words,
    Symbol: word,
    DocumentId: word,
    PublicationDate: word,
    Themes: words,
    AffectedPersons: words,
    Sdgs: words,
    Text: word,
    UprCycle: word,
    UprSession: z.union([words, word.transform((one) => (one === '' ? [] : [one]))]),
    UprPositions: words,
    UprRecommendingCountry: words,
  })
  .partial()
  .loose()

/** One text is a paragraph or a few; what is longer than this is no list of objects. */
const mostOfOne = 8 * 1024 * 1024

const treatyBodies =
  /^(?:CAT|CCPR|CED|CEDAW|CERD|CESCR|CMW|CRC|CRPD|SPT|HRCttee|HRC Committee|CRC-OP(?:AC|SC|IC))\b/iu

function mechanismOf(body: string, isReview: boolean): Mechanism {
  if (isReview || /^UPR\b|universal periodic review/iu.test(body)) return 'upr'
  if (treatyBodies.test(body)) return 'treaty_body'
  if (/^(?:SR|IE|WG)\b|special rapporteur|independent expert|working group|special procedure/iu.test(body))
    return 'special_procedure'
  return 'other'
}

const bare = (said: string): string => said.replace(/^-\s*/u, '').trim()

/** The Universal Human Rights Index, whole: `export-full-en.json`, some 400 MB, a list of some 260,000 records. */
export const uhri: DatasetImporter = {
  dataset: 'uhri',
  label: labels(
    'Universal Human Rights Index (full export)',
    'Índice Universal de los Derechos Humanos (exportación completa)',
    'Índex Universal dels Drets Humans (exportació completa)',
  ),
  where: labels(
    'uhri.ohchr.org/api/uhri/export-results/export-full-en.json (or -es): one file of some 400 MB, renewed daily by the Office of the High Commissioner. Documents of the United Nations; the Office asks to be named.',
    'uhri.ohchr.org/api/uhri/export-results/export-full-es.json (o -en): un archivo de unos 400 MB que la Oficina del Alto Comisionado renueva a diario. Documentos de las Naciones Unidas; la Oficina pide ser mencionada.',
    "uhri.ohchr.org/api/uhri/export-results/export-full-es.json (o -en): un fitxer d'uns 400 MB que l'Oficina de l'Alt Comissionat renova cada dia. Documents de les Nacions Unides; l'Oficina demana ser esmentada.",
  ),
  recognises: ({ text }) => /^\s*\[/.test(text) && text.includes('"AnnotationId"'),
  load,
}

/** The language that an export's name tells: `export-full-es.json`. */
const languageOf = ({ name }: FileHead): string =>
  /[-_]([a-z]{2})\.json/iu.exec(name)?.[1]?.toLowerCase() ?? 'en'

async function load(loading: Loading): Promise<Loaded> {
  const sink = recommendationSink(loading)
  const language = languageOf(loading.head)
  let until = ''
  let records = 0
  for await (const one of readUhri(loading.path, language, sink.noticed)) {
    records = one.item
    if (one.published > until) until = one.published
    for (const recommendation of one.recommendations) await sink.add(recommendation)
    if (records % 2000 === 0) loading.progress(one.bytes)
  }
  const { rows, findings } = await sink.end()
  const counted = {
    what: {
      en: 'Records in the file; one that names several states is a row for each',
      es: 'Registros del archivo; el que nombra a varios Estados es una fila para cada uno',
      ca: 'Registres del fitxer; el que anomena més d’un Estat és una fila per a cadascun',
    },
    count: records,
    examples: [],
  }
  return { rows, dataUntil: until, scope: language, version: '', findings: [counted, ...findings] }
}

/** Reads the records one by one, in a memory that does not grow with the file. */
export async function* readUhri(
  path: string,
  language: string,
  seen: Noticed,
): AsyncGenerator<{
  readonly item: number
  readonly bytes: number
  readonly published: string
  readonly recommendations: readonly Recommendation[]
}> {
  const file = basename(path)
  const cutter = objectCutter(mostOfOne)
  const polityOf = polityNames()
  let item = 0
  let bytes = 0
  try {
    for await (const chunk of await openBytes(path)) {
      bytes += (chunk as Buffer).length
      for (const object of cutter.push(chunk as Buffer)) {
        item++
        yield { item, bytes, ...readRecord(object, { file, item, language, polityOf, seen }) }
      }
    }
    cutter.end()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!(error instanceof NotAList) && !code.startsWith('Z_')) throw error
    throw refuseFile(
      { file, row: item + 1 },
      {
        en: 'the list of records is damaged or cut short here',
        es: 'la lista de registros está dañada o se corta aquí',
        ca: 'la llista de registres està malmesa o es talla aquí',
      },
      {
        en: 'Fetch the export again; it is complete when it ends with ].',
        es: 'Vuelva a obtener la exportación; está completa si termina con ].',
        ca: "Torneu a obtenir l'exportació; és completa si acaba amb ].",
      },
    )
  }
}

function readRecord(
  object: string,
  at: {
    readonly file: string
    readonly item: number
    readonly language: string
    readonly polityOf: ReturnType<typeof polityNames>
    readonly seen: Noticed
  },
): { readonly published: string; readonly recommendations: readonly Recommendation[] } {
  const { file, item, language, polityOf, seen } = at
  let read: ReturnType<typeof annotation.safeParse>
  try {
    read = annotation.safeParse(JSON.parse(object))
  } catch {
    throw refuseRecord(file, item)
  }
  if (!read.success) throw refuseRecord(file, item)
  const one = read.data
  const note = (what: keyof typeof noticed, example: string) =>
    seen.note(noticed[what], `record ${item}: ${example}`)
  const published = /^\d{4}-\d{2}-\d{2}/u.exec(one.PublicationDate ?? '')?.[0] ?? ''
  const whole = plainText(one.Text ?? '')
  const [, number = '', text = ''] = /^\s*(\d{1,3}(?:\.\d{1,3})?)?\.?\s*([\s\S]*)$/u.exec(whole) ?? []
  if (text === '') {
    note('noText', one.AnnotationId ?? '')
    return { published, recommendations: [] }
  }
  const body = bare(one.Body ?? '')
  const from = one.UprRecommendingCountry ?? []
  const session = readSession(one.UprSession?.[0] ?? '')
  const isReview = from.length > 0 || session !== '' || (one.UprCycle ?? '') !== ''
  const mechanism = mechanismOf(body, isReview)
  const facts = mechanism === 'upr' ? sessionFacts(session) : null
  const day = facts?.start ?? (published || undefined)
  const senders = from.flatMap((name) => {
    const sender = polityOf(bare(name), day)
    if (sender === null) note('unknownSender', name)
    return sender ? [sender.code] : []
  })
  const said = bare(one.UprPositions?.[0] ?? '')
  const response = said === '' ? null : readResponse(said)
  if (said !== '' && response === null) note('unknownResponse', said)
  const symbol = one.Symbol ?? ''
  const cycle = Number(/\d/u.exec(one.UprCycle ?? '')?.[0])
  const recommendations = (one.Countries ?? []).flatMap((name): readonly Recommendation[] => {
    const polity = polityOf(bare(name), day)
    if (polity === null) {
      note('unknownState', name)
      return []
    }
    return [
      {
        key: recommendationKey({
          polity: polity.code,
          session: mechanism === 'upr' ? session : symbol || (one.AnnotationId ?? ''),
          text: withoutSenders(text, senders.length > 0),
          senders: senders.length > 0 ? senders : from,
          ...(mechanism !== 'upr' && { body }),
        }),
        mechanism,
        body: mechanism === 'upr' ? '' : body,
        polity: polity.code,
        cycle: facts?.cycle ?? (Number.isNaN(cycle) ? null : cycle),
        session: mechanism === 'upr' ? session : '',
        year: facts?.year ?? (published === '' ? null : Number(published.slice(0, 4))),
        number,
        text,
        language,
        senders,
        response,
        responseSaid: said,
        action: null,
        issues: (one.Themes ?? []).map(bare),
        groups: (one.AffectedPersons ?? []).map(bare),
        goals: (one.Sdgs ?? []).map(bare),
        symbol,
        details: {
          annotation: one.AnnotationId ?? '',
          kind: bare(one.AnnotationType ?? ''),
          published,
          ...(from.length > 0 && { from: from.join(', ') }),
        },
        row: item,
      },
    ]
  })
  return { published, recommendations }
}

/** A text without the senders that a report puts in brackets at its end, where they are known besides. */
export const withoutSenders = (text: string, known: boolean): string =>
  known ? text.replace(/(?:\s*\([^()]{2,200}\))+\s*[;.]?\s*$/u, '') : text

const refuseRecord = (file: string, item: number) =>
  refuseFile(
    { file, row: item },
    {
      en: 'this record is no JSON of the index',
      es: 'este registro no es JSON del índice',
      ca: "aquest registre no és JSON de l'índex",
    },
    {
      en: 'Fetch the export again.',
      es: 'Vuelva a obtener la exportación.',
      ca: "Torneu a obtenir l'exportació.",
    },
  )
