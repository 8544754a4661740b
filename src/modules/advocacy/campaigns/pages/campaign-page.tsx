import { daysInPrison } from '#modules/casework'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { route } from '#platform/http'
import type { Labels, Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord, readRecords } from '#platform/records'
import { FactList, LinkButton, Notice, Section, Stamp, Table, Tag, TextArea } from '#web/components'
import { PublicText, textIn } from '#web/site'
import { workspacePage } from '#web/workspace'
import { readAgreements } from '../../publications/queries/agreements.ts'
import { readStandings } from '../../publications/queries/stages.ts'
import { targetsOf } from '../../publications/queries/text-parts.ts'
import { TextParts } from '../../publications/text-matter.tsx'
import { findWithheldHere } from '../../withheld/index.ts'
import { type Held, countHeld } from '../count.ts'
import { daysInWords, stayInWords } from '../counter.tsx'
import { type CampaignWords, campaignWords } from '../messages.ts'
import { type Joined, readJoined } from '../queries/joined.ts'
import { readHeld } from '../queries/read-held.ts'
import { fieldInWords } from './field-words.ts'
import { plain } from '../../publications/plain.ts'

const path = '/workspace/campaigns'

/** One campaign: for whom, for how long they have been in prison, what the public sees, and all that it joins. */
export const campaignRoute = route({
  method: 'get',
  path: `${path}/:id`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await readRecord(tx, visit.params['id'] ?? '')
      if (record.type !== 'campaign') throw new Problem('not_found')
      const { language, session, house, url } = visit
      const w = campaignWords(language)
      const people = await readRecords(tx, targetsOf(record, 'people'))
      const day = new Date().toISOString().slice(0, 10)
      const named = people.map(({ id }) => ({
        personId: id,
        scope: 'name_public' as const,
        basis: 'consent' as const,
        purpose: 'campaign' as const,
        channel: 'website' as const,
      }))
      const against = await readAgreements(tx, named)
      const found = await findWithheldHere(tx, record.id)
      const held = new Map<string, Held>()
      for (const { id } of people) held.set(id, await readHeld(tx, id))
      const counted = await daysInPrison(
        tx,
        people.map(({ id }) => id),
        day,
      )
      const { slug } = (await readStandings(tx, [record.id], 'campaign'))(record.id)
      const joined = await readJoined(tx, record)
      const mayWrite = can(tx.actor, 'write') && !record.deletedAt
      const { text: title } = textIn(
        (record.values['title'] ?? {}) as Readonly<Record<string, string>>,
        language,
      )
      const site = `/site/${session?.actor.orgSlug ?? ''}/${language}/campaigns/${slug ?? ''}`
      const origin = house.origins[0] ?? url.origin
      return workspacePage(visit, {
        title: title || record.title,
        fictitious: record.fictitious,
        breadcrumbs: [{ href: path, label: w('campaigns') }],
        actions: (
          <>
            {mayWrite ? (
              <LinkButton href={`/workspace/record/${record.id}/edit`}>{w('edit')}</LinkButton>
            ) : null}
            <LinkButton href={`/workspace/record/${record.id}/public`} kind="primary">
              {w('publish')}
            </LinkButton>
            <LinkButton href={`/workspace/record/${record.id}`}>{w('every_field')}</LinkButton>
          </>
        ),
        notices:
          found.length > 0 ? (
            <Notice kind="warning" title={w('named_refused')}>
              <ul className="list">
                {found.map(({ name, why }) => (
                  <li key={`${name} ${why}`}>{w(`found_${why}`, { name })}</li>
                ))}
              </ul>
            </Notice>
          ) : null,
        children: (
          <>
            <p>
              <Tag>{fieldInWords(tx, 'kind', record.values['kind'], language)}</Tag>{' '}
              {slug ? <a href={site}>{w('public_now')}</a> : <span className="quiet">{w('not_public')}</span>}
            </p>
            <PublicText
              texts={record.values['aim'] as Readonly<Record<string, string>> | undefined}
              language={language}
            />
            <FactList facts={factsOf(record, language, tx, w)} />
            <Section title={w('people')} id="people">
              <PeopleTable {...{ people, against, held, counted, day, w, language }} />
            </Section>
            {record.values['about'] || record.values['ending'] ? (
              <Section title={w('campaign')} id="text">
                <TextParts
                  texts={record.values['about'] as Readonly<Record<string, string>> | undefined}
                  language={language}
                  below={2}
                />
                <TextParts
                  texts={record.values['ending'] as Readonly<Record<string, string>> | undefined}
                  language={language}
                  below={2}
                />
              </Section>
            ) : null}
            <JoinedSections {...{ record, joined, mayWrite, w, language, tx }} />
            {slug ? (
              <Section title={w('embed')} id="embed">
                <p>{w('embed_hint')}</p>
                <TextArea
                  id="embed-code"
                  name="embed-code"
                  label="HTML"
                  rows={3}
                  value={`<iframe src="${origin}${site}/embed" title="${title.replaceAll('"', '&quot;')}" width="320" height="220"></iframe>`}
                />
              </Section>
            ) : null}
          </>
        ),
      })
    }),
})

