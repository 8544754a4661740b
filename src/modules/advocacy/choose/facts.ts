/** Yes, no, or not known: what no record says is never taken for a no. */
export type Known = boolean | null

/** Categories of arbitrary detention of the Working Group. */
export const detentionCategories = ['I', 'II', 'III', 'IV', 'V'] as const
export type DetentionCategory = (typeof detentionCategories)[number]

/** A procedure in which the same facts are, or may be, before somebody: ours or another's. */
export interface OtherProcedure {
  /** The mechanism; several where only its kind is known ("an urgent action to a committee"). */
  readonly mechanisms: readonly string[]
  /** A submission is ours; anything else is noted as an intervention. */
  readonly record: string
  readonly title: string
  readonly state: 'draft' | 'pending' | 'ended'
  readonly on: string | null
}

/** What of a case decides where it can be taken. Built from its records by `factsOfCase`; every part may be unknown. */
export interface CaseFacts {
  /** The States named as responsible: ISO 3166-1 alpha-2, or the code of a fictional state. Empty: not known. */
  readonly states: readonly string[]
  /** Of the people at risk; null when one of them has none noted. */
  readonly nationalities: readonly string[] | null
  /** Words of the kind of violation, which join with those of mandates. Empty: not known. */
  readonly topics: readonly string[]
  /** Every act that is recorded has its words: what is not among them is not recorded. */
  readonly topicsWhole: boolean
  /** It goes on, or is about to happen again. */
  readonly ongoing: Known
  /** Somebody of the case is, or was, deprived of liberty. */
  readonly detained: Known
  readonly everDetained: Known
  readonly categories: readonly DetentionCategory[]
  readonly disappeared: Known
  /** EDTF: since when, or when last seen. */
  readonly disappearedOn: string | null
  /** A clear and present danger, in the words of the latest risk assessment. */
  readonly danger: Known
  /** Life, integrity or liberty are at stake. */
  readonly grave: Known
  /** Who did it: agents of a State or with its support, others alone; null: not known. */
  readonly by: 'state' | 'others' | null
  readonly defender: Known
  readonly artist: Known
  /** Harm for having cooperated with an international body. */
  readonly reprisal: Known
  /** Of the people at risk: whether we may act for them. */
  readonly consent: 'given' | 'withdrawn' | null
  /** Countries in which the people at risk are now; null when that of one of them is not known to the reader. */
  readonly whereabouts: readonly string[] | null
  /** Countries in which asylum was asked; null: not known. */
  readonly asylumAskedIn: readonly string[] | null
  /** The facts were brought before an authority of the State. */
  readonly reported: Known
  /** The decision that ended the domestic remedies; `notified`: the day of its notification, not only its date. */
  readonly finalDecision: { readonly on: string; readonly notified: boolean } | null
  /** Somebody argues an exception to the exhaustion of remedies. */
  readonly exception: Known
  /** What the case is known from. */
  readonly knownFrom: 'direct' | 'media-only' | null
  /** There is an account with a date. */
  readonly told: Known
  /** The victims are named, or can be found as a group. */
  readonly identified: Known
  /** EDTF: the next hearing or trial. */
  readonly hearingOn: string | null
  readonly others: readonly OtherProcedure[]
}

/** Of a case of which nothing at all is known. */
export const nothingKnown: CaseFacts = {
  states: [],
  nationalities: null,
  topics: [],
  topicsWhole: false,
  ongoing: null,
  detained: null,
  everDetained: null,
  categories: [],
  disappeared: null,
  disappearedOn: null,
  danger: null,
  grave: null,
  by: null,
  defender: null,
  artist: null,
  reprisal: null,
  consent: null,
  whereabouts: null,
  asylumAskedIn: null,
  reported: null,
  finalDecision: null,
  exception: null,
  knownFrom: null,
  told: null,
  identified: null,
  hearingOn: null,
  others: [],
}
