import { sql } from 'kysely'
import { Problem } from '#platform/problem'
import { type Tx, readRecords } from '#platform/records'
import { sendingWords } from './messages.ts'

/** What follows from a consent that is lacking: nothing goes; a written reason has to stand for it; it is only said. */
export type Follows = 'refuses' | 'justify' | 'told'

/** A consent that is lacking: of whom, for what, and why there is none. */
export interface Lack {
  readonly personId: string
  /** The title of the person's record; null for who may not see it. */
  readonly name: string | null
  /** `act`, `name_to_state`, `name_public`; or `publicity`, decided for silence. */
  readonly scope: string
  /** A reason of `consentLacks`, or `quiet`. */
  readonly reason: string
  readonly follows: Follows
}

/** For whom a submission is: the people it names, else those at risk in its case. */
export async function peopleOf(tx: Tx, submissionId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ people: readonly string[] | null }>`
    select people_of_submission(${submissionId}::uuid) as people`.execute(tx.sql)
  return rows[0]?.people ?? []
}

/**
 * What stands against sending, asked of the database by the same function that refuses there. `told`: whom
 * the mechanism is told by name; `named`: whom the State or the public will be. The day is of UTC.
 */
export async function readLacks(
  tx: Tx,
  asked: {
    readonly mechanism: string
    readonly people: readonly string[]
    readonly told: readonly string[]
    readonly named: readonly string[]
    readonly day?: string
  },
): Promise<readonly Lack[]> {
  const day = asked.day ?? new Date().toISOString().slice(0, 10)
  const { rows } = await sql<{ person: string; scope: string; reason: string; follows: Follows }>`
    select person, scope, reason, follows
      from what_submission_lacks(${asked.mechanism}, ${[...asked.people]}::uuid[], ${[...asked.told]}::uuid[],
        ${[...asked.named]}::uuid[], ${day}::date)
     order by person, scope`.execute(tx.sql)
  const titles = new Map(
    (await readRecords(tx, [...new Set(rows.map(({ person }) => person))])).map((one) => [one.id, one.title]),
  )
  return rows.map(({ person, ...row }) => ({ personId: person, name: titles.get(person) ?? null, ...row }))
}

/** Refuses with who has not agreed to what, in three languages; `reason` stands for what may be justified. */
export function refuseLacks(lacks: readonly Lack[], reason: string): void {
  const against = lacks.filter(
    ({ follows }) => follows === 'refuses' || (follows === 'justify' && reason.trim() === ''),
  )
  if (against.length === 0) return
  const justifiable = against.every(({ follows }) => follows === 'justify')
  const said = (language: 'en' | 'es' | 'ca') => {
    const w = sendingWords(language)
    return [
      w('lacking', { list: against.map((lack) => lackInWords(lack, language)).join('; ') }),
      w(justifiable ? 'lacking_justify' : 'lacking_refuses'),
    ].join(' ')
  }
  const explanation = { en: said('en'), es: said('es'), ca: said('ca') }
  if (justifiable)
    throw new Problem('invalid', { explanation, fields: [{ field: 'reason', message: explanation }] })
  throw new Problem('conflict', { explanation })
}

const scopes = ['act', 'name_to_state', 'name_public', 'publicity'] as const
const reasons = [
  'none',
  'other_scope',
  'other_purpose',
  'other_channel',
  'not_yet',
  'expired',
  'withdrawn',
  'quiet',
] as const

/** Why a consent is lacking, in words: “withdrawn”. */
export function whyInWords({ reason }: Pick<Lack, 'reason'>, language: 'en' | 'es' | 'ca'): string {
  const known = reasons.find((one) => one === reason)
  return known ? sendingWords(language)(`why_${known}`) : reason
}

/** A lack in words: “Lucía Soler: naming to the State (withdrawn)”. */
export function lackInWords(lack: Lack, language: 'en' | 'es' | 'ca'): string {
  const w = sendingWords(language)
  const scope = scopes.find((one) => one === lack.scope)
  return w('lack', {
    who: lack.name ?? w('somebody'),
    what: scope ? w(`scope_${scope}`) : lack.scope,
    why: whyInWords(lack, language),
  })
}