function factsOf(record: RecordView, language: Language, tx: Tx, w: CampaignWords) {
  const { values } = record
  const date = (name: string) => (plain(values[name]) ? formatDate(plain(values[name]), language) : '')
  return [
    { label: w('from'), value: date('from') },
    { label: w('to'), value: date('to') },
    { label: w('state'), value: fieldInWords(tx, 'outcome', values['outcome'], language) },
  ].filter(({ value }) => value !== '')
}

function PeopleTable(props: {
  readonly people: readonly RecordView[]
  readonly against: ReadonlyMap<string, readonly Labels[]>
  readonly held: ReadonlyMap<string, Held>
  readonly counted: Awaited<ReturnType<typeof daysInPrison>>
  readonly day: string
  readonly w: CampaignWords
  readonly language: Language
}) {
  const { people, against, held, counted, day, w, language } = props
  if (people.length === 0) return <p className="quiet">{w('nothing_joined')}</p>
  return (
    <>
      <Table
        caption={w('people')}
        captionHidden
        columns={[
          { key: 'who', label: w('people'), heading: true },
          { key: 'days', label: w('days'), numeric: true },
          { key: 'since', label: w('state') },
          { key: 'agreed', label: w('who_agreed') },
        ]}
        rows={people.map((person) => {
          const count = countHeld(held.get(person.id) ?? { least: [], most: [] }, day)
          const why = against.get(person.id) ?? []
          return {
            key: person.id,
            cells: {
              who: (
                <>
                  <a href={`/workspace/record/${person.id}`}>{person.title}</a>{' '}
                  {person.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
                </>
              ),
              days: counted.has(person.id) ? (
                <a href={`/workspace/records/detention?person=${person.id}`}>
                  {daysInWords(count, language)}
                </a>
              ) : (
                ''
              ),
              since: counted.has(person.id) ? stayInWords(count, language, w) : '',
              agreed:
                why.length === 0 ? (
                  <Tag>{w('may_be_named')}</Tag>
                ) : (
                  why.map((one) => <p key={one.en}>{one[language]}</p>)
                ),
            },
          }
        })}
      />
      <p className="quiet">{w('house_arrest_apart')}</p>
    </>
  )
}

function JoinedSections(props: {
  readonly record: RecordView
  readonly joined: Joined
  readonly mayWrite: boolean
  readonly w: CampaignWords
  readonly language: Language
  readonly tx: Tx
}) {
  const { record, joined, mayWrite, w, language, tx } = props
  const { pointing, pointed } = joined
  const list = (records: readonly RecordView[], dateField: string) =>
    records.length === 0 ? (
      <p className="quiet">{w('nothing_joined')}</p>
    ) : (
      <ul className="list">
        {records.map((one) => (
          <li key={one.id}>
            <a href={`/workspace/record/${one.id}`} dir="auto">
              {one.title}
            </a>
            {typeof one.values[dateField] === 'string' ? (
              <span className="quiet"> {formatDate(one.values[dateField], language)}</span>
            ) : null}
          </li>
        ))}
      </ul>
    )
  const recognitions = pointed.get('recognitions') ?? []
  return (
    <>
      <Section
        title={w('texts')}
        id="texts"
        action={
          mayWrite ? (
            <LinkButton small href={`/workspace/records/public_text/new?v.campaign=${record.id}`}>
              {w('new_text')}
            </LinkButton>
          ) : null
        }
      >
        {list(pointing.get('public_text') ?? [], 'dated')}
      </Section>
      <Section title={w('petitions')} id="petitions">
        {list(pointing.get('petition') ?? [], 'opens')}
      </Section>
      <Section title={w('submissions')} id="submissions">
        {list(pointed.get('submissions') ?? [], 'date')}
      </Section>
      <Section title={w('events')} id="events">
        {list(pointed.get('events') ?? [], 'date')}
      </Section>
      {recognitions.length > 0 ? (
        <Section title={w('recognition')} id="recognition">
          <Table
            caption={w('recognition')}
            captionHidden
            columns={[
              { key: 'what', label: w('what'), heading: true },
              { key: 'of', label: w('asked_of') },
              { key: 'date', label: w('date'), nowrap: true },
              { key: 'answer', label: w('answer') },
            ]}
            rows={recognitions.map((one) => ({
              key: one.id,
              cells: {
                what: <a href={`/workspace/record/${one.id}`}>{one.title}</a>,
                of: targetsOf(one, 'asked_of')
                  .flatMap((id) => one.linked.get(id)?.title ?? [])
                  .join(', '),
                date: plain(one.values['date']) ? formatDate(plain(one.values['date']), language) : '',
                answer: fieldInWords(tx, 'answer', one.values['answer'], language, 'recognition_request'),
              },
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}
