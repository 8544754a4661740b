import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type RecordTypeDefinition,
  type RecordView,
  type Tx,
  type Visibility,
  checkValues,
  classOf,
  compareValues,
  createRecord,
  fieldOf,
  maySeal,
  readRecord,
  readVersion,
  revealRecord,
  typeOf,
  updateRecord,
  visibilities,
  withoutUnchanged,
} from '#platform/records'
import { Button, Form, FormActions, LinkButton, Notice, Radios, Table, TextInput } from '#web/components'
import { type FormState, RecordForm, ShowValue, readRecordForm, visibilityLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { resolveReferences } from '../actions/resolve-references.ts'
import { shareAlike } from '../actions/share-alike.ts'
import { words } from '../messages.ts'
import { prefilled } from './prefill.ts'

/** What "Add another" and "Remove" ask of a form: the same form again, one row more or less. */
function askedRows(visit: Visit): Readonly<Record<string, number>> | null {
  const added = visit.form.get('_add')
  const removed = visit.form.get('_remove')
  if (!added && !removed) return null
  return added ? { [added.replace(/^f\./, '')]: 1 } : {}
}

function withoutRemoved(
  values: Readonly<Record<string, unknown>>,
  removed: string,
): Readonly<Record<string, unknown>> {
  const found = /^f\.(\w+)\.(\d+)$/.exec(removed)
  const list = found?.[1] ? values[found[1]] : undefined
  if (!found?.[1] || !Array.isArray(list)) return values
  return { ...values, [found[1]]: list.filter((_, i) => i !== Number(found[2])) }
}

interface EditScreen {
  readonly type: RecordTypeDefinition
  readonly state: FormState
  readonly record?: RecordView
  readonly version?: number
  readonly visibility: Visibility
  readonly reason?: string
  readonly status?: number
  readonly stale?: {
    readonly current: RecordView
    readonly given: Readonly<Record<string, unknown>>
    readonly base: Readonly<Record<string, unknown>>
  }
}

async function editScreen(visit: Visit, tx: Tx, screen: EditScreen): Promise<Response> {
  const { type, state, record, visibility, stale } = screen
  const { language } = visit
  const w = words(language)
  const action = record ? `/workspace/record/${record.id}/edit` : `/workspace/records/${type.name}/new`
  return workspacePage(visit, {
    title: record ? `${w('edit')}: ${record.title}` : w('new', { type: label(type.label, language) }),
    status: screen.status ?? 200,
    breadcrumbs: [
      { href: `/workspace/records/${type.name}`, label: label(type.plural, language) },
      ...(record ? [{ href: `/workspace/record/${record.id}`, label: record.title }] : []),
    ],
    ...(record?.fictitious && { fictitious: true }),
    notices: stale ? <StaleNotice {...{ visit, tx, type, stale }} /> : null,
    children: (
      <Form action={action} csrf={visit.session?.formToken ?? ''} confirmLeave>
        {record ? <input type="hidden" name="version" value={screen.version ?? record.version} /> : null}
        <RecordForm {...{ type, state, schema: tx.schema, language }} sealed={await maySeal(tx)} />
        {/* What always belongs to another record is seen by those who see that one. */}
        {alwaysBelongs(type) ? null : (
          <Radios
            id="visibility"
            name="visibility"
            label={w('visibility_label')}
            options={visibilities.map((value) => ({ value, label: label(visibilityLabel[value], language) }))}
            value={visibility}
          />
        )}
        {record ? (
          <TextInput
            id="reason"
            name="reason"
            label={w('reason')}
            hint={w('reason_hint')}
            value={screen.reason ?? ''}
          />
        ) : null}
        <FormActions>
          <Button kind="primary">{record ? w('save') : w('create')}</Button>
          <LinkButton
            kind="plain"
            href={record ? `/workspace/record/${record.id}` : `/workspace/records/${type.name}`}
          >
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

/** Both states side by side: what is saved now, and what this person wrote. */
function StaleNotice(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly type: RecordTypeDefinition
  readonly stale: NonNullable<EditScreen['stale']>
}) {
  const { visit, tx, type, stale } = props
  const { language } = visit
  const w = words(language)
  const mine = compareValues(stale.base, { ...stale.base, ...stale.given }).map(
    (difference) => difference.field,
  )
  const theirs = compareValues(stale.base, stale.current.values).map((difference) => difference.field)
  const fields = [...new Set([...mine, ...theirs])].flatMap((name) => fieldOf(type, name) ?? [])
  return (
    <Notice kind="warning" title={w('stale_title')}>
      <p>{w('stale_text')}</p>
      <Table
        caption={w('stale_title')}
        captionHidden
        columns={[
          { key: 'field', label: w('field'), heading: true },
          { key: 'now', label: w('now') },
          { key: 'yours', label: w('yours') },
        ]}
        rows={fields.map((field) => ({
          key: field.name,
          cells: {
            field: label(field.label, language),
            now: (
              <ShowValue
                field={field}
                value={stale.current.values[field.name]}
                schema={tx.schema}
                language={language}
                linked={stale.current.linked}
              />
            ),
            yours: (
              <ShowValue
                field={field}
                value={field.name in stale.given ? stale.given[field.name] : stale.base[field.name]}
                schema={tx.schema}
                language={language}
                linked={stale.current.linked}
              />
            ),
          },
        }))}
      />
    </Notice>
  )
}

const alwaysBelongs = (type: RecordTypeDefinition): boolean =>
  type.belongsTo !== undefined && fieldOf(type, type.belongsTo)?.required === true

const readVisibility = (visit: Visit, otherwise: Visibility): Visibility =>
  visibilities.find((value) => value === visit.form.get('visibility')) ?? otherwise

const newForm = route({
  method: 'get',
  path: '/workspace/records/:type/new',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const type = typeOf(tx, visit.params['type'] ?? '')
      const state = await prefilled(tx, type, visit.url.searchParams)
      return editScreen(visit, tx, { type, state, visibility: type.beginsAs ?? 'internal' })
    }),
})

const create = route({
  method: 'post',
  path: '/workspace/records/:type/new',
  may: 'write',
  handle: (visit) =>
    tolerant(visit, async (tx, attempt) => {
      const type = typeOf(tx, visit.params['type'] ?? '')
      const visibility = readVisibility(visit, type.beginsAs ?? 'internal')
      const given = await readGiven(visit, tx, type)
      attempt((problem) => ({
        type,
        visibility,
        status: 422,
        state: {
          values: given.values,
          linked: given.linked,
          candidates: given.candidates,
          problems: [...given.problems, ...problem.fields],
        },
      }))
      if (given.rows)
        return editScreen(visit, tx, {
          type,
          visibility,
          state: { values: given.values, linked: given.linked, extraRows: given.rows },
        })
      if (given.problems.length > 0) throw new Problem('invalid')
      const { id } = await createRecord(tx, { type: type.name, values: given.values, visibility })
      return redirect(`/workspace/record/${id}`)
    }),
})

const editForm = route({
  method: 'get',
  path: '/workspace/record/:id/edit',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await readRecord(tx, visit.params['id'] ?? '')
      if (record.deletedAt) throw new Problem('not_found')
      return editScreen(visit, tx, {
        type: typeOf(tx, record.type),
        record,
        visibility: record.visibility,
        // What is open in this session stands there in clear, the rest of what is sealed does not.
        state: await revealRecord(tx, record),
      })
    }),
})

