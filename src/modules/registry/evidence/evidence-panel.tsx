import type { ReactNode } from 'react'
import type { Attachment, Duplicate } from '#platform/evidence'
import { type Language, label } from '#platform/i18n'
import {
  Button,
  ClassBadge,
  Details,
  FileInput,
  Form,
  FormActions,
  Line,
  LinkButton,
  Section,
  Select,
  Table,
  TextInput,
  Timestamp,
} from '#web/components'
import { classLabel } from '#web/records'
import { attachedTextWord, kindAndSize, momentWord, nameWord } from './file-words.ts'
import type { Evidence } from './load-evidence.ts'
import { type Words, words } from './messages.ts'

/**
 * The files attached to a record, and the form that attaches more. `mayChange` is false for a record in the trash.
 * Complete without JavaScript; shows no content: seeing one is a step of its own, which is written down.
 */
export function EvidencePanel(props: {
  readonly evidence: Evidence
  readonly language: Language
  readonly csrf: string
  readonly mayChange: boolean
}): ReactNode {
  const { evidence, language, csrf, mayChange } = props
  const w = words(language)
  return (
    <Section id="evidence" title={w('title')}>
      {evidence.attachments.length === 0 ? (
        <p className="quiet">{w('none')}</p>
      ) : (
        <Table
          caption={w('caption_table')}
          captionHidden
          columns={[
            { key: 'file', label: w('file'), heading: true },
            { key: 'kind', label: w('kind') },
            { key: 'text', label: w('text') },
            { key: 'added', label: w('added') },
            { key: 'actions', label: w('actions') },
          ]}
          rows={evidence.attachments.map((one) => ({
            key: one.id,
            cells: cellsOf(one, evidence.duplicates.get(one.id) ?? [], { language, csrf, mayChange, w }),
          }))}
        />
      )}
      {mayChange ? <AttachForm {...{ evidence, language, csrf, w }} /> : null}
    </Section>
  )
}

interface Setting {
  readonly language: Language
  readonly csrf: string
  readonly mayChange: boolean
  readonly w: Words
}

function cellsOf(one: Attachment, duplicates: readonly Duplicate[], setting: Setting) {
  const { language, w } = setting
  const path = `/workspace/file/${one.id}`
  return {
    file: (
      <>
        <a href={path} dir="auto">
          {nameWord(one, w)}
        </a>
        {one.class === 'open' ? null : (
          <>
            {' '}
            <ClassBadge valueClass={one.class} label={label(classLabel[one.class], language)} />
          </>
        )}
        {one.caption ? (
          <>
            <br />
            <span dir="auto">{one.caption}</span>
          </>
        ) : null}
        {duplicates.length > 0 ? <SameContent duplicates={duplicates} w={w} /> : null}
      </>
    ),
    kind: kindAndSize(one, language, w),
    text: attachedTextWord(one, w),
    added: (
      <Timestamp dateTime={one.addedAt.toISOString()}>
        {w('added_by', { when: momentWord(one.addedAt, language), who: one.addedBy })}
      </Timestamp>
    ),
    actions: <Actions {...{ one, path, setting }} />,
  }
}

function Actions({
  one,
  path,
  setting: { csrf, mayChange, w },
}: {
  readonly one: Attachment
  readonly path: string
  readonly setting: Setting
}) {
  const name = nameWord(one, w)
  // The name is read aloud with each action: a screen reader lists them out of their row.
  const words = (text: string, whole: string) => (
    <>
      <span aria-hidden="true">{text}</span>
      <span className="hidden">{whole}</span>
    </>
  )
  return (
    <Line>
      {one.state === 'sealed' ? (
        <LinkButton small href={`/workspace/record/${one.recordId}#sealed`}>
          {words(w('open_sealed'), w('open_sealed_of', { name }))}
        </LinkButton>
      ) : null}
      {one.file ? (
        <>
          {one.class === 'sealed' ? null : (
            <LinkButton small href={`${path}/preview`}>
              {words(w('preview'), w('preview_of', { name }))}
            </LinkButton>
          )}
          <LinkButton small href={`${path}/download`}>
            {words(w('download'), w('download_of', { name }))}
          </LinkButton>
        </>
      ) : null}
      {mayChange ? (
        <Form action={`${path}/detach`} csrf={csrf}>
          <Button kind="plain" small>
            {words(w('detach'), w('detach_of', { name }))}
          </Button>
        </Form>
      ) : null}
    </Line>
  )
}

function SameContent({ duplicates, w }: { readonly duplicates: readonly Duplicate[]; readonly w: Words }) {
  return (
    <span className="quiet">
      <br />
      {w('same_as')}{' '}
      {duplicates.slice(0, 5).map((duplicate, i) => (
        <span key={duplicate.attachmentId}>
          {i > 0 ? ', ' : ''}
          <a href={`/workspace/file/${duplicate.attachmentId}`} dir="auto">
            {duplicate.recordTitle || w('unnamed', { code: duplicate.recordId.slice(-6) })}
          </a>
        </span>
      ))}
    </span>
  )
}

function AttachForm(props: {
  readonly evidence: Evidence
  readonly language: Language
  readonly csrf: string
  readonly w: Words
}) {
  const { evidence, language, csrf, w } = props
  return (
    <Details summary={w('attach')}>
      <Form action={`/workspace/record/${evidence.recordId}/files`} csrf={csrf} files label={w('attach')}>
        <FileInput
          id="evidence-files"
          name="files"
          label={w('attach_files')}
          hint={w('attach_files_hint')}
          multiple
          required
        />
        <TextInput
          id="evidence-caption"
          name="caption"
          label={w('attach_caption')}
          hint={w('attach_caption_hint')}
          mark={w('optional')}
          maxLength={1000}
        />
        <Select
          id="evidence-class"
          name="class"
          label={w('attach_class')}
          hint={w('attach_class_hint')}
          options={evidence.classes.map((cls) => ({ value: cls, label: label(classLabel[cls], language) }))}
          value="open"
        />
        <FormActions>
          <Button>{w('attach')}</Button>
        </FormActions>
      </Form>
    </Details>
  )
}
