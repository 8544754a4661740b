import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { type Tx, addVocabulary } from '#platform/records'
import { Button, Form, FormActions, LinkButton, Table, Tag, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'
import { technicalName } from '../thesaurus/index.ts'
import { attempt } from './attempt.ts'
import { Errors, LabelInputs, type Typed, at, errorOf, readLabels, sent, shown, typed } from './parts.tsx'

/** Every list of terms, with where it comes from and which fields take from it. */
const vocabulariesRoute = route({
  method: 'get',
  path: at.vocabularies,
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, house } = visit
      const w = words(language)
      const rows = [...tx.schema.vocabularies.values()]
        .filter(({ vocabulary }) => !vocabulary.derived)
        .map(({ vocabulary, byCode }) => ({
          vocabulary,
          count: byCode.size,
          name: shown(vocabulary.label, language, vocabulary.name),
          users: [...tx.schema.types.values()].flatMap((type) =>
            type.fields
              .filter((field) => field.vocabulary === vocabulary.name)
              .map((field) => `${label(type.label, language)}: ${label(field.label, language)}`),
          ),
        }))
      rows.sort((a, b) => a.name.localeCompare(b.name, language))
      const imported = visit.url.searchParams.get('imported')
      return workspacePage(visit, {
        title: w('vocabularies'),
        lede: w('vocabularies_about'),
        breadcrumbs: [{ href: at.settings, label: w('settings') }],
        notices: imported === null ? null : <Imported visit={visit} />,
        actions: (
          <>
            <LinkButton kind="primary" href={`${at.vocabularies}/new`}>
              {w('add_vocabulary')}
            </LinkButton>
            <LinkButton href={at.thesaurus}>{w('thesaurus')}</LinkButton>
          </>
        ),
        children: (
          <Table
            caption={w('vocabularies')}
            captionHidden
            columns={[
              { key: 'label', label: w('vocabulary'), heading: true },
              { key: 'origin', label: w('origin') },
              { key: 'count', label: w('terms'), numeric: true },
              { key: 'users', label: w('used_in') },
            ]}
            rows={rows.map(({ vocabulary, count, name, users }) => ({
              key: vocabulary.name,
              cells: {
                label: (
                  <>
                    <a href={at.vocabulary(vocabulary.name)}>{name}</a>{' '}
                    <code className="quiet">{vocabulary.name}</code>
                  </>
                ),
                origin: house.shipped.vocabularies.has(vocabulary.name) ? (
                  w('product')
                ) : (
                  <Tag>{w('own')}</Tag>
                ),
                count: count.toLocaleString(language),
                users:
                  users.length > 4 ? `${users.slice(0, 4).join('; ')}… (${users.length})` : users.join('; '),
              },
            }))}
          />
        ),
      })
    }),
})

/** What an import of thesauri has done: `?imported=lists.added.changed.same`. */
export function Imported({ visit }: { readonly visit: Visit }) {
  const [lists = 0, added = 0, changed = 0, same = 0] = (visit.url.searchParams.get('imported') ?? '')
    .split('.')
    .map((part) => Number(part) || 0)
  return (
    <div className="notice notice-success" role="status">
      <p>{words(visit.language)('imported', { lists, added, changed, same })}</p>
    </div>
  )
}

function newVocabularyScreen(visit: Visit, tx: Tx, state: Typed): Response {
  const { language } = visit
  const w = words(language)
  return workspacePage(visit, {
    title: w('add_vocabulary'),
    lede: w('add_vocabulary_lede'),
    status: state.problem?.status ?? 200,
    breadcrumbs: [
      { href: at.settings, label: w('settings') },
      { href: at.vocabularies, label: w('vocabularies') },
    ],
    children: (
      <Form action={`${at.vocabularies}/new`} csrf={visit.session?.formToken ?? ''} confirmLeave>
        <Errors {...{ state, language }} />
        <LabelInputs
          name="label"
          title={w('vocabulary_label')}
          {...{ state, language }}
          needed={tx.schema.languages}
        />
        <TextInput
          id="source"
          name="source"
          label={w('source')}
          mark={w('optional')}
          hint={w('source_hint')}
          value={state.get('source')}
          maxLength={1_000}
        />
        <TextInput
          id="name"
          name="name"
          label={w('technical_name')}
          mark={w('optional')}
          hint={w('technical_name_hint')}
          value={state.get('name')}
          error={errorOf(state, 'name', language)}
          maxLength={60}
          short
          spellCheck={false}
        />
        <FormActions>
          <Button kind="primary">{w('add_vocabulary')}</Button>
          <LinkButton kind="plain" href={at.vocabularies}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

const newVocabularyRoute = route({
  method: 'get',
  path: `${at.vocabularies}/new`,
  may: 'administer',
  handle: (visit) => visit.within(async (tx) => newVocabularyScreen(visit, tx, typed({}))),
})

const createVocabularyRoute = route({
  method: 'post',
  path: `${at.vocabularies}/new`,
  may: 'administer',
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => {
        const { form } = visit
        const labels = readLabels(form, 'label')
        const name = form.get('name').trim() || technicalName(labels.en || labels.es || labels.ca)
        const source = form.get('source').trim()
        await addVocabulary(tx, visit.house.shipped, { name, label: labels, ...(source && { source }) })
        return redirect(at.vocabulary(name))
      },
      (tx, problem) => newVocabularyScreen(visit, tx, sent(visit.form, problem)),
    ),
})

export const vocabulariesRoutes = [vocabulariesRoute, newVocabularyRoute, createVocabularyRoute]
