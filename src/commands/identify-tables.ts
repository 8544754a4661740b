import { defineCommand, exit } from '#platform/cli'
import { Problem } from '#platform/problem'
import { frequencyFolder, readHeader, writeTables } from '#modules/identification/files'
import { familyBar, inputOptions } from './identify-input.ts'
import { modelOptions, readModel } from './identify-model.ts'

/** `amparo identify tables --input FILE --frequencies DIR --out TABLES`: what `identify profile` looks a new profile up in. No database. */
export const command = defineCommand({
  name: 'identify tables',
  summary: {
    en: 'Computes once what every profile would mean to every family of a file.',
    es: 'Calcula de una vez qué significaría cada perfil para cada familia de un archivo.',
    ca: 'Calcula d’un cop què significaria cada perfil per a cada família d’un fitxer.',
  },
  options: {
    ...inputOptions,
    out: {
      type: 'string',
      value: 'FILE',
      summary: { en: 'where to write', es: 'dónde escribir', ca: 'on escriure' },
    },
    ...modelOptions,
  },
  async run({ options, result, note, say, progress, signal }) {
    const { input, frequencies, out } = options
    if (input === undefined || frequencies === undefined || out === undefined) {
      note(say(whichFiles))
      return exit.usage
    }
    const model = readModel(options)
    const header = await readHeader(input)
    if (!header) throw new Problem('malformed', { explanation: needsLines(input) })
    const table = await frequencyFolder(frequencies)(header.frequencies)
    const bar = familyBar(progress, say)
    try {
      const { families, resumed } = await writeTables({
        file: input,
        header,
        table,
        model,
        out,
        signal,
        onFamilies: bar.at,
      })
      result({ families, resumed, out }, () => `${families} → ${out}`)
      return exit.ok
    } catch (error) {
      if (signal.aborted) return exit.interrupted
      throw error
    } finally {
      bar.finish()
    }
  },
})

const whichFiles = {
  en: 'Say --input FILE --frequencies DIR --out FILE.',
  es: 'Indique --input FILE --frequencies DIR --out FILE.',
  ca: 'Indiqueu --input FILE --frequencies DIR --out FILE.',
}

const needsLines = (file: string) => ({
  en: `${file} is not in the format amparo-kinship-search-lines/1. See docs/formats.md.`,
  es: `${file} no está en el formato amparo-kinship-search-lines/1. Vea docs/formats.md.`,
  ca: `${file} no és en el format amparo-kinship-search-lines/1. Vegeu docs/formats.md.`,
})
