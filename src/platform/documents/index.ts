/** What leaves the house on paper: a plain document becomes PDF, DOCX, text or JSON. */
export { type DocumentLimits, documentLimits } from './check-document.ts'
export { cleanText } from './clean-text.ts'
export type {
  Annex,
  Block,
  Citation,
  Column,
  Fact,
  ListItem,
  Note,
  PaperDocument,
  RenderedDocument,
  RichText,
  Sender,
  Signatory,
  Span,
  Table,
} from './model.ts'
export { countPages } from './thread.ts'
export { renderDocx, renderJson, renderPdf, renderText } from './render.ts'
export { longDate } from './words.ts'