const save = route({
  method: 'post',
  path: '/workspace/record/:id/edit',
  may: 'write',
  handle: (visit) =>
    tolerant(visit, async (tx, attempt) => {
      const record = await readRecord(tx, visit.params['id'] ?? '')
      const type = typeOf(tx, record.type)
      const visibility = readVisibility(visit, record.visibility)
      const version = Number(visit.form.get('version'))
      const reason = visit.form.get('reason').slice(0, 2_000)
      const base = version === record.version ? record.values : await readVersion(tx, record.id, version)
      const posted = await readGiven(visit, tx, type, record)
      const given = {
        ...posted,
        values: await withoutUnchanged(tx, type, { recordId: record.id, base }, posted.values),
      }
      const held = await sealedOf(tx, type, record)
      const shown = (values: Held): Held => ({ ...held, ...values })
      const again = { type, record, version, visibility, reason }
      attempt((problem) => ({
        ...again,
        status: 422,
        state: {
          values: shown(given.values),
          linked: given.linked,
          candidates: given.candidates,
          problems: [...given.problems, ...problem.fields],
        },
      }))
      if (given.rows)
        return editScreen(visit, tx, {
          ...again,
          state: { values: shown(given.values), linked: given.linked, extraRows: given.rows },
        })
      if (given.problems.length > 0) throw new Problem('invalid')
      if (version !== record.version) {
        // In the form in which they would be kept: only what really differs is shown as different.
        const { values: typed, problems } = checkValues(type, given.values, tx.schema, false)
        if (problems.length > 0) throw new Problem('invalid', { fields: problems })
        return editScreen(visit, tx, {
          ...again,
          version: record.version,
          status: 409,
          stale: { current: record, given: typed, base },
          // A field that this person did not touch takes the other's value; one that both touched keeps theirs.
          state: { values: rebased(base, record.values, typed), linked: record.linked },
        })
      }
      await updateRecord(tx, {
        id: record.id,
        version,
        values: given.values,
        visibility,
        ...(reason && { reason }),
      })
      if (record.visibility === 'restricted') await shareAlike(tx, record.id, given.created)
      return redirect(`/workspace/record/${record.id}`)
    }),
})

