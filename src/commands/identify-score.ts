import { defineCommand, exit } from '#platform/cli'
import { frequencyFolder, readCaseFile, scoreCases } from '#modules/identification/files'

/** `amparo identify score --cases FILE --frequencies DIR`: the likelihood ratios of written-down comparisons. No database. */
export const command = defineCommand({
  name: 'identify score',
  summary: {
    en: 'Computes the likelihood ratio of each comparison in a file.',
    es: 'Calcula la razón de verosimilitud de cada comparación de un archivo.',
    ca: 'Calcula la raó de versemblança de cada comparació d’un fitxer.',
  },
  options: {
    cases: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'comparisons (amparo-kinship-cases/1)',
        es: 'comparaciones (amparo-kinship-cases/1)',
        ca: 'comparacions (amparo-kinship-cases/1)',
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
  },
  async run({ options, result, note, say }) {
    if (options.cases === undefined || options.frequencies === undefined) {
      note(say(whichFiles))
      return exit.usage
    }
    const scored = await scoreCases(await readCaseFile(options.cases), frequencyFolder(options.frequencies))
    const cases = scored.map(({ id, perLocus, LR, log10LR, exclusions }) => ({
      id,
      perLocus: Object.fromEntries(perLocus),
      LR,
      log10LR,
      exclusions,
    }))
    result({ cases }, () =>
      cases
        .map(({ id, LR, log10LR, exclusions }) =>
          LR === 0
            ? `${id}  LR 0  (${exclusions.join(', ')})`
            : `${id}  LR ${LR.toPrecision(6)}  log10 ${log10LR.toFixed(4)}`,
        )
        .join('\n'),
    )
    return exit.ok
  },
})

const whichFiles = {
  en: 'Say which files: --cases FILE --frequencies DIR.',
  es: 'Indique los archivos: --cases FILE --frequencies DIR.',
  ca: 'Indiqueu els fitxers: --cases FILE --frequencies DIR.',
}
