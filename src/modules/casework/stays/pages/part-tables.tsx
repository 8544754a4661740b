import type { ReactNode } from 'react'
import { label } from '#platform/i18n'
import {
  type FieldDefinition,
  type RecordTypeDefinition,
  type RecordView,
  type Reference,
  classOf,
  isEmpty,
  revealRecord,
  typeOf,
  valuesOf,
} from '#platform/records'
import { isSealed } from '#platform/vault'
import { LinkButton, Notice, Section, Sealed, Table, Tag } from '#web/components'
import { ShowValue } from '#web/records'
import { amountInWords, sumsOf } from '../budget.ts'
import { partsOf } from '../queries/stay-parts.ts'
import { stayParts } from '../records/index.ts'
import { type StayStage, stayStageOf } from '../stages.ts'
import { FollowUpForm, type StayPageProps, VoiceForm } from './stay-forms.tsx'

const journey = ['refuge_lodging', 'refuge_leg', 'refuge_paper', 'refuge_cost']

/** What is worked on at each stage; the rest stands folded below. */
const partsNow: Readonly<Record<StayStage, readonly string[]>> = {
  origin: ['refuge_reference'],
  needs: ['refuge_reference'],
  selection: ['refuge_voice', 'refuge_reference'],
  offer: ['refuge_voice'],
  preparation: [...journey, 'refuge_activity'],
  staying: ['refuge_activity', ...journey],
  return: ['refuge_activity', ...journey],
  follow_up: ['refuge_follow_up'],
  closed: ['refuge_follow_up'],
}

/** What belongs to the stay, a table for each kind: those that are worked on now, or the others. */
export async function PartTables(
  props: StayPageProps & { readonly mayWrite: boolean; readonly now: boolean },
): Promise<ReactNode> {
  const worked = partsNow[stayStageOf(props.stay.values['stage'])]
  const names = stayParts.map(({ name }) => name as string)
  return sections(props, props.now ? worked : names.filter((name) => !worked.includes(name)))
}

async function sections(
  props: StayPageProps & { readonly mayWrite: boolean },
  names: readonly string[],
): Promise<ReactNode> {
  const { visit, tx, stay, parts, mayWrite, w } = props
  const shown: ReactNode[] = []
  for (const name of names) {
    const type = typeOf(tx, name)
    const rows = await Promise.all(partsOf(parts, name).map((part) => revealRecord(tx, part)))
    const follows = name === 'refuge_follow_up'
    // What is made by an action has no form of its own.
    const byHand = name !== 'refuge_voice' && !follows
    shown.push(
      <Section
        key={name}
        id={name.replaceAll('_', '-')}
        title={label(type.plural, visit.language)}
        action={
          mayWrite && byHand ? (
            <LinkButton href={newPart(stay, name)}>
              {w('add')}
              <span className="hidden"> {label(type.label, visit.language)}</span>
            </LinkButton>
          ) : undefined
        }
      >
        {name === 'refuge_voice' ? <p className="quiet">{w('no_scores')}</p> : null}
        {rows.length === 0 ? (
          <p className="quiet">{w('empty')}</p>
        ) : (
          <PartTable {...{ props, type, rows }} extra={follows && mayWrite} />
        )}
        {name === 'refuge_cost' && rows.length > 0 ? <Sums {...{ props, rows }} /> : null}
        {name === 'refuge_voice' && mayWrite ? <VoiceForm {...props} /> : null}
        {follows && rows.some(({ values }) => values['standing'] === 'danger') ? (
          <Notice kind="danger">{w('danger')}</Notice>
        ) : null}
      </Section>,
    )
  }
  return <>{shown}</>
}

/** Days, people and currency that a new part begins with are those of the stay. */
function newPart({ id, values }: RecordView, type: string): string {
  const search = new URLSearchParams({ 'v.case': (values['case'] as Reference).to, 'v.stay': id })
  const take = (name: string, value: unknown) => {
    if (typeof value === 'string' || typeof value === 'number') search.set(`v.${name}`, String(value))
  }
  if (type === 'refuge_lodging') {
    take('from', values['from'])
    take('until', values['until'])
    take('people', values['people'])
  }
  if (type === 'refuge_leg') take('direction', stayStageOf(values['stage']) === 'return' ? 'back' : 'out')
  return `/workspace/records/${type}/new?${search}`
}

const hidden = new Set(['case', 'stay', 'task'])

interface TableProps {
  readonly props: StayPageProps
  readonly type: RecordTypeDefinition
  readonly rows: readonly RecordView[]
}

/** Columns are the fields of which some row has a value; sealed ones stand closed, each once, until they are opened. */
function PartTable({ props, type, rows, extra }: TableProps & { readonly extra: boolean }) {
  const { visit, tx, w } = props
  const fields = type.fields.filter(
    ({ name }) => !hidden.has(name) && rows.some(({ values }) => !isEmpty(values[name])),
  )
  const value = (field: FieldDefinition, row: RecordView): ReactNode => {
    const held = row.values[field.name]
    if (isEmpty(held)) return ''
    if (isSealed(held)) return <Sealed label={w('sealed')} />
    if (field.name === 'planned' || field.name === 'spent')
      return amountInWords(Math.round(Number(held) * 100), visit.language)
    return (
      <ShowValue
        {...{ field }}
        value={held}
        schema={tx.schema}
        language={visit.language}
        linked={row.linked}
      />
    )
  }
  const cell = (field: FieldDefinition, row: RecordView, first: boolean): ReactNode =>
    first ? (
      <a href={`/workspace/record/${row.id}?whole=1`}>{inWords(row, field, value(field, row))}</a>
    ) : (
      value(field, row)
    )
  return (
    <Table
      caption={label(type.plural, visit.language)}
      captionHidden
      columns={[
        ...fields.map((field, i) => ({
          key: field.name,
          label: label(field.label, visit.language),
          ...(i === 0 && { heading: true }),
          ...(field.type === 'number' && { numeric: true }),
          ...(field.type === 'date' && { nowrap: true }),
        })),
        ...(extra ? [{ key: '_note', label: w('note_follow_up') }] : []),
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          ...Object.fromEntries(fields.map((field, i) => [field.name, cell(field, row, i === 0)])),
          ...(extra && {
            _note: row.values['held_on'] === undefined ? <FollowUpForm {...props} part={row} /> : '',
          }),
        },
      }))}
    />
  )
}

/** A relation is a link by itself: within a link it stands as its title. */
const inWords = (row: RecordView, field: FieldDefinition, shown: ReactNode): ReactNode =>
  field.type === 'reference' && classOf(field) === 'open'
    ? (valuesOf(row.values[field.name]) as readonly Reference[])
        .map(({ to }) => row.linked.get(to)?.title ?? '…')
        .join(', ')
    : shown

function Sums({ props, rows }: { readonly props: StayPageProps; readonly rows: readonly RecordView[] }) {
  const { visit, w } = props
  return (
    <>
      <Table
        caption={w('sums_note')}
        columns={[
          { key: 'currency', label: w('total', { currency: '' }).trim(), heading: true },
          { key: 'planned', label: w('planned'), numeric: true },
          { key: 'spent', label: w('spent'), numeric: true },
          { key: 'left', label: w('left'), numeric: true },
        ]}
        rows={sumsOf(rows).map(({ currency, planned, spent }) => ({
          key: currency,
          cells: {
            currency: <Tag>{currency}</Tag>,
            planned: amountInWords(planned, visit.language),
            spent: amountInWords(spent, visit.language),
            left: amountInWords(planned - spent, visit.language),
          },
        }))}
      />
    </>
  )
}
