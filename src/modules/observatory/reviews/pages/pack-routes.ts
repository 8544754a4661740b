import { polityName } from '#catalogue/polities'
import { formatDate } from '#platform/dates'
import { type Block, type PaperDocument, renderDocx, renderPdf } from '#platform/documents'
import { type Visit, download, route, stream } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { writeCsv } from '#platform/tabular'
import { type SourceFile, currentFiles } from '../../sources/read-sources.ts'
import { reviewsAddress } from '../addresses.ts'
import { nextSession, submissionDeadline, today } from '../calendar.ts'
import { type ReviewWords, reviewWords } from '../messages.ts'
import type { ReviewCount } from '../queries/read-reviews.ts'
import { type ReviewView, countBy, readReview, stateAsked } from './review-query.ts'
import { actionName, compilerName, responseName, senderNames, sessionName, share } from './words-of-rows.tsx'

interface Pack {
  readonly code: string
  readonly name: string
  readonly review: ReviewCount
  readonly view: ReviewView
  readonly files: readonly SourceFile[]
}

/** What goes into a pack: the session that is asked, whole, and what repeats. On the ledger. */
async function readPack(visit: Visit, format: string): Promise<Pack> {
  const { code } = stateAsked(visit)
  return visit.within(async (tx) => {
    const view = await readReview(tx, visit, code)
    if (view.review === null) throw new Problem('not_found')
    const files = (await currentFiles(tx)).filter(({ id }) =>
      view.reviews.some((one) => one.fileId === id && Number(one.session) <= Number(view.review?.session)),
    )
    await writeLedger(tx, 'export.run', null, {
      observatory: 'review',
      state: code,
      session: view.review.session,
      format,
    })
    return { code, name: polityName(code, visit.language), review: view.review, view, files }
  })
}

const nameOf = ({ code, review }: Pack, ending: string): string =>
  `upr-${code.toLowerCase()}-${review.session}.${ending}`

const paper = (format: 'docx' | 'pdf') =>
  route({
    method: 'get',
    path: `${reviewsAddress}/:code/pack.${format}`,
    may: 'export',
    handle: async (visit) => {
      const pack = await readPack(visit, format)
      const document = paperOf(pack, visit)
      const { bytes, mediaType } = await (format === 'docx' ? renderDocx : renderPdf)(document)
      return download(new Uint8Array(bytes), nameOf(pack, format), mediaType)
    },
  })

const csv = route({
  method: 'get',
  path: `${reviewsAddress}/:code/pack.csv`,
  may: 'export',
  handle: async (visit) => {
    const w = reviewWords(visit.language)
    const pack = await readPack(visit, 'csv')
    const header = [
      w('address'),
      w('session'),
      w('number'),
      w('recommendation'),
      w('sender'),
      w('code'),
      w('response'),
      w('as_written'),
      w('action'),
      w('issue'),
      w('groups'),
      w('goals'),
      w('repeated'),
      w('file'),
      w('row'),
    ]
    const file = pack.files.find(({ id }) => id === pack.review.fileId)
    const rows = pack.view.shown.map((one) => [
      one.key,
      one.session,
      one.number,
      one.text,
      senderNames(one, visit.language),
      one.senders.join(' '),
      responseName(one.response, w),
      one.responseSaid,
      String(one.action ?? ''),
      one.issues.join('; '),
      one.groups.join('; '),
      one.goals.join('; '),
      repeatWords(pack, one.key, w),
      file?.name ?? '',
      String(one.row),
    ])
    return stream(writeCsv(header, rows), nameOf(pack, 'csv'), 'text/csv; charset=utf-8')
  },
})

