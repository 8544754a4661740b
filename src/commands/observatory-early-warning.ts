import { defineCommand, exit } from '#platform/cli'
import { caveats, cell, earlyWarningTable, refuseOption, writeLines } from '#modules/observatory/files'
import { outFile } from './observatory-words.ts'

/** `amparo observatory early-warning`: the risk of mass killing by country, as `country,year,risk,rank`. No database. */
export const command = defineCommand({
  name: 'observatory early-warning',
  summary: {
    en: 'Refits the Early Warning Project’s model of mass killing and ranks countries by risk.',
    es: 'Vuelve a ajustar el modelo de matanzas masivas del Early Warning Project y ordena los países por riesgo.',
    ca: 'Torna a ajustar el model de matances massives de l’Early Warning Project i ordena els països per risc.',
  },
  details: caveats.earlyWarning,
  options: {
    data: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'country-years in the layout of the Early Warning Project (CSV, plain or .gz)',
        es: 'países y años en la disposición del Early Warning Project (CSV, o .gz)',
        ca: 'països i anys en la disposició de l’Early Warning Project (CSV, o .gz)',
      },
    },
    'train-to': {
      type: 'string',
      value: 'YEAR',
      summary: {
        en: 'the last year to learn from (two before the last, if not said)',
        es: 'el último año del que se aprende (dos antes del último, si no se indica)',
        ca: "l'últim any del qual s'aprèn (dos abans de l'últim, si no s'indica)",
      },
    },
    out: outFile,
  },
  async run({ options, result, note, say, signal }) {
    const { data, out } = options
    const given = options['train-to']
    if (data === undefined || out === undefined) {
      note(say(whichFiles))
      return exit.usage
    }
    if (given !== undefined && !/^\d{4}$/.test(given))
      throw refuseOption('train-to', given, { en: 'a year', es: 'un año', ca: 'un any' })
    const table = await earlyWarningTable(data, given === undefined ? undefined : Number(given))
    const lines = table.rows.map(
      ({ country, year, risk, rank }) => `${cell(country)},${year},${risk.toFixed(6)},${rank}`,
    )
    const whole = await writeLines(out, 'country,year,risk,rank', lines, signal)
    if (!whole) return exit.interrupted
    const { rows, ...method } = table
    const without = table.withoutRisk.join(', ')
    if (without !== '')
      note(
        say({
          en: `No risk for want of a predictor: ${without}.`,
          es: `Sin riesgo por falta de un predictor: ${without}.`,
          ca: `Sense risc per manca d’un predictor: ${without}.`,
        }),
      )
    note(say(caveats.earlyWarning))
    result({ countries: rows.length, ...method, out }, () =>
      say({
        en: `${rows.length} countries, learnt from ${table.learnt} country-years with ${table.onsets} onsets → ${out}`,
        es: `${rows.length} países, a partir de ${table.learnt} países y años con ${table.onsets} inicios → ${out}`,
        ca: `${rows.length} països, a partir de ${table.learnt} països i anys amb ${table.onsets} inicis → ${out}`,
      }),
    )
    return exit.ok
  },
})

const whichFiles = {
  en: 'Say --data FILE --out FILE.',
  es: 'Indique --data FILE --out FILE.',
  ca: 'Indiqueu --data FILE --out FILE.',
}
