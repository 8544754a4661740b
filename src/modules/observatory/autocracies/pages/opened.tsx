import { councilTermsOf } from '#catalogue/councils'
import { polity, polityName } from '#catalogue/polities'
import { route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { recommendationAddress } from '../../reviews/addresses.ts'
import { saysWords } from '../../says/messages.ts'
import { sourceAddress } from '../../sources/addresses.ts'
import { stateAddress } from '../../states/addresses.ts'
import { dayText } from '../../states/day-text.ts'
import { autocraciesAddress } from '../addresses.ts'
import { choiceName, choiceSearch, readChoice } from '../choice.ts'
import { seatYears } from '../load.ts'
import { autocracyWords } from '../messages.ts'
import { readBetween } from '../queries/read-advice.ts'

/** Who sat on the Council at the end of a year, with the class of each. */
const members = route({
  method: 'get',
  path: `${autocraciesAddress}/members`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = autocracyWords(language)
      const choice = await readChoice(tx, url.searchParams)
      const year = Number(url.searchParams.get('year'))
      const found = choice ? seatYears(choice).find(({ seats }) => seats.year === year) : undefined
      if (!choice || !found) throw new Problem('not_found')
      const { seats, of, known } = found
      const words = new Map(
        choice.index.classes.map(({ value, label: word }) => [value, label(word, language)]),
      )
      return workspacePage(visit, {
        title: w('members_title', { year: String(year) }),
        lede: w('members_lede', { of, known, name: choiceName(choice, language) }),
        breadcrumbs: [{ href: `${autocraciesAddress}?${choiceSearch(choice)}`, label: w('title') }],
        children: (
          <Table
            caption={w('members_title', { year: String(year) })}
            captionHidden
            columns={[
              { key: 'state', label: w('state'), heading: true },
              { key: 'class', label: w('class_by', { author: choice.index.series.author }) },
              { key: 'term', label: w('term') },
            ]}
            rows={seats.members
              .toSorted((a, b) => polityName(a, language).localeCompare(polityName(b, language), language))
              .map((code) => {
                const value = seats.valueOf.get(code) ?? null
                const term = councilTermsOf(code).find(({ from, to }) => from <= seats.day && seats.day <= to)
                return {
                  key: code,
                  cells: {
                    state: <a href={stateAddress(code)}>{polityName(code, language)}</a>,
                    class: value === null ? w('no_class') : (words.get(value) ?? String(value)),
                    term: term ? `${dayText(term.from, language)} – ${dayText(term.to, language)}` : '',
                  },
                }
              })}
          />
        ),
      })
    }),
})

/** What one state recommended to another. */
const between = route({
  method: 'get',
  path: `${autocraciesAddress}/between`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = autocracyWords(language)
      const s = saysWords(language)
      const [from, to] = ['from', 'to'].map((name) => polity(url.searchParams.get(name) ?? ''))
      if (!from || !to) throw new Problem('not_found')
      const rows = await readBetween(tx, from.code, to.code)
      return workspacePage(visit, {
        title: `${polityName(from.code, language)} → ${polityName(to.code, language)}`,
        lede: w('between_lede', { n: rows.length }),
        breadcrumbs: [{ href: `${autocraciesAddress}#advice`, label: w('title') }],
        children: (
          <Table
            caption={w('advice')}
            captionHidden
            columns={[
              { key: 'year', label: w('year'), nowrap: true },
              { key: 'text', label: s('text'), heading: true },
              { key: 'action', label: s('action'), numeric: true },
              { key: 'answer', label: s('answer') },
              { key: 'source', label: w('source') },
            ]}
            rows={rows.map((row) => ({
              key: row.key,
              cells: {
                year: row.year === null ? row.session : String(row.year),
                text: (
                  <a href={recommendationAddress(row.key)} dir="auto">
                    {row.text}
                  </a>
                ),
                action: row.action ?? '',
                answer:
                  row.response === 'supported' || row.response === 'noted' || row.response === 'not_supported'
                    ? s(row.response)
                    : '',
                source: (
                  <span>
                    <a href={sourceAddress(row.fileId)}>{row.file}</a>, {s('row', { row: row.row })}
                  </span>
                ),
              },
            }))}
          />
        ),
      })
    }),
})

export const openedRoutes = [members, between]
