import { type Language, label } from '#platform/i18n'
import type { FieldProblem } from '#platform/problem'
import {
  type FieldDefinition,
  type LinkedRecord,
  type RecordTypeDefinition,
  type Schema,
  type Visibility,
  fieldOf,
  visibilities,
} from '#platform/records'
import { Checkboxes, Details, FormErrors, FormSection, Radios, TextArea, TextInput } from '#web/components'
import { type FormState, RecordForm, fieldId, visibilityLabel } from '#web/records'
import type { Words } from '../messages.ts'
import { type Draft, type DraftRow, blankRow, rowPrefix } from './draft.ts'
import type { DependantGroup, Family } from './family.ts'
import { freshKey } from './read-draft.ts'
import { type ResolvedNames, neededBesidesName } from './resolve-names.ts'

/** What the form of a family shows. */
export interface FamilyFormProps {
  readonly family: Family
  readonly draft: Draft
  readonly linked: ReadonlyMap<string, LinkedRecord>
  readonly candidates: ResolvedNames['candidates']
  readonly problems: readonly FieldProblem[]
  readonly schema: Schema
  readonly language: Language
  readonly w: Words
}

const typeIn = (schema: Schema, name: string): RecordTypeDefinition => {
  const type = schema.types.get(name)
  if (!type) throw new Error(`no record type ${name}`)
  return type
}

/** The fields of the main record and the rows of its dependants, in one column. The caller gives form and buttons. */
export function FamilyForm(props: FamilyFormProps) {
  const { family, draft, schema, language, w } = props
  const type = typeIn(schema, family.type)
  const main = (fields: readonly string[]) => (
    <RecordForm
      type={shaped(type, fields)}
      state={stateOf(props, 'f', draft.main)}
      {...{ schema, language }}
      headings={false}
      errorsAbove
      compact
    />
  )
  const wrong = props.problems.some(({ field }) => family.more.some((name) => field === `f.${name}`))
  return (
    <>
      {/* Enter presses a form's first button: without this one it would be "add" or "remove". */}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      <FormErrors title={w('errors')} errors={errorLines(props)} />
      <FormSection title={label(type.label, language)} hint={w('names_hint')}>
        {draft.main.id ? <p className="hint">{w('trash_row_hint')}</p> : null}
        {main(family.fields)}
        <FreshRecords {...props} prefix="f" type={type} />
        <Details summary={w('more')} open={wrong}>
          <div className="group">{main(family.more)}</div>
        </Details>
      </FormSection>
      {family.groups.map((group) => (
        <Rows key={group.name} {...props} group={group} />
      ))}
      <FormSection title={w('who_sees')} hint={w('who_sees_hint')}>
        <Visibilities value={draft.visibility} {...{ language, w }} />
        {draft.main.id ? (
          <TextInput
            id="reason"
            name="reason"
            label={w('reason')}
            hint={w('reason_hint')}
            value={draft.reason}
          />
        ) : null}
      </FormSection>
    </>
  )
}

function Visibilities(props: { readonly value: Visibility; readonly language: Language; readonly w: Words }) {
  return (
    <Radios
      id="visibility"
      name="visibility"
      label={props.w('visibility_label')}
      options={visibilities.map((value) => ({ value, label: label(visibilityLabel[value], props.language) }))}
      value={props.value}
    />
  )
}

function Rows(props: FamilyFormProps & { readonly group: DependantGroup }) {
  const { group, draft, schema, language } = props
  const rows = draft.rows[group.name] ?? []
  const first = fieldOf(typeIn(schema, group.type), group.fields[0] ?? '')
  const next = first ? fieldId(rowPrefix(group.name, rows.length), first) : ''
  return (
    <FormSection title={label(group.title, language)} hint={group.hint && label(group.hint, language)}>
      <div data-repeat={group.name}>
        <div className="dependants" data-rows="">
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are their place in the form
            <Row key={i} {...props} row={row} position={i} />
          ))}
        </div>
        <template>
          <Row {...props} row={blankRow} position="__row__" />
        </template>
        <p>
          <button
            className="button small"
            type="submit"
            name="_add"
            value={group.name}
            id={`add.${group.name}`}
            formAction={`#${next}`}
            formNoValidate
          >
            {label(group.add, language)}
          </button>
        </p>
      </div>
    </FormSection>
  )
}

