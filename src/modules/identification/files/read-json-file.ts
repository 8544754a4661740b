import { readFile } from 'node:fs/promises'
import { Problem } from '#platform/problem'

/** Refuses a file with where it is wrong and what is expected there. */
export const malformed = (file: string, where: string, expected: string): Problem =>
  new Problem('malformed', {
    explanation: {
      en: `${file}: ${where} is not ${expected}. Compare it with docs/formats.md.`,
      es: `${file}: ${where} no es ${expected}. Compárelo con docs/formats.md.`,
      ca: `${file}: ${where} no és ${expected}. Compareu-ho amb docs/formats.md.`,
    },
  })

/** The JSON in a file, of unknown shape. */
export async function readJsonFile(file: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Problem(code === 'ENOENT' ? 'not_found' : 'malformed', {
      explanation: {
        en: `${file} cannot be read (${code}). Check the name and the folder.`,
        es: `${file} no se puede leer (${code}). Verifique el nombre y la carpeta.`,
        ca: `${file} no es pot llegir (${code}). Comproveu-ne el nom i la carpeta.`,
      },
    })
  }
  try {
    return JSON.parse(text)
  } catch {
    throw malformed(file, 'the file', 'JSON')
  }
}
