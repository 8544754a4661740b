import type { PersonNamed, PublicProjection, PublicSource, PublicTerm, PublicTexts } from '#platform/house'
import type { Labels } from '#platform/i18n'
import {
  type FieldDefinition,
  type RecordView,
  type Tx,
  classOf,
  fieldOf,
  fold,
  valuesOf,
} from '#platform/records'

/** How a value stands on the page. */
export interface Shown {
  /** The record's field; the key of the page's data unless told. */
  readonly field?: string
  /** The record that holds it; the projected one unless told. */
  readonly of?: RecordView
  /** Without it there is no page: when the record loses it, the page goes. */
  readonly essential?: boolean
}

/** What a projection ends with. */
export interface Ending {
  /** Words of the title, of which the address is made. */
  readonly slug: string
  readonly sortKey: string
  /** Texts by which it is found: folded, and cut into words. The title is one of them. */
  readonly find: readonly string[]
  /** Codes of further filters, by the key of the page's data that shows them. */
  readonly filters?: Readonly<Record<string, readonly string[]>>
}

/** Takes values for the public page and writes down what each one rests on: nothing can be shown without its source. */
export interface ProjectionDraft {
  /** A text, number, day, moment or address as the record has it, or as `as` shows it. Gives what is shown. */
  readonly value: <T = unknown>(
    key: string,
    shown?: Shown & { readonly as?: (value: unknown) => T | undefined },
  ) => T | undefined
  /** A person's full name: another one takes it off the page, another spelling of a part of it does not. */
  readonly name: (key: string, shown?: Shown) => string
  /** A text in several languages; one that is taken away leaves by itself. */
  readonly texts: (key: string, shown?: Shown) => PublicTexts
  /** Terms of a vocabulary, or options of a choice, with their words; one that is taken away leaves by itself. */
  readonly terms: (key: string, shown?: Shown) => readonly PublicTerm[]
  /**
   * One entry of a list under `key`, composed of what other records hold (a quote, an addressee). It leaves by itself
   * when any of `rests` is no longer so. `code` tells it from the others: never an id of a record.
   */
  readonly entry: (
    key: string,
    code: string,
    value: Readonly<Record<string, unknown>>,
    rests: readonly {
      readonly of: RecordView
      /** Fields whose values it shows, whole. */
      readonly fields?: readonly string[]
      /** A reference that has to go on pointing to this record. */
      readonly points?: { readonly field: string; readonly to: string }
    }[],
  ) => void
  /** That a reference of the record still points to `to`: when it no longer does, `key` leaves. */
  readonly rests: (key: string, points: Shown & { readonly to: string }) => void
  /** A value that rests on no field (a mode of the page, a count of the day): the kind's row has to allow the key. */
  readonly free: (key: string, value: unknown) => void
  /**
   * Says that the page names or shows somebody. Whoever is a source has to be named; the database refuses the page
   * otherwise, and each one has to agree.
   */
  readonly names: (personId: string, how?: Partial<Omit<PersonNamed, 'personId'>>) => void
  /** Something stands against publishing it as it is. */
  readonly refuse: (why: Labels) => void
  /** Not before this instant: an embargo that the record states. */
  readonly notBefore: (instant: Date) => void
  readonly done: (ending: Ending) => PublicProjection
}

