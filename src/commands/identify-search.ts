import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { defineCommand, exit } from '#platform/cli'
import { Problem } from '#platform/problem'
import {
  bestOf,
  frequencyFolder,
  placeCandidates,
  prepareLoci,
  readSearchFile,
  searchFamily,
} from '#modules/identification/files'

const probability = (value: string, name: string): number => {
  const number = Number(value)
  if (value.trim() !== '' && number >= 0 && number < 1) return number
  throw new Problem('malformed', {
    explanation: {
      en: `--${name} ${value}: give a number from 0 to below 1.`,
      es: `--${name} ${value}: indique un número desde 0 y menor que 1.`,
      ca: `--${name} ${value}: indiqueu un nombre de 0 i menor que 1.`,
    },
  })
}

const rate = (value: string, en: string, es: string, ca: string) =>
  ({ type: 'string', value: 'P', default: value, summary: { en, es, ca } }) as const

/**
 * `amparo identify search --input FILE --frequencies DIR --out FILE`: every family against every candidate, as
 * `family,candidate,log10LR` (-Inf: excluded). No database.
 */
export const command = defineCommand({
  name: 'identify search',
  summary: {
    en: 'Compares every family with every candidate of a file.',
    es: 'Compara cada familia con cada candidato de un archivo.',
    ca: 'Compara cada família amb cada candidat d’un fitxer.',
  },
  options: {
    input: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'families and candidates (amparo-kinship-search/1)',
        es: 'familias y candidatos (amparo-kinship-search/1)',
        ca: 'famílies i candidats (amparo-kinship-search/1)',
      },
    },
    frequencies: {
      type: 'string',
      value: 'DIR',
      summary: {
        en: 'folder of frequency tables (JSON)',
        es: 'carpeta de tablas de frecuencias (JSON)',
        ca: 'carpeta de taules de freqüències (JSON)',
      },
    },
    out: {
      type: 'string',
      value: 'FILE',
      summary: { en: 'where to write', es: 'dónde escribir', ca: 'on escriure' },
    },
    top: {
      type: 'string',
      value: 'N',
      summary: {
        en: 'only the N best of each family',
        es: 'solo los N mejores de cada familia',
        ca: 'només els N millors de cada família',
      },
    },
    mutation: {
      type: 'string',
      value: 'none|equal|proportional|stepwise',
      default: 'none',
      summary: { en: 'mutation model', es: 'modelo de mutación', ca: 'model de mutació' },
    },
    'male-rate': rate(
      '0.003',
      'mutation rate of fathers',
      'tasa de mutación paterna',
      'taxa de mutació paterna',
    ),
    'female-rate': rate(
      '0.001',
      'mutation rate of mothers',
      'tasa de mutación materna',
      'taxa de mutació materna',
    ),
    rate2: rate(
      '0.000001',
      'stepwise: rate to another microvariant group',
      'stepwise: tasa hacia otro grupo de microvariantes',
      'stepwise: taxa cap a un altre grup de microvariants',
    ),
    range: rate(
      '0.1',
      'stepwise: ratio of one step more',
      'stepwise: razón de un paso más',
      'stepwise: raó d’un pas més',
    ),
    theta: rate('0', 'background relatedness', 'parentesco de fondo', 'parentiu de fons'),
    dropout: rate(
      '0',
      'chance that an allele of a candidate does not show',
      'probabilidad de que un alelo del candidato no se vea',
      'probabilitat que un al·lel del candidat no es vegi',
    ),
    silent: rate(
      '0',
      'frequency of a silent allele',
      'frecuencia de un alelo silente',
      'freqüència d’un al·lel silent',
    ),
  },
  async run({ options, result, note, say, progress, signal }) {
    const { input, frequencies, out } = options
    const top = options.top === undefined ? undefined : Number(options.top)
    const kind = options.mutation as 'none' | 'equal' | 'proportional' | 'stepwise'
    const known = ['none', 'equal', 'proportional', 'stepwise'].includes(kind)
    if (
      input === undefined ||
      frequencies === undefined ||
      out === undefined ||
      !known ||
      (top !== undefined && !(Number.isInteger(top) && top > 0))
    ) {
      note(say(whichFiles))
      return exit.usage
    }
    const model = {
      mutation:
        kind === 'none'
          ? null
          : {
              model: kind,
              maleRate: probability(options['male-rate'], 'male-rate'),
              femaleRate: probability(options['female-rate'], 'female-rate'),
              rate2: probability(options.rate2, 'rate2'),
              range: probability(options.range, 'range'),
            },
      theta: probability(options.theta, 'theta'),
      dropout: probability(options.dropout, 'dropout'),
      silent: probability(options.silent, 'silent'),
    }
    const search = await readSearchFile(input)
    const loci = prepareLoci(
      search.loci,
      await frequencyFolder(frequencies)(search.frequencies),
      model,
      search.frequencies,
    )
    const candidates = placeCandidates(search.candidates, loci)
    // Whoever reads the file finds it whole or not at all.
    const part = `${out}.part`
    const file = createWriteStream(part)
    const done = progress(say(families), search.families.length)
    try {
      file.write('family,candidate,log10LR\n')
      for (const family of search.families) {
        if (signal.aborted) break
        const found = searchFamily(family, candidates, loci, model)
        let lines = ''
        for (const i of bestOf(found, top)) {
          const value = found[i] as number
          lines += `${cell(family.id)},${cell(candidates.ids[i] ?? '')},${value === Number.NEGATIVE_INFINITY ? '-Inf' : value}\n`
        }
        if (!file.write(lines)) await once(file, 'drain')
        done.advance()
      }
      file.end()
      await finished(file)
      if (signal.aborted) return exit.interrupted
      await rename(part, out)
    } finally {
      file.destroy()
      await rm(part, { force: true })
    }
    done.finish()
    const pairs = search.families.length * candidates.ids.length
    result(
      { families: search.families.length, candidates: candidates.ids.length, pairs, out },
      () => `${pairs} → ${out}`,
    )
    return exit.ok
  },
})

/** An identifier as a CSV cell. */
const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const families = { en: 'Families', es: 'Familias', ca: 'Famílies' }
const whichFiles = {
  en: 'Say --input FILE --frequencies DIR --out FILE; --mutation none, equal, proportional or stepwise; --top a whole number.',
  es: 'Indique --input FILE --frequencies DIR --out FILE; --mutation none, equal, proportional o stepwise; --top un número entero.',
  ca: 'Indiqueu --input FILE --frequencies DIR --out FILE; --mutation none, equal, proportional o stepwise; --top un nombre enter.',
}
