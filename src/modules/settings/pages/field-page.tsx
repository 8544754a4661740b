import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type FieldChange,
  type FieldDefinition,
  type FieldTypeName,
  type RecordTypeDefinition,
  type Tx,
  addField,
  changeField,
  classOf,
  fieldOf,
  fieldTypeNames,
  fingerprint,
  typeOf,
} from '#platform/records'
import { Button, Card, CardGrid, FactList, Form, FormActions, LinkButton, Notice } from '#web/components'
import { RecordForm, classLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { reindexTypes } from '../actions/reindex-types.ts'
import { words } from '../messages.ts'
import { attempt } from './attempt.ts'
import { FieldInputs } from './field-inputs.tsx'
import { fieldValues, readField, readFieldChange, withRows } from './field-form.ts'
import { Errors, type Typed, at, sent, typed } from './parts.tsx'

const crumbs = (visit: Visit, type: RecordTypeDefinition) => {
  const w = words(visit.language)
  return [
    { href: at.settings, label: w('settings') },
    { href: at.types, label: w('types') },
    { href: at.type(type.name), label: label(type.plural, visit.language) },
  ]
}

/** What kind of field: each with an example, because the rest of the form depends on it. */
const kindsRoute = route({
  method: 'get',
  path: '/workspace/settings/type/:name/field',
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = words(visit.language)
      const type = typeOf(tx, visit.params['name'] ?? '')
      return workspacePage(visit, {
        title: w('add_field'),
        lede: w('add_field_lede'),
        breadcrumbs: crumbs(visit, type),
        children: (
          <CardGrid label={w('field_type')}>
            {fieldTypeNames.map((name) => (
              <Card
                key={name}
                href={`${at.field(type.name, 'new')}?type=${name}`}
                title={w(`t_${name}`)}
                lines={[w(`about_${name}`)]}
              />
            ))}
          </CardGrid>
        ),
      })
    }),
})

const kindAsked = (visit: Visit): FieldTypeName => {
  const asked = visit.url.searchParams.get('type') ?? visit.form.get('type')
  const kind = fieldTypeNames.find((name) => name === asked)
  if (!kind) throw new Problem('not_found')
  return kind
}

