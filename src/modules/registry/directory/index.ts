/** The directory reader: from a pasted page to proposed rows. Pure functions. */
export type {
  DirectoryProposal,
  DirectoryRow,
  PhraseProposal,
  ProposalStatus,
  ProposedCode,
  ProposedPersonStatus,
} from './directory-proposal.ts'
export { matchPhrases } from './match-phrases.ts'
export { decodePage, longestPage, type NoPage, tidyPage } from './page-text.ts'
export { parseDirectory } from './parse-directory.ts'
