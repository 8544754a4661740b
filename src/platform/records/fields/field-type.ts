import type { Labels, Language } from '#platform/i18n'
import type { FieldDefinition } from '../definition.ts'
import type { Schema } from '../schema.ts'

/** A value accepted, with its canonical form, or why not. */
export type Parsed<Value> = { readonly value: Value } | { readonly problem: Labels }

/** What searching a value needs: names are also found when misspelt; text is stemmed. */
export interface Words {
  readonly names?: string
  readonly text?: string
  /** The text folded, where it is known already. */
  readonly folded?: string
}

/**
 * One kind of value: how it is checked, found, shown and written to a cell. A field type is one folder.
 * All functions are about a single value; lists are the engine's business.
 */
export interface FieldType<Value> {
  readonly name: FieldDefinition['type']
  /**
   * Checks anything that arrives (form, API, import) and gives the canonical value, such that
   * `parse(parse(x)) = parse(x)`. Empty input never reaches it.
   */
  readonly parse: (raw: unknown, field: FieldDefinition, schema: Schema) => Parsed<Value>
  /** Keys for filters, facets and sort, in C order; none when it can be neither. */
  readonly keys?: (value: Value, field: FieldDefinition, schema: Schema) => readonly string[]
  /** Further keys under a suffix of the field's name (a date's latest day). */
  readonly extraKeys?: (value: Value) => Readonly<Record<string, string>>
  readonly words?: (value: Value, field: FieldDefinition, schema: Schema) => Words
  /** Readable text in `lang`. */
  readonly show: (value: Value, field: FieldDefinition, schema: Schema, lang: Language) => string
  /**
   * Names of the columns a single value is written to, when it is more than one text
   * (`place` → `''`, `country`, `lat`…). The empty suffix is the field's own column.
   */
  readonly parts?: (schema: Schema) => readonly string[]
  /** JSON Schema of a value, for the API's description. */
  readonly jsonSchema: (field: FieldDefinition, schema: Schema) => Readonly<Record<string, unknown>>
}

/** Text as it is kept: well-formed Unicode, NFC, no control characters but line breaks and tabs, no outer space. */
export const cleanText = (raw: string): string =>
  // Printable ASCII, which most cells are, has nothing else to clean.
  /^[ -~]*$/.test(raw) ? raw.trim() : cleaned(raw)

const cleaned = (raw: string): string =>
  raw
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .normalize('NFC')
    .trim()

export const notText: Labels = {
  en: 'This must be text.',
  es: 'Esto debe ser texto.',
  ca: 'Això ha de ser text.',
}

export const tooLong = (most: number): Labels => ({
  en: `This is longer than ${most} characters. Shorten it, or attach it as a file.`,
  es: `Supera los ${most} caracteres. Acórtelo o adjúntelo como archivo.`,
  ca: `Supera els ${most} caràcters. Escurceu-lo o adjunteu-lo com a fitxer.`,
})
