import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type Command, defineCommand, exit } from '#platform/cli'
import { type ExportFormat, exportFormats, streamExport } from '#platform/transfer'
import { importWords } from './import-words.ts'
import { type OpenHouse, asOperator } from './opened-house.ts'

const words = {
  summary: {
    en: 'write the records of a type to a file, or to standard output',
    es: 'escribir los registros de un tipo en un archivo o en la salida estándar',
    ca: "escriure els registres d'un tipus en un fitxer o a la sortida estàndard",
  },
  details: {
    en: 'The file comes back by `amparo import` without loss. It is in the clear: keep it where the records may be.',
    es: 'El archivo vuelve con `amparo import` sin pérdida. No está cifrado: guárdelo donde puedan estar los registros.',
    ca: 'El fitxer torna amb `amparo import` sense pèrdua. No està xifrat: deseu-lo on puguin ser els registres.',
  },
  type: { en: 'person, event…', es: 'person, event…', ca: 'person, event…' },
  org: { en: 'the organisation', es: 'la organización', ca: "l'organització" },
  format: { en: 'csv, xlsx, json or ndjson', es: 'csv, xlsx, json o ndjson', ca: 'csv, xlsx, json o ndjson' },
  output: {
    en: 'the file to write; standard output unless given',
    es: 'el archivo que se escribe; si no, la salida estándar',
    ca: "el fitxer que s'escriu; si no, la sortida estàndard",
  },
  languages: {
    en: 'languages of texts, e.g. es,ca; all unless given',
    es: 'idiomas de los textos, p. ej. es,ca; todos si no se indica',
    ca: "llengües dels textos, p. ex. es,ca; totes si no s'indica",
  },
  whichFormat: {
    en: 'The format is one of: csv, xlsx, json, ndjson.',
    es: 'El formato es uno de: csv, xlsx, json, ndjson.',
    ca: 'El format és un de: csv, xlsx, json, ndjson.',
  },
  whichOutput: {
    en: 'With --json say where the records go: --output FILE.',
    es: 'Con --json, indique dónde van los registros: --output ARCHIVO.',
    ca: 'Amb --json, indiqueu on van els registres: --output FITXER.',
  },
  records: { en: 'records', es: 'registros', ca: 'registres' },
} as const

/** `amparo export TYPE --org SLUG [--format csv] [--output FILE] [--languages es,ca]`. */
export const exportCommand = (open: OpenHouse): Command =>
  defineCommand({
    name: 'export',
    summary: words.summary,
    details: words.details,
    arguments: [{ name: 'type', summary: words.type }],
    options: {
      org: { type: 'string', value: 'SLUG', summary: words.org },
      format: { type: 'string', value: 'FORMAT', default: 'csv', summary: words.format },
      output: { type: 'string', value: 'FILE', short: 'o', summary: words.output },
      languages: { type: 'string', value: 'LIST', summary: words.languages },
    },
    async run({ args, options, json, language, config, say, note, result, progress, signal }) {
      const format = exportFormats.find((one): one is ExportFormat => one === options.format)
      const wrong =
        options.org === undefined
          ? importWords.whichOrganisation
          : !format
            ? words.whichFormat
            : json && options.output === undefined
              ? words.whichOutput
              : null
      if (wrong || options.org === undefined || !format) {
        note(say(wrong ?? words.whichFormat))
        return exit.usage
      }
      const { output } = options
      const written = await asOperator(open, config(), options.org, async (house, actor) => {
        const shown = progress(say(words.records))
        let count = 0
        const stream = await streamExport(house, actor, {
          type: args.type,
          format,
          ...(options.languages !== undefined && { languages: options.languages.split(',') }),
          progress: (all) => {
            shown.advance(all - count)
            count = all
          },
        })
        if (output === undefined) await pipeline(stream, process.stdout, { signal, end: false })
        // Left half-written a file would pass for a whole one; only its owner may read it.
        else
          await pipeline(stream, createWriteStream(output, { flags: 'wx', mode: 0o600 }), { signal }).catch(
            async (error: unknown) => {
              if ((error as { code?: unknown }).code !== 'EEXIST') await rm(output, { force: true })
              throw error
            },
          )
        shown.finish()
        return count
      })
      if (output !== undefined)
        result({ file: output, records: written }, () => `${output}: ${written} ${words.records[language]}`)
      return exit.ok
    },
  })
