import type { ReactNode } from 'react'
import { momentParts } from '#platform/dates'
import { type Language, label } from '#platform/i18n'
import {
  type FieldDefinition,
  type LinkedRecord,
  type LocalizedText,
  type PersonName,
  type Place,
  type Reference,
  type Schema,
  type VocabularyIndex,
  precisions,
  valuesOf,
} from '#platform/records'
import { Checkboxes, DateInput, Radios, Select, TextArea, TextInput } from '#web/components'
import { formWords } from './record-words.ts'

/** Records that a typed name may mean, by the name of the control. */
export type Candidates = ReadonlyMap<
  string,
  { readonly typed: string; readonly found: readonly LinkedRecord[] }
>

/** What every control gets. `name` is the form name of this one value. */
export interface ControlProps {
  readonly field: FieldDefinition
  readonly schema: Schema
  readonly language: Language
  readonly name: string
  readonly value: unknown
  readonly label: string
  readonly hint?: ReactNode | undefined
  readonly error?: string | undefined
  readonly mark?: string | undefined
  readonly badge?: ReactNode | undefined
  readonly labelHidden?: boolean | undefined
  readonly linked?: ReadonlyMap<string, LinkedRecord> | undefined
  readonly candidates?: Candidates | undefined
  /** All values at once, as checkboxes. */
  readonly several?: boolean | undefined
}

