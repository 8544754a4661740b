import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
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
  ClassBadge,
  Details,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Section,
  Select,
  Table,
  Tag,
  TextInput,
} from '#web/components'
import { RecordForm, classLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { reindexTypes } from '../actions/reindex-types.ts'
import { type Words, words } from '../messages.ts'
import { technicalName } from '../thesaurus/index.ts'
import { attempt } from './attempt.ts'
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

interface TypeScreen {
  readonly visit: Visit
  readonly tx: Tx
  readonly type: RecordTypeDefinition
  readonly w: Words
  /** Which of the page's forms came back with a problem. */
  readonly sent?: { readonly form: 'order' | 'section' | 'words'; readonly problem: Problem }
}

const namesOf = (type: RecordTypeDefinition) => type.fields.map((field) => field.name)

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

/** The fields in their order. Every button sends the whole form, so that numbers typed before are not lost. */
function FieldOrder({ visit, tx, type, w, sent: back }: TypeScreen) {
  const { language, house } = visit
  const base = house.shipped.types.get(type.name)
  const last = type.fields.length - 1
  const section = (name: string | undefined) => type.sections?.find((one) => one.name === name)
  return (
    <Section title={w('form_fields')}>
      <Form action={at.type(type.name)} csrf={visit.session?.formToken ?? ''} label={w('form_fields')}>
        {back?.form === 'order' ? (
          <Errors state={sent(visit.form, back.problem)} language={language} />
        ) : null}
        <input type="hidden" name="_seen" value={fingerprint(namesOf(type))} />
        <input type="hidden" name="_names" value={namesOf(type).join(' ')} />
        {/* Enter in a number box presses the first button of the form. */}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
        <p className="quiet">{w('form_fields_hint')}</p>
        <Table
          caption={w('form_fields')}
          captionHidden
          columns={[
            { key: 'position', label: w('position'), nowrap: true },
            { key: 'field', label: w('field'), heading: true },
            { key: 'type', label: w('field_type') },
            { key: 'section', label: w('section') },
            { key: 'marks', label: w('marks') },
            { key: 'move', label: w('move'), nowrap: true },
          ]}
          rows={type.fields.map((field, i) => {
            const name = label(field.label, language)
            const heading = section(field.section)
            const cls = classOf(field)
            return {
              key: field.name,
              cells: {
                position: (
                  <TextInput
                    id={`position.${field.name}`}
                    name={`position.${field.name}`}
                    label={w('position_of', { field: name })}
                    labelHidden
                    type="number"
                    min={1}
                    max={type.fields.length}
                    value={String(i + 1)}
                    short
                  />
                ),
                field: <a href={at.field(type.name, field.name)}>{name || field.name}</a>,
                type: (
                  <>
                    {w(`t_${field.type}`)}
                    {field.vocabulary ? (
                      <>
                        {': '}
                        <a href={at.vocabulary(field.vocabulary)}>
                          {label(
                            tx.schema.vocabularies.get(field.vocabulary)?.vocabulary.label ?? {},
                            language,
                          ) || field.vocabulary}
                        </a>
                      </>
                    ) : null}
                  </>
                ),
                section: heading ? label(heading.label, language) : null,
                marks: (
                  <span className="row">
                    {base?.fields.some((one) => one.name === field.name) ? null : <Tag>{w('own')}</Tag>}
                    {field.required ? <Tag>{w('required')}</Tag> : null}
                    {field.facet ? <Tag>{w('facet')}</Tag> : null}
                    {field.sortable ? <Tag>{w('sortable')}</Tag> : null}
                    {field.listed ? <Tag>{w('listed')}</Tag> : null}
                    {cls === 'open' ? null : (
                      <ClassBadge valueClass={cls} label={label(classLabel[cls], language)} />
                    )}
                  </span>
                ),
                move: (
                  // One box, so that they stay beside each other in the card that a row is on a phone.
                  <span>
                    <MoveButton way="up" field={field.name} disabled={i === 0}>
                      ↑<span className="hidden"> {w('move_up', { field: name })}</span>
                    </MoveButton>{' '}
                    <MoveButton way="down" field={field.name} disabled={i === last}>
                      ↓<span className="hidden"> {w('move_down', { field: name })}</span>
                    </MoveButton>
                  </span>
                ),
              },
            }
          })}
        />
        <FormActions>
          <Button kind="primary">{w('save_order')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

const MoveButton = (props: {
  readonly way: 'up' | 'down'
  readonly field: string
  readonly disabled: boolean
  readonly children: React.ReactNode
}) => (
  <Button small name={`_${props.way}`} value={props.field} disabled={props.disabled}>
    {props.children}
  </Button>
)

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
  may: 'administrator',
  handle: (visit) => visit.within(async (tx) => typeScreen(visit, tx)),
})

const orderRoute = route({
  method: 'post',
  path,
  may: 'administrator',
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
  may: 'administrator',
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
  may: 'administrator',
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
