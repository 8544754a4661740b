import type { ReactNode } from 'react'

/**
 * A person, a campaign, a publication. A portrait is shown only by consent: the caller passes it only when the
 * published record carries that consent, and nothing stands in its place.
 */
export function Card(props: {
  readonly href?: string | undefined
  readonly title: string
  readonly titleLang?: string | undefined
  readonly level?: 2 | 3 | undefined
  readonly place?: string | undefined
  readonly lines?: readonly ReactNode[] | undefined
  readonly note?: ReactNode | undefined
  readonly portrait?:
    | { readonly src: string; readonly alt: string; readonly width: number; readonly height: number }
    | undefined
}) {
  const { href, title, titleLang, level = 2, place, lines = [], note, portrait } = props
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="card">
      {portrait ? (
        <img
          src={portrait.src}
          alt={portrait.alt}
          width={portrait.width}
          height={portrait.height}
          loading="lazy"
        />
      ) : null}
      <Heading lang={titleLang}>
        {href ? (
          <a className="whole" href={href}>
            <bdi>{title}</bdi>
          </a>
        ) : (
          <bdi>{title}</bdi>
        )}
      </Heading>
      {place ? <p className="place">{place}</p> : null}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other identity and never move
        <p key={index}>{line}</p>
      ))}
      {note ? <p className="quiet">{note}</p> : null}
    </article>
  )
}

/** Cards side by side, as many as fit. */
export function CardGrid({
  label,
  children,
}: {
  readonly label?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <section className="cards" aria-label={label}>
      {children}
    </section>
  )
}
