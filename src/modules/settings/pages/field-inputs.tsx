import { type Language, label } from '#platform/i18n'
import {
  type FieldDefinition,
  type FieldTypeName,
  type RecordTypeDefinition,
  type Schema,
  classOf,
  neededLanguages,
  valueClasses,
} from '#platform/records'
import { Button, Checkboxes, Details, Radios, Select, Table, TextInput } from '#web/components'
import { classLabel } from '#web/records'
import { words } from '../messages.ts'
import { optionRows } from './field-form.ts'
import { fieldKinds } from './field-kinds.ts'
import { LabelInputs, type Typed, errorOf, languageNames } from './parts.tsx'

/** The controls of a field: of a new one all, of one that is there (`field`) those that may still be changed. */
export function FieldInputs(props: {
  readonly schema: Schema
  readonly type: RecordTypeDefinition
  readonly kind: FieldTypeName
  readonly state: Typed
  readonly language: Language
  readonly field?: FieldDefinition
  readonly shipped?: boolean
}) {
  const { schema, type, kind, state, language, field, shipped = false } = props
  const w = words(language)
  const needed = neededLanguages(schema)
  const isNew = field === undefined
  const hinted = ['en', 'es', 'ca'].some((code) => state.get(`hint.${code}`))
  return (
    <>
      <LabelInputs name="label" title={w('field_label')} {...{ state, language, needed }} />
      <Details summary={w('hint_for_writers')} open={hinted}>
        <LabelInputs name="hint" title={w('hint')} hint={w('hint_hint')} long {...{ state, language }} />
      </Details>
      {isNew && kind === 'term' ? <VocabularySelect {...props} /> : null}
      {isNew && kind === 'reference' ? (
        <Checkboxes
          id="targets"
          name="targets"
          label={w('targets')}
          hint={w('targets_hint')}
          error={errorOf(state, 'targets', language)}
          options={[...schema.types.values()].map((one) => ({
            value: one.name,
            label: label(one.label, language),
          }))}
          values={state.all('targets')}
        />
      ) : null}
      {kind === 'reference' ? (
        <LabelInputs name="inverse" title={w('inverse')} hint={w('inverse_hint')} {...{ state, language }} />
      ) : null}
      {kind === 'choice' && !shipped ? <Options {...{ state, language, needed, isNew }} /> : null}
      <Flags {...props} />
      {type.sections && type.sections.length > 0 ? (
        <Select
          id="section"
          name="section"
          label={w('section')}
          hint={w('section_hint')}
          error={errorOf(state, 'section', language)}
          options={type.sections.map((one) => ({ value: one.name, label: label(one.label, language) }))}
          value={state.get('section')}
          empty={w('no_section')}
        />
      ) : null}
      {isNew ? (
        <>
          <Radios
            id="class"
            name="class"
            label={w('class')}
            hint={w('class_hint')}
            error={errorOf(state, 'class', language)}
            options={valueClasses
              .filter((one) => one !== 'sealed')
              .map((one) => ({
                value: one,
                label: label(classLabel[one], language),
                hint: w(`class_${one as Exclude<typeof one, 'sealed'>}`),
              }))}
            value={state.get('class') || 'open'}
          />
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
        </>
      ) : null}
    </>
  )
}

function VocabularySelect({ schema, state, language }: Parameters<typeof FieldInputs>[0]) {
  const w = words(language)
  return (
    <Select
      id="vocabulary"
      name="vocabulary"
      label={w('vocabulary')}
      hint={w('vocabulary_hint')}
      error={errorOf(state, 'vocabulary', language)}
      options={[...schema.vocabularies.values()]
        .map(({ vocabulary, byCode }) => ({
          value: vocabulary.name,
          label: `${label(vocabulary.label, language) || vocabulary.name} (${byCode.size.toLocaleString(language)})`,
        }))
        .sort((a, b) => a.label.localeCompare(b.label, language))}
      value={state.get('vocabulary')}
      empty={w('choose')}
    />
  )
}

function Flags({ kind, state, language, field, shipped }: Parameters<typeof FieldInputs>[0]) {
  const w = words(language)
  const may = fieldKinds[kind]
  const open = field === undefined || classOf(field) === 'open'
  const many = field?.multiple === true
  const flags = [
    ...(shipped ? [] : (['required'] as const)),
    ...(field === undefined && may.multiple ? (['multiple'] as const) : []),
    ...(may.facet || field?.facet ? (['facet'] as const) : []),
    ...((may.sortable && !many) || field?.sortable ? (['sortable'] as const) : []),
    ...((may.listed && open) || field?.listed ? (['listed'] as const) : []),
  ]
  if (flags.length === 0) return null
  const error = flags.map((flag) => errorOf(state, flag, language)).find(Boolean)
  return (
    <Checkboxes
      id="flags"
      name="flags"
      label={w('flags')}
      error={error}
      options={flags.map((flag) => ({ value: flag, label: w(flag), hint: w(`${flag}_hint`) }))}
      values={state.all('flags')}
    />
  )
}

function Options(props: {
  readonly state: Typed
  readonly language: Language
  readonly needed: readonly string[]
  readonly isNew: boolean
}) {
  const { state, language, isNew } = props
  const w = words(language)
  // Empty rows are left out when the form is read: there is always room for one more.
  const count = Math.max(optionRows(state) + 1, isNew ? 4 : 0)
  const columns = [
    { key: 'en', label: languageNames.en },
    { key: 'es', label: languageNames.es },
    { key: 'ca', label: languageNames.ca },
    { key: 'code', label: w('code') },
  ]
  const input = (i: number, key: string, label: string) => {
    const name = key === 'code' ? `options.${i}.code` : `options.${i}.label.${key}`
    return (
      <TextInput
        id={name}
        name={name}
        label={`${label} ${i + 1}`}
        labelHidden
        value={state.get(name)}
        error={errorOf(state, name, language)}
        maxLength={key === 'code' ? 60 : 200}
        {...(key === 'code' ? { spellCheck: false } : { lang: key })}
      />
    )
  }
  const error = errorOf(state, 'options', language)
  return (
    <fieldset className="field" id="options">
      <legend>{w('options')}</legend>
      <p className="hint">{w('options_hint')}</p>
      {error ? <p className="error">{error}</p> : null}
      {/* Enter presses the first button of the form, which is to save it and not to add a row. */}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      <Table
        caption={w('options')}
        captionHidden
        columns={columns}
        rows={Array.from({ length: count }, (_, i) => ({
          key: String(i),
          cells: Object.fromEntries(columns.map(({ key, label: text }) => [key, input(i, key, text)])),
        }))}
      />
      <p>
        <Button small name="_add" value="options" formNoValidate>
          {w('add_option')}
        </Button>
      </p>
    </fieldset>
  )
}
