import type { PublicProjection, PublicTerm, PublicTexts } from '#platform/house'
import { newestFirst, projectRecord } from '#platform/publication'
import { type RecordView, type Reference, type Tx, readRecords, valuesOf } from '#platform/records'
import { plain } from '../publications/plain.ts'
import { findWithheldHere } from '../withheld/index.ts'
import type { Held } from './count.ts'
import { labelsOf } from './messages.ts'
import { readHeld } from './queries/read-held.ts'

/** Everything that the public may know of a campaign: the whole of its projection. A key that is empty is absent. */
export interface CampaignData {
  readonly fictitious: boolean
  readonly kind: readonly PublicTerm[]
  readonly title: PublicTexts
  readonly aim?: PublicTexts
  readonly about?: PublicTexts
  readonly people?: readonly {
    readonly code: string
    readonly name: string
    /** Their days in prison, where these are shown. */
    readonly held?: Held
  }[]
  readonly from?: string
  readonly to?: string
  readonly outcome?: readonly PublicTerm[]
  readonly ending?: PublicTexts
  readonly country?: readonly PublicTerm[]
  readonly rights?: readonly PublicTerm[]
}

/** What may be shown or left out. */
export const campaignChoices = ['days'] as const

const nameOf = (person: RecordView): string =>
  plain((person.values['name'] as { full?: unknown } | undefined)?.full) || person.title

/**
 * What would be public of a campaign, and what stands against it. Of the detentions go the days alone; the database takes
 * away each day that they no longer have (`recount_campaigns`), and a release stops the count.
 */
export async function projectCampaign(
  tx: Tx,
  record: RecordView,
  choice: ReadonlySet<string>,
): Promise<PublicProjection> {
  const page = projectRecord(tx, record)
  page.terms('kind', { essential: true })
  const title = page.texts('title', { essential: true })
  for (const key of ['aim', 'about', 'ending']) page.texts(key)
  const from = page.value<string>('from')
  page.value('to')
  for (const key of ['outcome', 'country', 'rights']) page.terms(key)
  const people = await readRecords(
    tx,
    (valuesOf(record.values['people']) as readonly Reference[]).map(({ to }) => to),
  )
  for (const [i, person] of people.entries()) {
    page.names(person.id, { purpose: 'campaign', channel: 'website' })
    const held = choice.has('days') ? await readHeld(tx, person.id) : null
    page.entry(
      'people',
      `p${i + 1}`,
      { name: nameOf(person), ...(held && held.most.length > 0 && { held }) },
      [
        { of: person, fields: ['name'] },
        { of: record, points: { field: 'people', to: person.id } },
      ],
    )
  }
  if (!record.fictitious && people.some(({ fictitious }) => fictitious))
    page.refuse(labelsOf('refused_fictitious'))
  for (const { why } of await findWithheldHere(tx, record.id)) page.refuse(labelsOf(`refused_${why}`))
  return page.done({
    slug: title['en'] ?? Object.values(title)[0] ?? '',
    find: [...Object.values(title), ...people.map(nameOf)],
    sortKey: newestFirst(from ?? record.createdAt),
    filters: { kind: [String(record.values['kind'])] },
  })
}
