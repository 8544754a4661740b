import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import {
  type RecordTypeDefinition,
  type Tx,
  addSection,
  changeRecordType,
  classOf,
  fingerprint,
  isOwnType,
  neededLanguages,
  orderFields,
  typeOf,
} from '#platform/records'
import {
  Button,
  Checkboxes,
  Details,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Section,
  Select,
} from '#web/components'
import { RecordForm } from '#web/records'
import { workspacePage } from '#web/workspace'
import { reindexTypes } from '../actions/reindex-types.ts'
import { words } from '../messages.ts'
import { technicalName } from '../thesaurus/index.ts'
import { attempt } from './attempt.ts'
import { FieldOrder, type TypeScreen } from './field-order.tsx'
import { orderAsked } from './order-asked.ts'
import {
  Errors,
  LabelInputs,
  type Typed,
  at,
  errorOf,
  hasWords,
  labelValues,
  readLabels,
  sent,
  typed,
} from './parts.tsx'

function typeScreen(visit: Visit, tx: Tx, back?: TypeScreen['sent']): Response {
  const { language, house } = visit
  const w = words(language)
  const type = typeOf(tx, visit.params['name'] ?? '')
  const own = isOwnType(house.shipped, type.name)
  const screen: TypeScreen = { visit, tx, type, w, ...(back && { sent: back }) }
  return workspacePage(visit, {
    title: label(type.plural, language),
    lede: w(own ? 'type_own_lede' : 'type_shipped_lede'),
    status: back?.problem.status ?? 200,
    breadcrumbs: [
      { href: at.settings, label: w('settings') },
      { href: at.types, label: w('types') },
    ],
    actions: (
      <>
        <LinkButton kind="primary" href={`${at.type(type.name)}/field`}>
          {w('add_field')}
        </LinkButton>
        <LinkButton href={`/workspace/records/${type.name}`}>{w('open_list')}</LinkButton>
      </>
    ),
    notices: visit.url.searchParams.has('saved') ? <Notice kind="success">{w('saved')}</Notice> : null,
    children: (
      <>
        <FieldOrder {...screen} />
        <Section title={w('preview')}>
          <Details summary={w('preview_show')}>
            <fieldset className="field" disabled>
              <legend className="hidden">{w('preview')}</legend>
              <RecordForm
                type={type}
                state={{ values: {} }}
                schema={tx.schema}
                language={language}
                prefix="preview"
              />
            </fieldset>
          </Details>
        </Section>
        <NewSection {...screen} />
        {own ? <TypeWords {...screen} /> : null}
      </>
    ),
  })
}

