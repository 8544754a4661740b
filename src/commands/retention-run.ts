import { asOption, defineCommand, exit } from '#platform/cli'
import { Problem } from '#platform/problem'
import { withRequest } from '#platform/records'
import {
  type ItemOutcome,
  cancelRun,
  confirmRun,
  needsSecondPerson,
  prepareRun,
  retentionJob,
  today,
} from '#platform/retention'
import { asOperator } from './as-operator.ts'
import { dueText, everyDue } from './retention-due.ts'
import { words } from './retention-words.ts'

/**
 * `amparo retention run --org SLUG [--yes]`: takes away what goes today by its clock. Without `--yes` it only says what
 * would go. What asks for two people is left to them.
 */
export const command = defineCommand({
  name: 'retention run',
  summary: {
    en: 'Takes away what goes today by its clock, after showing it.',
    es: 'Elimina lo que hoy cumple su plazo, después de mostrarlo.',
    ca: 'Suprimeix el que avui compleix el termini, després de mostrar-ho.',
  },
  options: {
    org: { type: 'string', value: 'SLUG', default: '', summary: words.orgOption },
    as: asOption,
    yes: { type: 'boolean', summary: words.yes },
  },
  async run({ config, options, result, say, note, signal, progress }) {
    if (options.org === '') {
      note(say(words.noOrg))
      return 2
    }
    return asOperator(
      config(),
      { org: options.org, as: options.as, command: 'retention run' },
      async (house, actor) => {
        const within = <Result>(action: Parameters<typeof withRequest<Result>>[2]) =>
          withRequest(house, actor, action)
        const going = (await within((tx) => everyDue(tx, today()))).filter(
          (one) => one.end !== 'review' && !one.held,
        )
        if (going.length === 0) {
          result({ run: null, outcome: {} }, () => say(words.nothing))
          return exit.ok
        }
        if (!options.yes) {
          result({ run: null, would: going }, () => `${say(words.notYet)}\n${dueText(going, say, words)}`)
          return exit.ok
        }
        const { id, count } = await within((tx) => prepareRun(tx))
        if (await within((tx) => needsSecondPerson(tx, id))) {
          await within((tx) => cancelRun(tx, id))
          throw new Problem('conflict', { explanation: words.second })
        }
        const { jobId } = await within((tx) => confirmRun(tx, id))
        const bar = progress(say(words.taking), count)
        let done = 0
        const outcome = (await retentionJob.run({
          jobId,
          payload: { run: id },
          actor,
          ground: house,
          within,
          progress: (now) => {
            bar.advance(now - done)
            done = now
          },
          cancelled: () => signal.aborted,
          signal,
        })) as Partial<Record<ItemOutcome, number>>
        bar.finish()
        result({ run: id, outcome }, () =>
          Object.entries(outcome)
            .map(([name, number]) => `${say(words.outcome[name as ItemOutcome])}: ${number}`)
            .join('\n'),
        )
        return exit.ok
      },
    )
  },
})
