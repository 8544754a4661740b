import type { Language } from '#platform/i18n'
import { Difference } from '#web/components'
import { words } from '../messages.ts'
import type { changedValues } from './projection-facts.tsx'

/** What would change on a public page, old above new. */
export function Changes({
  changes,
  language,
}: {
  readonly changes: ReturnType<typeof changedValues>
  readonly language: Language
}) {
  const w = words(language)
  return (
    <dl className="facts">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            <Difference
              before={before || undefined}
              after={after || undefined}
              labels={{ before: w('before'), after: w('after') }}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
