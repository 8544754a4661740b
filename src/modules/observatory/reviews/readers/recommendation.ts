/** How the state under review answered, in our words. `null` where nothing of the kind was asked or said. */
export type Response = 'supported' | 'noted' | 'not_supported' | 'pending'

export type Mechanism = 'upr' | 'treaty_body' | 'special_procedure' | 'other'

/** What a source says that somebody recommended to a state. */
export interface Recommendation {
  readonly key: string
  readonly mechanism: Mechanism
  /** The body, where it is not the review: `CRC`. */
  readonly body: string
  /** Polity code of the state that it is addressed to. */
  readonly polity: string
  readonly cycle: number | null
  /** The session of the review: `20`. */
  readonly session: string
  readonly year: number | null
  /** As the report counts it: `115.1`. */
  readonly number: string
  readonly text: string
  readonly language: string
  /** Polity codes. Who is no polity, or unknown, stands in `details.from` as the source says it. */
  readonly senders: readonly string[]
  readonly response: Response | null
  /** The source's own word. */
  readonly responseSaid: string
  /** 1 to 5, where its compiler told it. */
  readonly action: number | null
  readonly issues: readonly string[]
  readonly groups: readonly string[]
  readonly goals: readonly string[]
  readonly symbol: string
  /** What the source says besides, as it writes it. */
  readonly details: Readonly<Record<string, unknown>>
  /** The row, item or line of the source. */
  readonly row: number
}
