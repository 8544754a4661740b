import { join } from 'node:path'
import type { z } from 'zod'
import { Problem } from '#platform/problem'
import { malformed, readJsonFile } from './read-json-file.ts'
import {
  type CaseFile,
  type FrequencyTable,
  type SearchFile,
  caseFile,
  frequencyFile,
  searchFile,
} from './shapes.ts'

async function readAs<S extends z.ZodType>(file: string, shape: S, name: string): Promise<z.infer<S>> {
  const read = shape.safeParse(await readJsonFile(file))
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw malformed(
    file,
    issue && issue.path.length > 0 ? issue.path.join('.') : 'the file',
    issue?.message ?? name,
  )
}

/** Cases to be scored. */
export const readCaseFile = (file: string): Promise<CaseFile> =>
  readAs(file, caseFile, 'amparo-kinship-cases/1')

/** Families and candidates to be searched. */
export const readSearchFile = (file: string): Promise<SearchFile> =>
  readAs(file, searchFile, 'amparo-kinship-search/1')

/** Gives tables of a folder by name (`norstr-norway` is `norstr-norway.json`), each read once. */
export function frequencyFolder(folder: string): (name: string) => Promise<FrequencyTable> {
  const read = new Map<string, Promise<FrequencyTable>>()
  return (name) => {
    if (!/^[\w.-]+$/.test(name) || name.startsWith('.'))
      throw new Problem('malformed', {
        explanation: {
          en: `"${name}" is no name of a frequency table.`,
          es: `"${name}" no es el nombre de una tabla de frecuencias.`,
          ca: `"${name}" no és el nom d'una taula de freqüències.`,
        },
      })
    const table =
      read.get(name) ??
      readAs(join(folder, `${name}.json`), frequencyFile, 'a frequency table').then(({ loci }) => loci)
    read.set(name, table)
    return table
  }
}
