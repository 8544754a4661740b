import { sql } from 'kysely'
import type { Secrets } from '#platform/identity'
import type { JobKind } from '#platform/jobs'
import { type Tx, fold } from '#platform/records'
import { type CheckCondition, checkKind, readCheck } from '../actions/check-signatures.ts'
import { domainMarkOf } from '../actions/offer-signature.ts'
import { domainOf } from '../canonical-address.ts'
import { openName } from '../queries/list-signatures.ts'
import { nameInWords } from '../signer.ts'

const atOnce = 1_000

/**
 * Carries a check one step further: looks, invalidates what was found, or undoes that. Each part is done anew without
 * harm: what was found is written once, and what is changed already is not changed again.
 */
export const checkJob: JobKind = {
  name: checkKind,
  async run({ payload, within, progress, signal, ground }) {
    const id = String(payload['check'])
    const { secrets } = ground
    if (!secrets) throw new Error('a check of signatures needs the instance key')
    const check = await within((tx) => readCheck(tx, id))
    const total = check.found ?? 0
    if (check.state === 'looking') {
      const found = await within(async (tx) => {
        const ids = await findMatching(tx, secrets, check.petitionId, check.condition)
        await sql`insert into signature_check_item (org_id, check_id, signature_id)
          select ${tx.actor.orgId}::uuid, ${id}::uuid, one from unnest(${ids}::uuid[]) one
          on conflict do nothing`.execute(tx.sql)
        await sql`update signature_check set state = 'found', found = ${ids.length}
          where org_id = ${tx.actor.orgId}::uuid and id = ${id}::uuid and state = 'looking'`.execute(tx.sql)
        return ids.length
      })
      return { found }
    }
    if (check.state !== 'running' && check.state !== 'undoing') return { changed: check.changed ?? 0 }
    const run = check.state === 'running'
    let changed = 0
    for (;;) {
      signal.throwIfAborted()
      const some = await within((tx) => changeSome(tx, id, run))
      changed += some
      progress(Math.min(changed, total), total)
      if (some < atOnce) break
    }
    return within(async (tx) => {
      const { rows } = await sql<{ changed: number }>`
        update signature_check c
           set state = ${run ? 'done' : 'undone'},
               changed = (select count(*)::int from signature s where s.org_id = c.org_id and s.check_id = c.id)
         where c.org_id = ${tx.actor.orgId}::uuid and c.id = ${id}::uuid returning changed`.execute(tx.sql)
      return { changed: rows[0]?.changed ?? 0 }
    })
  },
}

/** Changes at most `atOnce` signatures of the check; gives how many. */
async function changeSome(tx: Tx, checkId: string, run: boolean): Promise<number> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = run
    ? await sql`
        update signature s set state = 'invalidated', check_id = ${checkId}::uuid, ended_at = now()
          from (select x.id from signature_check_item i
                  join signature x on x.org_id = i.org_id and x.id = i.signature_id
                 where i.org_id = ${org} and i.check_id = ${checkId}::uuid and x.state = 'confirmed'
                 limit ${atOnce}) few
         where s.org_id = ${org} and s.id = few.id returning s.id`.execute(tx.sql)
    : await sql`
        update signature s set state = 'confirmed', check_id = null, ended_at = null
          from (select x.id from signature_check_item i
                  join signature x on x.org_id = i.org_id and x.id = i.signature_id
                 where i.org_id = ${org} and i.check_id = ${checkId}::uuid and x.state = 'invalidated'
                   and x.check_id = ${checkId}::uuid limit ${atOnce}) few
         where s.org_id = ${org} and s.id = few.id returning s.id`.execute(tx.sql)
  return rows.length
}

/** The confirmed signatures that fit all of the condition. */
async function findMatching(
  tx: Tx,
  secrets: Secrets,
  petitionId: string,
  condition: CheckCondition,
): Promise<readonly string[]> {
  const { from, until, country, language, way, domain, nameHas, sameName } = condition
  const org = tx.actor.orgId
  const { rows } = await sql<{ id: string; sealed: string | null }>`
    select s.id, ${nameHas || sameName ? sql`p.sealed` : sql`null as sealed`}
      from signature s left join signature_person p on p.org_id = s.org_id and p.signature_id = s.id
     where s.org_id = ${org}::uuid and s.petition_id = ${petitionId}::uuid and s.state = 'confirmed'
       ${from ? sql`and s.confirmed_at >= ${from}::timestamptz` : sql``}
       ${until ? sql`and s.confirmed_at < ${until}::timestamptz` : sql``}
       ${country ? sql`and s.country = ${country}` : sql``}
       ${language ? sql`and s.language = ${language}` : sql``}
       ${way ? sql`and s.way = ${way}` : sql``}
       ${domain ? sql`and s.domain_mark = mark_within(${domainMarkOf(secrets, org, domainOf(domain))}, s.petition_id)` : sql``}
     order by s.id`.execute(tx.sql)
  if (!nameHas && !sameName) return rows.map(({ id }) => id)
  const wanted = nameHas ? fold(nameHas) : ''
  const named = rows.map(({ id, sealed }) => {
    const name = openName(secrets, org, sealed)
    return { id, name: name ? fold(nameInWords(name)) : '' }
  })
  const often = new Map<string, number>()
  for (const { name } of named) often.set(name, (often.get(name) ?? 0) + 1)
  return named
    .filter(
      ({ name }) =>
        name !== '' &&
        (wanted === '' || name.includes(wanted)) &&
        (!sameName || (often.get(name) ?? 0) >= sameName),
    )
    .map(({ id }) => id)
}