function NewSection({ visit, tx, type, w, sent: back }: TypeScreen) {
  const { language } = visit
  const state: Typed = back?.form === 'section' ? sent(visit.form, back.problem) : typed({})
  return (
    <Section title={w('headings')}>
      {type.sections && type.sections.length > 0 ? (
        <ul className="list">
          {type.sections.map((section) => (
            <li key={section.name}>
              {label(section.label, language)} <code className="quiet">{section.name}</code>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{w('no_headings')}</p>
      )}
      <Details summary={w('add_heading')} open={state.problem !== undefined}>
        <Form action={`${at.type(type.name)}/section`} csrf={visit.session?.formToken ?? ''}>
          <Errors {...{ state, language }} />
          <LabelInputs
            name="label"
            title={w('heading')}
            state={state}
            language={language}
            needed={neededLanguages(tx.schema)}
          />
          <FormActions>
            <Button>{w('add_heading')}</Button>
          </FormActions>
        </Form>
      </Details>
    </Section>
  )
}

/** The words of an own type, and what its title, timeline and map are made of. */
function TypeWords({ visit, tx, type, w, sent: back }: TypeScreen) {
  const { language } = visit
  const stale = back?.form === 'words' ? back.problem : undefined
  const state: Typed = stale
    ? sent(visit.form, stale)
    : typed({
        ...labelValues('label', type.label),
        ...labelValues('plural', type.plural),
        ...labelValues('description', type.description),
        title: type.title,
        timeline: type.timeline ?? '',
        map: type.map ?? '',
      })
  const option = (field: RecordTypeDefinition['fields'][number]) => ({
    value: field.name,
    label: label(field.label, language) || field.name,
  })
  const needed = neededLanguages(tx.schema)
  const shared = { state, language, needed }
  return (
    <Section title={w('words_and_title')}>
      <Details summary={w('words_show')} open={stale !== undefined}>
        <Form action={`${at.type(type.name)}/words`} csrf={visit.session?.formToken ?? ''} confirmLeave>
          <Errors {...{ state, language }} />
          <input type="hidden" name="_seen" value={fingerprint(type)} />
          <LabelInputs name="label" title={w('one_of_them')} {...shared} />
          <LabelInputs name="plural" title={w('several')} {...shared} />
          <LabelInputs name="description" title={w('description')} state={state} language={language} long />
          <Checkboxes
            id="title"
            name="title"
            label={w('title_fields')}
            hint={w('title_fields_hint')}
            error={errorOf(state, 'title', language)}
            options={type.fields
              .filter((field) => classOf(field) === 'open' && field.type !== 'reference')
              .map(option)}
            values={state.all('title')}
          />
          <Select
            id="timeline"
            name="timeline"
            label={w('timeline_field')}
            options={type.fields.filter((field) => field.type === 'date').map(option)}
            value={state.get('timeline')}
            empty={w('none')}
          />
          <Select
            id="map"
            name="map"
            label={w('map_field')}
            options={type.fields
              .filter((field) => field.type === 'place' || field.vocabulary === 'countries')
              .map(option)}
            value={state.get('map')}
            empty={w('none')}
          />
          <FormActions>
            <Button kind="primary">{w('save')}</Button>
          </FormActions>
        </Form>
      </Details>
    </Section>
  )
}

const path = '/workspace/settings/type/:name'

const typeRoute = route({
  method: 'get',
  path,
  may: 'administer',
  handle: (visit) => visit.within(async (tx) => typeScreen(visit, tx)),
})

const orderRoute = route({
  method: 'post',
  path,
  may: 'administer',
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => {
        const type = typeOf(tx, visit.params['name'] ?? '')
        const order = orderAsked(visit.form)
        const change = await orderFields(tx, visit.house.shipped, type.name, order, visit.form.get('_seen'))
        await reindexTypes(tx, change)
        return redirect(`${at.type(type.name)}?saved`)
      },
      (tx, problem) => typeScreen(visit, tx, { form: 'order', problem }),
    ),
})

const sectionRoute = route({
  method: 'post',
  path: `${path}/section`,
  may: 'administer',
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => {
        const labels = readLabels(visit.form, 'label')
        const type = typeOf(tx, visit.params['name'] ?? '')
        await addSection(tx, visit.house.shipped, type.name, {
          name: technicalName(labels.en || labels.es || labels.ca),
          label: labels,
        })
        return redirect(`${at.type(type.name)}?saved`)
      },
      (tx, problem) => typeScreen(visit, tx, { form: 'section', problem }),
    ),
})

const wordsRoute = route({
  method: 'post',
  path: `${path}/words`,
  may: 'administer',
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => {
        const { form } = visit
        const type = typeOf(tx, visit.params['name'] ?? '')
        const description = readLabels(form, 'description')
        const change = await changeRecordType(
          tx,
          visit.house.shipped,
          type.name,
          {
            label: readLabels(form, 'label'),
            plural: readLabels(form, 'plural'),
            description: hasWords(description) ? description : null,
            title: form.all('title'),
            timeline: form.get('timeline') || null,
            map: form.get('map') || null,
          },
          form.get('_seen'),
        )
        await reindexTypes(tx, change)
        return redirect(`${at.type(type.name)}?saved`)
      },
      (tx, problem) => typeScreen(visit, tx, { form: 'words', problem }),
    ),
})

export const typeRoutes = [typeRoute, orderRoute, sectionRoute, wordsRoute]
