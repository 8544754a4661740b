import { isDeepStrictEqual } from 'node:util'
import type { ReactNode } from 'react'
import { can } from '#platform/access'
import { formatMoment } from '#platform/dates'
import { type Visit, redirect, route } from '#platform/http'
import { type Language, isLanguage } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord, readRecords } from '#platform/records'
import {
  Button,
  Checkboxes,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Section,
  Tabs,
  Tag,
  TextInput,
} from '#web/components'
import { PublicText, textIn } from '#web/site'
import { workspacePage } from '#web/workspace'
import { deliveriesSection } from '../../press/index.ts'
import { type NotToBeNamed, findWithheldHere } from '../../withheld/index.ts'
import { countSection } from '../actions/count-section.ts'
import { askForApproval } from '../actions/ask-for-approval.ts'
import { embargoOf } from '../embargo.ts'
import { countWords } from '../markup.ts'
import { type TextWords, textWords } from '../messages.ts'
import { type PublicTextData, projectText, textChoices } from '../projection.ts'
import { readAgreements } from '../queries/agreements.ts'
import { type Standing, readReleased, readStandings } from '../queries/stages.ts'
import { readSectionCounts } from '../queries/section-counts.ts'
import { readParts, targetsOf } from '../queries/text-parts.ts'
import { TextMatter } from '../text-matter.tsx'
import { isTextKind, mostWordsOf, textKinds } from '../text-kinds.ts'
import { AgreementTable } from './agreement-table.tsx'
import { PartTables } from './part-tables.tsx'

const path = '/workspace/publications'
const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ca: 'Català' }

/** The text that an address names, where the asker sees it. */
export async function textOfVisit(visit: Visit, tx: Tx): Promise<RecordView> {
  const record = await readRecord(tx, visit.params['id'] ?? '')
  if (record.type !== 'public_text') throw new Problem('not_found')
  return record
}

/** The languages in which a text was written, those of the organisation first. */
export const languagesOf = (data: PublicTextData): readonly Language[] => {
  const written = Object.keys(data.title).filter(isLanguage)
  return written.length > 0 ? written : ['en']
}

/** One text: where it stands, who is named and whether they agreed, how everyone will read it, and all that belongs to it. */
const pageRoute = route({
  method: 'get',
  path: `${path}/:id`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await textOfVisit(visit, tx)
      const { language } = visit
      const w = textWords(language)
      const parts = await readParts(tx, record.id)
      const projection = await projectText(tx, record, new Set(textChoices))
      const data = projection.data as unknown as PublicTextData
      const found = await findWithheldHere(tx, record.id)
      const named = [...new Set(projection.named.map(({ personId }) => personId))]
      const people = await readRecords(tx, named)
      const against = await readAgreements(tx, projection.named)
      const standing = (await readStandings(tx, [record.id]))(record.id)
      const released = await readReleased(tx, record.id)
      // What would be released now, against what is: keys that are empty are absent in both.
      const unchanged =
        released !== null &&
        (standing.notBefore === null || standing.notBefore.getTime() === embargoOf(record)?.getTime()) &&
        isDeepStrictEqual(
          JSON.parse(JSON.stringify((await projectText(tx, record, new Set(released.choice))).data)),
          released.data,
        )
      const written = languagesOf(data)
      const asked = visit.url.searchParams.get('in')
      const reading =
        written.find((code) => code === asked) ??
        written.find((code) => code === language) ??
        written[0] ??
        'en'
      const { text: title } = textIn(data.title, reading)
      const mayWrite = can(tx.actor, 'write') && !record.deletedAt
      const embargo = record.values['embargo']
      return workspacePage(visit, {
        title: title || record.title,
        fictitious: record.fictitious,
        breadcrumbs: [{ href: path, label: w('publications') }],
        actions: (
          <>
            {mayWrite ? (
              <LinkButton href={`/workspace/record/${record.id}/edit`}>{w('edit')}</LinkButton>
            ) : null}
            <LinkButton href={`${path}/${record.id}/document?in=${reading}&format=pdf`} download>
              PDF
            </LinkButton>
            <LinkButton href={`${path}/${record.id}/document?in=${reading}&format=docx`} download>
              DOCX
            </LinkButton>
            <LinkButton href={`/workspace/record/${record.id}`}>{w('every_field')}</LinkButton>
          </>
        ),
        notices: <Found {...{ found, w }} />,
        children: (
          <>
            <p>
              <Tag>{w(`stage_${standing.stage}`)}</Tag>{' '}
              {typeof embargo === 'string'
                ? w('embargo_until', { when: formatMoment(embargo, language) })
                : null}
            </p>
            <NextStep
              {...{ visit, record, standing, w, title: title || record.title }}
              against={projection.refusals.map((one) => one[language])}
              agreed={against.size === 0}
              unchanged={unchanged}
            />
            <Section title={w('named')} id="named">
              <AgreementTable {...{ against, w, language, people }} count={named.length} />
            </Section>
            <Section title={w('as_read')} id="text">
              <Tabs
                label={w('languages_of_text')}
                tabs={written.map((code) => ({
                  href: `${path}/${record.id}?in=${code}#text`,
                  label: languageNames[code],
                  current: code === reading,
                }))}
              />
              <Advice {...{ record, data, reading, w, language }} />
              <PublicText texts={data.standfirst} language={reading} />
              <TextMatter data={data} language={reading} />
            </Section>
            <PartTables
              csrf={visit.session?.formToken ?? ''}
              today={new Date().toISOString().slice(0, 10)}
              counts={await readSectionCounts(tx, parts.sections)}
              {...{ record, parts, mayWrite, w, language }}
              released={standing.slug !== null}
            />
            {await deliveriesSection(visit, tx, record, standing.slug !== null)}
          </>
        ),
      })
    }),
})

