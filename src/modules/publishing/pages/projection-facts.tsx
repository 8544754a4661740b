import type { PublicKind, PublicTerm } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { type Schema, fieldOf } from '#platform/records'
import { type Fact, FactList, Prose } from '#web/components'
import { termLabel } from '#web/site'
import { words } from '../messages.ts'

type Data = Readonly<Record<string, unknown>>

/** In one order, whichever the database gives back: what did not change must not look as if it had. */
const inOrder = <Value,>(value: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))

/** One value that is or would be public, in words. */
interface Line {
  readonly key: string
  readonly label: string
  readonly lang?: string
  readonly text: string
}

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTerm = (value: unknown): value is PublicTerm =>
  isRecord(value) && typeof value['code'] === 'string' && isRecord(value['label'])
const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) &&
  Object.entries(value).every(([code, text]) => /^[a-z]{2,3}$/.test(code) && typeof text === 'string')

/** A value as a person reads it; codes that only tell entries apart are left out. */
function textOf(value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  if (isTerm(value)) return termLabel(value, language)
  if (Array.isArray(value))
    return value.map((one) => textOf(one, language)).join(value.every(isTerm) ? ', ' : '\n')
  if (isTexts(value))
    return inOrder(value)
      .map(([code, text]) => `${code}: ${text}`)
      .join('\n')
  if (isRecord(value))
    return inOrder(value)
      .flatMap(([key, part]) => (key === 'code' ? [] : [textOf(part, language)]))
      .filter(Boolean)
      .join(' · ')
  if (typeof value === 'boolean') return words(language)(value ? 'yes' : 'no')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

/** Every value of a projection, none left out: what a person reads before it becomes public. */
function linesOf(data: Data, kind: PublicKind, schema: Schema, language: Language): readonly Line[] {
  const type = schema.types.get(kind.recordType)
  const w = words(language)
  const own: Readonly<Record<string, string>> = { basis: w('basis'), source_url: w('public_source_url') }
  const named = (key: string): string => {
    const field = type && fieldOf(type, key)
    const column = kind.columns?.find(({ name }) => name === key)
    return (
      own[key] ?? (field ? label(field.label, language) : column ? label(column.description, language) : key)
    )
  }
  // In the order of the record's form: the database keeps keys in none that says anything.
  const place = (key: string) => {
    const at = type?.fields.findIndex(({ name }) => name === key) ?? -1
    return at < 0 ? (key === 'basis' ? 0.5 : 1000) : at
  }
  const entries = Object.entries(data).sort(([a], [b]) => place(a) - place(b))
  return entries.flatMap(([key, value]): readonly Line[] => {
    if (key === 'fictitious') return []
    if (key === 'basis' && (value === 'consent' || value === 'public_at_source'))
      return [{ key, label: named(key), text: w(`basis_${value}`) }]
    if (isTexts(value) && Object.keys(value).length > 0)
      return Object.entries(value).map(([lang, text]) => ({
        key: `${key} ${lang}`,
        label: `${named(key)} (${lang})`,
        lang,
        text,
      }))
    return [{ key, label: named(key), text: textOf(value, language) }]
  })
}

/** A projection value by value, all of its languages. */
export function ProjectionFacts(props: {
  readonly data: Data
  readonly kind: PublicKind
  readonly schema: Schema
  readonly language: Language
}) {
  const { data, kind, schema, language } = props
  const facts: readonly Fact[] = linesOf(data, kind, schema, language).map(({ label: name, lang, text }) => ({
    label: name,
    value:
      lang || text.includes('\n') ? (
        <Prose lang={lang}>
          {text.split(/\n+/).map((paragraph, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity and never move
            <p key={i}>{paragraph}</p>
          ))}
        </Prose>
      ) : (
        text
      ),
  }))
  return <FactList facts={facts} />
}

/** What a newer projection has that an older one lacks or says otherwise, in words, value by value. */
export function changedValues(
  shown: Data,
  next: Data,
  {
    kind,
    schema,
    language,
  }: { readonly kind: PublicKind; readonly schema: Schema; readonly language: Language },
): readonly { readonly field: string; readonly before: string; readonly after: string }[] {
  const [old, fresh] = [shown, next].map(
    (data) => new Map(linesOf(data, kind, schema, language).map((line) => [line.key, line])),
  )
  const keys = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])]
  return keys.flatMap((key) => {
    const [before, after] = [old?.get(key), fresh?.get(key)]
    return before?.text === after?.text
      ? []
      : [{ field: (after ?? before)?.label ?? key, before: before?.text ?? '', after: after?.text ?? '' }]
  })
}
