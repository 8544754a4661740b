// Memory of a backup and of its restore over a store of many files: it must not grow with the store.
//   node bench/backup-memory.ts [megabytes]
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { loadConfig } from '#platform/config'
import { makeRecipient, restoreBackup, writeBackup } from '#platform/backup'
import { connect, migrate, withAsker } from '#platform/db'
import { acquireCluster } from '#platform/db/cluster'
import { openFileStore } from '#platform/files'
import { createOrganisation } from '#platform/identity'

const megabytes = Number(process.argv[2] ?? 200)
const folder = mkdtempSync(join(tmpdir(), 'amparo-bench-backup-'))
const config = loadConfig({ AMPARO_HOME: join(folder, 'home') })
const cluster = await acquireCluster(config)
await migrate(cluster.urls.owner)
const owner = connect(cluster.urls.owner, { max: 2 })
const made = await createOrganisation(owner, { slug: 'one', name: { en: 'One' }, administrator: 'Ada' })
const actor = {
  orgId: made.orgId,
  orgSlug: 'one',
  accountId: made.administratorId,
  name: 'Ada',
  role: 'administrator',
  language: 'en',
} as const
const store = openFileStore(config)
async function* pieces(count: number) {
  for (let n = 0; n < count; n++) yield randomBytes(1024 * 1024)
}
for (const size of [megabytes / 2, ...Array.from({ length: 10 }, () => megabytes / 20)])
  await withAsker(owner, actor, (trx) =>
    store.add({ sql: trx, actor }, { name: 'noise', content: Readable.from(pieces(size)) }),
  )
const { identity, recipient } = await makeRecipient(config.home)

async function measured(work: () => Promise<unknown>) {
  global.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  const began = performance.now()
  await work()
  clearInterval(timer)
  return { seconds: Math.round(performance.now() - began) / 1000, grewMB: Math.round((most - before) / 1e6) }
}
const path = join(folder, 'one.age')
const backup = await measured(() =>
  writeBackup({ ownerUrl: cluster.urls.owner, home: config.home }, { path, recipients: [recipient] }),
)
const restore = await measured(() =>
  restoreBackup(loadConfig({ AMPARO_HOME: join(folder, 'other') }), { path, identities: [identity] }),
)
console.log(JSON.stringify({ megabytes, size: statSync(path).size, backup, restore }))
await owner.destroy()
await cluster.release()
rmSync(folder, { recursive: true, force: true })
