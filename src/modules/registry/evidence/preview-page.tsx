import { type Attachment, hasPreview, isPicture, readAttachedText, readAttachment } from '#platform/evidence'
import { route } from '#platform/http'
import { readRecord } from '#platform/records'
import { LinkButton, Notice, Prose, Section } from '#web/components'
import { workspacePage } from '#web/workspace'
import { recordCrumb } from './file-page.tsx'
import { attachedTextWord, nameWord } from './file-words.ts'
import { type Words, words } from './messages.ts'

/** Characters of a text that one page shows. */
const mostCharacters = 50_000

/** A file's picture or text in a page of ours. That it was seen is written down. */
export const previewRoute = route({
  method: 'get',
  path: '/workspace/file/:attachment/preview',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { files } = visit.house
      const w = words(visit.language)
      const id = visit.params['attachment'] ?? ''
      const path = `/workspace/file/${id}`
      const one = await readAttachment(tx, files, id)
      const record = await readRecord(tx, one.recordId)
      const sealed = one.class === 'sealed' && one.state !== 'erased'
      const picture = !sealed && isDrawn(one)
      const text =
        sealed || !one.file || isPicture(one.file.mediaType)
          ? ''
          : (await readAttachedText(tx, files, id, mostCharacters)).text
      return workspacePage(visit, {
        title: nameWord(one, w),
        breadcrumbs: [recordCrumb(one, record.title, w), { href: path, label: w('about') }],
        fictitious: record.fictitious,
        ...(picture || text ? { lede: <p>{w('preview_logged')}</p> } : {}),
        actions: one.file ? <LinkButton href={`${path}/download`}>{w('download')}</LinkButton> : null,
        children: (
          <>
            {picture ? <Picture one={one} src={`${path}/picture`} w={w} /> : null}
            {text ? (
              <Section title={w('preview_text')}>
                <p className="hint">{attachedTextWord(one, w)}</p>
                <Prose>
                  {text.split(/\n+/).map((line, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other identity and never move
                    <p key={i} dir="auto">
                      {line}
                    </p>
                  ))}
                </Prose>
                {text.length >= mostCharacters ? <p className="quiet">{w('preview_cut')}</p> : null}
              </Section>
            ) : null}
            {picture || text ? null : (
              <Notice>
                <p>{w(sealed ? 'no_sealed_preview' : 'preview_none')}</p>
                {sealed ? null : <p>{attachedTextWord(one, w)}</p>}
              </Notice>
            )}
          </>
        ),
      })
    }),
})

/** Whether a picture of it can be expected: of a PDF that is broken or wants a password there is none. */
const isDrawn = ({ file }: Attachment): boolean =>
  file !== null &&
  hasPreview(file.mediaType) &&
  !(file.text?.state === 'unreadable' && /^(?:broken|encrypted|too_large)$/.test(file.text.reason))

function Picture(props: { readonly one: Attachment; readonly src: string; readonly w: Words }) {
  const { one, src, w } = props
  const page = one.file !== null && !isPicture(one.file.mediaType)
  const name = one.caption ?? one.file?.name ?? ''
  return (
    <figure>
      <img src={src} alt={page ? w('first_page', { name }) : name} />
      {one.caption ? <figcaption dir="auto">{one.caption}</figcaption> : null}
    </figure>
  )
}
