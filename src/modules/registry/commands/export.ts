import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type Command, asOption, defineCommand, exit } from '#platform/cli'
import { withRequest } from '#platform/records'
import {
  type ExportFormat,
  type ExportRequest,
  approvedRequest,
  askExport,
  exportFormats,
  streamExport,
} from '#platform/transfer'
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
  format: {
    en: 'csv, xlsx, json, ndjson or zip',
    es: 'csv, xlsx, json, ndjson o zip',
    ca: 'csv, xlsx, json, ndjson o zip',
  },
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
    en: 'The format is one of: csv, xlsx, json, ndjson, zip.',
    es: 'El formato es uno de: csv, xlsx, json, ndjson, zip.',
    ca: 'El format és un de: csv, xlsx, json, ndjson, zip.',
  },
  whichOutput: {
    en: 'With --json say where the records go: --output FILE.',
    es: 'Con --json, indique dónde van los registros: --output ARCHIVO.',
    ca: 'Amb --json, indiqueu on van els registres: --output FITXER.',
  },
  approval: {
    en: 'by this approval: needed for restricted records and values of protected classes',
    es: 'con esta aprobación: hace falta para registros restringidos y valores de clases protegidas',
    ca: 'amb aquesta aprovació: cal per a registres restringits i valors de classes protegides',
  },
  ask: {
    en: 'ask a second person for the approval, saying why; writes no file',
    es: 'pedir la aprobación de una segunda persona, diciendo el motivo; no escribe ningún archivo',
    ca: "demanar l'aprovació d'una segona persona, dient-ne el motiu; no escriu cap fitxer",
  },
  open: {
    en: 'only open values and no restricted records: needs no approval',
    es: 'solo valores abiertos y ningún registro restringido: no necesita aprobación',
    ca: 'només valors oberts i cap registre restringit: no necessita aprovació',
  },
  asked: {
    en: 'Asked for. Once somebody has approved it under “Waiting for your decision”, within 14 days: --approval',
    es: 'Pedido. Cuando alguien lo haya aprobado en «Espera su decisión», dentro de 14 días: --approval',
    ca: 'Demanat. Quan algú ho hagi aprovat a «Espera la vostra decisió», dins de 14 dies: --approval',
  },
  records: { en: 'records', es: 'registros', ca: 'registres' },
} as const

/** `amparo export TYPE --org SLUG [--format csv] [--output FILE] [--languages es,ca] [--open | --ask WORDS | --approval ID]`. */
export const exportCommand = (open: OpenHouse): Command =>
  defineCommand({
    name: 'export',
    summary: words.summary,
    details: words.details,
    arguments: [{ name: 'type', summary: words.type }],
    options: {
      org: { type: 'string', value: 'SLUG', summary: words.org },
      as: asOption,
      format: { type: 'string', value: 'FORMAT', default: 'csv', summary: words.format },
      output: { type: 'string', value: 'FILE', short: 'o', summary: words.output },
      languages: { type: 'string', value: 'LIST', summary: words.languages },
      open: { type: 'boolean', summary: words.open },
      ask: { type: 'string', value: 'WORDS', summary: words.ask },
      approval: { type: 'string', value: 'ID', summary: words.approval },
    },
    async run({ args, options, json, language, config, say, note, result, progress, signal }) {
      const format = exportFormats.find((one): one is ExportFormat => one === options.format)
      const wrong =
        options.org === undefined
          ? importWords.whichOrganisation
          : !format
            ? words.whichFormat
            : json && options.output === undefined && options.ask === undefined
              ? words.whichOutput
              : null
      if (wrong || options.org === undefined || !format) {
        note(say(wrong ?? words.whichFormat))
        return exit.usage
      }
      const { output, ask, approval } = options
      const asked: ExportRequest = {
        type: args.type,
        format,
        ...(options.languages !== undefined && { languages: options.languages.split(',') }),
        ...(options.open && { open: true }),
      }
      if (ask !== undefined) {
        const id = await asOperator(
          open,
          config(),
          { org: options.org, as: options.as, command: 'export' },
          (house, actor) => withRequest(house, actor, (tx) => askExport(tx, asked, ask)),
        )
        result({ approval: id }, () => `${words.asked[language]} ${id}`)
        return exit.ok
      }
      const written = await asOperator(
        open,
        config(),
        { org: options.org, as: options.as, command: 'export' },
        async (house, actor) => {
          const shown = progress(say(words.records))
          let count = 0
          const request =
            approval === undefined
              ? asked
              : await withRequest(house, actor, (tx) => approvedRequest(tx, approval))
          const stream = await streamExport(house, actor, {
            ...request,
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
        },
      )
      if (output !== undefined)
        result({ file: output, records: written }, () => `${output}: ${written} ${words.records[language]}`)
      return exit.ok
    },
  })
