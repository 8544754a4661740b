import { archiveText } from './archive-text.ts'
import { decodeText, tidyText } from './decode-text.ts'
import { markupText } from './markup-text.ts'
import { pdfText } from './pdf-text.ts'
import type { TextLimits, TextOutcome } from './text-outcome.ts'
import { readerOf } from './text-kinds.ts'

/** The tidy text of a file's content, within the limits; which reader, its media type says. */
export async function textOf(mediaType: string, bytes: Buffer, limits: TextLimits): Promise<TextOutcome> {
  const outcome = await readerText(mediaType, bytes, limits)
  if ('reason' in outcome) return outcome
  const text = tidyText(outcome.text)
  const { pages } = outcome
  if (text === '') return { reason: 'no_text', ...(pages !== undefined && { pages }) }
  if (text.length <= limits.characters) return { ...outcome, text }
  return { ...outcome, text: text.slice(0, limits.characters).toWellFormed(), partial: true }
}

async function readerText(mediaType: string, bytes: Buffer, limits: TextLimits): Promise<TextOutcome> {
  const reader = readerOf(mediaType)
  switch (reader) {
    case 'text':
      return { text: decodeText(bytes) }
    case 'markup':
      return { text: markupText(decodeText(bytes)) }
    case 'archive':
      return archiveText(bytes, limits)
    case 'pdf':
      return pdfText(bytes, limits, Date.now() + limits.milliseconds * 0.8)
    case 'office':
      // Word keeps a document with a password inside a file of the older kind.
      return { reason: bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'kind' }
    case null:
      return { reason: mediaType.startsWith('image/') ? 'image' : 'kind' }
  }
}
