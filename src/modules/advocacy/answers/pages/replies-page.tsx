import { mechanismOf } from '#catalogue/mechanisms'
import { can } from '#platform/access'
import { type Visit, download, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import { writeOwnCell } from '#platform/tabular'
import { EmptyState, LinkButton, Section, Table, Tabs } from '#web/components'
import { workspacePage } from '#web/workspace'
import { instantWords } from '../../sending/pages/words-of-days.ts'
import { sendingWords } from '../../sending/messages.ts'
import { type SubmissionFile } from '../../sending/queries/read-submissions.ts'
import { type AnswerWords, answerWords } from '../messages.ts'
import {
  type Measure,
  type Quality,
  type ReplyLine,
  type ReplyQuery,
  countReplies,
  measures,
  meets,
  qualities,
  replyRate,
  sentSubmissions,
  stateName,
} from '../reply-figures.ts'
import { qualityOptions } from '../records/submission-reply.ts'
import { formatMoment, momentAt } from '#platform/dates'

const path = '/workspace/submissions/replies'

const stands = measures.filter((one) => one !== 'sent')

/** What the address asks; nothing that it does not know. */
function queryOf(visit: Visit, exercises: boolean): ReplyQuery {
  const asked = (name: string) => visit.url.searchParams.get(name)
  const state = asked('state')
  const mechanism = asked('mechanism')
  const stand = stands.find((one) => one === asked('stands'))
  const quality = qualities.find((one) => one === asked('quality'))
  return {
    ...(state !== null && { state: state.slice(0, 10) }),
    ...(mechanism !== null && mechanismOf(mechanism) && { mechanism }),
    ...(stand && { stands: stand }),
    ...(quality && { quality }),
    exercises,
  }
}

const hrefOf = (
  line: Pick<ReplyLine, 'state' | 'mechanism'>,
  exercises: boolean,
  more: Readonly<Record<string, string>>,
) =>
  `${path}/rows?${new URLSearchParams({ state: line.state, mechanism: line.mechanism, ...(exercises && { exercises: '1' }), ...more })}`

const mechanismName = (id: string, language: Language): string => {
  const name = mechanismOf(id)?.name
  return name ? name[language] : id
}

const qualityWord = (code: string, language: Language): string => {
  const option = qualityOptions.find((one) => one.code === code)
  return option ? label(option.label, language) : code
}

const percent = (rate: number | null): string => (rate === null ? '–' : `${Math.round(rate * 100)} %`)

/** Which of the two are shown: exercises where asked, or where nothing else was ever sent. */
async function figures(visit: Visit, tx: Tx, now: Date) {
  const asked = visit.url.searchParams.get('exercises')
  const first = await countReplies(tx, queryOf(visit, asked === '1'), now)
  if (asked !== null || first.real > 0 || first.exercises === 0)
    return { ...first, exercisesShown: asked === '1', exercises: first.exercises }
  return { ...(await countReplies(tx, queryOf(visit, true), now)), exercisesShown: true }
}

const page = route({
  method: 'get',
  path,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = answerWords(language)
      const { lines, exercisesShown, exercises, real } = await figures(visit, tx, new Date())
      return workspacePage(visit, {
        title: w('title'),
        lede: w('lede'),
        fictitious: exercisesShown,
        actions: can(tx.actor, 'export') ? (
          <LinkButton href={`${path}/csv${exercisesShown ? '?exercises=1' : '?exercises=0'}`} download>
            {w('csv')}
          </LinkButton>
        ) : null,
        children: (
          <>
            {exercises > 0 && real > 0 ? (
              <Tabs
                label={w('which')}
                tabs={[
                  { href: `${path}?exercises=0`, label: w('real'), current: !exercisesShown },
                  { href: `${path}?exercises=1`, label: w('exercises'), current: exercisesShown },
                ]}
              />
            ) : null}
            {lines.length === 0 ? (
              <EmptyState title={w('none')}>{w('none_text')}</EmptyState>
            ) : (
              <>
                <Section title={w('answered_title')} id="answered">
                  <CountTable {...{ lines, language, tx, w, exercisesShown }} />
                </Section>
                <Section title={w('quality_title')} id="quality">
                  <QualityTable {...{ lines, language, tx, w, exercisesShown }} />
                </Section>
              </>
            )}
            <Section title={w('method')} id="method">
              <ul className="list">
                {methodOf(w).map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </Section>
          </>
        ),
      })
    }),
})

const methodOf = (w: AnswerWords): readonly string[] => [
  w('method_1'),
  w('method_2'),
  w('method_3'),
  w('method_4'),
  w('method_5'),
]

interface TablePart {
  readonly lines: readonly ReplyLine[]
  readonly language: Language
  readonly tx: Tx
  readonly w: AnswerWords
  readonly exercisesShown: boolean
}

const heads = (w: AnswerWords) => [
  { key: 'state', label: w('state'), heading: true },
  { key: 'mechanism', label: w('mechanism') },
]

