import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { type Tx, addRecordType, isOwnType, neededLanguages } from '#platform/records'
import { Button, Form, FormActions, LinkButton, Table, Tag, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'
import { technicalName } from '../thesaurus/index.ts'
import { attempt } from './attempt.ts'
import { Errors, LabelInputs, type Typed, at, errorOf, hasWords, readLabels, sent, typed } from './parts.tsx'

/** Every record type, the product's and the organisation's own. */
const typesRoute = route({
  method: 'get',
  path: at.types,
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, house } = visit
      const w = words(language)
      return workspacePage(visit, {
        title: w('types'),
        lede: w('types_about'),
        breadcrumbs: [{ href: at.settings, label: w('settings') }],
        actions: (
          <LinkButton kind="primary" href={`${at.types}/new`}>
            {w('add_type')}
          </LinkButton>
        ),
        children: (
          <Table
            caption={w('types')}
            captionHidden
            columns={[
              { key: 'label', label: w('type'), heading: true },
              { key: 'name', label: w('technical_name') },
              { key: 'origin', label: w('origin') },
              { key: 'fields', label: w('fields'), numeric: true },
              { key: 'own', label: w('own_fields'), numeric: true },
            ]}
            rows={[...tx.schema.types.values()].map((type) => {
              const base = house.shipped.types.get(type.name)
              return {
                key: type.name,
                cells: {
                  label: <a href={at.type(type.name)}>{label(type.plural, language)}</a>,
                  name: <code>{type.name}</code>,
                  origin: isOwnType(house.shipped, type.name) ? <Tag>{w('own')}</Tag> : w('product'),
                  fields: type.fields.length.toLocaleString(language),
                  own: (type.fields.length - (base?.fields.length ?? 0)).toLocaleString(language),
                },
              }
            })}
          />
        ),
      })
    }),
})

function newTypeScreen(visit: Visit, tx: Tx, state: Typed): Response {
  const { language } = visit
  const w = words(language)
  const needed = neededLanguages(tx.schema)
  const shared = { state, language, needed }
  return workspacePage(visit, {
    title: w('add_type'),
    lede: w('add_type_lede'),
    status: state.problem?.status ?? 200,
    breadcrumbs: [
      { href: at.settings, label: w('settings') },
      { href: at.types, label: w('types') },
    ],
    children: (
      <Form action={`${at.types}/new`} csrf={visit.session?.formToken ?? ''} confirmLeave>
        <Errors {...{ state, language }} />
        <LabelInputs name="label" title={w('one_of_them')} hint={w('one_of_them_hint')} {...shared} />
        <LabelInputs name="plural" title={w('several')} hint={w('several_hint')} {...shared} />
        <LabelInputs name="description" title={w('description')} state={state} language={language} long />
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
          <Button kind="primary">{w('add_type')}</Button>
          <LinkButton kind="plain" href={at.types}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

/** The first field of a new type: what its records are called by. */
const nameField = {
  name: 'name',
  type: 'text',
  label: { en: 'Name', es: 'Nombre', ca: 'Nom' },
  required: true,
  sortable: true,
} as const

const newTypeRoute = route({
  method: 'get',
  path: `${at.types}/new`,
  may: 'administer',
  handle: (visit) => visit.within(async (tx) => newTypeScreen(visit, tx, typed({}))),
})

const createTypeRoute = route({
  method: 'post',
  path: `${at.types}/new`,
  may: 'administer',
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => {
        const { form } = visit
        const labels = readLabels(form, 'label')
        const description = readLabels(form, 'description')
        const name = form.get('name').trim() || technicalName(labels.en || labels.es || labels.ca)
        await addRecordType(tx, visit.house.shipped, {
          name,
          label: labels,
          plural: readLabels(form, 'plural'),
          ...(hasWords(description) && { description }),
          title: ['name'],
          fields: [nameField],
        })
        return redirect(at.type(name))
      },
      (tx, problem) => newTypeScreen(visit, tx, sent(visit.form, problem)),
    ),
})

export const typesRoutes = [typesRoute, newTypeRoute, createTypeRoute]
