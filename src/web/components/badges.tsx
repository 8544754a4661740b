import type { ReactNode } from 'react'

/** Who may see a record: the four states that every screen names by word and shape. */
export type Visibility = 'public' | 'internal' | 'restricted' | 'sealed'

/** The class of a sensitive value; each class has its own policy in the database. */
export type ValueClass = 'identity' | 'health' | 'location' | 'legal' | 'sealed'

/** A quiet word beside something: a status, a right, a language. */
export function Tag({
  children,
  lang,
}: {
  readonly children: ReactNode
  readonly lang?: string | undefined
}) {
  return (
    <span className="tag" lang={lang} dir="auto">
      {children}
    </span>
  )
}

/** Who may see it: ring (public), square (internal), dashed frame and diamond (restricted), lock on ink (sealed). */
export function VisibilityBadge({
  visibility,
  label,
}: {
  readonly visibility: Visibility
  readonly label: string
}) {
  return <span className={`vis vis-${visibility}`}>{label}</span>
}

/** The class of one value, beside it. */
export function ClassBadge({
  valueClass,
  label,
}: {
  readonly valueClass: ValueClass
  readonly label: string
}) {
  return <span className={`class class-${valueClass}`}>{label}</span>
}

/** A word stamped on a page or a record, such as FICTITIOUS or DRAFT; `band` runs it across the page. */
export function Stamp({
  children,
  band = false,
}: {
  readonly children: ReactNode
  readonly band?: boolean | undefined
}) {
  return band ? <p className="stamp stamp-band">{children}</p> : <span className="stamp">{children}</span>
}
