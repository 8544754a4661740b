import { asOption, defineCommand } from '#platform/cli'
import { withRequest } from '#platform/records'
import { today } from '#platform/retention'
import { asOperator } from './as-operator.ts'
import { dueText, everyDue, isDay } from './retention-due.ts'
import { words } from './retention-words.ts'

/** `amparo retention preview --org SLUG [--at DAY] [--json]`: what goes by its clock. Changes nothing. */
export const command = defineCommand({
  name: 'retention preview',
  summary: {
    en: 'Lists every record whose period is over by a day, with the rule and what happens then. Changes nothing.',
    es: 'Enumera cada registro cuyo plazo termina hasta un día, con la regla y lo que pasa después. No cambia nada.',
    ca: 'Enumera cada registre el termini del qual s’acaba fins a un dia, amb la regla i què passa després. No canvia res.',
  },
  options: {
    org: { type: 'string', value: 'SLUG', default: '', summary: words.orgOption },
    as: asOption,
    at: { type: 'string', value: 'DAY', default: '', summary: words.at },
  },
  async run({ config, options, result, say, note }) {
    const at = options.at || today()
    if (options.org === '' || !isDay(at)) {
      note(say(options.org === '' ? words.noOrg : words.badDay))
      return 2
    }
    const due = await asOperator(
      config(),
      { org: options.org, as: options.as, command: 'retention preview' },
      (house, actor) => withRequest(house, actor, (tx) => everyDue(tx, at)),
    )
    note(say(words.hidden))
    result(due, () => (due.length === 0 ? say(words.nothing) : dueText(due, say, words)))
    return 0
  },
})
