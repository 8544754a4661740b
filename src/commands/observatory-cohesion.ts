import { defineCommand, exit } from '#platform/cli'
import { bodies, caveats, cell, cohesionTable, refuseOption, writeLines } from '#modules/observatory/files'
import { checkLayout, outFile, repeatedRows, votesFile } from './observatory-words.ts'

/** `amparo observatory cohesion`: how far groups vote as one, as `year,group,index,rollcalls`. No database. */
export const command = defineCommand({
  name: 'observatory cohesion',
  summary: {
    en: 'Computes how far groups of states vote as one, year by year.',
    es: 'Calcula en qué medida los grupos de Estados votan unidos, año por año.',
    ca: 'Calcula en quina mesura els grups d’Estats voten units, any per any.',
  },
  details: caveats.cohesion,
  options: {
    votes: votesFile,
    resolutions: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'texts: record_id, year, body (CSV, plain or .gz)',
        es: 'textos: record_id, year, body (CSV, o .gz)',
        ca: 'textos: record_id, year, body (CSV, o .gz)',
      },
    },
    groups: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'who belongs where: iso3, group (CSV); a state may stand in several',
        es: 'quién pertenece a qué: iso3, group (CSV); un Estado puede figurar en varios',
        ca: 'qui pertany on: iso3, group (CSV); un Estat pot ser en diversos',
      },
    },
    layout: {
      type: 'string',
      value: 'hrc',
      default: 'hrc',
      summary: {
        en: 'how the files are laid out',
        es: 'disposición de los archivos',
        ca: 'disposició dels fitxers',
      },
    },
    body: {
      type: 'string',
      value: 'council|commission',
      default: 'council',
      summary: {
        en: 'Human Rights Council, or its Commission before 2006',
        es: 'Consejo de Derechos Humanos, o la Comisión anterior a 2006',
        ca: 'Consell de Drets Humans, o la Comissió anterior a 2006',
      },
    },
    out: outFile,
  },
  async run({ options, result, note, say, signal }) {
    const { votes, resolutions, groups, out, body } = options
    if (votes === undefined || resolutions === undefined || groups === undefined || out === undefined) {
      note(say(whichFiles))
      return exit.usage
    }
    checkLayout(options.layout, 'hrc')
    if (body !== 'council' && body !== 'commission')
      throw refuseOption('body', body, {
        en: 'council or commission',
        es: 'council o commission',
        ca: 'council o commission',
      })
    const table = await cohesionTable({ votes, resolutions, groups }, body)
    const lines = table.rows.map(
      ({ year, group, index, rollCalls }) => `${year},${cell(group)},${index.toFixed(6)},${rollCalls}`,
    )
    const whole = await writeLines(out, 'year,group,index,rollcalls', lines, signal)
    if (!whole) return exit.interrupted
    const repeated = repeatedRows(table.repeated)
    if (repeated) note(say(repeated))
    const left = table.ungrouped.join(', ')
    if (left !== '')
      note(
        say({
          en: `States that voted and stand in no group of the file: ${left}.`,
          es: `Estados que votaron y no figuran en ningún grupo del archivo: ${left}.`,
          ca: `Estats que van votar i no són en cap grup del fitxer: ${left}.`,
        }),
      )
    note(say(caveats.cohesion))
    result({ body: bodies[body], rows: lines.length, ungrouped: table.ungrouped, out }, () =>
      say({
        en: `${lines.length} rows → ${out}`,
        es: `${lines.length} filas → ${out}`,
        ca: `${lines.length} files → ${out}`,
      }),
    )
    return exit.ok
  },
})

const whichFiles = {
  en: 'Say --votes FILE --resolutions FILE --groups FILE --out FILE.',
  es: 'Indique --votes FILE --resolutions FILE --groups FILE --out FILE.',
  ca: 'Indiqueu --votes FILE --resolutions FILE --groups FILE --out FILE.',
}
