import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { defineCommand, exit } from '#platform/cli'
import {
  checkFamilies,
  csvRows,
  type FrequencyTable,
  frequencyFolder,
  heading,
  type LinesHeader,
  placeCandidates,
  prepareLoci,
  readHeader,
  readSearchFile,
  type SearchFile,
  scoreFamily,
  searchLines,
  tablesOf,
} from '#modules/identification/files'
import { familyBar, inputOptions, keepOptions, readKeep } from './identify-input.ts'
import { modelOptions, readModel } from './identify-model.ts'

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
    ...inputOptions,
    out: {
      type: 'string',
      value: 'FILE',
      summary: { en: 'where to write', es: 'dónde escribir', ca: 'on escriure' },
    },
    ...keepOptions,
    ...modelOptions,
  },
  async run({ options, result, note, say, progress, signal }) {
    const { input, frequencies, out } = options
    const keep = readKeep(options.top, options['at-least'])
    if (input === undefined || frequencies === undefined || out === undefined || !keep) {
      note(say(whichFiles))
      return exit.usage
    }
    const model = readModel(options)
    const tableOf = frequencyFolder(frequencies)
    const header = await readHeader(input)
    const found = header
      ? await searchInThreads(header, await tableOf(header.frequencies))
      : await searchAtOnce(await readSearchFile(input), tableOf)
    if (!found) return exit.interrupted
    const pairs = found.families * found.candidates
    result({ ...found, pairs, out }, () => `${pairs} → ${out}`)
    return exit.ok

    async function searchInThreads(lines: LinesHeader, table: FrequencyTable) {
      const bar = familyBar(progress, say)
      try {
        const file = { file: input ?? '', header: lines, table, model, out: out ?? '' }
        return await searchLines({ ...file, keep: keep ?? {}, signal, onFamilies: bar.at })
      } catch (error) {
        if (signal.aborted) return undefined
        throw error
      } finally {
        bar.finish()
      }
    }

    /** A file that fits in memory: quicker without threads. */
    async function searchAtOnce(search: SearchFile, tables: ReturnType<typeof frequencyFolder>) {
      const table = await tables(search.frequencies)
      const loci = prepareLoci(search.loci, table, model, search.frequencies)
      checkFamilies(search.families)
      const { ids, places } = placeCandidates(search.candidates, loci)
      const bar = familyBar(progress, say)
      // Whoever reads the file finds it whole or not at all.
      const part = `${out}.part`
      const file = createWriteStream(part)
      try {
        file.write(heading)
        for (const [done, family] of search.families.entries()) {
          if (signal.aborted) return undefined
          const scores = scoreFamily(tablesOf(family, loci, model), places, ids.length, keep ?? {})
          if (!file.write(csvRows({ id: family.id, ...scores }, ids))) await once(file, 'drain')
          bar.at(done + 1, search.families.length)
        }
        file.end()
        await finished(file)
        await rename(part, out ?? '')
      } finally {
        file.destroy()
        await rm(part, { force: true })
        bar.finish()
      }
      return { families: search.families.length, candidates: ids.length }
    }
  },
})

const whichFiles = {
  en: 'Say --input FILE --frequencies DIR --out FILE; --top a whole number; --at-least a number.',
  es: 'Indique --input FILE --frequencies DIR --out FILE; --top un número entero; --at-least un número.',
  ca: 'Indiqueu --input FILE --frequencies DIR --out FILE; --top un nombre enter; --at-least un nombre.',
}
