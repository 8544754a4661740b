import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { Button, Form, Section } from '#web/components'
import type { DraftWords } from '../messages.ts'
import { audienceLabels } from '../records/submission-annex.ts'
import type { NamedFinding } from './submission-state.ts'

/** Names on which a person has to decide, each where it stands. Nothing where there are none. */
export function NamesView({
  visit,
  submissionId,
  findings,
  mayWrite,
  w,
}: {
  readonly visit: Visit
  readonly submissionId: string
  readonly findings: readonly NamedFinding[]
  readonly mayWrite: boolean
  readonly w: DraftWords
}) {
  if (findings.length === 0) return null
  const { language } = visit
  return (
    <Section id="names" title={w('names')}>
      <p>{w('names_lede')}</p>
      <ul className="list">
        {findings.map((one) => (
          <li key={`${one.place}.${one.words}.${one.whose.map(({ id }) => id).join('.')}`} className="flow">
            <p dir="auto">
              …{one.around.before}
              <mark>{one.words}</mark>
              {one.around.after}…
            </p>
            <p className="hint">
              {w('names_in', {
                copies: one.copies.map((copy) => label(audienceLabels[copy], language)).join(', '),
              })}{' '}
              <a href={`/workspace/record/${one.place.split('.')[0]}`}>{w('record')}</a>
            </p>
            {mayWrite ? (
              <Form
                action={`/workspace/submission/${submissionId}/name`}
                csrf={visit.session?.formToken ?? ''}
                label={one.words}
              >
                <input type="hidden" name="place" value={one.place} />
                <input type="hidden" name="words" value={one.words} />
                <p className="row">
                  {one.whose.map(({ id, code }) => (
                    <Button key={id} small name="code" value={id}>
                      {w('put_code', { code })}
                    </Button>
                  ))}
                  <Button small kind="plain" name="other" value={one.whose.map(({ id }) => id).join(' ')}>
                    {w('somebody_else')}
                  </Button>
                </p>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
