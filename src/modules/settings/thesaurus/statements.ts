/** What is said of a thing in RDF: another thing, or words in a language. */
export type Said = { readonly to: string } | { readonly text: string; readonly language: string | null }

/** One statement. Of predicates and types only the last part of the name is kept: `prefLabel`, `broader`, `Concept`. */
export interface Statement {
  readonly of: string
  readonly says: string
  readonly said: Said
}

/** The last part of an IRI or of a prefixed name: `http://www.w3.org/2004/02/skos/core#broader` → `broader`. */
export const lastPart = (iri: string): string => /([^#/:]*)[#/]?$/.exec(iri)?.[1] ?? iri

/** Statements are many lines of a file; more than this is not a thesaurus that people choose terms from. */
export const mostStatements = 2_000_000
