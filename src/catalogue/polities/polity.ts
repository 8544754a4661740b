import file from './data/polities.json' with { type: 'json' }
import { holds, type Span } from './span.ts'

/** A state as it existed (or a territory with a voice of its own in the sources), with its place in every ballot. */
export interface Polity {
  /** Place in a ballot string, from 1. Never changes, never reused: new ones go at the end. */
  readonly n: number
  /**
   * ISO 3166-1 alpha-3, or the former code (DDR, YMD, CSK, YUG, SCG), or one in use where ISO has none: EAZ Zanzibar,
   * VDR Republic of Vietnam (V-Dem's; ISO once gave it to the North), XKX, SML, PSG, PSB as V-Dem has them. The Soviet
   * Union and Russia are one, RUS: it kept the seat. So are the two Germanies of the West and of today, DEU, and North
   * Yemen and Yemen, YEM.
   */
  readonly code: string
  /** ISO alpha-2 of `#catalogue/countries` where it is a country of today; null for the others. Namibia's is `NA`. */
  readonly country: string | null
  /** Correlates of War number, the main one; 345 is Yugoslavia's, Serbia and Montenegro's and Serbia's. */
  readonly cow: number | null
  /**
   * Member of the United Nations, [from, to] days, both included; to null while it lasts. Empty: never. Yugoslavia's
   * gap is the time in which the Assembly did not let it take part (1992–2000); Indonesia's is its withdrawal, Syria's
   * the United Arab Republic. The seat of China was TWN's until 1971-10-25 and CHN's from that day.
   */
  readonly un: readonly Span[]
  /** Existence, where it is not simply today's: a day, or a year where only that is sure. */
  readonly from?: string
  readonly to?: string
  /** The codes of those that followed. */
  readonly successors?: readonly string[]
  /** No state: a dependent territory for which sources publish figures of its own. */
  readonly territory?: true
}

/** Every polity, in the order of `n`: the UN's 193 members, other states, former ones, territories. Proved by the tests. */
export const polities: readonly Polity[] = file as readonly unknown[] as readonly Polity[]

/** The length of a ballot string. It grows when a polity is added: a shorter ballot has nothing to say of the new ones. */
export const ballotLength: number = polities.length

const byCode: ReadonlyMap<string, Polity> = new Map(polities.map((one) => [one.code, one]))
const byCountry: ReadonlyMap<string, Polity> = new Map(
  polities.flatMap((one) => (one.country === null ? [] : [[one.country, one] as const])),
)

/** The polity with this code, exactly as written; null when there is none. */
export function polity(code: string): Polity | null {
  return byCode.get(code) ?? null
}

/** The polity of a country of today (ISO alpha-2); null for territories that no source has figures of. */
export function polityOfCountry(alpha2: string): Polity | null {
  return byCountry.get(alpha2) ?? null
}

/** Was it a member of the United Nations on that day (`YYYY-MM-DD`; a year alone stands for its last day)? */
export function inUnitedNations(code: string, day: string): boolean {
  return byCode.get(code)?.un.some(([from, to]) => holds(from, to, day)) ?? false
}
