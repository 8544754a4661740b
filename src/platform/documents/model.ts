/**
 * What leaves the house on paper, as plain data. No field is markup: whatever a person wrote comes out as the
 * characters that they wrote, in every form.
 */
export interface PaperDocument {
  /** How it is laid out: a letter has sender, addressee and place; a report has a title block and may have contents. */
  readonly form: 'letter' | 'report'
  /** The report's title, the letter's subject. */
  readonly title: string
  /** Of the content, as BCP 47 (`es`, `es-AR`, `ca`). The words that we add are English, Spanish, Catalan or French. */
  readonly language: string
  /** The day it bears, `YYYY-MM-DD`. The only date in the file: none is taken from a clock. */
  readonly date: string
  readonly place?: string
  readonly reference?: string
  /** On every page, in a frame: `FICTITIOUS`, `DRAFT`. */
  readonly stamp?: string
  readonly authors?: readonly string[]
  readonly sender?: Sender
  /** The lines of the addressee, of a letter. */
  readonly recipient?: readonly string[]
  readonly subtitle?: string
  /** A table of contents, of a report. */
  readonly contents?: boolean
  /** Numbers before the headings. */
  readonly numbered?: boolean
  /** At the head of every page but the first; the title unless given. */
  readonly header?: string
  /** At the foot of every page, before the number of the page. */
  readonly footer?: string
  readonly body: readonly Block[]
}

/** Who writes: a name, and what stands under it (address, telephone). */
export interface Sender {
  readonly name: string
  readonly lines?: readonly string[]
}

/** A line break in a text is a line break on paper. */
export type RichText = string | readonly Span[]

/** A piece of a text. */
export type Span =
  | string
  | { readonly text: string; readonly strong?: boolean; readonly emphasis?: boolean }
  | { readonly note: Note }

/** A footnote: words, where something comes from, or both. */
export interface Note {
  readonly text?: string
  readonly citation?: Citation
}

/** Where something comes from. */
export interface Citation {
  readonly source: string
  /** Page, minute, article. */
  readonly locator?: string
  readonly quote?: string
  readonly url?: string
  readonly reliability?: string
}

/** A part of the body. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | { readonly kind: 'quote'; readonly text: RichText; readonly from?: string }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table
  | { readonly kind: 'signature'; readonly signatories: readonly Signatory[] }
  | { readonly kind: 'annexes'; readonly annexes: readonly Annex[] }
  | { readonly kind: 'page-break' }

/** An item, and the list under it. */
export interface ListItem {
  readonly text: RichText
  readonly items?: readonly ListItem[]
}

export interface Fact {
  readonly label: string
  readonly value: RichText
}

export interface Table {
  readonly kind: 'table'
  readonly caption?: string
  readonly columns: readonly Column[]
  /** As many cells each as there are columns. */
  readonly rows: readonly (readonly RichText[])[]
}

export interface Column {
  readonly label: string
  /** Numbers stand at the end of the line. */
  readonly align?: 'start' | 'end'
  /** Part of the width relative to the other columns'; by what the column holds unless given. */
  readonly width?: number
}

export interface Signatory {
  readonly name: string
  readonly role?: string
  readonly organisation?: string
}

/** A file that goes along, told by the hash of its bytes. */
export interface Annex {
  readonly title: string
  readonly description?: string
  readonly fileName?: string
  /** 64 hexadecimal digits. */
  readonly sha256: string
  readonly pages?: number
  /** In bytes. */
  readonly size?: number
}

/** A file made of a document. Equal documents give equal bytes. */
export interface RenderedDocument {
  readonly bytes: Buffer
  readonly mediaType: string
  /** Without a dot. */
  readonly extension: string
}