function Found({ found, w }: { readonly found: readonly NotToBeNamed[]; readonly w: TextWords }) {
  if (found.length === 0) return null
  return (
    <Notice kind="warning" title={w('found_title')}>
      <ul className="list">
        {found.map(({ recordId, name, why }) => (
          <li key={`${recordId} ${name} ${why}`}>{w(`found_${why}`, { name })}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** What comes next, by where it stands: one thing to do. */
function NextStep(props: {
  readonly visit: Visit
  readonly record: RecordView
  readonly standing: Standing
  readonly against: readonly string[]
  readonly agreed: boolean
  /** The public has, or will have, exactly this. */
  readonly unchanged: boolean
  readonly title: string
  readonly w: TextWords
}): ReactNode {
  const { visit, record, standing, against, agreed, unchanged, w } = props
  const { session, language } = visit
  const mayPublish = session !== null && can(session.actor, 'publish')
  const publicPage =
    standing.slug && `/site/${session?.actor.orgSlug ?? ''}/${language}/publications/${standing.slug}`
  return (
    <>
      {standing.approval ? (
        <Notice>
          <p>
            {w('waits')} <a href="/workspace/approvals">{w('waits_where')}</a>
          </p>
        </Notice>
      ) : null}
      {standing.stage === 'released' && publicPage ? (
        <p>
          <a href={publicPage}>{w('public_page')}</a>. {w('change_hint')}
        </p>
      ) : null}
      {standing.stage === 'approved' ? <p>{w('approved_hint')}</p> : null}
      {against.length > 0 ? (
        <Notice kind="warning" title={w('stands_against')}>
          <ul className="list">
            {[...new Set(against)].map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {standing.slug && !unchanged && !standing.approval ? <Notice>{w('changed_since')}</Notice> : null}
      {mayPublish && !unchanged && !standing.approval && against.length === 0 && agreed ? (
        <Form action={`${path}/${record.id}/ask`} csrf={session?.formToken ?? ''} label={w('ask')}>
          <input type="hidden" name="version" value={record.version} />
          <Checkboxes
            id="shown"
            name="shown"
            label={w('shown')}
            options={textChoices.map((value) => ({ value, label: w(`choice_${value}`) }))}
            values={textChoices}
          />
          <TextInput id="reason" name="reason" label={w('reason')} maxLength={2000} />
          <FormActions>
            <Button kind="primary">{w(standing.slug ? 'ask_again' : 'ask')}</Button>
            <LinkButton kind="plain" href={`/workspace/record/${record.id}/public`}>
              {w('public_view')}
            </LinkButton>
          </FormActions>
        </Form>
      ) : null}
    </>
  )
}

/** The catalogue's advice beside what was written: words against the most, and the parts in their order. */
function Advice(props: {
  readonly record: RecordView
  readonly data: PublicTextData
  readonly reading: Language
  readonly language: Language
  readonly w: TextWords
}) {
  const { record, data, reading, language, w } = props
  const kind = record.values['kind']
  if (!isTextKind(kind)) return null
  const mostWords = mostWordsOf(kind)
  const count = countWords(`${data.standfirst?.[reading] ?? ''}\n\n${data.body?.[reading] ?? ''}`)
  return (
    <p className="hint">
      {mostWords === null ? w('words', { count }) : w('words_of', { count, most: mostWords })}
      {count > (mostWords ?? count) ? ` ${w('words_over')}` : ''}{' '}
      {w('parts', { parts: textKinds[kind].parts[language] })}
    </p>
  )
}

const askRoute = route({
  method: 'post',
  path: `${path}/:id/ask`,
  may: 'publish',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await textOfVisit(visit, tx)
      const version = Number(visit.form.get('version'))
      if (!Number.isInteger(version)) throw new Problem('malformed')
      const reason = visit.form.get('reason').trim().slice(0, 2000)
      await askForApproval(tx, record, {
        version,
        choice: visit.form.all('shown'),
        ...(reason && { reason }),
      })
      return redirect(`${path}/${record.id}`)
    }),
})

const countRoute = route({
  method: 'post',
  path: `${path}/sections/:id/count`,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const section = await countSection(tx, visit.params['id'] ?? '')
      return redirect(`${path}/${targetsOf(section, 'text')[0] ?? ''}#sections`)
    }),
})

export const textPageRoutes = [pageRoute, askRoute, countRoute]
