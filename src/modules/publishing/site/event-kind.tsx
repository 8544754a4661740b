import { type PublicTerm, type PublicTexts, definePublicKind } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { newestFirst, projectRecord } from '#platform/publication'
import { FactList } from '#web/components'
import { PublicText, siteLabels, termLabel, textIn } from '#web/site'
import { labelsOf, words } from '../messages.ts'
import { firstOf } from './first-of.ts'

interface EventData {
  readonly fictitious: boolean
  readonly heading: PublicTexts
  readonly about?: PublicTexts
  readonly begins: string
  readonly ends?: string
  readonly hours?: string
  readonly where?: string
  readonly country?: readonly PublicTerm[]
  readonly rights?: readonly PublicTerm[]
  readonly link?: string
}

const dayIn = (day: string, language: Language): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'full', timeZone: 'UTC' })

/** What an organisation announces to everyone, as a list and a calendar. */
export const publicEvents = definePublicKind<EventData>({
  kind: 'public_event',
  recordType: 'public_event',
  path: 'events',
  label: labelsOf('events_kind'),
  one: labelsOf('event_kind'),
  order: 60,
  calendar: true,
  choices: () => [
    { name: 'where', label: labelsOf('event_where') },
    { name: 'hours', label: labelsOf('event_hours') },
  ],
  async project(tx, record, choice) {
    const page = projectRecord(tx, record)
    const heading = page.texts('heading', { essential: true })
    page.texts('about')
    const begins = page.value<string>('begins', { essential: true })
    page.value('ends')
    if (choice.has('hours')) page.value('hours')
    if (choice.has('where')) page.value('where')
    page.terms('country')
    page.terms('rights')
    page.value('link')
    const first = firstOf(heading, tx.schema.languages)
    if (!first) page.refuse(labelsOf('refused_no_heading'))
    if (!begins) page.refuse(labelsOf('refused_no_day'))
    return page.done({ slug: first, find: Object.values(heading), sortKey: newestFirst(begins ?? '') })
  },
  entry: ({ heading, about, begins, ends, hours, where }, language) => {
    const { text, lang } = textIn(heading, language)
    const [summary = ''] = textIn(about, language).text.split(/\n{2,}/)
    return {
      title: text,
      date: begins,
      ...(ends && { until: ends }),
      ...(summary && { summary: summary.slice(0, 300) }),
      ...((where || hours) && { lines: [where, hours].filter((one) => one !== undefined) }),
      ...(lang && { lang }),
    }
  },
  Page: ({ data, language, site }) => {
    const w = words(language)
    const terms = (list: readonly PublicTerm[]) => list.map((one) => termLabel(one, language)).join(', ')
    const when = [data.begins, data.ends].flatMap((day) => (day ? [dayIn(day, language)] : []))
    return (
      <>
        <FactList
          facts={[
            { label: w('event_when'), value: when.join(' – ') },
            ...(data.hours ? [{ label: w('event_hours'), value: data.hours }] : []),
            ...(data.where ? [{ label: w('event_where'), value: data.where }] : []),
            ...(data.country
              ? [{ label: label(siteLabels('country'), language), value: terms(data.country) }]
              : []),
            ...(data.rights
              ? [{ label: label(siteLabels('rights'), language), value: terms(data.rights) }]
              : []),
            ...(data.link
              ? [
                  {
                    label: w('event_link'),
                    value: (
                      <a href={data.link} rel="noreferrer noopener external">
                        {data.link}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <PublicText texts={data.about} language={language} others={site.languages} />
      </>
    )
  },
  columns: [
    { name: 'begins', type: 'date', description: labelsOf('event_when'), value: (data) => data.begins },
    { name: 'ends', type: 'date', description: labelsOf('event_ends'), value: (data) => data.ends ?? null },
    {
      name: 'where',
      type: 'string',
      description: labelsOf('event_where'),
      value: (data) => data.where ?? null,
    },
  ],
  addPath: '/workspace/records/public_event/new',
})
