import { sql } from 'kysely'
import type { Database } from '#platform/db'
import { type PublicEntry, type PublicTexts, definePublicKind } from '#platform/house'
import type { Language } from '#platform/i18n'
import { Notice, Section } from '#web/components'
import { PublicText, termLabel, textIn } from '#web/site'
import { TextParts } from '../publications/text-matter.tsx'
import { countHeld } from './count.ts'
import { Counter, daysInWords } from './counter.tsx'
import { campaignWords, labelsOf } from './messages.ts'
import { type CampaignData, campaignChoices, projectCampaign } from './projection.ts'

/** What a campaign's page shows besides its projection. */
interface Live {
  /** The day up to which its days are counted. */
  readonly day: string
  /** The texts that are part of it and public now, newest first. */
  readonly texts: readonly {
    readonly slug: string
    readonly title: PublicTexts
    readonly dated: string | null
  }[]
}

async function readLive(
  publicDb: Database,
  {
    orgId,
    publicationId,
    now,
  }: { readonly orgId: string; readonly publicationId: string; readonly now: Date },
): Promise<Live> {
  const { rows } = await sql<Live['texts'][number]>`
    select slug, data->'title' as title, data->>'dated' as dated from publication
     where org_id = ${orgId}::uuid and kind = 'public_text'
       and data->'campaign' @> ${JSON.stringify([{ code: publicationId }])}::jsonb
     order by sort_key, id limit 50`.execute(publicDb)
  return { day: now.toISOString().slice(0, 10), texts: rows }
}

const liveOf = (live: unknown): Live =>
  (live as Live | undefined) ?? { day: new Date().toISOString().slice(0, 10), texts: [] }

function entryOf(data: CampaignData, language: Language): PublicEntry {
  const { text: title, lang } = textIn(data.title, language)
  const summary = textIn(data.aim, language).text
  const [kind] = data.kind
  return {
    title,
    ...(lang && { lang }),
    ...(summary && { summary }),
    lines: [...(kind ? [termLabel(kind, language)] : []), ...(data.people ?? []).map(({ name }) => name)],
    ...(data.from && { date: data.from }),
  }
}

/** Campaigns on the public site. */
export const publicCampaigns = definePublicKind<CampaignData>({
  kind: 'campaign',
  recordType: 'campaign',
  path: 'campaigns',
  label: labelsOf('campaigns'),
  one: labelsOf('campaign'),
  order: 15,
  choices: () =>
    campaignChoices.map((name) => ({
      name,
      label: labelsOf('choice_days'),
      hint: labelsOf('choice_days_hint'),
    })),
  project: projectCampaign,
  entry: entryOf,
  filters: [{ key: 'kind', label: labelsOf('kind') }],
  live: readLive,
  addPath: '/workspace/records/campaign/new',
  Page({ data, language, site, live }) {
    const w = campaignWords(language)
    const { day, texts } = liveOf(live)
    const reading = { language, others: site.languages }
    const [outcome] = data.outcome ?? []
    return (
      <>
        <PublicText texts={data.aim} {...reading} />
        <Counter {...{ data, language, day }} />
        {outcome || data.ending ? (
          <Notice title={outcome ? termLabel(outcome, language) : w('ended')}>
            <TextParts texts={data.ending} {...reading} />
          </Notice>
        ) : null}
        <TextParts texts={data.about} {...reading} />
        {texts.length > 0 ? (
          <Section title={w('published')}>
            <ul className="list">
              {texts.map(({ slug, title }) => {
                const { text, lang } = textIn(title, language, site.languages)
                return (
                  <li key={slug}>
                    <a href={site.href(`/publications/${slug}`)} lang={lang} dir="auto">
                      {text}
                    </a>
                  </li>
                )
              })}
            </ul>
          </Section>
        ) : null}
        {(data.people ?? []).some(({ held }) => held) ? <p className="quiet">{w('counting')}</p> : null}
      </>
    )
  },
  Embed: ({ data, language, live }) => <Counter {...{ data, language }} day={liveOf(live).day} />,
  columns: [
    {
      name: 'kind',
      type: 'string',
      description: labelsOf('kind'),
      value: ({ kind }) => kind.map(({ code }) => code),
    },
    {
      name: 'people',
      type: 'string',
      description: labelsOf('people'),
      value: ({ people }) => (people ?? []).map(({ name }) => name),
    },
    { name: 'from', type: 'date', description: labelsOf('from'), value: ({ from }) => from ?? null },
    { name: 'to', type: 'date', description: labelsOf('to'), value: ({ to }) => to ?? null },
    {
      name: 'days_in_prison',
      type: 'string',
      description: labelsOf('column_days'),
      value: ({ people }) => {
        const day = new Date().toISOString().slice(0, 10)
        return (people ?? []).flatMap(({ name, held }) =>
          held ? [`${name}: ${daysInWords(countHeld(held, day), 'en')}`] : [],
        )
      },
    },
  ],
  about: labelsOf('counting'),
})
