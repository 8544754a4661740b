import { plainText } from './html-text.ts'

/** As much text as a source record keeps. */
export const longestPage = 200_000

/** Why a file is not a page of text. */
export type NoPage = 'empty' | 'binary'

/**
 * The text in a file that somebody saved or sent: by its mark (UTF-8, UTF-16), else UTF-8 when it is that, else
 * Windows-1252, which is Latin-1 with signs where Latin-1 has none. PDF, pictures and documents are `binary`.
 */
export function decodePage(bytes: Uint8Array): { readonly text: string } | { readonly refused: NoPage } {
  if (bytes.length === 0) return { refused: 'empty' }
  const text = decode(bytes)
  if (/^(%PDF|PK\u0003\u0004|\{\\rtf)/.test(text) || isNoise(text)) return { refused: 'binary' }
  const tidy = tidyPage(text)
  return tidy === '' ? { refused: 'empty' } : { text: tidy }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A zero, or more than one control character in a hundred, is in no text that a person wrote. */
function isNoise(text: string): boolean {
  const head = text.slice(0, 100_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const controls =
    head.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u0081\u008d\u008f\u0090\u009d]/g)?.length ?? 0
  return head.includes('\0') || controls > head.length / 100
}

/**
 * The page as it is kept: line ends as `\n`, nothing that a form or the database would change, so that its lines have
 * the same numbers on every reading. Of a page too long to be kept, with its markup, what a reader of it sees.
 */
export function tidyPage(text: string): string {
  const tidy = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '')
    .normalize('NFC')
    .trim()
  if (tidy.length <= longestPage) return tidy
  return plainText(tidy)
    .map(({ raw }) => raw.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
}
