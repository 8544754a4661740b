// Whether the times tell what the answers do not: a record that is forbidden from one that is absent, a wrong passphrase from
// an unknown account. The two kinds are asked in turn, by one client. Prints JSON.
//   node bench/timing.ts [--samples 400]
// `told`: how often the slower of a pair is the forbidden (or the existing) one, ties halved; 0.5 is no difference at all.
// `doubt`: three times the standard error of that. A difference within the doubt is not shown.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { loadInstanceKey } from '#platform/files'
import { hashPassphrase, openSecrets } from '#platform/identity'
import { createPerson, signIn } from '../tests/robustness/person.ts'
import { endPrograms, newHome, startProgram } from '../tests/robustness/program.ts'
import { getAs, newMembers, withLogins } from './sample/crowd.ts'
import { load, timesOf } from './sample/measure.ts'

const { values: options } = parseArgs({ options: { samples: { type: 'string', default: '400' } } })
const samples = Number(options.samples)

/** The chance that one of `one` is above one of `other`. */
function chanceAbove(one: readonly number[], other: readonly number[]): number {
  const ranked = [...one.map((time) => [time, 1] as const), ...other.map((time) => [time, 0] as const)].sort(
    ([a], [b]) => a - b,
  )
  let [below, above] = [0, 0]
  for (const [, isOne] of ranked)
    if (isOne) above += below
    else below += 1
  return above / (one.length * other.length)
}

async function compare(
  ask: (kind: 'there' | 'absent') => Promise<Response>,
  count: number,
  between: () => Promise<unknown> = () => Promise.resolve(),
) {
  const times = { there: [] as number[], absent: [] as number[] }
  const answers = new Set<string>()
  for (let i = -5; i < count; i += 1)
    for (const kind of i % 2 === 0 ? (['there', 'absent'] as const) : (['absent', 'there'] as const)) {
      const began = performance.now()
      const answer = await ask(kind)
      const text = await answer.text()
      const took = performance.now() - began
      await between()
      answers.add(`${answer.status} ${text.length}`)
      if (i >= 0) times[kind].push(took)
    }
  if (answers.size !== 1) throw new Error(`the answers differ: ${[...answers].join(', ')}`)
  const told = chanceAbove(times.there, times.absent)
  // Of a Mann-Whitney statistic where there is no difference.
  const doubt = 3 * Math.sqrt((2 * count + 1) / (12 * count * count))
  return {
    answer: [...answers][0],
    there: timesOf(times.there),
    absent: timesOf(times.absent),
    told: Math.round(told * 1000) / 1000,
    doubt: Math.round(doubt * 1000) / 1000,
    shown: Math.abs(told - 0.5) > doubt,
  }
}

const home = newHome()
try {
  const program = await startProgram(home)
  const path = await createPerson(await signIn(program), 'Hidden')
  const id = path.split('/').at(-1) ?? ''
  const [member, other] = await newMembers(home, 2)
  if (!member || !other) throw new Error('nobody to ask')
  const slug = await withLogins(home, async (owner) => {
    await owner.updateTable('record').set({ visibility: 'restricted' }).where('id', '=', id).execute()
    await owner
      .updateTable('record_key')
      .set({ visibility: 'restricted' })
      .where('record_id', '=', id)
      .execute()
    const pepper = openSecrets(loadInstanceKey(home)).pepper
    await owner
      .insertInto('passphrase')
      .values({
        org_id: other.orgId,
        account_id: other.accountId,
        hash: await hashPassphrase('four words of nothing', pepper),
      })
      .execute()
    await owner.updateTable('account').set({ login: 'there' }).where('id', '=', other.accountId).execute()
    return (await owner.selectFrom('org').select('slug').executeTakeFirstOrThrow()).slug
  })
  const page = (kind: 'there' | 'absent', before: string) =>
    getAs(program.url, member, `${before}${kind === 'there' ? id : randomUUID()}`)
  const figures = {
    'the page of a record': await compare((kind) => page(kind, '/workspace/record/'), samples),
    'a record by the API': await compare((kind) => page(kind, '/api/v1/records/person/'), samples),
    'sign-in': await withLogins(home, (owner) =>
      compare(
        (kind) =>
          fetch(`${program.url}/sign-in`, {
            method: 'POST',
            redirect: 'manual',
            headers: { origin: program.url },
            // As long as the one that is there.
            body: new URLSearchParams({
              org: slug,
              login: kind === 'there' ? 'there' : 'wrong',
              passphrase: 'not these words',
            }),
          }),
        Math.min(samples, 100),
        // Five failures are the most; here it is looked for what they would hide.
        () => sql`delete from sign_in_attempt`.execute(owner),
      ),
    ),
  }
  program.interrupt()
  await program.ended
  console.log(JSON.stringify({ samples, figures, loadAverage: load() }, null, 2))
} finally {
  await endPrograms()
}
