import { basename } from 'node:path'
import { Problem } from '#platform/problem'
import { readXml } from '#platform/tabular'
import { openBytes } from '../../files/csv-columns.ts'
import { refuseFile } from '../../files/refusal.ts'

/** A field of a record: its tag, and its subfields in their order. */
export interface MarcField {
  readonly tag: string
  readonly subfields: readonly (readonly [code: string, text: string])[]
}

/** A record of a catalogue in MARC 21: `001` is its number. */
export interface MarcRecord {
  /** Its place in the file, from 1: there are no rows. */
  readonly place: number
  readonly id: string
  readonly fields: readonly MarcField[]
}

/** The longest text of a subfield that is kept. */
const longest = 8192

/** Beyond it, a record is none. */
const mostFields = 5000

/**
 * Reads the records of a MARCXML file, one at a time, as they come: the file is never held whole. Plain or gzip.
 *
 * @throws Problem when the file is no XML
 */
export async function* readMarc(path: string): AsyncGenerator<MarcRecord> {
  let place = 0
  let id = ''
  let fields: MarcField[] | null = null
  let field: { readonly tag: string; readonly subfields: (readonly [string, string])[] } | null = null
  let text: string[] | null = null
  let code = ''
  let control = false
  try {
    for await (const tokens of readXml(textOf(path), longest))
      for (const token of tokens) {
        if (token.kind === 'text') text?.push(token.text)
        else if (token.kind === 'open') {
          if (token.name === 'record') [fields, id] = [[], '']
          else if (token.name === 'controlfield') {
            control = attributeOf(token.attributes, 'tag') === '001'
            text = control ? [] : null
          } else if (token.name === 'datafield')
            field = { tag: attributeOf(token.attributes, 'tag'), subfields: [] }
          else if (token.name === 'subfield') [code, text] = [attributeOf(token.attributes, 'code'), []]
        } else if (token.name === 'controlfield') {
          if (control) id = (text ?? []).join('').trim()
          ;[control, text] = [false, null]
        } else if (token.name === 'subfield') {
          field?.subfields.push([code, (text ?? []).join('').replaceAll(/\s+/gu, ' ').trim()])
          text = null
        } else if (token.name === 'datafield') {
          if (field && fields) fields.push(field)
          field = null
          if ((fields?.length ?? 0) > mostFields) throw new Error('a record does not end')
        } else if (token.name === 'record' && fields) {
          place++
          yield { place, id, fields }
          fields = null
        }
      }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Problem) throw error
    throw refuseFile(
      { file: basename(path) },
      {
        en: `it is no MARCXML that can be read (${error.message})`,
        es: `no es MARCXML legible (${error.message})`,
        ca: `no és MARCXML llegible (${error.message})`,
      },
      {
        en: 'Save the result of the search again as MARCXML.',
        es: 'Vuelva a guardar el resultado de la búsqueda como MARCXML.',
        ca: 'Torneu a desar el resultat de la cerca com a MARCXML.',
      },
    )
  }
}

async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of await openBytes(path)) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

/** `tag` and `code` stand in quotes of either kind. */
const attributeOf = (attributes: string, name: 'tag' | 'code'): string =>
  (name === 'tag' ? /\btag\s*=\s*["']([^"']*)["']/u : /\bcode\s*=\s*["']([^"']*)["']/u).exec(
    attributes,
  )?.[1] ?? ''

/** The first text of a subfield; empty when there is none. */
export function marcText({ fields }: MarcRecord, tag: string, ...codes: readonly string[]): string {
  const found = fields.find((one) => one.tag === tag)
  return (found?.subfields ?? [])
    .filter(([code]) => codes.includes(code))
    .map(([, text]) => text)
    .join(' ')
    .trim()
}

/** The texts of a subfield in all fields of a tag. */
export const marcTexts = ({ fields }: MarcRecord, tag: string, code: string): readonly string[] =>
  fields
    .filter((one) => one.tag === tag)
    .flatMap(({ subfields }) => subfields.filter(([each]) => each === code).map(([, text]) => text))
    .filter(Boolean)
