import { labels } from '#platform/i18n'
import { refuseFile } from '../../files/refusal.ts'
import type { Finding } from '../../sources/importer.ts'

const shown = 10

/** Names that no state is known by: left out, never guessed. */
export function unknownNames(
  names: readonly { readonly row: number; readonly name: string }[],
): readonly Finding[] {
  if (names.length === 0) return []
  return [
    {
      what: labels(
        `${names.length} rows name no state that is known; they were left out`,
        `${names.length} filas no nombran un Estado conocido; se dejaron fuera`,
        `${names.length} files no anomenen cap Estat conegut; s'han deixat fora`,
      ),
      count: names.length,
      examples: names.slice(0, shown).map(({ row, name }) => `${row}: ${name}`),
    },
  ]
}

/** The name of the file is what says which treaty it is of. */
export const refuseName = (file: string, example: string): Error =>
  refuseFile(
    { file },
    {
      en: 'the name of the file says of no treaty that is known',
      es: 'el nombre del archivo no indica un tratado conocido',
      ca: 'el nom del fitxer no indica cap tractat conegut',
    },
    {
      en: `Give it the name that its publisher gives it, such as ${example}.`,
      es: `Déle el nombre que le da quien lo publica, como ${example}.`,
      ca: `Poseu-li el nom que li dona qui el publica, com ara ${example}.`,
    },
  )