const json = route({
  method: 'get',
  path: `${reviewsAddress}/:code/pack.json`,
  may: 'export',
  handle: async (visit) => {
    const pack = await readPack(visit, 'json')
    const { review, view, files } = pack
    const body = {
      format: 'amparo review 1',
      state: pack.code,
      name: pack.name,
      session: review.session,
      cycle: review.cycle,
      year: review.year,
      files: files.map(({ name, dataset, version, sha256, dataUntil }) => ({
        name,
        dataset,
        version,
        sha256,
        dataUntil,
      })),
      recommendations: view.shown.map(({ fileId, compiler, ...one }) => ({
        ...one,
        file: files.find(({ id }) => id === fileId)?.name ?? '',
        compiler,
        repeats: (view.repeats.get(one.key) ?? []).map(({ earlier, likeness }) => ({
          key: earlier.key,
          session: earlier.session,
          likeness: Math.round(likeness * 1000) / 1000,
        })),
      })),
    }
    return download(`${JSON.stringify(body, null, 2)}\n`, nameOf(pack, 'json'), 'application/json')
  },
})

/** The pack of a review, to work on, to print, and as data. */
export const packRoutes = [paper('docx'), paper('pdf'), csv, json]

const repeatWords = ({ view }: Pack, key: string, w: ReviewWords): string =>
  (view.repeats.get(key) ?? [])
    .map(({ earlier, likeness }) =>
      w('like', { session: earlier.session, share: Math.round(likeness * 100) }),
    )
    .join('; ')

function paperOf(pack: Pack, { language }: Visit): PaperDocument {
  const w = reviewWords(language)
  const { review, view, name, code } = pack
  const { shown, all } = view
  const next = nextSession(code, today())
  const deadline = next ? submissionDeadline(next) : null
  const answered = review.supported + review.noted + review.notSupported
  const issues = countBy(shown, (one) => one.issues)
  return {
    form: 'report',
    title: w('review_of', { state: name }),
    subtitle: sessionName(review, w),
    language,
    date: today(),
    ...(review.dataset === 'upr-live' && { stamp: w('provisional_stamp') }),
    contents: true,
    body: [
      {
        kind: 'facts',
        facts: [
          { label: w('recommendations'), value: w('shown_of', { shown: shown.length, total: all.length }) },
          {
            label: w('supported_share'),
            value: `${share(review.supported, answered)} (${review.supported}/${answered})`,
          },
          { label: w('repeated'), value: String(shown.filter(({ key }) => view.repeats.has(key)).length) },
          ...(next
            ? [
                {
                  label: w('next_review'),
                  value: `${next.session}: ${formatDate(next.start, language)} – ${formatDate(next.end, language)}`,
                },
              ]
            : []),
          ...(deadline
            ? [
                {
                  label: w('deadline'),
                  value: `${formatDate(deadline.day, language)}${deadline.estimated ? ` (${w('estimated')})` : ''}`,
                },
              ]
            : []),
        ],
      },
      ...(issues.length === 0
        ? []
        : [
            { kind: 'heading', level: 1, text: w('issues') } as const,
            {
              kind: 'table',
              columns: [{ label: w('issue') }, { label: w('recommendations'), align: 'end' }],
              rows: issues.slice(0, 30).map(([issue, n]) => [issue, String(n)]),
            } as const,
          ]),
      { kind: 'heading', level: 1, text: w('recommendations') },
      {
        kind: 'table',
        columns: [
          { label: w('recommendation'), width: 5 },
          { label: w('sender'), width: 2 },
          { label: w('response'), width: 1.5 },
          { label: w('repeated'), width: 1.5 },
        ],
        rows: shown.map((one) => [
          [one.number, one.text].filter(Boolean).join(' '),
          senderNames(one, language),
          [responseName(one.response, w), one.action === null ? '' : actionName(one.action, w)]
            .filter(Boolean)
            .join('\n'),
          repeatWords(pack, one.key, w),
        ]),
      },
      { kind: 'heading', level: 1, text: w('method') },
      { kind: 'paragraph', text: w('method_share') },
      { kind: 'paragraph', text: w('method_repeat') },
      ...pack.files.map(
        (file): Block => ({
          kind: 'paragraph',
          text: `${compilerName(file.dataset, language)}: ${file.name}${file.version ? `, ${file.version}` : ''}; ${w('data_until', { day: file.dataUntil })}; SHA-256 ${file.sha256}`,
        }),
      ),
    ],
  }
}
