import { sql } from 'kysely'
import type { Database } from '#platform/db'
import { type PublicEntry, definePublicKind } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { PublicText, termLabel, textIn } from '#web/site'
import { labelsOf, textWords } from './messages.ts'
import { type PublicTextData, projectText, textChoices } from './projection.ts'
import { TextMatter } from './text-matter.tsx'

/** The page of the campaign of a text, where it is public now. */
interface Joined {
  readonly slug: string
  readonly title: Readonly<Record<string, string>>
}

async function readCampaign(
  publicDb: Database,
  { orgId, publicationId }: { readonly orgId: string; readonly publicationId: string },
): Promise<Joined | null> {
  const { rows } = await sql<Joined>`
    select c.slug, c.data->'title' as title
      from publication t join publication c on c.org_id = t.org_id and c.kind = 'campaign'
     where t.org_id = ${orgId}::uuid and t.id = ${publicationId}::uuid
       and t.data->'campaign' @> jsonb_build_array(jsonb_build_object('code', c.id::text))`.execute(publicDb)
  return rows[0] ?? null
}

/** A text in a line of a list or feed. */
export function entryOf(data: PublicTextData, language: Language): PublicEntry {
  const { text: title, lang } = textIn(data.title, language)
  const summary = textIn(data.standfirst, language).text
  const [kind] = data.kind
  return {
    title,
    ...(lang && { lang }),
    ...(summary && { summary }),
    ...(data.dated && { date: data.dated }),
    ...(kind && { lines: [termLabel(kind, language)] }),
    ...((data.corrections?.length ?? 0) > 0 && { note: textWords(language)('corrected') }),
  }
}

const dayColumn = (of: 'dated') => (data: PublicTextData) => data[of] ?? null

/** Publications on the public site. */
export const publicTexts = definePublicKind<PublicTextData>({
  kind: 'public_text',
  recordType: 'public_text',
  path: 'publications',
  label: labelsOf('publications'),
  one: labelsOf('publication'),
  order: 20,
  choices: () => textChoices.map((name) => ({ name, label: labelsOf(`choice_${name}`) })),
  project: projectText,
  entry: entryOf,
  filters: [{ key: 'kind', label: labelsOf('kind') }],
  live: readCampaign,
  addPath: '/workspace/records/public_text/new',
  Page({ data, language, site, live }) {
    const w = textWords(language)
    const joined = (live ?? null) as Joined | null
    return (
      <>
        <PublicText texts={data.standfirst} language={language} others={site.languages} />
        <TextMatter data={data} language={language} others={site.languages} />
        {joined ? (
          <p>
            {w('part_of')}{' '}
            <a href={site.href(`/campaigns/${joined.slug}`)}>{textIn(joined.title, language).text}</a>
          </p>
        ) : null}
      </>
    )
  },
  columns: [
    {
      name: 'kind',
      type: 'string',
      description: labelsOf('kind'),
      value: ({ kind }) => kind.map(({ code }) => code),
    },
    { name: 'dated', type: 'date', description: labelsOf('dated'), value: dayColumn('dated') },
    {
      name: 'authors',
      type: 'string',
      description: labelsOf('authors'),
      value: ({ authors }) => authors ?? [],
    },
    {
      name: 'outlet',
      type: 'string',
      description: labelsOf('outlet'),
      value: ({ outlet }) => outlet ?? null,
    },
    {
      name: 'languages',
      type: 'string',
      description: labelsOf('languages'),
      value: ({ title }) => Object.keys(title).sort(),
    },
    {
      name: 'corrections',
      type: 'integer',
      description: labelsOf('column_corrections'),
      value: ({ corrections }) => corrections?.length ?? 0,
    },
  ],
  about: labelsOf('site_about'),
})

/** The kind of a text in words. */
export const kindInWords = (data: PublicTextData, language: Language): string =>
  data.kind[0] ? label(data.kind[0].label, language) : ''
