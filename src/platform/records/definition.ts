import type { Labels } from '#platform/i18n'
import type { FieldProblem } from '#platform/problem'

/**
 * Classes of value. `open` values live in `record`; each other class has its own row in `record_part`
 * with its own policy, so that the database never hands over what a reader may not see.
 */
export const valueClasses = ['open', 'identity', 'health', 'location', 'legal', 'sealed'] as const
export type ValueClass = (typeof valueClasses)[number]

export const visibilities = ['public', 'internal', 'restricted'] as const
export type Visibility = (typeof visibilities)[number]

export const fieldTypeNames = [
  'text',
  'long_text',
  'localized_text',
  'person_name',
  'date',
  'moment',
  'number',
  'choice',
  'term',
  'place',
  'url',
  'reference',
] as const
export type FieldTypeName = (typeof fieldTypeNames)[number]

/** One option of a `choice` field. */
export interface ChoiceOption {
  readonly code: string
  readonly label: Labels
}

/**
 * One field of a record type. Plain data: what an organisation adds at run time has exactly this shape.
 * Names are `snake_case`, unique in the type, and never change once released (they are CSV headers and API keys).
 */
export interface FieldDefinition {
  readonly name: string
  readonly type: FieldTypeName
  readonly label: Labels
  readonly hint?: Labels
  readonly required?: boolean
  /** Takes any number of values, in an order that is kept. */
  readonly multiple?: boolean
  /** Class of the value; `open` unless told. */
  readonly class?: ValueClass
  /** For `choice`: the options. */
  readonly options?: readonly ChoiceOption[]
  /** For `term`: the vocabulary's name, e.g. `countries`, `rights`, `act_types`. */
  readonly vocabulary?: string
  /** For `reference`: the record types that may be pointed at. */
  readonly targets?: readonly string[]
  /** For `reference`: what the target's page calls the records that point at it ("Acts suffered"). */
  readonly inverse?: Labels
  /** For `reference`: fields of the relation itself (role, dates, degree of involvement). Any type but `reference`. */
  readonly attributes?: readonly FieldDefinition[]
  /** Name of the section (see `RecordTypeDefinition.sections`) it stands in. */
  readonly section?: string
  /** Offered as a filter with counts beside the list (choice, term, reference). */
  readonly facet?: boolean
  /** Offered as a column to sort by (single-valued only). */
  readonly sortable?: boolean
  /** Shown as a column of the list. */
  readonly listed?: boolean
  /** For `date`: only a day that is known, because something is counted from it. */
  readonly exact?: boolean
  /**
   * Changed by an action of its module only, which checks what has to be checked and asks for a reason: forms leave it
   * out, and any other change of it is refused.
   */
  readonly managed?: boolean
  /** Needed where another field (a choice) of the same form says so. */
  readonly requiredWhen?: { readonly field: string; readonly is: readonly string[] }
  /** Asked and shown only where another field (a choice) says so. */
  readonly when?: { readonly field: string; readonly is: readonly string[] }
  /** A section of the same type that has to be read first: the value is shown folded, under that section's name. */
  readonly behind?: string
}

/** A group of fields under one heading in forms and on the record's page. */
export interface SectionDefinition {
  readonly name: string
  readonly label: Labels
}

/** What happens to a record when its clock has run: a person looks at it, it goes into the trash, it goes for good. */
export const retentionEnds = ['review', 'trash', 'purge'] as const
export type RetentionEnd = (typeof retentionEnds)[number]

export const periodUnits = ['days', 'months', 'years'] as const
export type PeriodUnit = (typeof periodUnits)[number]

/** One rule of how long the records of a type are kept. The first of a type's rules that holds for a record is its clock. */
export interface RetentionRule {
  /** `snake_case`, unique in the type; it stands on the ledger beside what went by it. */
  readonly name: string
  /** Only for records with one of these keys in a choice or term field of class open. */
  readonly when?: { readonly field: string; readonly is: readonly string[] }
  /**
   * From when it is counted: the last activity, the making of the record, or the end of the latest date in a date field
   * of class open. As long as that field is empty the rule does not hold.
   */
  readonly after:
    | { readonly event: 'activity' | 'created' }
    | { readonly event: 'field'; readonly field: string }
  readonly period: { readonly count: number; readonly unit: PeriodUnit }
  readonly end: RetentionEnd
  /** Why so long and no longer, for whoever reads the record's page. */
  readonly why: Labels
  /** The law or decision that it follows. */
  readonly basis?: Labels
}

/**
 * A record type, declared once: storage, form, list, facets, search, history, import, export, API and labels follow.
 */
export interface RecordTypeDefinition {
  readonly name: string
  readonly label: Labels
  readonly plural: Labels
  /** Fields (open class) whose values, joined, make the title; a missing title is shown as the label and a short code. */
  readonly title: readonly string[]
  readonly description?: Labels
  readonly sections?: readonly SectionDefinition[]
  readonly fields: readonly FieldDefinition[]
  /**
   * The field (one reference) that names the record to which one of this type belongs: it is seen by exactly those who
   * see that one, and goes to the trash with it.
   */
  readonly belongsTo?: string
  /** Where its records have a page of their own: an address with `:id`. The page of any record leads there. */
  readonly page?: string
  /** A text field that is given a number of its own when it is left empty: `AR-2026-0007`. `prefix`: 1 to 6 capitals. */
  readonly numbered?: { readonly field: string; readonly prefix: string }
  /** Who sees a new record unless told; `internal` where it is not said. */
  readonly beginsAs?: Visibility
  /** The date that places a record on a timeline, and the place or country that puts it on a map. */
  readonly timeline?: string
  readonly map?: string
  /**
   * What has to hold of a new record as a whole and the database keeps as well; gives what does not, by field. Asked here
   * so that a form, and every row of an import, is answered in words.
   */
  readonly holds?: (values: Readonly<Record<string, unknown>>) => readonly FieldProblem[]
  /** How long records are kept; without any, they are looked at five years after the last activity. */
  readonly retention?: readonly RetentionRule[]
}

/** Identity function that types a shipped record type. */
export const defineRecordType = <const T extends RecordTypeDefinition>(definition: T): T => definition

/** A term of a vocabulary; `parent` makes a tree of any depth, and every level may be chosen. */
export interface Term {
  readonly code: string
  readonly parent?: string
  readonly label: Partial<Labels>
  readonly note?: Partial<Labels>
  /** No longer offered, still shown where it was used. */
  readonly retired?: boolean
}

/** A list of terms, shipped with the product or made by an organisation. */
export interface Vocabulary {
  readonly name: string
  readonly label: Partial<Labels>
  readonly source?: string
  readonly terms: readonly Term[]
  /** Filled from what the organisation has, not by hand: `colleagues`, `teams`. */
  readonly derived?: boolean
}

/** Identity function that types a shipped vocabulary. */
export const defineVocabulary = (vocabulary: Vocabulary): Vocabulary => vocabulary