function newFieldScreen(visit: Visit, tx: Tx, state: Typed): Response {
  const { language } = visit
  const w = words(language)
  const type = typeOf(tx, visit.params['name'] ?? '')
  const kind = kindAsked(visit)
  return workspacePage(visit, {
    title: `${w('add_field')}: ${w(`t_${kind}`)}`,
    lede: w(`about_${kind}`),
    status: state.problem?.status ?? 200,
    breadcrumbs: [...crumbs(visit, type), { href: `${at.type(type.name)}/field`, label: w('add_field') }],
    children: (
      <Form
        action={`${at.field(type.name, 'new')}?type=${kind}`}
        csrf={visit.session?.formToken ?? ''}
        confirmLeave
      >
        <Errors {...{ state, language }} />
        <FieldInputs {...{ schema: tx.schema, type, kind, state, language }} />
        <FormActions>
          <Button kind="primary">{w('add_field')}</Button>
          <LinkButton kind="plain" href={at.type(type.name)}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

const newFieldRoute = route({
  method: 'get',
  path: '/workspace/settings/type/:name/field/new',
  may: 'administer',
  handle: (visit) => visit.within(async (tx) => newFieldScreen(visit, tx, typed({}))),
})

const createFieldRoute = route({
  method: 'post',
  path: '/workspace/settings/type/:name/field/new',
  may: 'administer',
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => {
        const rows = withRows(visit.form)
        if (rows) return newFieldScreen(visit, tx, rows)
        const type = typeOf(tx, visit.params['name'] ?? '')
        const change = await addField(
          tx,
          visit.house.shipped,
          type.name,
          readField(visit.form, kindAsked(visit)),
        )
        await reindexTypes(tx, change)
        return redirect(`${at.type(type.name)}?saved`)
      },
      (tx, problem) => newFieldScreen(visit, tx, sent(visit.form, problem)),
    ),
})

function fieldAsked(visit: Visit, tx: Tx): { type: RecordTypeDefinition; field: FieldDefinition } {
  const type = typeOf(tx, visit.params['name'] ?? '')
  const field = fieldOf(type, visit.params['field'] ?? '')
  if (!field) throw new Problem('not_found')
  return { type, field }
}

function fieldScreen(visit: Visit, tx: Tx, given?: Typed): Response {
  const { language, house } = visit
  const w = words(language)
  const { type, field } = fieldAsked(visit, tx)
  const base = house.shipped.types.get(type.name)
  const shipped = base !== undefined && fieldOf(base, field.name) !== undefined
  const state = given ?? typed(fieldValues(field))
  const vocabulary = tx.schema.vocabularies.get(field.vocabulary ?? '')?.vocabulary
  return workspacePage(visit, {
    title: label(field.label, language) || field.name,
    lede: w(shipped ? 'field_shipped_lede' : 'field_own_lede'),
    status: state.problem?.status ?? 200,
    breadcrumbs: crumbs(visit, type),
    children: (
      <>
        <FactList
          facts={[
            { label: w('technical_name'), value: <code>{field.name}</code> },
            { label: w('field_type'), value: w(`t_${field.type}`) },
            ...(vocabulary
              ? [
                  {
                    label: w('vocabulary'),
                    value: (
                      <a href={at.vocabulary(vocabulary.name)}>
                        {label(vocabulary.label, language) || vocabulary.name}
                      </a>
                    ),
                  },
                ]
              : []),
            ...(field.targets
              ? [
                  {
                    label: w('targets'),
                    value: field.targets
                      .map((name) => label(tx.schema.types.get(name)?.label ?? { en: name }, language))
                      .join(', '),
                  },
                ]
              : []),
            { label: w('class'), value: label(classLabel[classOf(field)], language) },
            { label: w('values'), value: w(field.multiple ? 'many_values' : 'one_value') },
          ]}
        />
        <Form action={at.field(type.name, field.name)} csrf={visit.session?.formToken ?? ''} confirmLeave>
          {state.problem?.kind === 'stale' ? (
            <Notice kind="warning" title={w('stale_title')}>
              <p>{w('stale_text')}</p>
              <fieldset className="field" disabled>
                <legend>{w('now')}</legend>
                <RecordForm
                  type={{ ...type, fields: [field] }}
                  state={{ values: {} }}
                  schema={tx.schema}
                  language={language}
                  prefix="now"
                  headings={false}
                />
              </fieldset>
            </Notice>
          ) : (
            <Errors {...{ state, language }} />
          )}
          <input type="hidden" name="_seen" value={fingerprint(field)} />
          <FieldInputs {...{ schema: tx.schema, type, kind: field.type, state, language, field, shipped }} />
          <FormActions>
            <Button kind="primary">{w('save')}</Button>
            <LinkButton kind="plain" href={at.type(type.name)}>
              {w('cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      </>
    ),
  })
}

const fieldRoute = route({
  method: 'get',
  path: '/workspace/settings/type/:name/field/:field',
  may: 'administer',
  handle: (visit) => visit.within(async (tx) => fieldScreen(visit, tx)),
})

const saveFieldRoute = route({
  method: 'post',
  path: '/workspace/settings/type/:name/field/:field',
  may: 'administer',
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => {
        const rows = withRows(visit.form)
        if (rows) return fieldScreen(visit, tx, rows)
        const { type, field } = fieldAsked(visit, tx)
        const base = visit.house.shipped.types.get(type.name)
        const given: FieldChange = readFieldChange(visit.form, field, base && fieldOf(base, field.name))
        const { shipped } = visit.house
        const change = await changeField(tx, shipped, type.name, field.name, given, visit.form.get('_seen'))
        await reindexTypes(tx, change)
        return redirect(`${at.type(type.name)}?saved`)
      },
      (tx, problem) => fieldScreen(visit, tx, sent(visit.form, problem)),
    ),
})

export const fieldRoutes = [kindsRoute, newFieldRoute, createFieldRoute, fieldRoute, saveFieldRoute]
