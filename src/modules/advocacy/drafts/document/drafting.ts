import { type Field, type Mechanism, fieldOf } from '#catalogue/mechanisms'
import type { Annex } from '#platform/documents'
import type { Copy, CopyValue } from '../copies/copy-for.ts'
import type { DocumentLanguage } from '../records/submission.ts'
import { documentLabels } from './labels.ts'
import { wordsOf } from './part-words.ts'
import { type PhraseName, phrases } from './phrases.ts'

/** With what the blocks of a document are made: a copy whose texts are free of withheld names, and the words for it. */
export interface Drafting {
  readonly mechanism: Mechanism
  readonly language: DocumentLanguage
  readonly copy: Copy
  readonly annexes: readonly Annex[]
  /** People whom it is for. */
  readonly persons: readonly string[]
}

/** The fixed words by name, in the document's language. */
export const say = ({ language }: Pick<Drafting, 'language'>, name: PhraseName): string =>
  phrases[name][language]

/** What a field is called in the document. */
export function fieldLabel({ language }: Pick<Drafting, 'language'>, field: string): string {
  const found: Field | null = fieldOf(field)
  const label: Readonly<Record<string, string>> = documentLabels[field] ?? found?.label ?? {}
  return label[language] ?? label['en'] ?? field
}

/** The values of a field in the copy. */
export const valuesIn = ({ copy }: Pick<Drafting, 'copy'>, field: string): readonly CopyValue[] =>
  copy.values.filter((one) => one.field === field)

/** Values one after another: sentences by a space, anything else by a semicolon. */
export const inOneLine = (texts: readonly string[]): string =>
  texts.reduce((all, text) => (all === '' ? text : `${all}${/[.!?]$/.test(all) ? ' ' : '; '}${text}`), '')

/** The values of a field as texts; `about`: those of one person, and of nobody in particular. */
export const textsIn = (drafting: Drafting, field: string, about?: string): readonly string[] => [
  ...new Set(
    valuesIn(drafting, field)
      .filter((one) => about === undefined || one.about.includes(about))
      .map((one) => wordsOf(one.parts, drafting.language))
      .filter((text) => text !== ''),
  ),
]
