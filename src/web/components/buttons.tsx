import type { ReactNode } from 'react'

/** `primary`: the one thing the page does; `warning`: what cannot be undone; `plain`: looks like a link. */
export type ButtonKind = 'primary' | 'secondary' | 'warning' | 'plain'

interface Look {
  readonly kind?: ButtonKind | undefined
  readonly small?: boolean | undefined
  readonly children: ReactNode
}

const classOf = ({ kind = 'secondary', small }: Look): string =>
  ['button', kind === 'secondary' ? '' : kind, small ? 'small' : ''].filter(Boolean).join(' ')

/** A button of a form; says what happens ("Withdraw this profile"). `name` and `value` tell several apart. */
export function Button(
  props: Look & {
    readonly type?: 'submit' | 'button' | 'reset' | undefined
    readonly id?: string | undefined
    readonly name?: string | undefined
    readonly value?: string | undefined
    readonly disabled?: boolean | undefined
    readonly form?: string | undefined
    readonly formAction?: string | undefined
    readonly formNoValidate?: boolean | undefined
    readonly describedBy?: string | undefined
  },
) {
  const { type = 'submit', id, name, value, disabled, form, formAction, formNoValidate, describedBy } = props
  return (
    <button
      type={type}
      className={classOf(props)}
      {...{ id, name, value, disabled, form, formAction, formNoValidate }}
      aria-describedby={describedBy}
    >
      {props.children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. `download` offers the target as a file. */
export function LinkButton(props: Look & { readonly href: string; readonly download?: boolean | undefined }) {
  return (
    <a href={props.href} className={classOf(props)} download={props.download}>
      {props.children}
    </a>
  )
}
