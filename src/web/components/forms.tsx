import type { ReactNode } from 'react'

/**
 * A form that posts to this site with its token; complete without JavaScript. `confirmLeave` warns, where scripts
 * run, before unsaved words are lost.
 */
export function Form(props: {
  readonly action: string
  readonly csrf: string
  readonly files?: boolean | undefined
  readonly confirmLeave?: boolean | undefined
  readonly label?: string | undefined
  readonly id?: string | undefined
  readonly children: ReactNode
}) {
  const { action, csrf, files, confirmLeave, label, id, children } = props
  return (
    <form
      {...{ action, id }}
      method="post"
      aria-label={label}
      encType={files ? 'multipart/form-data' : undefined}
      data-confirm-leave={confirmLeave ? '' : undefined}
      noValidate
    >
      <input type="hidden" name="_csrf" value={csrf} />
      {children}
    </form>
  )
}

/** What has to be mended, first on the page; each line leads to its field. Nothing when there are no errors. */
export function FormErrors({
  title,
  errors,
}: {
  readonly title: string
  readonly errors: readonly { readonly fieldId?: string | undefined; readonly message: string }[]
}) {
  if (errors.length === 0) return null
  return (
    <section className="errors" role="alert" aria-labelledby="errors-title" tabIndex={-1}>
      <h2 id="errors-title">{title}</h2>
      <ul className="list">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId}${message}`}>{fieldId ? <a href={`#${fieldId}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </section>
  )
}

/** A part of a long form under its own heading. */
export function FormSection({
  title,
  hint,
  children,
}: {
  readonly title: string
  readonly hint?: ReactNode | undefined
  readonly children: ReactNode
}) {
  return (
    <section className="form-section">
      <h2>{title}</h2>
      {hint ? <p className="hint">{hint}</p> : null}
      {children}
    </section>
  )
}

/** The buttons that end a form: the one that does it first, then the ways out. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className="row form-actions">{children}</div>
}

/**
 * A group that repeats (another source, another alias). Without scripts the add button submits `_add=name` and the
 * server answers with the same form and one more row; with them a copy of `blank` is added in place, `__row__` in its
 * names and ids replaced by the row's number.
 */
export function Repeat(props: {
  readonly name: string
  readonly title: string
  readonly rows: readonly ReactNode[]
  readonly blank: ReactNode
  readonly labels: { readonly add: string; readonly remove: string }
  /** What Enter in a text field sends, when the form's own button has a name. */
  readonly enter?: { readonly name: string; readonly value: string } | undefined
  /** Without remove buttons, where emptying a row takes it away. */
  readonly compact?: boolean | undefined
  /** Where the page opens after "add" without scripts, such as `#alias.2`; only for a form that posts to its own address. */
  readonly addAction?: string | undefined
}) {
  const { name, title, rows, blank, labels, enter, compact, addAction } = props
  const row = (content: ReactNode, key: string) => (
    <div className="repeat-row" key={key} data-row="">
      <div>{content}</div>
      {compact ? null : (
        <button className="button plain" type="submit" name="_remove" value={`${name}.${key}`} formNoValidate>
          {labels.remove}
          <span className="hidden"> {key === '__row__' ? '' : Number(key) + 1}</span>
        </button>
      )}
    </div>
  )
  return (
    <fieldset className="field" data-repeat={name}>
      <legend>{title}</legend>
      {/* Enter presses a form's first button: without this one it would be "remove the first row". */}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" {...enter} />
      <div data-rows="">{rows.map((content, index) => row(content, String(index)))}</div>
      <template>{row(blank, '__row__')}</template>
      <p>
        <button
          className={compact ? 'button plain small' : 'button small'}
          type="submit"
          name="_add"
          value={name}
          formAction={addAction}
          formNoValidate
        >
          {labels.add}
        </button>
      </p>
    </fieldset>
  )
}

/** Where one is in a long form. */
export function Steps({
  label,
  steps,
}: {
  readonly label: string
  readonly steps: readonly {
    readonly label: string
    readonly state: 'done' | 'current' | 'ahead'
    readonly href?: string | undefined
  }[]
}) {
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {steps.map((step) => (
          <li
            key={step.label}
            className={step.state === 'done' ? 'done' : undefined}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {step.href ? <a href={step.href}>{step.label}</a> : step.label}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Filters that cannot be links: a GET form with its button, sent by itself where scripts run. */
export function FilterForm(props: {
  readonly action: string
  readonly label: string
  readonly button: string
  readonly children: ReactNode
}) {
  const { action, label, button, children } = props
  return (
    <form method="get" className="filters" {...{ action }} aria-label={label} data-submit-on-change="">
      {children}
      <p>
        <button className="button small" type="submit">
          {button}
        </button>
      </p>
    </form>
  )
}
