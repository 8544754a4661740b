import { type Language, label } from '#platform/i18n'
import {
  type LinkedRecord,
  type RecordView,
  type Schema,
  fieldOf,
  fieldType,
  valuesOf,
} from '#platform/records'
import type { GraphEdge, GraphNode } from '#web/charts'
import { referencesOf } from '../dependants/load-draft.ts'
import type { Words } from '../messages.ts'
import type { Material } from './gather.ts'

/** An act with those who had a part in it. */
export interface ActLine {
  readonly act: RecordView
  readonly victim: LinkedRecord | null
  readonly involved: readonly RecordView[]
}

/** Each act with its victim and everybody involved; involvements that name no act stand at the end, without one. */
export function actLines(material: Material): {
  readonly lines: readonly ActLine[]
  readonly without: readonly RecordView[]
} {
  const shown = new Set(material.acts.map(({ id }) => id))
  const ofAct = new Map<string, RecordView[]>()
  const without: RecordView[] = []
  for (const involvement of material.involvements) {
    const acts = referencesOf(involvement.values['acts']).filter(({ to }) => shown.has(to))
    if (acts.length === 0) without.push(involvement)
    for (const { to } of acts) ofAct.set(to, [...(ofAct.get(to) ?? []), involvement])
  }
  return {
    lines: material.acts.map((act) => ({
      act,
      victim: linkedOf(act, 'victim')[0] ?? null,
      involved: ofAct.get(act.id) ?? [],
    })),
    without,
  }
}

/** The records that a field points to, with their titles; those in the trash are left out. */
export const linkedOf = (record: RecordView, field: string): readonly LinkedRecord[] =>
  referencesOf(record.values[field]).flatMap(({ to }) => {
    const linked = record.linked.get(to)
    return linked && !linked.deleted ? [linked] : []
  })

/** A field's values in the reader's words, in one line. */
export function said(schema: Schema, record: RecordView, name: string, language: Language): string {
  const type = schema.types.get(record.type)
  const field = type && fieldOf(type, name)
  if (!field) return ''
  return valuesOf(record.values[name])
    .map((value) => fieldType(field.type).show(value, field, schema, language))
    .filter(Boolean)
    .join(', ')
}

interface Relation {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly uncertain: boolean
}

/** Nodes and edges of a drawing: nodes by id. */
export interface RelationData {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/**
 * Who did what to whom as a graph: perpetrators and victims joined by acts, those who intervened joined to whom they
 * asked and for whom, and, when asked for, sources joined to the events they tell of. Several acts between the same
 * two are one line. `main` is what the page is about.
 */
export function relationGraph(
  material: Material,
  main: { readonly id: string },
  options: {
    readonly schema: Schema
    readonly language: Language
    readonly w: Words
    readonly sources: boolean
  },
): RelationData {
  const { schema, language, w } = options
  const nodes = new Map<string, GraphNode>()
  const relations: Relation[] = []
  const add = (record: LinkedRecord | RecordView): string => {
    if (!nodes.has(record.id))
      nodes.set(record.id, {
        id: record.id,
        label: record.title || `… ${record.id.slice(-6)}`,
        href: `/workspace/record/${record.id}`,
        ...(record.id === main.id && { weight: 'main' as const }),
      })
    return record.id
  }
  const unnamed = (id: string, text: string): string => {
    if (!nodes.has(id)) nodes.set(id, { id, label: text, weight: 'soft' })
    return id
  }
  const join = (from: string, to: string, text: string, uncertain = false) =>
    relations.push({ from, to, label: text, uncertain })

  const { lines, without } = actLines(material)
  for (const { act, victim, involved } of lines) {
    if (!victim) continue
    const to = add(victim)
    const text = said(schema, act, 'act_type', language)
    const event = linkedOf(act, 'event')[0]
    if (involved.length === 0 && event && event.id === main.id) join(add(event), to, text)
    else if (involved.length === 0)
      join(unnamed(`?${event?.id ?? act.id}`, w('unknown_perpetrator')), to, text)
    for (const one of involved) join(doer(one, add, unnamed, schema, language, w), to, text, isUnsure(one))
  }
  for (const one of without) {
    const event = linkedOf(one, 'event')[0]
    if (event)
      join(
        doer(one, add, unnamed, schema, language, w),
        add(event),
        said(schema, one, 'degree', language) || w('perpetrators'),
        isUnsure(one),
      )
  }
  for (const one of material.interventions) {
    const kind = said(schema, one, 'kind', language)
    const asked = linkedOf(one, 'asked_of')
    const victims = linkedOf(one, 'victims')
    const events = asked.length + victims.length === 0 ? linkedOf(one, 'events') : []
    for (const by of linkedOf(one, 'intervening')) {
      for (const to of asked) join(add(by), add(to), w('asks', { kind }))
      for (const to of victims) join(add(by), add(to), w('for', { kind }))
      for (const to of events) join(add(by), add(to), kind)
    }
  }
  if (options.sources)
    for (const one of material.informations)
      for (const source of [...linkedOf(one, 'source'), ...linkedOf(one, 'told_by')])
        for (const about of subjects(one, main.id)) join(add(source), add(about), w('tells'))
  return { nodes: [...nodes.values()], edges: merged(relations) }
}

/** What information is about: the page's own subject alone where it is among them, so that lines do not double. */
function subjects(information: RecordView, main: string): readonly LinkedRecord[] {
  const about = linkedOf(information, 'about')
  const own = about.filter(({ id }) => id === main)
  return own.length > 0 ? own : about
}

const certain = new Set(['confirmed', 'established_by_court'])
const isUnsure = (involvement: RecordView): boolean => {
  const certainty = involvement.values['certainty']
  return typeof certainty === 'string' && !certain.has(certainty)
}

/** Who was involved: by name, or else by kind, which is one node for each event and kind. */
function doer(
  involvement: RecordView,
  add: (record: LinkedRecord) => string,
  unnamed: (id: string, text: string) => string,
  schema: Schema,
  language: Language,
  w: Words,
): string {
  const party = linkedOf(involvement, 'perpetrator')[0]
  if (party) return add(party)
  const kinds = valuesOf(involvement.values['perpetrator_kind']).join(' ')
  const event = linkedOf(involvement, 'event')[0]?.id ?? involvement.id
  return unnamed(
    `?${event} ${kinds}`,
    said(schema, involvement, 'perpetrator_kind', language) || w('unknown_perpetrator'),
  )
}

/** One line for all that goes from one to the same other; sure as soon as one of them is. */
function merged(relations: readonly Relation[]): readonly GraphEdge[] {
  const edges = new Map<string, { from: string; to: string; labels: Set<string>; uncertain: boolean }>()
  for (const { from, to, label: text, uncertain } of relations) {
    const key = `${from} ${to} ${uncertain}`
    const edge = edges.get(key) ?? { from, to, labels: new Set<string>(), uncertain }
    if (text) edge.labels.add(text)
    edges.set(key, edge)
  }
  return [...edges.values()].map(({ from, to, labels, uncertain }) => ({
    from,
    to,
    label: [...labels].join('; '),
    uncertain,
  }))
}

/** The label of a type in the reader's language. */
export const typeLabel = (schema: Schema, name: string, language: Language): string => {
  const type = schema.types.get(name)
  return type ? label(type.label, language) : name
}