/** Begins the projection of a record. Fields of another class than open, and fields that do not exist, give nothing. */
export function projectRecord(tx: Pick<Tx, 'schema'>, record: RecordView): ProjectionDraft {
  const data: Record<string, unknown> = { fictitious: record.fictitious }
  const sources: PublicSource[] = []
  const named: PersonNamed[] = []
  const refusals: Labels[] = []
  let embargo: Date | undefined
  const put = (key: string, value: unknown) => {
    if (value !== undefined) data[key] = value
  }
  const openField = (of: RecordView, name: string): FieldDefinition | undefined => {
    const type = tx.schema.types.get(of.type)
    const field = type && fieldOf(type, name)
    return field && classOf(field) === 'open' ? field : undefined
  }
  const source = (given: PublicSource) => sources.push(given)
  const rest = (essential: boolean | undefined) => (essential ? { essential: true } : {})

  return {
    value(key, shown = {}) {
      const { of = record, field: name = key, essential, as } = shown
      const field = openField(of, name)
      const held = field && field.type !== 'reference' ? of.values[name] : undefined
      if (held === undefined || held === null || held === '') return undefined
      const value = as ? as(held) : (held as never)
      if (value === undefined) return undefined
      put(key, value)
      source({
        key,
        recordId: of.id,
        field: name,
        held,
        ...rest(essential),
        ...(as && !isWordForWord(held, value) && { as: true }),
      })
      return value
    },
    name(key, { of = record, field: name = key, essential } = {}) {
      const held = openField(of, name)
        ? (of.values[name] as { readonly full?: unknown } | undefined)
        : undefined
      const full = typeof held?.full === 'string' ? held.full : ''
      if (!full) return ''
      put(key, full)
      source({ key, recordId: of.id, field: name, held: { full }, ...rest(essential) })
      return full
    },
    texts(key, { of = record, field: name = key, essential } = {}) {
      const held = openField(of, name) ? of.values[name] : undefined
      const texts = typeof held === 'object' && held !== null && !Array.isArray(held) ? held : {}
      const kept = Object.entries(texts).filter(
        (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
      )
      if (kept.length === 0) return {}
      for (const [item, text] of kept)
        source({ key, item, recordId: of.id, field: name, held: { [item]: text }, ...rest(essential) })
      put(key, Object.fromEntries(kept))
      return Object.fromEntries(kept)
    },
    terms(key, { of = record, field: name = key, essential } = {}) {
      const field = openField(of, name)
      const codes = field ? valuesOf(of.values[name]).filter((one) => typeof one === 'string') : []
      if (!field || codes.length === 0) return []
      const words = new Map<string, Partial<Labels>>(
        field.type === 'choice'
          ? (field.options ?? []).map(({ code, label }) => [code, label])
          : [...(tx.schema.vocabularies.get(field.vocabulary ?? '')?.byCode ?? [])].map(
              ([code, { label }]) => [code, label],
            ),
      )
      for (const item of codes)
        source({
          key,
          item,
          recordId: of.id,
          field: name,
          held: field.multiple ? [item] : item,
          ...rest(essential),
        })
      const terms = codes.map((code) => ({ code, label: words.get(code) ?? {} }))
      put(key, terms)
      return terms
    },
    entry(key, code, value, rests) {
      const list = (data[key] ?? []) as unknown[]
      data[key] = [...list, { code, ...value }]
      for (const { of, fields = [], points } of rests) {
        for (const field of fields)
          if (openField(of, field) && of.values[field] !== undefined)
            source({ key, item: code, recordId: of.id, field, held: of.values[field] })
        if (points) source({ key, item: code, recordId: of.id, field: points.field, to: points.to })
      }
    },
    rests(key, { of = record, field = key, to, essential }) {
      source({ key, recordId: of.id, field, to, ...rest(essential) })
    },
    free: put,
    names(personId, how = {}) {
      named.push({
        personId,
        scope: 'name_public',
        basis: 'consent',
        purpose: 'publication',
        channel: 'website',
        ...how,
      })
    },
    refuse(why) {
      refusals.push(why)
    },
    notBefore(instant) {
      embargo = embargo && embargo > instant ? embargo : instant
    },
    done({ slug, sortKey, find, filters = {} }) {
      const codes = (key: string) => ((data[key] ?? []) as readonly PublicTerm[]).map(({ code }) => code)
      return {
        slug,
        data,
        sortKey,
        facets: {
          // As the database keeps them: a filter of what is not shown says too much.
          ...Object.fromEntries(Object.entries(filters).filter(([key]) => data[key] !== undefined)),
          name: [...new Set(find.flatMap((text) => fold(text).split(' ')).filter(Boolean))],
          country: codes('country'),
          rights: codes('rights'),
        },
        named,
        sources,
        refusals,
        ...(embargo && { notBefore: embargo }),
      }
    },
  }
}

/** Whether a value is shown as it stands in what the record holds. */
const isWordForWord = (held: unknown, shown: unknown): boolean =>
  held === shown ||
  (typeof shown === 'string' &&
    typeof held === 'object' &&
    held !== null &&
    Object.values(held).some((part) => isWordForWord(part, shown)))

/** A key by which the newest comes first: of a day (`2026-05-12`) or an instant. */
export const newestFirst = (date: string | Date): string =>
  (typeof date === 'string' ? date : date.toISOString())
    .replace(/\D/g, '')
    .padEnd(17, '0')
    .replace(/\d/g, (digit) => String(9 - Number(digit)))