const languageName = (lang: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(lang) ?? lang

/** The native control for one value of a field. */
export function Control(props: ControlProps): ReactNode {
  const { field, schema, language, name, value, several } = props
  const text = {
    id: name,
    label: props.label,
    hint: props.hint,
    error: props.error,
    mark: props.mark,
    badge: props.badge,
    labelHidden: props.labelHidden,
  }
  const w = (words: keyof typeof formWords) => label(formWords[words], language)
  const written = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  switch (field.type) {
    case 'text':
      return <TextInput {...text} name={name} value={written} maxLength={2000} />
    case 'url':
      return <TextInput {...text} name={name} value={written} type="url" maxLength={4000} />
    case 'number':
      return <TextInput {...text} name={name} value={written} short inputMode="decimal" />
    case 'date':
      return <DateInput {...text} name={name} value={written} />
    case 'moment': {
      const held =
        typeof value === 'string'
          ? momentParts(value)
          : ((value ?? {}) as Partial<ReturnType<typeof momentParts>>)
      const part = (key: 'day' | 'time') => ({
        id: `${name}.${key}`,
        name: `${name}.${key}`,
        value: held[key] ?? '',
        short: true,
        autoComplete: 'off' as const,
      })
      return (
        <fieldset className="field">
          <legend>{props.label}</legend>
          <TextInput {...text} {...part('day')} label={w('moment_day')} maxLength={10} />
          <TextInput {...part('time')} label={w('moment_time')} maxLength={5} />
          <Select
            id={`${name}.zone`}
            name={`${name}.zone`}
            label={w('moment_zone')}
            options={zoneOptions()}
            value={held.zone || Intl.DateTimeFormat().resolvedOptions().timeZone}
          />
        </fieldset>
      )
    }
    case 'long_text':
      return <TextArea {...text} name={name} value={written} rows={6} />
    case 'localized_text': {
      const held =
        typeof value === 'string'
          ? { [schema.languages[0] ?? 'en']: value }
          : ((value ?? {}) as LocalizedText)
      return (
        <fieldset className="field">
          <legend>{props.label}</legend>
          {schema.languages.map((lang, i) => (
            <TextArea
              key={lang}
              {...(i === 0 ? { ...text, badge: undefined } : {})}
              id={i === 0 ? name : `${name}.${lang}`}
              label={languageName(lang, language)}
              name={`${name}.${lang}`}
              lang={lang}
              value={held[lang] ?? ''}
              rows={4}
            />
          ))}
        </fieldset>
      )
    }
    case 'person_name': {
      const held = typeof value === 'string' ? { full: value } : ((value ?? {}) as Partial<PersonName>)
      return (
        <fieldset className="field">
          <legend>{props.label}</legend>
          <TextInput
            {...text}
            id={`${name}.full`}
            label={w('full')}
            name={`${name}.full`}
            value={held.full ?? ''}
            maxLength={400}
          />
          <TextInput
            id={`${name}.given`}
            label={w('given')}
            mark={w('optional')}
            name={`${name}.given`}
            value={held.given ?? ''}
            maxLength={400}
          />
          <TextInput
            id={`${name}.family`}
            label={w('family')}
            mark={w('optional')}
            name={`${name}.family`}
            value={held.family ?? ''}
            maxLength={400}
          />
        </fieldset>
      )
    }
    case 'choice': {
      const options = (field.options ?? []).map((option) => ({
        value: option.code,
        label: label(option.label, language),
      }))
      if (several)
        return <Checkboxes {...text} name={name} options={options} values={valuesOf(value).map(String)} />
      return options.length <= 5 && field.required ? (
        <Radios {...text} name={name} options={options} value={written} />
      ) : (
        <Select {...text} name={name} options={options} value={written} empty={w('choose')} />
      )
    }
    case 'term': {
      const options = termOptions(
        schema.vocabularies.get(field.vocabulary ?? ''),
        language,
        valuesOf(value).map(String),
      )
      if (several)
        return <Checkboxes {...text} name={name} options={options} values={valuesOf(value).map(String)} />
      return <Select {...text} name={name} options={options} value={written} empty={w('choose')} />
    }
    case 'place': {
      const held = typeof value === 'string' ? { text: value } : ((value ?? {}) as Place)
      const countries = termOptions(schema.vocabularies.get('countries'), language, [held.country ?? ''])
      const part = (key: 'lat' | 'lon') => (
        <TextInput
          id={`${name}.${key}`}
          label={w(key)}
          mark={w('optional')}
          name={`${name}.${key}`}
          value={held[key] === undefined ? '' : String(held[key])}
          short
          inputMode="decimal"
        />
      )
      return (
        <fieldset className="field">
          <legend>{props.label}</legend>
          <TextInput {...text} label={w('place_text')} name={`${name}.text`} value={held.text ?? ''} />
          <Select
            id={`${name}.country`}
            label={w('country')}
            name={`${name}.country`}
            options={countries}
            value={held.country ?? ''}
            empty={w('choose')}
          />
          {part('lat')}
          {part('lon')}
          <Select
            id={`${name}.precision`}
            label={w('precision')}
            name={`${name}.precision`}
            options={precisions.map((p) => ({ value: p, label: p }))}
            value={held.precision ?? ''}
            empty={w('choose')}
          />
        </fieldset>
      )
    }
    case 'reference':
      return <ReferenceControl {...props} />
  }
}

/** The zones of the world, by continent. */
const zoneOptions = () =>
  [...Map.groupBy(['UTC', ...Intl.supportedValuesOf('timeZone')], (zone) => zone.split('/')[0] ?? '')].map(
    ([continent, zones]) => ({
      label: continent,
      options: zones.map((zone) => ({
        value: zone,
        label: (zone.split('/').slice(1).join(', ') || zone).replaceAll('_', ' '),
      })),
    }),
  )

/** Terms as options, children under their parents; retired ones only where they are already used. */
function termOptions(vocabulary: VocabularyIndex | undefined, language: Language, used: readonly string[]) {
  if (!vocabulary) return []
  const { terms } = vocabulary.vocabulary
  const children = new Map<string, typeof terms>()
  const roots = terms.filter((term) => !term.parent || !vocabulary.byCode.has(term.parent))
  for (const term of terms)
    if (term.parent) children.set(term.parent, [...(children.get(term.parent) ?? []), term])
  const flat = roots.length === terms.length
  const ordered = flat
    ? [...terms].sort((a, b) => label(a.label, language).localeCompare(label(b.label, language), language))
    : terms
  const options: { value: string; label: string }[] = []
  const walk = (list: typeof terms, depth: number) => {
    for (const term of list) {
      if (!term.retired || used.includes(term.code))
        options.push({
          value: term.code,
          label: `${'\u2003'.repeat(depth)}${label(term.label, language) || term.code}`,
        })
      if (depth < 8) walk(children.get(term.code) ?? [], depth + 1)
    }
  }
  walk(flat ? ordered : roots, 0)
  return options
}

function ReferenceControl(props: ControlProps): ReactNode {
  const { field, schema, language, name, value, linked, candidates } = props
  const reference = value as Partial<Reference> | undefined
  const known = reference?.to === undefined ? undefined : linked?.get(reference.to)
  const asked = candidates?.get(name)
  const w = (words: keyof typeof formWords) => label(formWords[words], language)
  const typeName = (type: string) => label(schema.types.get(type)?.label ?? { en: type }, language)
  const text = {
    id: name,
    label: props.label,
    hint: props.hint,
    error: props.error,
    mark: props.mark,
    badge: props.badge,
    labelHidden: props.labelHidden,
  }
  return (
    <>
      {asked ? (
        <Radios
          {...text}
          label={`${props.label}: ${w('which')}`}
          labelHidden={false}
          name={`${name}.to`}
          value={reference?.to}
          options={[
            ...asked.found.map((record) => ({
              value: record.id,
              label: `${record.title} (${typeName(record.type)})`,
            })),
            ...(field.targets ?? []).map((type) => ({
              value: `new:${type}:${asked.typed}`,
              label: `${w('create')}: ${typeName(type)} “${asked.typed}”`,
            })),
            { value: '', label: w('cleared') },
          ]}
        />
      ) : known ? (
        <Radios
          {...text}
          name={`${name}.to`}
          value={known.id}
          options={[
            { value: known.id, label: `${known.title} (${typeName(known.type)})` },
            { value: '', label: w('remove') },
          ]}
        />
      ) : (
        <TextInput
          {...text}
          name={`${name}.to`}
          value={reference?.to ?? ''}
          list={undefined}
          autoComplete="off"
        />
      )}
      {(field.attributes ?? []).map((attribute) => (
        <Control
          key={attribute.name}
          field={attribute}
          schema={schema}
          language={language}
          name={`${name}.a.${attribute.name}`}
          value={reference?.attributes?.[attribute.name]}
          label={label(attribute.label, language)}
          mark={w('optional')}
        />
      ))}
    </>
  )
}