function CountTable({ lines, language, tx, w, exercisesShown }: TablePart) {
  const sum = (of: Measure) => lines.reduce((all, { counts }) => all + counts[of], 0)
  const total = Object.fromEntries(measures.map((of) => [of, sum(of)])) as Record<Measure, number>
  return (
    <Table
      caption={w('answered_title')}
      captionHidden
      columns={[
        ...heads(w),
        ...measures.map((of) => ({ key: of, label: w(`m_${of}`), numeric: true })),
        { key: 'rate', label: w('rate'), numeric: true },
      ]}
      rows={lines.map((line) => ({
        key: `${line.state} ${line.mechanism}`,
        cells: {
          state: stateName(tx, line.state, language) || w('no_state'),
          mechanism: mechanismName(line.mechanism, language),
          ...Object.fromEntries(
            measures.map((of) => [
              of,
              line.counts[of] === 0 ? (
                '0'
              ) : (
                <a href={hrefOf(line, exercisesShown, of === 'sent' ? {} : { stands: of })}>
                  {line.counts[of]}
                </a>
              ),
            ]),
          ),
          rate: percent(replyRate(line)),
        },
      }))}
      foot={{
        state: w('total'),
        mechanism: '',
        ...Object.fromEntries(measures.map((of) => [of, String(total[of])])),
        rate: percent(replyRate({ counts: total })),
      }}
    />
  )
}

function QualityTable({ lines, language, tx, w, exercisesShown }: TablePart) {
  return (
    <Table
      caption={w('quality_title')}
      captionHidden
      columns={[
        ...heads(w),
        ...qualities.map((of) => ({ key: of, label: qualityWord(of, language), numeric: true })),
      ]}
      rows={lines.map((line) => ({
        key: `${line.state} ${line.mechanism}`,
        cells: {
          state: stateName(tx, line.state, language) || w('no_state'),
          mechanism: mechanismName(line.mechanism, language),
          ...Object.fromEntries(
            qualities.map((of: Quality) => [
              of,
              line.qualities[of] === 0 ? (
                '0'
              ) : (
                <a href={hrefOf(line, exercisesShown, { quality: of })}>{line.qualities[of]}</a>
              ),
            ]),
          ),
        },
      }))}
    />
  )
}

const mostRows = 1_000

const rows = route({
  method: 'get',
  path: `${path}/rows`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = answerWords(language)
      const s = sendingWords(language)
      const query = queryOf(visit, visit.url.searchParams.get('exercises') === '1')
      const found: SubmissionFile[] = []
      let count = 0
      for await (const file of sentSubmissions(tx, new Date())) {
        if (!meets(file, query)) continue
        count += 1
        if (found.length < mostRows) found.push(file)
      }
      const asked = [
        query.state === undefined ? '' : stateName(tx, query.state, language) || w('no_state'),
        query.mechanism === undefined ? '' : mechanismName(query.mechanism, language),
        query.stands === undefined ? '' : w(`m_${query.stands as Measure}`),
        query.quality === undefined ? '' : qualityWord(query.quality, language),
      ].filter(Boolean)
      return workspacePage(visit, {
        title: w('rows_title'),
        lede: `${asked.join(' · ')} (${count})`,
        fictitious: query.exercises,
        breadcrumbs: [{ href: `${path}?exercises=${query.exercises ? 1 : 0}`, label: w('title') }],
        children: (
          <>
            <Table
              caption={w('rows_title')}
              captionHidden
              columns={[
                { key: 'submission', label: s('submission'), heading: true },
                { key: 'sent', label: s('sent_when') },
                { key: 'due', label: w('due') },
                { key: 'reply', label: s('step_reply') },
              ]}
              rows={found.map((file) => ({
                key: file.id,
                cells: {
                  submission: (
                    <a href={`/workspace/submission/${file.id}/sending`} dir="auto">
                      {file.title}
                    </a>
                  ),
                  sent: file.sending
                    ? formatMoment(momentAt(file.sending.sentAt, file.sending.zone), language)
                    : '',
                  due: file.reply?.due ?? '',
                  reply: [
                    file.reply ? s(`reply_${file.reply.stands}`) : '',
                    file.reply?.quality ? qualityWord(file.reply.quality, language) : '',
                  ]
                    .filter(Boolean)
                    .join(' · '),
                },
              }))}
            />
            {count > found.length ? <p className="quiet">{w('most', { count: mostRows })}</p> : null}
          </>
        ),
      })
    }),
})

const csv = route({
  method: 'get',
  path: `${path}/csv`,
  may: 'export',
  handle: async (visit) => {
    const { language } = visit
    const w = answerWords(language)
    const lines = await visit.within(async (tx) => {
      const { lines: counted, exercisesShown } = await figures(visit, tx, new Date())
      await writeLedger(tx, 'export.run', null, {
        figures: 'replies',
        format: 'csv',
        exercises: exercisesShown,
      })
      return [
        [
          w('state'),
          w('mechanism'),
          ...measures.map((of) => w(`m_${of}`)),
          w('rate'),
          ...qualities.map((of) => qualityWord(of, language)),
        ],
        ...counted.map((line) => [
          stateName(tx, line.state, language) || w('no_state'),
          mechanismName(line.mechanism, language),
          ...measures.map((of) => String(line.counts[of])),
          percent(replyRate(line)),
          ...qualities.map((of) => String(line.qualities[of])),
        ]),
        ...methodOf(w).map((one) => [w('method'), one]),
        [w('method'), instantWords(new Date(), language)],
        ...(exercisesShown ? [[w('exercises')]] : []),
      ]
    })
    const cell = (text: string) => `"${writeOwnCell(text).replaceAll('"', '""')}"`
    return download(
      `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`,
      'replies.csv',
      'text/csv; charset=utf-8',
    )
  },
})

/** Who answered whom, and how well; each number opens to its rows. */
export const repliesRoutes = [page, rows, csv]
