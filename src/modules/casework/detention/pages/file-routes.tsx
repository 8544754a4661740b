import { fourEyes } from '#platform/approvals'
import { route, html, stream } from '#platform/http'
import type { Language } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { writeCsv } from '#platform/tabular'
import { Stamp } from '#web/components'
import { Document, renderPage } from '#web/shell'
import { siteAssets } from '#web/workspace'
import { dayInWords } from '../../day.ts'
import { today } from '../../today.ts'
import { type ListQuestion, isAmong, isIn, pairOf, readQuestion } from '../list-question.ts'
import { type DetentionWords, detentionWords } from '../messages.ts'
import { type Prisoner, readPrisoners } from '../queries/prisoners.ts'
import { PrisonerTable, isAllFiction, listPath } from './list-page.tsx'
import {
  Method,
  type Saying,
  countryInWords,
  keyInWords,
  pairInWords,
  readTitles,
  recognitionInWords,
  statusInWords,
} from './prisoner-words.tsx'

const titlesOf = (list: readonly Prisoner[]) =>
  list.flatMap(({ place, charges }) => (place ? [place, ...charges] : charges))

/** What was asked, in words: the rule goes with every copy of the number. */
const ruleOf = ({ counting, show, day }: ListQuestion, language: Language, w: DetentionWords): string =>
  [
    dayInWords(day, language),
    [
      w('rule_prison'),
      ...(counting.withHouse ? [w('rule_house')] : []),
      ...(counting.withConditional ? [w('rule_conditional')] : []),
    ].join(' + '),
    w(`fig_${show}`),
  ].join('; ')

/** The list as a page for paper and as a file. */
export const fileRoutes = [
  route({
    method: 'get',
    path: `${listPath}/sheet`,
    may: 'read',
    handle: (visit) =>
      visit.within(async (tx) => {
        const { language, house } = visit
        const w = detentionWords(language)
        const { question } = readQuestion(visit.url.searchParams, today())
        const all = await readPrisoners(tx, question.day, question.counting)
        const among = all.filter((one) => isAmong(one, question))
        const rows = among.filter((one) => isIn(one, question.show))
        const saying: Saying = { tx, language, w, titles: await readTitles(tx, titlesOf(rows)) }
        const title = w('title_at', { day: dayInWords(question.day, language) })
        return html(
          renderPage(
            <Document
              lang={language}
              title={title}
              bodyClass="sheet-page"
              noIndex
              assets={siteAssets(house, ['styles/visits.css'])}
            >
              <main className="sheet">
                <header>
                  <p className="sheet-kicker">
                    <span dir="auto">{w(`fig_${question.show}`)}</span>
                    {isAllFiction(rows) ? <Stamp>{w('fictitious')}</Stamp> : null}
                  </p>
                  <h1>{title}</h1>
                </header>
                <p className="quiet">
                  {[
                    `${w('fig_lower')}: ${pairOf(among, 'list').least.toLocaleString(language)}`,
                    `${w('fig_upper')}: ${pairOf(among, 'list').most.toLocaleString(language)}`,
                    ...(['house_arrest', 'conditional'] as const).flatMap((set) =>
                      question.counting[set === 'conditional' ? 'withConditional' : 'withHouse']
                        ? []
                        : [`${w(`fig_${set}`)}: ${pairInWords(pairOf(among, set), language, w)}`],
                    ),
                  ].join(' · ')}
                </p>
                {Object.entries(question.filters).map(([dimension, key]) => (
                  <p key={dimension}>
                    {w(`by_${dimension as keyof ListQuestion['filters']}`)}:{' '}
                    <b>{keyInWords(dimension as keyof ListQuestion['filters'], key, saying)}</b>
                  </p>
                ))}
                <PrisonerTable {...{ rows, saying, question }} total={rows.length} plain />
                <section>
                  <h2>{w('method')}</h2>
                  <Method counting={question.counting} w={w} />
                </section>
                <footer>
                  <p>
                    <b>{w('keep')}</b>
                  </p>
                  <p>{w('printed', { date: dayInWords(today(), language) })}</p>
                </footer>
              </main>
            </Document>,
          ),
        )
      }),
  }),
  route({
    method: 'get',
    path: `${listPath}/file`,
    may: 'export',
    handle: async (visit) => {
      const { language } = visit
      const w = detentionWords(language)
      const { question } = readQuestion(visit.url.searchParams, today())
      // Its entry in the ledger is committed before the first byte leaves.
      const rows = await visit.within(async (tx) => {
        const second = await fourEyes(tx)
        const list = (await readPrisoners(tx, question.day, question.counting)).filter(
          (one) => isIn(one, question.show) && isAmong(one, question) && !(second && one.restricted),
        )
        await writeLedger(tx, 'export.run', null, {
          type: 'detention',
          format: 'csv',
          filtered: true,
          list: question.day,
          rows: list.length,
          ...(second ? { open: true } : { alone: true }),
        })
        const titles = await readTitles(tx, titlesOf(list))
        const rule = ruleOf(question, language, w)
        return list.map((one) => [
          one.name ?? w('name_hidden'),
          statusInWords(one.status, language, w),
          w(one.certain ? 'yes' : 'no'),
          one.since[0] ?? '',
          one.since[1] ?? '',
          String(one.days[0]),
          one.days[1] === null ? '' : String(one.days[1]),
          one.country === null ? '' : countryInWords(tx, one.country, language),
          one.charges.flatMap((id) => titles.get(id) ?? []).join('; '),
          second || one.place === null ? '' : (titles.get(one.place) ?? ''),
          recognitionInWords(one.recognition, language, w),
          one.fictitious ? w('fictitious') : '',
          rule,
        ])
      })
      const header = [
        w('person'),
        w('status'),
        w('certain'),
        w('csv_since_first'),
        w('csv_since_last'),
        w('csv_days_least'),
        w('csv_days_most'),
        w('country'),
        w('charges'),
        w('place'),
        w('decision'),
        w('fictitious'),
        w('csv_rule'),
      ]
      return stream(writeCsv(header, rows), `prisoners-${question.day}.csv`, 'text/csv; charset=utf-8')
    },
  }),
]
