/** A PDF of ours read back with another program's eyes. */
export { type ReadPdf, readPdf } from '../../src/platform/documents/read-pdf.ts'
