import { controlAttributes, Field, FieldNotes, type FieldText } from './fields.tsx'

/** One thing to choose. `value` is what the form sends. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean | undefined
}

/** Options under a heading, for a long list. */
export interface OptionGroup {
  readonly label: string
  readonly options: readonly Option[]
}

interface Choice extends FieldText {
  readonly name: string
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
}

const optionOf = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
)

/** A list to choose one from, or several with `multiple`; prefer Radios up to seven options. */
export function Select(
  props: Choice & {
    readonly options: readonly (Option | OptionGroup)[]
    readonly value?: string | readonly string[] | undefined
    /** The empty first line, such as "Choose a country". */
    readonly empty?: string | undefined
    readonly multiple?: boolean | undefined
  },
) {
  const { name, required, disabled, options, value, empty, multiple } = props
  return (
    <Field {...props}>
      <select
        className="input"
        {...controlAttributes(props)}
        {...{ name, required, disabled, multiple }}
        defaultValue={value}
        size={multiple ? 6 : undefined}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(option)
          ),
        )}
      </select>
    </Field>
  )
}

function OptionList(
  props: Choice & {
    readonly type: 'checkbox' | 'radio'
    readonly options: readonly Option[]
    readonly chosen: readonly string[]
  },
) {
  const { id, name, type, options, chosen, required, disabled, label, labelHidden, mark, badge } = props
  // GOV.UK links an error to the first control of the group, so the first one carries the group's id.
  return (
    <fieldset className="field" aria-describedby={controlAttributes(props)['aria-describedby']}>
      <legend className={labelHidden ? 'hidden' : undefined}>
        {label}
        {mark ? <span className="mark"> ({mark})</span> : null}
        {badge ? <> {badge}</> : null}
      </legend>
      <FieldNotes {...props} />
      {options.map((option, index) => {
        const own = index === 0 ? id : `${id}-${index}`
        return (
          <div className="option" key={option.value}>
            <input
              {...{ type, name, value: option.value, id: own }}
              defaultChecked={chosen.includes(option.value)}
              required={type === 'radio' ? required : undefined}
              disabled={disabled || option.disabled}
              aria-describedby={option.hint ? `${own}-note` : undefined}
            />
            <label htmlFor={own}>{option.label}</label>
            {option.hint ? (
              <span className="hint" id={`${own}-note`}>
                {option.hint}
              </span>
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}

/** Several of several; also a single yes (consent), with one option. */
export function Checkboxes(
  props: Choice & { readonly options: readonly Option[]; readonly values?: readonly string[] | undefined },
) {
  return <OptionList {...props} type="checkbox" chosen={props.values ?? []} />
}

/** One of a few, all in sight. */
export function Radios(
  props: Choice & { readonly options: readonly Option[]; readonly value?: string | undefined },
) {
  return <OptionList {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />
}
