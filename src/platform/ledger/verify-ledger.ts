import { type Transaction, sql } from 'kysely'
import type { Database, Tables } from '#platform/db'
import { type Checkpoint, signatureHolds } from './checkpoint-signature.ts'
import { entryHash, noHash } from './entry-hash.ts'
import { type Finding, type Missing, type Named, judge } from './findings.ts'
import { type LyingEntry, readChain, readUnchained } from './read-chain.ts'

/** What was found in the chain of one organisation; nothing found means that it holds. */
export interface Verdict {
  readonly orgId: string
  readonly org: string
  /** Entries that were read. */
  readonly entries: number
  /** Where the chain ends, as the entries say. */
  readonly head: { readonly place: number; readonly hash: string }
  /** Checkpoints that were compared, kept ones among them. */
  readonly checkpoints: number
  readonly findings: readonly Finding[]
  /** There is more that is wrong than is listed. */
  readonly more: boolean
}

/** What to verify with, besides the database itself. */
export interface VerifyOptions {
  /** The instance's public key, as `ledgerKey` prints it: checkpoints signed by another are told. Null: not asked. */
  readonly key?: string | null
  /** Checkpoints that were kept elsewhere. */
  readonly kept?: readonly Checkpoint[]
}

/** More is not listed: a chain that was written anew is wrong at every place. */
export const mostFindings = 100

/**
 * Computes an organisation's chain anew, place by place, as of one moment, and compares it with what the entries say,
 * with the head, and with signed checkpoints. Takes the owner's login: nobody else sees all of it.
 */
export const verifyLedger = (
  owner: Database,
  org: { readonly id: string; readonly slug: string },
  options: VerifyOptions = {},
): Promise<Verdict> =>
  owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const own = await readCheckpoints(trx, org.id)
      const kept = (options.kept ?? []).filter((one) => one.org === org.id)
      const found: Finding[] = []
      for (const one of own) {
        if (!signatureHolds(one)) found.push({ kind: 'checkpoint_changed', place: one.place, time: one.at })
        else if (options.key && one.key !== options.key)
          found.push({ kind: 'checkpoint_key', place: one.place, time: one.at })
      }
      for (const one of kept)
        if (!signatureHolds(one)) found.push({ kind: 'kept_changed', place: one.place, time: one.at })
      const marks = [
        ...own.filter(signatureHolds).map((one) => ({ ...one, kept: false })),
        ...kept.filter(signatureHolds).map((one) => ({ ...one, kept: true })),
      ].sort((a, b) => a.place - b.place)

      const walk = await walkChain(trx, org.id, marks)
      found.push(...walk.findings)
      return {
        orgId: org.id,
        org: org.slug,
        entries: walk.entries,
        head: { place: walk.place, hash: walk.hash },
        checkpoints: own.length + kept.length,
        findings: found.slice(0, mostFindings),
        more: found.length > mostFindings || walk.more,
      }
    })

interface Walk {
  readonly entries: number
  readonly place: number
  readonly hash: string
  readonly findings: readonly Finding[]
  readonly more: boolean
}

type Mark = Checkpoint & { readonly kept: boolean }

async function walkChain(trx: Transaction<Tables>, orgId: string, marks: readonly Mark[]): Promise<Walk> {
  const head = await readHead(trx, orgId)
  const missing: Missing[] = []
  const suspects: LyingEntry[] = []
  const others: Finding[] = []
  let entries = 0
  let more = false
  let nextMark = 0
  // The highest place so far, the entry that was read last, and whether it is what its own hash says.
  let reached = 0
  let before: LyingEntry | null = null
  let sound = true
  const suspect = (entry: LyingEntry) => {
    if (suspects.length < mostFindings) suspects.push(entry)
    else more = true
  }
  const miss = (to: number, next: LyingEntry | null) => {
    const one = { kind: 'missing', from: reached + 1, to, after: named(before), before: named(next) } as const
    if (missing.length < mostFindings) missing.push(one)
    else more = true
  }
  const compareMarks = (place: number, hash: string | null) => {
    for (let mark = marks[nextMark]; mark && mark.place <= place; mark = marks[++nextMark])
      if (mark.place < place || mark.hash !== hash)
        others.push({
          kind: mark.kept ? 'kept_differs' : 'checkpoint_differs',
          place: mark.place,
          time: mark.at,
        })
  }

  for await (const entry of readChain(trx, orgId)) {
    entries++
    const place = Number(entry.place)
    const follows = place === reached + 1
    if (place > reached + 1) miss(place - 1, entry)
    compareMarks(place, entry.hash)
    const beforeSound = sound
    sound = place > reached && entryHash(entry) === entry.hash
    if (!sound) suspect(entry)
    else if (follows && beforeSound && entry.previous !== (before?.hash ?? noHash))
      // Both are as their own hashes say, and do not fit: the one before was changed and hashed anew.
      suspect(before ?? entry)
    reached = Math.max(reached, place)
    before = entry
  }
  compareMarks(Number.MAX_SAFE_INTEGER, null)
  suspects.push(...(await readUnchained(trx, orgId, mostFindings)))
  if (head.place > reached) miss(head.place, null)
  // Where the last entry itself is in doubt, the head is not.
  else if (sound && (head.place < reached || head.hash !== (before?.hash ?? noHash)))
    others.push({ kind: 'head', place: head.place, entries: reached })
  return {
    entries,
    place: reached,
    hash: before?.hash ?? noHash,
    findings: [...judge(missing, suspects, head.place), ...others],
    more,
  }
}

const named = (entry: LyingEntry | null): Named | null =>
  entry && { place: Number(entry.place), act: entry.act, time: entry.time }

async function readHead(
  trx: Transaction<Tables>,
  orgId: string,
): Promise<{ readonly place: number; readonly hash: string }> {
  const { rows } = await sql<{ place: string; hash: string }>`
    select place::text, encode(hash, 'hex') as hash from ledger_head where org_id = ${orgId}::uuid`.execute(
    trx,
  )
  return { place: Number(rows[0]?.place ?? 0), hash: rows[0]?.hash ?? noHash }
}

async function readCheckpoints(trx: Transaction<Tables>, orgId: string): Promise<readonly Checkpoint[]> {
  const { rows } = await sql<Omit<Checkpoint, 'place'> & { place: string }>`
    select org_id::text as org, place::text, encode(hash, 'hex') as hash,
           to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, key, encode(signature, 'base64') as signature
      from ledger_checkpoint where org_id = ${orgId}::uuid order by place`.execute(trx)
  return rows.map((row) => ({
    ...row,
    place: Number(row.place),
    signature: row.signature.replaceAll('\n', ''),
  }))
}
