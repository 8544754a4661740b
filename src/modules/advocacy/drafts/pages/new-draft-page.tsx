import { mechanismFor } from '#catalogue/checks'
import { mechanismOf, mechanisms } from '#catalogue/mechanisms'
import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Tx, readRecord, readRecords } from '#platform/records'
import { Button, Checkboxes, Form, FormActions, LinkButton, Notice, Radios, Select } from '#web/components'
import { workspacePage } from '#web/workspace'
import { openSubmission } from '../actions/open-submission.ts'
import { referencesOf } from '../gather/case-file.ts'
import { textIn } from '../gather/parts.ts'
import { draftWords, wordsOfDrafts } from '../messages.ts'
import { plans } from '../mechanisms/index.ts'
import { documentLanguages } from '../records/submission.ts'

const pathOf = (id: string): string => `/workspace/case/${id}/draft`

/** In what language a document begins: the reader's, where the mechanism takes it, else the first that it takes. */
async function firstLanguage(tx: Tx, mechanismId: string, reader: Language): Promise<string> {
  const taken = (await mechanismFor(tx, mechanismId))?.languages.codes ?? []
  return taken.includes(reader) ? reader : (documentLanguages.find((one) => taken.includes(one)) ?? 'en')
}

async function newDraft(visit: Visit, tx: Tx, status = 200): Promise<Response> {
  const { language, url } = visit
  const w = draftWords(language)
  const id = visit.params['id'] ?? ''
  const record = await readRecord(tx, id)
  if (record.type !== 'case' || record.deletedAt) throw new Problem('not_found')
  if (!can(tx.actor, 'write')) throw new Problem('forbidden')
  const mechanism = mechanismOf(url.searchParams.get('mechanism') ?? '')?.id
  const references = referencesOf(record, 'people')
  const people = await readRecords(
    tx,
    references.map(({ to }) => to),
  )
  const roles = tx.schema.vocabularies.get('case_roles')
  const there = await submissionsOf(tx, id, mechanism)
  const begins = await firstLanguage(tx, mechanism ?? '', language)
  const option = ({ id: value, name }: (typeof mechanisms)[number]) => ({ value, label: name[language] })
  const own = mechanisms.filter((one) => plans.some((plan) => plan.mechanism === one.id))
  return workspacePage(visit, {
    title: w('draft_new'),
    status,
    lede: w('draft_lede'),
    breadcrumbs: [
      { href: '/workspace/cases', label: w('cases') },
      { href: `/workspace/case/${id}`, label: record.title },
    ],
    fictitious: record.fictitious,
    notices:
      there.length > 0 ? (
        <Notice title={w('there_is')}>
          <ul className="list">
            {there.map((one) => (
              <li key={one.id}>
                <a href={`/workspace/submission/${one.id}`}>{one.title}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null,
    children: (
      <Form action={pathOf(id)} csrf={visit.session?.formToken ?? ''}>
        <Select
          id="mechanism"
          name="mechanism"
          label={w('mechanism')}
          empty={w('choose_mechanism')}
          value={mechanism}
          error={status === 422 ? w('choose_mechanism') : undefined}
          options={[
            { label: w('own_form'), options: own.map(option) },
            { label: w('outline'), options: mechanisms.filter((one) => !own.includes(one)).map(option) },
          ]}
        />
        <Radios
          id="language"
          name="language"
          label={w('language')}
          value={begins}
          options={documentLanguages.map((code) => ({ value: code, label: w(`lang_${code}`) }))}
        />
        {people.length > 0 ? (
          <Checkboxes
            id="persons"
            name="persons"
            label={w('persons')}
            hint={w('persons_hint')}
            values={[]}
            options={people
              .filter(({ deletedAt }) => !deletedAt)
              .map((person) => {
                const code = references.find(({ to }) => to === person.id)?.attributes?.['role'] ?? 'at_risk'
                const role = roles?.byCode.get(typeof code === 'string' ? code : 'at_risk')
                return {
                  value: person.id,
                  label: person.title,
                  ...(role && { hint: label(role.label, language) }),
                }
              })}
          />
        ) : null}
        <FormActions>
          <Button kind="primary">{w('begin')}</Button>
          <LinkButton kind="plain" href={`/workspace/case/${id}`}>
            {record.title}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

/** The submissions of the case to the same mechanism, so that nobody drafts one twice unawares. */
async function submissionsOf(
  tx: Tx,
  caseId: string,
  mechanism: string | undefined,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  if (mechanism === undefined) return []
  const rows = await tx.sql
    .selectFrom('link')
    .innerJoin('record', (join) =>
      join.onRef('record.org_id', '=', 'link.org_id').onRef('record.id', '=', 'link.from_id'),
    )
    .select('record.id')
    .where('link.org_id', '=', tx.actor.orgId)
    .where('link.to_id', '=', caseId)
    .where('link.belongs', '=', true)
    .where('link.until', 'is', null)
    .where('record.type', '=', 'submission')
    .where('record.deleted_at', 'is', null)
    .limit(200)
    .execute()
  const records = await readRecords(
    tx,
    rows.map(({ id }) => id),
  )
  return records.filter((one) => textIn(one, 'mechanism') === mechanism)
}

/** From a case to a new draft. */
export const newDraftRoutes = [
  route({
    method: 'get',
    path: '/workspace/case/:id/draft',
    may: 'write',
    handle: (visit) => visit.within((tx) => newDraft(visit, tx)),
  }),
  route({
    method: 'post',
    path: '/workspace/case/:id/draft',
    may: 'write',
    handle: async (visit) => {
      const { form } = visit
      if (!mechanismOf(form.get('mechanism'))) return visit.within((tx) => newDraft(visit, tx, 422))
      const language = documentLanguages.find((one) => one === form.get('language'))
      if (!language)
        throw new Problem('invalid', { fields: [{ field: 'language', message: wordsOfDrafts('language') }] })
      const { id } = await visit.within((tx) =>
        openSubmission(tx, {
          caseId: visit.params['id'] ?? '',
          mechanism: form.get('mechanism'),
          language,
          persons: form.all('persons'),
        }),
      )
      return redirect(`/workspace/submission/${id}`)
    },
  }),
]
