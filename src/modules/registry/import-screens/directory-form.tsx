import type { Visit } from '#platform/http'
import {
  Button,
  FileInput,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Notice,
  TextArea,
  TextInput,
} from '#web/components'
import type { Words } from './messages.ts'

/** What was sent from the first screen, to be shown again. */
export interface DirectoryGiven {
  readonly text: string
  readonly title: string
  readonly url: string
}

export const directoryPath = '/workspace/import/directory'

/** The first screen: a text or a file, and where it comes from. */
export function DirectoryForm({
  visit,
  given,
  errors,
  w,
}: {
  readonly visit: Visit
  readonly given: DirectoryGiven
  readonly errors: readonly { readonly fieldId: string; readonly message: string }[]
  readonly w: Words
}) {
  const error = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message
  return (
    <Form action={directoryPath} csrf={visit.session?.formToken ?? ''} files>
      <FormErrors title={w('errors')} errors={errors} />
      <Notice>{w('nothing_yet')}</Notice>
      <TextArea
        id="text"
        name="text"
        label={w('text')}
        hint={w('text_hint')}
        rows={14}
        value={given.text}
        error={error('text')}
      />
      <FileInput
        id="file"
        name="file"
        label={w('file')}
        hint={w('file_hint')}
        accept=".txt,.html,.htm,.csv,.tsv,.md,text/*"
        error={error('file')}
      />
      <TextInput
        id="title"
        name="title"
        label={w('source_title')}
        mark={w('optional')}
        hint={w('source_title_hint')}
        value={given.title}
        maxLength={300}
      />
      <TextInput
        id="url"
        name="url"
        type="url"
        label={w('source_url')}
        mark={w('optional')}
        value={given.url}
        error={error('url')}
        maxLength={4000}
      />
      <FormActions>
        <Button kind="primary">{w('read')}</Button>
        <LinkButton kind="plain" href="/workspace/records/person">
          {w('cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
