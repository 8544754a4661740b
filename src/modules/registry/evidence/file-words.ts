import type { FileFacts } from '#platform/files'
import { type Attachment, unreadableReasons } from '#platform/evidence'
import type { Language } from '#platform/i18n'
import type { Words } from './messages.ts'

/** What kind of file it is, in a word. */
export function kindWord(mediaType: string, w: Words): string {
  if (mediaType === 'application/pdf') return w('kind_pdf')
  if (mediaType.startsWith('image/')) return w('kind_picture')
  if (mediaType.startsWith('audio/')) return w('kind_sound')
  if (mediaType.startsWith('video/')) return w('kind_video')
  if (mediaType === 'text/html') return w('kind_page')
  if (mediaType === 'text/csv' || /spreadsheet|excel/.test(mediaType)) return w('kind_table')
  if (mediaType.startsWith('text/')) return w('kind_text')
  if (/officedocument|opendocument|x-cfb|rtf/.test(mediaType)) return w('kind_document')
  return /zip|compressed|x-tar|gzip|rar|7z/.test(mediaType) ? w('kind_archive') : w('kind_other')
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in bytes, as people say it. */
export function sizeWord(bytes: number, language: Language): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1000 ** step)
}

/** What it is called: a sealed file that is not open has no name. */
export const nameWord = (one: Attachment, w: Words): string =>
  one.file?.name ?? w(one.state === 'sealed' ? 'sealed' : 'erased')

/** Its kind and size; of a sealed file that is not open, that it is no larger than so much. */
export function kindAndSize(one: Attachment, language: Language, w: Words): string | null {
  if (one.file) return `${kindWord(one.file.mediaType, w)}, ${sizeWord(one.file.size, language)}`
  return one.state === 'sealed' ? w('sealed_size', { size: sizeWord(one.size, language) }) : null
}

/** What came of reading its text: nothing is read of what is sealed. */
export function attachedTextWord(one: Attachment, w: Words): string | null {
  if (one.state === 'erased') return null
  return one.class === 'sealed' ? w('text_sealed') : one.file && textWord(one.file, w)
}

/** A moment, to the minute. */
export const momentWord = (at: Date, language: Language): string =>
  at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })

/** What came of reading the file's text, in a sentence. */
export function textWord({ text }: FileFacts, w: Words): string {
  if (!text) return w('text_waiting')
  const pages = text.pages === undefined ? '' : ` (${w('pages', { count: text.pages })})`
  if (text.state === 'read')
    return (text.partial ? w('text_partial') : w('text_read', { count: text.characters })) + pages
  const reason = unreadableReasons.find((known) => known === text.reason) ?? 'failed'
  return w(`text_${reason}`) + pages
}
