import { defineCommand, exit } from '#platform/cli'
import { caveats, idealPointTable, readWindow, writeLines } from '#modules/observatory/files'
import {
  checkLayout,
  importantOption,
  issueOption,
  outFile,
  repeatedRows,
  rollCallsFile,
  voetenLayout,
  votesFile,
} from './observatory-words.ts'

/** `amparo observatory ideal-points`: where states stood, as `session,ccode,estimate,low,high`. No database. */
export const command = defineCommand({
  name: 'observatory ideal-points',
  summary: {
    en: 'Estimates where states stood in each session, from how they voted.',
    es: 'Estima dónde se situó cada Estado en cada período de sesiones, según sus votos.',
    ca: 'Estima on se situava cada Estat en cada període de sessions, segons els seus vots.',
  },
  details: caveats.idealPoints,
  options: {
    votes: votesFile,
    rollcalls: rollCallsFile,
    matches: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'roll calls that repeat earlier ones: rcid1, rcid2 (CSV)',
        es: 'votaciones que repiten otras anteriores: rcid1, rcid2 (CSV)',
        ca: 'votacions que en repeteixen d’anteriors: rcid1, rcid2 (CSV)',
      },
    },
    layout: voetenLayout,
    sessions: {
      type: 'string',
      value: 'A-B',
      summary: {
        en: 'only these sessions',
        es: 'solo estos períodos de sesiones',
        ca: 'només aquests períodes de sessions',
      },
    },
    issue: issueOption,
    important: importantOption,
    out: outFile,
  },
  async run({ options, result, note, say, signal }) {
    const { votes, rollcalls, matches, out } = options
    if (votes === undefined || rollcalls === undefined || out === undefined) {
      note(say(whichFiles))
      return exit.usage
    }
    checkLayout(options.layout, 'voeten')
    const window = readWindow('sessions', options.sessions, options.issue, options.important)
    const table = await idealPointTable({ votes, rollCalls: rollcalls, matches }, window)
    const lines = table.rows.map(
      ({ session, ccode, estimate, low, high }) =>
        `${session},${ccode},${estimate.toFixed(6)},${low.toFixed(6)},${high.toFixed(6)}`,
    )
    const whole = await writeLines(out, 'session,ccode,estimate,low,high', lines, signal)
    if (!whole) return exit.interrupted
    const repeated = repeatedRows(table.repeated)
    if (repeated) note(say(repeated))
    if (!table.settled) note(say(unsettled))
    note(say(caveats.idealPoints))
    const { rollCalls, iterations, settled } = table
    const cast = table.votes
    result({ rows: lines.length, rollCalls, votes: cast, iterations, settled, out }, () =>
      say({
        en: `${lines.length} positions from ${cast} votes in ${rollCalls} roll calls → ${out}`,
        es: `${lines.length} posiciones a partir de ${cast} votos en ${rollCalls} votaciones → ${out}`,
        ca: `${lines.length} posicions a partir de ${cast} vots en ${rollCalls} votacions → ${out}`,
      }),
    )
    return exit.ok
  },
})

const unsettled = {
  en: 'The positions had not yet stood still when the iterations ran out: take them as approximate.',
  es: 'Las posiciones aún no se habían estabilizado al agotarse las iteraciones: tómelas como aproximadas.',
  ca: 'Les posicions encara no s’havien estabilitzat en exhaurir-se les iteracions: preneu-les com a aproximades.',
}
const whichFiles = {
  en: 'Say --votes FILE --rollcalls FILE --out FILE, and --matches FILE if there is one.',
  es: 'Indique --votes FILE --rollcalls FILE --out FILE y, si lo hay, --matches FILE.',
  ca: 'Indiqueu --votes FILE --rollcalls FILE --out FILE i, si n’hi ha, --matches FILE.',
}
