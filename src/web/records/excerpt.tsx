import type { ExcerptPart } from '#platform/records'

/** Words around what was searched for, which is marked. */
export function Excerpt({ parts }: { readonly parts: readonly ExcerptPart[] | undefined }) {
  if (!parts) return null
  return (
    <span className="excerpt quiet" dir="auto">
      {parts.map((part, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity
        part.match ? <mark key={i}>{part.text}</mark> : part.text,
      )}
    </span>
  )
}
