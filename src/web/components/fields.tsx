import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'

/** What every field says. `id` names the control; hint and error get `${id}-hint` and `${id}-error`. */
export interface FieldText {
  readonly id: string
  readonly label: string
  readonly hint?: ReactNode | undefined
  readonly error?: string | undefined
  /** A word after the label, such as "optional". */
  readonly mark?: string | undefined
  /** Read aloud but not shown: where a heading right above says it already. */
  readonly labelHidden?: boolean | undefined
  /** A badge beside the label, such as the class of the value. */
  readonly badge?: ReactNode | undefined
}

/** The aria attributes a control needs so that its hint and its error are read with it. */
export function controlAttributes({ id, hint, error }: FieldText): {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
} {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }
}

/** The hint and the error of a field, with the ids that `controlAttributes` names. */
export function FieldNotes({ id, hint, error }: Pick<FieldText, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </>
  )
}

/** A label, its hint and its error round any single control; give the control `controlAttributes(text)`. */
export function Field({ children, ...text }: FieldText & { readonly children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={text.id} className={text.labelHidden ? 'hidden' : undefined}>
        {text.label}
        {text.mark ? <span className="mark"> ({text.mark})</span> : null}
        {text.badge ? <> {text.badge}</> : null}
      </label>
      <FieldNotes {...text} />
      {children}
    </div>
  )
}

interface Entry extends FieldText {
  readonly name: string
  readonly value?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly lang?: string | undefined
}

/** One line of text. `dir="auto"` lets a name be written in any script. */
export function TextInput(
  props: Entry & {
    readonly type?: 'text' | 'email' | 'url' | 'tel' | 'number' | 'password' | 'search' | undefined
    readonly short?: boolean | undefined
    readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined
    readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined
    readonly maxLength?: number | undefined
    readonly minLength?: number | undefined
    readonly pattern?: string | undefined
    readonly min?: number | string | undefined
    readonly max?: number | string | undefined
    readonly step?: number | 'any' | undefined
    readonly spellCheck?: boolean | undefined
    /** The id of a datalist of suggestions that the page holds. */
    readonly list?: string | undefined
  },
) {
  const { name, value, required, disabled, readOnly, lang, type = 'text', short } = props
  const { autoComplete, inputMode, maxLength, minLength, pattern, min, max, step, spellCheck, list } = props
  return (
    <Field {...props}>
      <input
        className={short ? 'input short' : 'input'}
        {...controlAttributes(props)}
        {...{ name, type, required, disabled, readOnly, lang }}
        {...{ autoComplete, inputMode, maxLength, minLength, pattern, min, max, step, spellCheck, list }}
        defaultValue={value}
        dir={type === 'number' ? undefined : 'auto'}
      />
    </Field>
  )
}

/** Several lines of text; `rows` is the height offered, not a limit. */
export function TextArea(
  props: Entry & { readonly rows?: number | undefined; readonly maxLength?: number | undefined },
) {
  const { name, value, required, disabled, readOnly, lang, rows = 5, maxLength } = props
  return (
    <Field {...props}>
      <textarea
        className="input"
        {...controlAttributes(props)}
        {...{ name, required, disabled, readOnly, lang, rows, maxLength }}
        defaultValue={value}
        dir="auto"
      />
    </Field>
  )
}

/**
 * A date as well as it is known, in EDTF ("1977", "1977-05~", "1977-05/1978"). It is free text on purpose: a date
 * picker would force a false precision; the caller's hint gives examples and the server explains what it cannot read.
 */
export function DateInput(props: Entry) {
  return <TextInput {...props} type="text" short autoComplete="off" spellCheck={false} maxLength={64} />
}

/** A file to send; `accept` lists media types or extensions. The form needs `encType="multipart/form-data"`. */
export function FileInput(
  props: Omit<Entry, 'value' | 'readOnly' | 'lang'> & {
    readonly accept?: string | undefined
    readonly multiple?: boolean | undefined
  },
) {
  const { name, required, disabled, accept, multiple } = props
  return (
    <Field {...props}>
      <input
        className="input"
        type="file"
        {...controlAttributes(props)}
        {...{ name, required, disabled, accept, multiple }}
      />
    </Field>
  )
}
