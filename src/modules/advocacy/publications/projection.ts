import { sql } from 'kysely'
import type { PublicProjection, PublicTerm, PublicTexts } from '#platform/house'
import { newestFirst, projectRecord } from '#platform/publication'
import { type RecordView, type Tx, readRecords } from '#platform/records'
import { findWithheldHere } from '../withheld/index.ts'
import { embargoOf } from './embargo.ts'
import { labelsOf } from './messages.ts'
import { isCounted, readSectionCounts } from './queries/section-counts.ts'
import { type TextParts, readParts, targetsOf } from './queries/text-parts.ts'
import { type ShownTable, sectionKinds } from './sections/index.ts'

/** Everything that the public may know of a text: the whole of its projection. A key that is empty is absent. */
export interface PublicTextData {
  readonly fictitious: boolean
  readonly kind: readonly PublicTerm[]
  readonly title: PublicTexts
  readonly standfirst?: PublicTexts
  readonly body?: PublicTexts
  readonly authors?: readonly string[]
  readonly outlet?: string
  readonly place?: string
  /** `2026-11-21`. */
  readonly dated?: string
  readonly country?: readonly PublicTerm[]
  readonly rights?: readonly PublicTerm[]
  readonly boilerplate?: PublicTexts
  readonly contacts?: PublicTexts
  readonly quotes?: readonly {
    readonly code: string
    readonly words: PublicTexts
    readonly by: string
    readonly on?: string
    readonly url?: string
  }[]
  readonly corrections?: readonly {
    readonly code: string
    readonly on: string
    readonly words: PublicTexts
  }[]
  readonly appearances?: readonly {
    readonly code: string
    readonly on: string
    readonly outlet: string
    readonly url?: string
  }[]
  readonly sections?: readonly {
    readonly code: string
    readonly heading: PublicTexts
    readonly words?: PublicTexts
    readonly tables: readonly ShownTable[]
  }[]
  /** The page of the campaign it is part of, by an id that tells nothing; whether that page is there, the site finds. */
  readonly campaign?: readonly { readonly code: string }[]
}

/** What may be shown or left out. */
export const textChoices = ['contacts', 'boilerplate', 'appearances'] as const

type Draft = ReturnType<typeof projectRecord>

/** Both ways by which a text reaches people: whoever it names has to have agreed to both. */
function name(page: Draft, personId: string): void {
  page.names(personId, { purpose: 'publication', channel: 'website' })
  page.names(personId, { purpose: 'publication', channel: 'press' })
}

/** What would be public of a text, and what stands against it. */
export async function projectText(
  tx: Tx,
  record: RecordView,
  choice: ReadonlySet<string>,
): Promise<PublicProjection> {
  const page = projectRecord(tx, record)
  const parts = await readParts(tx, record.id)
  page.terms('kind', { essential: true })
  const title = page.texts('title', { essential: true })
  page.texts('standfirst')
  const body = page.texts('body')
  const authors = page.value<readonly string[]>('authors') ?? []
  const outlet = page.value<string>('outlet')
  page.value('place')
  const dated = page.value<string>('dated')
  page.terms('country')
  page.terms('rights')
  for (const key of ['boilerplate', 'contacts']) if (choice.has(key)) page.texts(key)
  const named = await readRecords(tx, targetsOf(record, 'people'))
  for (const person of named) name(page, person.id)
  const speakers = await showQuotes(tx, page, parts)
  for (const [i, { id, values }] of parts.corrections.entries())
    page.entry('corrections', `c${i + 1}`, { on: values['on'], words: values['words'] }, [
      { of: must(parts.corrections, id), fields: ['on', 'words'] },
    ])
  if (choice.has('appearances'))
    for (const [i, one] of parts.appearances.entries())
      page.entry('appearances', `a${i + 1}`, present(one, { on: 'on', outlet: 'outlet', url: 'url' }), [
        { of: one, fields: ['on', 'outlet', 'url'] },
      ])
  const embargo = embargoOf(record)
  if (embargo) page.notBefore(embargo)
  const shown = await showSections(tx, page, parts)
  const campaign = await joinCampaign(tx, page, record)
  if (Object.keys(body).length === 0 && parts.sections.length === 0) page.refuse(labelsOf('refused_empty'))
  if (!record.fictitious && [...named, ...speakers, ...shown].some(({ fictitious }) => fictitious))
    page.refuse(labelsOf('refused_fictitious'))
  for (const { why } of await findWithheldHere(tx, record.id)) page.refuse(labelsOf(`refused_${why}`))
  return page.done({
    slug: title['en'] ?? Object.values(title)[0] ?? '',
    find: [...Object.values(title), ...authors, ...(outlet ? [outlet] : [])],
    sortKey: newestFirst(dated ?? record.createdAt),
    // The database keeps filters of keys that the page has, and no others.
    filters: { kind: [String(record.values['kind'])], ...(campaign.length > 0 && { campaign }) },
  })
}

