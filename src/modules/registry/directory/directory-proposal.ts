import type { PersonStatusKind } from '#catalogue/countries'

/** `certain`: may be taken over as it is; `review`: a person decides. */
export type ProposalStatus = 'certain' | 'review'

/** A code read from text. `code` is null where several are possible (`candidates`) or none was understood. */
export type ProposedCode = {
  readonly code: string | null
  readonly status: ProposalStatus
  /** The words it comes from, as written; kept for ever beside the code. */
  readonly original: string
  readonly candidates?: readonly string[]
}

/** Where the person is, which is not where the person is from. Treat as a location. */
export type ProposedPersonStatus = {
  readonly status: PersonStatusKind
  readonly original: string
  /** The line, where the phrase stands on a line of its own. */
  readonly line?: number
}

/** What the country and rights cells of one person say. */
export type PhraseProposal = {
  readonly countries: readonly ProposedCode[]
  readonly rights: readonly ProposedCode[]
  readonly personStatus?: ProposedPersonStatus
  /** `review` when any value is, or when a cell gave nothing. */
  readonly status: ProposalStatus
}

/** One card of a directory page. */
export type DirectoryRow = PhraseProposal & {
  /** The card as it stands in the page. */
  readonly text: string
  readonly name: { readonly value: string; readonly status: ProposalStatus }
  /** Line of the name in the pasted text, from 1. */
  readonly line: number
}

/** The cards of a page, in its order. */
export type DirectoryProposal = { readonly rows: readonly DirectoryRow[] }
