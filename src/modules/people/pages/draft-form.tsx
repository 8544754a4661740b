import type { Draft } from '#platform/http'
import { Button, Form, FormActions, LinkButton, Notice } from '#web/components'
import type { Words } from '../messages.ts'

/** Forms that come back as they were when a row is asked for: by that, nothing is saved until the person says so. */
const staysOpen =
  /^\/workspace\/(records\/[^/]+\/new|record\/[^/]+\/edit|events\/new|event\/[^/]+\/edit-all)(\?|$)/

/** What was being sent when the session ended, to go on with or to send. Every field comes along, in order. */
export function DraftForm({
  draft,
  csrf,
  w,
}: {
  readonly draft: Draft
  readonly csrf: string
  readonly w: Words
}) {
  const open = staysOpen.test(draft.path)
  const entries = open ? draft.entries.filter(([name]) => name !== '_add') : draft.entries
  return (
    <>
      <Notice>
        <p>{w('draft_ready')}</p>
        {draft.files ? <p>{w('draft_files')}</p> : null}
      </Notice>
      <Form action={draft.path} csrf={csrf}>
        {entries.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand more than once
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <FormActions>
          {open ? (
            <Button kind="primary" name="_add" value="-">
              {w('draft_back')}
            </Button>
          ) : (
            <Button kind="primary">{w('draft_send')}</Button>
          )}
          <LinkButton href="/workspace" kind="plain">
            {w('draft_drop')}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  )
}
