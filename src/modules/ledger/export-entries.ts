import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { route, stream } from '#platform/http'
import { readChain, writeLedger } from '#platform/ledger'

/**
 * The whole ledger of the organisation, one JSON object a line, with what its hashes are made of: see the README of
 * `platform/ledger`. That it was taken is on it before the first byte leaves.
 */
export const exportRoute = route({
  method: 'get',
  path: '/workspace/ledger/export',
  may: 'audit',
  handle: async (visit) => {
    await visit.within((tx) => writeLedger(tx, 'ledger.export'))
    const out = new PassThrough()
    visit
      .within((tx) =>
        pipeline(async function* () {
          for await (const entry of readChain(tx.sql, tx.actor.orgId)) yield `${JSON.stringify(entry)}\n`
        }, out),
      )
      .catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
    const today = new Date().toISOString().slice(0, 10)
    return stream(out, `ledger-${today}.ndjson`, 'application/x-ndjson; charset=utf-8')
  },
})
