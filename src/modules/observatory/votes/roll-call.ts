import type { BallotSheet } from './ballot.ts'

/** What was voted on. A draft is a text that became nothing: rejected, withdrawn, vetoed. */
export type RollCallKind =
  | 'resolution'
  | 'decision'
  | 'amendment'
  | 'paragraph'
  | 'draft'
  | 'election'
  | 'other'
export const rollCallKinds = [
  'resolution',
  'decision',
  'amendment',
  'paragraph',
  'draft',
  'election',
  'other',
] as const satisfies readonly RollCallKind[]

/** How it was decided, as the source says. */
export type Decided = 'recorded' | 'without_vote' | 'not_recorded' | 'withdrawn' | 'vetoed'
export const waysOfDeciding = [
  'recorded',
  'without_vote',
  'not_recorded',
  'withdrawn',
  'vetoed',
] as const satisfies readonly Decided[]

/** The totals that the source states; null where it states none. They need not agree with its names. */
export interface SaidTotals {
  readonly yes: number | null
  readonly no: number | null
  readonly abstain: number | null
  readonly silent: number | null
  readonly total: number | null
}

export const noTotals: SaidTotals = { yes: null, no: null, abstain: null, silent: null, total: null }

/** What a source says besides. Empty ones are not kept. */
export interface RollCallDetails {
  /** `adopted`, `rejected`, `withdrawn`: where the source says so. */
  readonly outcome?: string
  /** Symbol of the draft, without its revision: amendments point to it. */
  readonly draft?: string
  /** An amendment: the symbol of the text it would change, without its revision. */
  readonly amends?: string
  readonly meeting?: string
  readonly report?: string
  readonly sponsors?: string
  readonly link?: string
  readonly note?: string
  /** In the source's own words: how it was decided. */
  readonly said?: string
  readonly important?: boolean
  /** Codes of polities that vetoed. */
  readonly vetoedBy?: readonly string[]
  /** The file of descriptions to which `sourceRow` belongs, where votes and descriptions are two files. */
  readonly described?: string
  readonly [more: string]: unknown
}

/** A roll call as an importer gives it. */
export interface ReadRollCall {
  /** Its number in the source. */
  readonly key: string
  /** `ga`, `sc`, `hrc`, `chr`, `oas-ga`, `oas-pc`. */
  readonly body: string
  readonly day: string
  /** As text: `79`, `ES-10`, `S-32`. */
  readonly session: string
  readonly symbol: string
  readonly kind: RollCallKind
  readonly decided: Decided
  readonly title: string
  /** The number of the item: `4`, `10a`. */
  readonly agenda: string
  readonly agendaTitle: string
  readonly topics: readonly string[]
  readonly details: RollCallDetails
  readonly said: SaidTotals
  readonly row: number
  /** Null: the source names nobody. */
  readonly ballots: BallotSheet | null
}
