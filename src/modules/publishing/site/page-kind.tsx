import { type PublicTexts, definePublicKind } from '#platform/house'
import { projectRecord } from '#platform/publication'
import { fold } from '#platform/records'
import { PublicText, textIn } from '#web/site'
import { labelsOf } from '../messages.ts'
import { firstOf } from './first-of.ts'

interface PageData {
  readonly fictitious: boolean
  readonly heading: PublicTexts
  readonly text?: PublicTexts
}

/** Pages that an organisation writes of itself: reached by its menu and its front page, and in no list of the menu. */
export const sitePages = definePublicKind<PageData>({
  kind: 'site_page',
  recordType: 'site_page',
  path: 'pages',
  label: labelsOf('pages_kind'),
  one: labelsOf('page_kind'),
  order: null,
  choices: () => [],
  async project(tx, record) {
    const page = projectRecord(tx, record)
    const heading = page.texts('heading', { essential: true })
    page.texts('text')
    const first = firstOf(heading, tx.schema.languages)
    if (!first) page.refuse(labelsOf('refused_no_heading'))
    return page.done({ slug: first, find: Object.values(heading), sortKey: fold(first) })
  },
  entry: ({ heading }, language) => {
    const { text, lang } = textIn(heading, language)
    return { title: text, ...(lang && { lang }) }
  },
  Page: ({ data, language, site }) => (
    <PublicText texts={data.text} language={language} others={site.languages} />
  ),
  addPath: '/workspace/records/site_page/new',
})
