import { sql } from 'kysely'
import type { JobKind } from '#platform/jobs'
import { writeLedger } from '#platform/ledger'
import { type Tx, deleteRecord, readRecordsInBulk } from '#platform/records'
import { readClocks } from './clocks.ts'
import { type ItemOutcome, type RunItem, countItems, listItems, readRun, runKind, today } from './runs.ts'

const atOnce = 50

/**
 * Takes away the records of a confirmed run, some in a transaction. Each is looked at once more: whatever has happened
 * to it since it was shown keeps it. Taken again after an interruption it goes on where it was.
 */
export const retentionJob: JobKind = {
  name: runKind,
  async run({ payload, within, progress, signal }) {
    const runId = String(payload['run'])
    const total = await within(async (tx) =>
      (await countItems(tx, runId)).reduce((sum, one) => sum + one.count, 0),
    )
    let done = 0
    for (;;) {
      signal.throwIfAborted()
      const taken = await within(async (tx) => {
        const items = await listItems(tx, runId, { open: true, limit: atOnce })
        await takeAway(tx, runId, items)
        return items.length
      })
      if (taken === 0) break
      done += taken
      progress(done, Math.max(total, done))
    }
    return within(async (tx) => {
      if ((await readRun(tx, runId)).state === 'confirmed')
        await tx.sql
          .updateTable('retention_run')
          .set({ state: 'done' })
          .where('org_id', '=', tx.actor.orgId)
          .where('id', '=', runId)
          .execute()
      const counts: Partial<Record<ItemOutcome, number>> = {}
      for (const { outcome, count } of await countItems(tx, runId))
        if (outcome) counts[outcome] = (counts[outcome] ?? 0) + count
      return counts
    })
  },
}

async function takeAway(tx: Tx, runId: string, items: readonly RunItem[]): Promise<void> {
  if (items.length === 0) return
  const org = tx.actor.orgId
  const ids = items.map((item) => item.recordId)
  const { rows: shown } = await sql<{ id: string; version: number }>`
    select record_id as id, version from retention_item
     where org_id = ${org}::uuid and run_id = ${runId}::uuid and record_id = any(${ids}::uuid[])`.execute(
    tx.sql,
  )
  const version = new Map(shown.map((row) => [row.id, row.version]))
  const now = new Map((await readRecordsInBulk(tx, ids)).map((record) => [record.id, record]))
  const clocks = new Map(
    (
      await Promise.all(
        [...new Set(items.map((item) => item.type))]
          .filter((type) => tx.schema.types.has(type))
          .map((type) => readClocks(tx, type, ids)),
      )
    ).flatMap((some) => [...some]),
  )
  const set = (some: readonly string[], outcome: ItemOutcome) =>
    some.length === 0
      ? undefined
      : sql`update retention_item set outcome = ${outcome} where org_id = ${org}::uuid and run_id = ${runId}::uuid
          and record_id = any(${some}::uuid[])`.execute(tx.sql)
  const verdict = (item: RunItem): ItemOutcome | 'goes' => {
    const record = now.get(item.recordId)
    const clock = clocks.get(item.recordId)
    if (!record) return 'gone'
    if (clock?.held) return 'held'
    const same = clock && clock.rule.name === item.rule && clock.end === item.action && clock.due <= today()
    return same && record.version === version.get(item.recordId) ? 'goes' : 'active'
  }
  const verdicts = Map.groupBy(items, verdict)
  for (const [outcome, some] of verdicts)
    if (outcome !== 'goes')
      await set(
        some.map((item) => item.recordId),
        outcome,
      )
  const going = verdicts.get('goes') ?? []
  const trash = going.filter((item) => item.action === 'trash')
  for (const { recordId, rule } of trash) {
    await deleteRecord(tx, recordId, version.get(recordId) ?? 0)
    await writeLedger(tx, 'record.delete', recordId, { run: runId, rule })
  }
  await set(
    trash.map((item) => item.recordId),
    'trashed',
  )
  const purge = going.filter((item) => item.action === 'purge').map((item) => item.recordId)
  if (purge.length > 0) await sql`select purge_items(${runId}::uuid, ${purge}::uuid[])`.execute(tx.sql)
}
