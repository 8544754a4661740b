import { writeFile } from 'node:fs/promises'
import { defineCommand, exit } from '#platform/cli'
import {
  csvRow,
  heading,
  ratioChoice,
  readHeader,
  readIndex,
  readRatios,
  readSearchFile,
} from '#modules/identification/files'
import { keepOptions, readKeep } from './identify-input.ts'

/** `amparo identify profile --tables TABLES --input FILE --out FILE`: new profiles against all families of a file of tables. No database. */
export const command = defineCommand({
  name: 'identify profile',
  summary: {
    en: 'Compares new profiles with every family of a file of tables.',
    es: 'Compara perfiles nuevos con todas las familias de un archivo de tablas.',
    ca: 'Compara perfils nous amb totes les famílies d’un fitxer de taules.',
  },
  options: {
    tables: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'tables, as "identify tables" wrote them',
        es: 'tablas, como las escribió "identify tables"',
        ca: 'taules, com les ha escrit "identify tables"',
      },
    },
    input: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'candidates (amparo-kinship-search/1 or its lines; families in it are not read)',
        es: 'candidatos (amparo-kinship-search/1 o sus líneas; las familias que contenga no se leen)',
        ca: 'candidats (amparo-kinship-search/1 o les seves línies; les famílies que hi hagi no es llegeixen)',
      },
    },
    out: {
      type: 'string',
      value: 'FILE',
      summary: { en: 'where to write', es: 'dónde escribir', ca: 'on escriure' },
    },
    ...keepOptions,
  },
  async run({ options, result, note, say }) {
    const { tables, input, out } = options
    const keep = readKeep(options.top, options['at-least'])
    if (tables === undefined || input === undefined || out === undefined || !keep) {
      note(say(whichFiles))
      return exit.usage
    }
    const { candidates } = (await readHeader(input)) ? await readIndex(input) : await readSearchFile(input)
    const choices = new Map(candidates.map(({ id }) => [id, ratioChoice(keep)]))
    let families = 0
    for await (const block of readRatios(tables, candidates)) {
      if (block.candidate === candidates[0]?.id) families += block.families.length
      choices.get(block.candidate)?.take(block)
    }
    const rows = [...choices].flatMap(([id, choice]) => choice.chosen().map((one) => ({ id, ...one })))
    await writeFile(out, heading + rows.map((row) => csvRow(row.family, row.id, row.log10LR)).join(''))
    result(
      { families, candidates: candidates.length, rows: rows.length, out },
      () => `${rows.length} → ${out}`,
    )
    return exit.ok
  },
})

const whichFiles = {
  en: 'Say --tables FILE --input FILE --out FILE; --top a whole number; --at-least a number.',
  es: 'Indique --tables FILE --input FILE --out FILE; --top un número entero; --at-least un número.',
  ca: 'Indiqueu --tables FILE --input FILE --out FILE; --top un nombre enter; --at-least un nombre.',
}
