import type { FieldDefinition, RecordTypeDefinition, Term, Vocabulary } from './definition.ts'
import { fold } from './fold.ts'

/** A vocabulary made ready for look-ups. */
export interface VocabularyIndex {
  readonly vocabulary: Vocabulary
  readonly byCode: ReadonlyMap<string, Term>
  /** Folded label in any language → codes. Two codes for one label is an ambiguity, never a guess. */
  readonly byLabel: ReadonlyMap<string, readonly string[]>
  /** A code and all that stand above it. */
  readonly withAncestors: (code: string) => readonly string[]
}

/** Everything that decides what a record is in one organisation: shipped definitions and its own. */
export interface Schema {
  readonly types: ReadonlyMap<string, RecordTypeDefinition>
  readonly vocabularies: ReadonlyMap<string, VocabularyIndex>
  /** Languages of content (`localized_text`), the organisation's first one first. */
  readonly languages: readonly string[]
}

/** Indexes a vocabulary; a parent that does not exist is ignored, a cycle is cut. */
export function indexVocabulary(vocabulary: Vocabulary): VocabularyIndex {
  const byCode = new Map(vocabulary.terms.map((term) => [term.code, term]))
  const byLabel = new Map<string, string[]>()
  for (const term of vocabulary.terms)
    for (const text of new Set([term.code, ...Object.values(term.label)].map((t) => fold(t ?? '')))) {
      if (text === '') continue
      const codes = byLabel.get(text)
      if (!codes) byLabel.set(text, [term.code])
      else if (!codes.includes(term.code)) codes.push(term.code)
    }
  return {
    vocabulary,
    byCode,
    byLabel,
    withAncestors(code) {
      const line: string[] = []
      for (
        let at: string | undefined = code;
        at !== undefined && !line.includes(at);
        at = byCode.get(at)?.parent
      )
        line.push(at)
      return line
    },
  }
}

/** The schema of shipped types and vocabularies. */
export const shippedSchema = (
  types: readonly RecordTypeDefinition[],
  vocabularies: readonly Vocabulary[],
  languages: readonly string[] = ['en', 'es', 'ca'],
): Schema => ({
  types: new Map(types.map((type) => [type.name, type])),
  vocabularies: new Map(vocabularies.map((vocabulary) => [vocabulary.name, indexVocabulary(vocabulary)])),
  languages,
})

/** The field `name` of a type, or undefined. */
export const fieldOf = (type: RecordTypeDefinition, name: string): FieldDefinition | undefined =>
  type.fields.find((field) => field.name === name)

/** The class of a field's value. */
export const classOf = (field: FieldDefinition) => field.class ?? 'open'