type Held = Readonly<Record<string, unknown>>

/** The sealed values of a record as its form shows them: in clear what is open in this session. */
async function sealedOf(tx: Tx, type: RecordTypeDefinition, record: RecordView): Promise<Held> {
  const { values } = await revealRecord(tx, record)
  return Object.fromEntries(
    type.fields
      .filter((field) => classOf(field) === 'sealed' && field.name in values)
      .map((field) => [field.name, values[field.name]]),
  )
}

function rebased(base: Held, current: Held, given: Held): Held {
  const mine = new Set(compareValues(base, { ...base, ...given }).map((difference) => difference.field))
  return Object.fromEntries(
    [...new Set([...Object.keys(current), ...Object.keys(given)])].map((name) => [
      name,
      mine.has(name) ? given[name] : current[name],
    ]),
  )
}

async function readGiven(visit: Visit, tx: Tx, type: RecordTypeDefinition, record?: RecordView) {
  const rows = askedRows(visit)
  const posted = withoutRemoved(readRecordForm(type, visit.form), visit.form.get('_remove'))
  const linked = record?.linked ?? new Map()
  if (rows) return { values: posted, rows, linked, candidates: new Map(), problems: [], created: [] }
  // Whoever is first named in a restricted record is known to no more people than it.
  const visibility = record?.visibility === 'restricted' ? 'restricted' : undefined
  return { ...(await resolveReferences(tx, type, posted, 'f', visibility)), rows: null, linked }
}

/**
 * Runs a writing handler; when it throws a Problem about fields, nothing is written and the form comes back with
 * everything that was typed.
 */
async function tolerant(
  visit: Visit,
  handle: (tx: Tx, attempt: (screen: (problem: Problem) => EditScreen) => void) => Promise<Response>,
): Promise<Response> {
  let screen: ((problem: Problem) => EditScreen) | null = null
  try {
    return await visit.within((tx) =>
      handle(tx, (given) => {
        screen = given
      }),
    )
  } catch (error) {
    const made = screen as ((problem: Problem) => EditScreen) | null
    if (!(error instanceof Problem) || error.kind !== 'invalid' || !made) throw error
    return visit.within(async (tx) => editScreen(visit, tx, made(error)))
  }
}

/** Making and changing a record, as forms. */
export const editRoutes = [newForm, create, editForm, save]
