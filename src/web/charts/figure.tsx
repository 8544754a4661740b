import type { ReactNode } from 'react'

/** A picture with its title, where its numbers come from and how they were made, under it. */
export function Figure(props: {
  readonly title: string
  readonly source?: ReactNode | undefined
  readonly method?: ReactNode | undefined
  readonly children: ReactNode
}) {
  const { title, source, method, children } = props
  return (
    <figure className="figure">
      <figcaption>
        <p>{title}</p>
      </figcaption>
      {children}
      {source ? <p className="quiet">{source}</p> : null}
      {method ? <p className="quiet">{method}</p> : null}
    </figure>
  )
}
