import type { ValueClass } from '#platform/records'

/** Where a value of a document was found. */
export interface Provenance {
  readonly recordId: string
  /** The record's type. */
  readonly type: string
  readonly field: string
  readonly class: ValueClass
}

/**
 * A piece of a value. A person or an organisation is never a text: it is a `party`, so that each copy can name it or put
 * a code. What somebody typed is `prose` and is searched for names.
 */
export type Part =
  | {
      readonly kind: 'label'
      readonly text: string
      /** A word that the document's language lacks: it stands in English. */
      readonly english?: true
    }
  | { readonly kind: 'party'; readonly id: string }
  | { readonly kind: 'date'; readonly edtf: string }
  | { readonly kind: 'country'; readonly code: string }
  | {
      readonly kind: 'prose'
      readonly text: string
      /** Of a text in several languages, that of these words; null where it is not said. */
      readonly language: string | null
      /** `<record>.<field>`: by which what was decided on names in it is kept. */
      readonly place: string
    }

/** Columns of the tables that values may be rows of. */
export type Column = 'date' | 'what' | 'where' | 'authority' | 'number' | 'result' | 'body' | 'state'

/** One value of a field of the catalogue, found in the case or answered in the submission. */
export interface Found {
  /** Id of the catalogue's field, or `chronology`. */
  readonly field: string
  readonly parts: readonly Part[]
  /** Where the value is a row of a table; `parts` is then empty. */
  readonly row?: Partial<Readonly<Record<Column, readonly Part[]>>>
  readonly from: Provenance
  /** The people of the submission whom it describes: empty where it is of the case. */
  readonly about: readonly string[]
}

/** What somebody is in a document: that decides on whether they may be named. */
export type Standing = 'subject' | 'source' | 'author' | 'other'

/** Somebody who appears in the records of a case, with every name by which they are known. */
export interface Party {
  readonly id: string
  /** `name`: a name that stands in a record, of whom there is no record. */
  readonly kind: 'person' | 'organisation' | 'name'
  /** As a document names them. */
  readonly shown: string
  /** Real names in every spelling that is recorded. A code name is not one. */
  readonly spellings: readonly string[]
  readonly minor: boolean
  readonly standing: Standing
}

/** What the records say of the situation: null where they do not say it. Conditions of mechanisms ask here. */
export interface Circumstances {
  readonly detained: boolean
  readonly incommunicado: boolean | null
  readonly disappeared: boolean
  readonly dead: boolean
  readonly minor: boolean
  /** A group or community is at risk. */
  readonly group: boolean
  /** An author that is not of the State; null where no author is recorded. */
  readonly nonState: boolean | null
  /** Code of the kind of submitter; null where that is not said. */
  readonly submitterKind: string | null
  /** Mechanisms before which the same case has a submission. */
  readonly otherSubmissions: readonly string[]
}

/** A value that is there but sealed: it is not read. */
export interface SealedValue {
  readonly field: string
  readonly from: Provenance
}

/** All that a case and a submission say for a document, before anything is held back. */
export interface Gathered {
  readonly caseId: string
  readonly caseReference: string
  readonly fictitious: boolean
  /** The people it is for, in the order of the case. */
  readonly persons: readonly string[]
  readonly parties: ReadonlyMap<string, Party>
  readonly values: readonly Found[]
  readonly sealed: readonly SealedValue[]
  /** Kinds of source (`source_kinds`) on which the case rests; never who they are. */
  readonly sourceKinds: readonly string[]
  readonly circumstances: Circumstances
  /** The records of the case by type, in their order: where what lacks is mended. */
  readonly records: ReadonlyMap<string, readonly string[]>
}

/** The values of a field. */
export const valuesFor = (gathered: Pick<Gathered, 'values'>, field: string): readonly Found[] =>
  gathered.values.filter((one) => one.field === field)
