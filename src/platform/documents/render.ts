import { checkDocument } from './check-document.ts'
import type { PaperDocument, RenderedDocument } from './model.ts'
import { textOf } from './text.ts'
import { renderApart } from './thread.ts'

/** The document as PDF: tagged, fonts inside, ready to be sent. See `renderApart` for what it throws. */
export const renderPdf = async (document: PaperDocument): Promise<RenderedDocument> => ({
  bytes: await renderApart('pdf', document),
  mediaType: 'application/pdf',
  extension: 'pdf',
})

/** The document as a text document for Word and LibreOffice, by styles, to be worked on further. */
export const renderDocx = async (document: PaperDocument): Promise<RenderedDocument> => ({
  bytes: await renderApart('docx', document),
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
})

/** The document as plain text, UTF-8, footnotes at the end: for forms that take nothing else. */
export const renderText = (document: PaperDocument): RenderedDocument => ({
  bytes: Buffer.from(textOf(checkDocument(document))),
  mediaType: 'text/plain; charset=utf-8',
  extension: 'txt',
})

/** The document as data, with clean texts: what the other forms are made of. */
export const renderJson = (document: PaperDocument): RenderedDocument => ({
  bytes: Buffer.from(
    `${JSON.stringify({ format: 'amparo document 1', ...checkDocument(document) }, null, 2)}\n`,
  ),
  mediaType: 'application/json',
  extension: 'json',
})