function Row(
  props: FamilyFormProps & {
    readonly group: DependantGroup
    readonly row: DraftRow
    readonly position: number | '__row__'
  },
) {
  const { group, row, position, schema, language, problems, w } = props
  const prefix = `${group.name}.${position}`
  const type = shaped(typeIn(schema, group.type), group.fields, group, row)
  const one = label(group.one, language)
  const number = position === '__row__' ? '' : String(position + 1)
  const error = (name: string) =>
    problems.find(({ field }) => field === `${prefix}.${name}`)?.message[language]
  return (
    <fieldset className="dependant" data-row="">
      <legend>
        {one} <span data-row-number="">{number}</span>
        {row.id ? (
          <>
            {' '}
            <a href={`/workspace/record/${row.id}`}>{w('open')}</a>
          </>
        ) : null}
      </legend>
      {row.id ? (
        <>
          <input type="hidden" name={`${prefix}._id`} value={row.id} />
          <input type="hidden" name={`${prefix}._version`} value={row.version} />
        </>
      ) : null}
      <div className="dependant-fields">
        <RecordForm
          type={type}
          state={stateOf(props, prefix, row)}
          {...{ schema, language, prefix }}
          headings={false}
          errorsAbove
          compact
        />
        {group.numbers ? (
          <TextInput
            id={`${prefix}._numbers`}
            name={`${prefix}._numbers`}
            label={label(group.numbers.label, language)}
            hint={label(group.numbers.hint, language)}
            error={error('_numbers')}
            value={row.numbers}
            autoComplete="off"
            maxLength={200}
            short
          />
        ) : null}
        {group.cites ? (
          <>
            <TextInput
              id={`${prefix}._locator`}
              name={`${prefix}._locator`}
              label={w('locator')}
              hint={w('locator_hint')}
              mark={w('optional')}
              value={row.locator}
              maxLength={2000}
            />
            <TextArea
              id={`${prefix}._quote`}
              name={`${prefix}._quote`}
              label={w('quote')}
              mark={w('optional')}
              value={row.quote}
              rows={2}
            />
          </>
        ) : null}
        <FreshRecords {...props} prefix={prefix} type={typeIn(schema, group.type)} />
      </div>
      {row.id ? (
        <Checkboxes
          id={`${prefix}._trash`}
          name={`${prefix}._trash`}
          label={w('take_away')}
          labelHidden
          options={[{ value: 'yes', label: w('trash_row') }]}
          values={row.trash ? ['yes'] : []}
        />
      ) : (
        <button
          className="button plain small"
          type="submit"
          name="_remove"
          value={prefix}
          formAction={`#add.${group.name}`}
          formNoValidate
        >
          {w('remove_row')}
          <span className="hidden">
            {' '}
            {one} <span data-row-number="">{number}</span>
          </span>
        </button>
      )}
    </fieldset>
  )
}

/** What a name asked about in this row needs besides, should a record be made of it. */
function FreshRecords({
  prefix,
  candidates,
  schema,
  language,
  draft,
  problems,
  group,
  type,
}: FamilyFormProps & {
  readonly prefix: string
  readonly type: RecordTypeDefinition
  readonly group?: DependantGroup
}) {
  const asked = [...candidates].filter(([control]) => control.startsWith(`${prefix}.`))
  return asked.map(([control, { typed }]) => {
    const field = fieldOf(type, control.slice(prefix.length + 1).split('.')[0] ?? '')
    return (
      <div className="group" key={control}>
        <input type="hidden" name={`_typed.${control}`} value={typed} />
        {(field?.targets ?? []).flatMap((name) => {
          const target = typeIn(schema, name)
          const given = Object.keys(group?.gives?.[name] ?? {})
          return neededBesidesName(target)
            .filter((needed) => !given.includes(needed.name) || wanting(problems, name, typed, needed.name))
            .map((needed) => {
              const key = freshKey(name, typed, needed.name)
              return (
                <RecordForm
                  key={key}
                  type={{
                    ...target,
                    fields: [
                      { ...needed, name: key, label: freshLabel(target, needed, typed), hint: freshHint },
                    ],
                  }}
                  state={{
                    values: { [key]: draft.fresh[key] },
                    problems: problems.flatMap(({ field: at, message }) =>
                      at === `_fresh.${key}` ? [{ field: key, message }] : [],
                    ),
                  }}
                  {...{ schema, language }}
                  prefix="_fresh"
                  headings={false}
                  errorsAbove
                  compact
                />
              )
            })
        })}
      </div>
    )
  })
}

