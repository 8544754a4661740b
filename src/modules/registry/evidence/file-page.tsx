import {
  type Attachment,
  detachFile,
  duplicatesOf,
  eraseFile,
  isPicture,
  readAttachment,
  readersOf,
} from '#platform/evidence'
import { mayAdminister } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { readRecord } from '#platform/records'
import {
  Button,
  Details,
  FactList,
  Form,
  LinkButton,
  Notice,
  Section,
  Table,
  Timestamp,
} from '#web/components'
import { classLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { attachedTextWord, kindAndSize, momentWord, nameWord } from './file-words.ts'
import { type Words, words } from './messages.ts'

/** What is known of a file and who has had it; not its content. */
export const fileRoute = route({
  method: 'get',
  path: '/workspace/file/:attachment',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, house, session } = visit
      const w = words(language)
      const one = await readAttachment(tx, house.files, visit.params['attachment'] ?? '')
      const record = await readRecord(tx, one.recordId)
      const readers = await readersOf(tx, house.files, one.id)
      const duplicates = (await duplicatesOf(tx, [one.id])).get(one.id) ?? []
      const path = `/workspace/file/${one.id}`
      return workspacePage(visit, {
        title: nameWord(one, w),
        breadcrumbs: [recordCrumb(one, record.title, w)],
        fictitious: record.fictitious,
        notices: one.current ? null : <Notice>{w('detached')}</Notice>,
        actions: <Actions one={one} path={path} w={w} />,
        children: (
          <>
            <FactList facts={factsOf(one, visit, w)} />
            {one.class === 'sealed' && one.state !== 'erased' ? (
              <p className="hint">{w(one.state === 'sealed' ? 'sealed_hint' : 'sealed_open_hint')}</p>
            ) : one.file ? (
              <p className="hint">{w(isPicture(one.file.mediaType) ? 'copy_hint' : 'no_copy')}</p>
            ) : null}
            {duplicates.length > 0 ? (
              <p>
                {w('same_as')}:{' '}
                {duplicates.map((duplicate) => (
                  <a key={duplicate.attachmentId} href={`/workspace/record/${duplicate.recordId}`} dir="auto">
                    {duplicate.recordTitle || w('unnamed', { code: duplicate.recordId.slice(-6) })}{' '}
                  </a>
                ))}
              </p>
            ) : null}
            <Section title={w('readers')}>
              <p className="hint">{w('readers_hint')}</p>
              {readers.length === 0 ? (
                <p>{w('readers_none')}</p>
              ) : (
                <Table
                  caption={w('readers')}
                  captionHidden
                  columns={[
                    { key: 'when', label: w('when') },
                    { key: 'who', label: w('who'), heading: true },
                    { key: 'had', label: w('had') },
                  ]}
                  rows={readers.map((reading, i) => ({
                    key: String(i),
                    cells: {
                      when: (
                        <Timestamp dateTime={reading.at.toISOString()}>
                          {momentWord(reading.at, language)}
                        </Timestamp>
                      ),
                      who: reading.by,
                      had: w(`as_${reading.as}`),
                    },
                  }))}
                />
              )}
            </Section>
            {one.current && !record.deletedAt ? (
              <Details summary={w('detach')}>
                <p>{w('detach_hint')}</p>
                <Form action={`${path}/detach`} csrf={session?.formToken ?? ''}>
                  <Button>{w('detach')}</Button>
                </Form>
              </Details>
            ) : null}
            {one.state !== 'erased' && session && mayAdminister(session.actor) ? (
              <Details summary={w('erase')}>
                <p>{w(one.class === 'sealed' ? 'erase_sealed_hint' : 'erase_hint')}</p>
                <Form action={`${path}/erase`} csrf={session.formToken}>
                  <Button kind="warning">{w('erase')}</Button>
                </Form>
              </Details>
            ) : null}
          </>
        ),
      })
    }),
})

function Actions({ one, path, w }: { readonly one: Attachment; readonly path: string; readonly w: Words }) {
  if (one.state === 'sealed')
    return (
      <LinkButton href={`/workspace/record/${one.recordId}#sealed`} kind="primary">
        {w('open_sealed')}
      </LinkButton>
    )
  if (!one.file) return null
  if (one.class === 'sealed')
    return (
      <LinkButton href={`${path}/download`} kind="primary">
        {w('download')}
      </LinkButton>
    )
  return (
    <>
      <LinkButton href={`${path}/preview`} kind="primary">
        {w('preview')}
      </LinkButton>
      <LinkButton href={`${path}/download`}>{w('download')}</LinkButton>
      {isPicture(one.file.mediaType) ? (
        <LinkButton href={`${path}/download?copy=stripped`}>{w('download_copy')}</LinkButton>
      ) : null}
    </>
  )
}

/** The way back to the record that a file is attached to. */
export const recordCrumb = (one: Attachment, title: string, w: Words) => ({
  href: `/workspace/record/${one.recordId}#evidence`,
  label: title || w('unnamed', { code: one.recordId.slice(-6) }),
})

function factsOf(one: Attachment, { language }: Visit, w: Words) {
  const { file } = one
  return [
    ...(one.caption ? [{ label: w('caption'), value: one.caption }] : []),
    { label: w('class'), value: label(classLabel[one.class], language) },
    ...(one.state === 'erased'
      ? []
      : [
          { label: w('kind'), value: kindAndSize(one, language, w) },
          ...(file ? [{ label: w('media_type'), value: file.mediaType }] : []),
          { label: w('text'), value: attachedTextWord(one, w) },
          ...(file ? [{ label: w('hash'), value: <code>{file.sha256}</code> }] : []),
        ]),
    {
      label: w('added'),
      value: w('added_by', { when: momentWord(one.addedAt, language), who: one.addedBy }),
    },
  ]
}

/** Takes a file off its record. */
export const detachRoute = route({
  method: 'post',
  path: '/workspace/file/:attachment/detach',
  may: 'write',
  handle: async (visit) => {
    const { recordId } = await visit.within((tx) => detachFile(tx, visit.params['attachment'] ?? ''))
    return redirect(`/workspace/record/${recordId}#evidence`)
  },
})

/** Destroys a file's content and name. */
export const eraseRoute = route({
  method: 'post',
  path: '/workspace/file/:attachment/erase',
  may: 'administer',
  handle: async (visit) => {
    const id = visit.params['attachment'] ?? ''
    await visit.within((tx) => eraseFile(tx, visit.house.files, id))
    return redirect(`/workspace/file/${id}`)
  },
})
