import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { DatasetImporter, FileHead } from './importer.ts'

/** The first of the importers that knows the file; null: none does. */
export const recognise = (importers: readonly DatasetImporter[], head: FileHead): DatasetImporter | null =>
  importers.find((one) => one.recognises(head)) ?? null

/** Why a file was not recognised, in words: what it looks like, and what to do. */
export function unrecognised({ name, columns, text }: FileHead): Labels {
  const shown = columns.slice(0, 12).join(', ')
  const looks: Labels =
    text === ''
      ? { en: 'it is empty, or damaged', es: 'está vacío o dañado', ca: 'és buit o està malmès' }
      : columns.length === 0
        ? {
            en: 'its first line names no columns',
            es: 'su primera línea no nombra columnas',
            ca: 'la primera línia no anomena columnes',
          }
        : {
            en: `no source has the columns ${shown}`,
            es: `ninguna fuente tiene las columnas ${shown}`,
            ca: `cap font no té les columnes ${shown}`,
          }
  return {
    en: `${name}: not recognised; ${looks.en}. Say which kind it is, or read it with a profile of your own.`,
    es: `${name}: no se reconoce; ${looks.es}. Indique de qué tipo es, o léalo con un perfil propio.`,
    ca: `${name}: no es reconeix; ${looks.ca}. Indiqueu de quin tipus és, o llegiu-lo amb un perfil propi.`,
  }
}

/** @throws Problem `malformed` when no importer knows the file */
export function recogniseOrRefuse(importers: readonly DatasetImporter[], head: FileHead): DatasetImporter {
  const found = recognise(importers, head)
  if (found) return found
  throw new Problem('malformed', { explanation: unrecognised(head) })
}

/** The importer of a kind, by what is typed after `observatory import`. */
export function importerOf(importers: readonly DatasetImporter[], kind: string): DatasetImporter {
  const found = importers.find(({ dataset }) => dataset === kind)
  if (found) return found
  const list = importers.map(({ dataset }) => dataset).join(', ')
  throw new Problem('malformed', {
    explanation: {
      en: `"${kind}" is no kind of file that can be read. There are: ${list}.`,
      es: `"${kind}" no es un tipo de archivo que se pueda leer. Hay: ${list}.`,
      ca: `"${kind}" no és cap tipus de fitxer que es pugui llegir. N'hi ha: ${list}.`,
    },
  })
}