const wanting = (problems: readonly FieldProblem[], type: string, name: string, field: string): boolean =>
  problems.some((problem) => problem.field === `_fresh.${freshKey(type, name, field)}`)

const freshLabel = (
  type: RecordTypeDefinition,
  field: FieldDefinition,
  name: string,
): FieldDefinition['label'] => ({
  en: `${field.label.en} of the new ${type.label.en.toLowerCase()} “${name}”`,
  es: `${field.label.es} de: ${type.label.es.toLowerCase()} «${name}»`,
  ca: `${field.label.ca} de: ${type.label.ca.toLowerCase()} «${name}»`,
})

const freshHint = {
  en: 'Only needed if you create it.',
  es: 'Solo hace falta si lo crea.',
  ca: 'Només cal si el creeu.',
}

const noHint = { en: '', es: '', ca: '' }

/** The type as a part of the screen shows it: these fields in this order, without headings. */
function shaped(
  type: RecordTypeDefinition,
  fields: readonly string[],
  group?: DependantGroup,
  row?: DraftRow,
): RecordTypeDefinition {
  return {
    ...type,
    sections: [],
    fields: fields.flatMap((name) => {
      const field = fieldOf(type, name)
      if (!field) return []
      if (!group) return [field]
      const held = row?.values[name]
      const single = group.single?.includes(name) && !(Array.isArray(held) && held.length > 1)
      return [{ ...field, hint: group.hints?.[name] ?? noHint, ...(single && { multiple: false }) }]
    }),
  }
}

const stateOf = (
  { problems, linked, candidates }: FamilyFormProps,
  prefix: string,
  part: Pick<DraftRow, 'values' | 'extraRows'>,
): FormState => ({
  values: part.values,
  linked,
  candidates,
  problems: problems.flatMap(({ field, message }) =>
    field.startsWith(`${prefix}.`)
      ? [{ field: field.slice(prefix.length + 1).split('.')[0] ?? '', message }]
      : [],
  ),
  ...(part.extraRows && { extraRows: part.extraRows }),
})

/** Problems in the order of the page. */
function inOrder(family: Family, problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const place = ({ field }: FieldProblem): number => {
    const [name, position] = field.split('.')
    const group = family.groups.findIndex((one) => one.name === name)
    return group === -1 ? (name === 'f' ? 0 : 1e9) : (group + 1) * 1e5 + Number(position)
  }
  return problems.toSorted((a, b) => place(a) - place(b))
}

/** Each problem in words that say in which row, with the way to its control. */
function errorLines({ family, problems, schema, language }: FamilyFormProps) {
  return inOrder(family, problems).map(({ field, message }) => {
    const parts = field.split('.')
    if (parts[0] === '_fresh') {
      const made = schema.types.get(parts[1] ?? '')
      const needed = made && fieldOf(made, parts.at(-1) ?? '')
      const words = [made, needed].flatMap((one) => (one ? [label(one.label, language)] : [])).join(', ')
      return { fieldId: field, message: `${words}: ${message[language]}` }
    }
    const group = family.groups.find((one) => one.name === parts[0])
    const type = typeIn(schema, group?.type ?? family.type)
    const prefix = group ? rowPrefix(group.name, Number(parts[1])) : 'f'
    const name = parts[group ? 2 : 1] ?? ''
    const definition = fieldOf(type, name)
    const where = [
      ...(group ? [`${label(group.one, language)} ${Number(parts[1]) + 1}`] : []),
      ...(definition ? [label(definition.label, language)] : []),
      ...(group?.numbers && name === '_numbers' ? [label(group.numbers.label, language)] : []),
    ].join(', ')
    const rest = parts.length > (group ? 3 : 2)
    return {
      fieldId: definition && !rest ? fieldId(prefix, definition) : field,
      message: where ? `${where}: ${message[language]}` : message[language],
    }
  })
}