/** Fields of a record under the names of the page's data; what is empty is absent. */
const present = (
  { values }: RecordView,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([key, field]) =>
      values[field] === undefined ? [] : [[key, values[field]]],
    ),
  )

function must(records: readonly RecordView[], id: string): RecordView {
  const found = records.find((one) => one.id === id)
  if (!found) throw new Error(`no record ${id}`)
  return found
}

/** Takes the quotations; gives the people with records who say them. */
async function showQuotes(tx: Tx, page: Draft, { quotes }: TextParts): Promise<readonly RecordView[]> {
  for (const [i, quote] of quotes.entries()) {
    const { values } = quote
    const [speaker] = targetsOf(quote, 'speaker')
    if (speaker) name(page, speaker)
    else if (!values['agreed'] || !values['agreed_on']) page.refuse(labelsOf('refused_quote'))
    page.entry(
      'quotes',
      `q${i + 1}`,
      present(quote, { words: 'words', by: 'said_by', on: 'said_on', url: 'source_url' }),
      [
        { of: quote, fields: ['words', 'said_by', 'said_on', 'source_url', 'agreed', 'agreed_on'] },
        ...(speaker ? [{ of: quote, points: { field: 'speaker', to: speaker } }] : []),
      ],
    )
  }
  return readRecords(
    tx,
    quotes.flatMap((quote) => targetsOf(quote, 'speaker')),
  )
}

/** Takes the sections with what was counted for them; gives the people whom they name. */
async function showSections(tx: Tx, page: Draft, { sections }: TextParts): Promise<readonly RecordView[]> {
  const counts = await readSectionCounts(tx, sections)
  const people: string[] = []
  for (const [i, section] of sections.entries()) {
    const kind = sectionKinds.find(({ name: one }) => one === section.values['kind'])
    const count = counts.get(section.id)
    if (!count && isCounted(section)) page.refuse(labelsOf('refused_uncounted'))
    for (const person of count?.people ?? []) name(page, person)
    people.push(...(count?.people ?? []))
    page.entry(
      'sections',
      `s${i + 1}`,
      { ...present(section, { heading: 'heading', words: 'words' }), tables: count?.tables ?? [] },
      [
        {
          of: section,
          fields: [
            ...['kind', 'heading', 'words'],
            ...(kind?.fields ?? []).filter(({ type }) => type !== 'reference').map(({ name: one }) => one),
          ],
        },
        ...(kind?.fields ?? [])
          .filter(({ type }) => type === 'reference')
          .flatMap(({ name: field }) =>
            targetsOf(section, field).map((to) => ({ of: section, points: { field, to } })),
          ),
      ],
    )
  }
  return readRecords(tx, people)
}

/** Joins the text to the page of its campaign, where that has one; gives the page's id. */
async function joinCampaign(tx: Tx, page: Draft, record: RecordView): Promise<readonly string[]> {
  const [to] = targetsOf(record, 'campaign')
  if (!to) return []
  const { rows } = await sql<{ id: string }>`
    select id from publication where org_id = ${tx.actor.orgId}::uuid and record_id = ${to}::uuid
       and kind = 'campaign'`.execute(tx.sql)
  for (const { id } of rows)
    page.entry('campaign', id, {}, [{ of: record, points: { field: 'campaign', to } }])
  return rows.map(({ id }) => id)
}
