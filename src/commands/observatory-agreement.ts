import { defineCommand, exit } from '#platform/cli'
import { agreementTable, caveats, readWindow, writeLines } from '#modules/observatory/files'
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

/** `amparo observatory agreement`: agreement of each two states, as `ccode1,ccode2,agreement,n`. No database. */
export const command = defineCommand({
  name: 'observatory agreement',
  summary: {
    en: 'Computes how often each two states voted alike.',
    es: 'Calcula cuánto coinciden los votos de cada dos Estados.',
    ca: 'Calcula fins a quin punt coincideixen els vots de cada dos Estats.',
  },
  details: caveats.agreement,
  options: {
    votes: votesFile,
    rollcalls: rollCallsFile,
    layout: voetenLayout,
    session: {
      type: 'string',
      value: 'N|A-B',
      summary: {
        en: 'only this session, or these',
        es: 'solo este período de sesiones, o estos',
        ca: 'només aquest període de sessions, o aquests',
      },
    },
    issue: issueOption,
    important: importantOption,
    out: outFile,
  },
  async run({ options, result, note, say, signal }) {
    const { votes, rollcalls, out } = options
    if (votes === undefined || rollcalls === undefined || out === undefined) {
      note(say(whichFiles))
      return exit.usage
    }
    checkLayout(options.layout, 'voeten')
    const window = readWindow('session', options.session, options.issue, options.important)
    const table = await agreementTable({ votes, rollCalls: rollcalls }, window)
    const lines = table.rows.map(
      ({ ccode1, ccode2, agreement, n }) => `${ccode1},${ccode2},${agreement.toFixed(8)},${n}`,
    )
    const whole = await writeLines(out, 'ccode1,ccode2,agreement,n', lines, signal)
    if (!whole) return exit.interrupted
    const repeated = repeatedRows(table.repeated)
    if (repeated) note(say(repeated))
    note(say(caveats.agreement))
    const { states, rollCalls } = table
    result({ states, rollCalls, pairs: lines.length, out }, () =>
      say({
        en: `${lines.length} pairs of ${states} states, ${rollCalls} roll calls → ${out}`,
        es: `${lines.length} pares de ${states} Estados, ${rollCalls} votaciones → ${out}`,
        ca: `${lines.length} parells de ${states} Estats, ${rollCalls} votacions → ${out}`,
      }),
    )
    return exit.ok
  },
})

const whichFiles = {
  en: 'Say --votes FILE --rollcalls FILE --out FILE.',
  es: 'Indique --votes FILE --rollcalls FILE --out FILE.',
  ca: 'Indiqueu --votes FILE --rollcalls FILE --out FILE.',
}
