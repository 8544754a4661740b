import type { ReactNode } from 'react'

/** What happened or what to know. `danger`: someone may be harmed; `warning`: something will be lost or late. */
export function Notice({
  kind = 'info',
  title,
  children,
}: {
  readonly kind?: 'info' | 'success' | 'warning' | 'danger' | undefined
  readonly title?: string | undefined
  readonly children?: ReactNode | undefined
}) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'info' ? 'note' : 'status'}>
      {title ? <p className="notice-title">{title}</p> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}

/** Nothing here yet: says why, and the one thing to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children?: ReactNode | undefined
  readonly action?: ReactNode | undefined
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action ? <p>{action}</p> : null}
    </div>
  )
}

/**
 * How far a job is. `done` and `total` in the same unit; without `total` the bar shows only that it is at work.
 * The page asks its shell to refresh (`refreshSeconds`) until the job ends.
 */
export function Progress(props: {
  readonly id: string
  readonly label: string
  readonly done?: number | undefined
  readonly total?: number | undefined
  readonly detail?: ReactNode | undefined
  readonly action?: ReactNode | undefined
}) {
  const { id, label, done, total, detail, action } = props
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={total === undefined ? undefined : (done ?? 0)} max={total} />
      {detail ? <p className="quiet">{detail}</p> : null}
      {action}
    </div>
  )
}

/** Something more, for who wants it. */
export function Details({
  summary,
  open,
  children,
}: {
  readonly summary: ReactNode
  readonly open?: boolean | undefined
  readonly children: ReactNode
}) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}

/** A moment: the machine's form in `dateTime`, the reader's in the text, which the caller has put in words. */
export function Timestamp({
  dateTime,
  children,
}: {
  readonly dateTime: string
  readonly children: ReactNode
}) {
  return <time dateTime={dateTime}>{children}</time>
}
