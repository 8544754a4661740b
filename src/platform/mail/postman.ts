import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { MailSettings } from '#platform/config'
import type { Database } from '#platform/db'
import type { Secrets } from '#platform/identity'
import { addressMark } from './address-mark.ts'
import { carry } from './carry.ts'
import { unsubscribePath, unsubscribeToken } from './unsubscribe.ts'

/** What the postman works with; a `House` has all but the settings. */
export interface MailGround {
  readonly db: Database
  readonly secrets: Secrets
  /** The first is used in links; none: this machine's own address. */
  readonly origins: readonly string[]
}

interface Taken {
  readonly org_id: string
  readonly id: string
  readonly reference: string
  readonly list: string | null
  readonly subject: string
  readonly body: string
  readonly language: string
  readonly attempts: number
  readonly address: string
}

/** How long to wait after the first, second … attempt, in minutes; after the last, the mail has failed. */
export const backoffMinutes: readonly number[] = [1, 5, 15, 60, 180, 360, 720, 1440]

/** A postman at work. */
export interface Postman {
  /** Carries what is in hand to its end and takes no more. */
  readonly stop: () => Promise<void>
}

/**
 * Carries the mails of every organisation as they become due. It looks every few seconds: a mail that waits to be tried
 * again has an hour of its own, and the rate is one for all processes, so that nothing would be gained by being called.
 */
export function startPostman(
  ground: MailGround,
  settings: MailSettings,
  options: { readonly everyMs?: number; readonly report?: (error: unknown) => void } = {},
): Postman {
  const report = options.report ?? ((error: unknown) => console.error('mail:', error))
  const ending = new AbortController()
  const loop = (async () => {
    while (!ending.signal.aborted) {
      const carried = await carryDue(ground, settings, ending.signal).catch((error: unknown) => {
        report(error)
        return 0
      })
      if (carried === 0)
        await wait(options.everyMs ?? 5_000, undefined, { signal: ending.signal, ref: false }).catch(
          () => undefined,
        )
    }
  })()
  return {
    stop: () => {
      ending.abort()
      return loop
    },
  }
}

const handful = 4

/** One round: what is due, at most four at once. Gives how many it had in hand. */
export async function carryDue(
  ground: MailGround,
  settings: MailSettings,
  signal?: AbortSignal,
): Promise<number> {
  if (signal?.aborted) return 0
  const { rows } = await sql<Taken>`select * from take_mail(${handful}, ${settings.perMinute})`.execute(
    ground.db,
  )
  await Promise.all(rows.map((mail) => carryOne(ground, settings, mail)))
  return rows.length
}

async function carryOne(
  { db, secrets, origins }: MailGround,
  settings: MailSettings,
  mail: Taken,
): Promise<void> {
  const mark = addressMark(secrets, mail.address)
  const settle = (how: string, answer: string | null, minutes = 0) =>
    sql`select settle_mail(${mail.org_id}::uuid, ${mail.id}::uuid, ${mail.attempts}, ${how}, ${answer},
      make_interval(mins => ${minutes}), ${mark})`.execute(db)
  const { rows } = await sql<{ yes: boolean }>`
    select mail_suppressed(${mail.org_id}::uuid, ${mark}, ${mail.list}) as yes`.execute(db)
  if (rows[0]?.yes) {
    await settle('suppressed', null)
    return
  }
  const origin = origins[0] ?? 'http://localhost:4747'
  const outcome = await carry(settings, origin, {
    to: mail.address,
    subject: mail.subject,
    body: mail.body,
    language: mail.language,
    reference: mail.reference,
    unsubscribe:
      mail.list === null
        ? null
        : `${origin}${unsubscribePath}${unsubscribeToken(secrets, mail.org_id, mail.list, mark)}`,
  })
  if (outcome.how === 'sent') await settle('sent', outcome.answer)
  else if (outcome.how === 'refused') {
    if (outcome.dead) await sql`select suppress_mail(${mail.org_id}::uuid, ${mark}, '', 'bounce')`.execute(db)
    await settle('failed', outcome.answer)
  } else {
    const minutes = backoffMinutes[mail.attempts - 1]
    if (minutes === undefined) await settle('failed', outcome.answer)
    else await settle('waiting', outcome.answer, minutes)
  }
}
