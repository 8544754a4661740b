import { eraseUnattached } from '#platform/evidence'
import { loadLedgerKey, writeCheckpoints } from '#platform/ledger'
import { purgeTrash, trashDays } from '#platform/records'
import { endBrokenImports } from '#platform/transfer'
import type { OpenHouse } from './open-house.ts'

const day = 24 * 60 * 60 * 1000

/**
 * What has to be done once a day: records that lay in the trash for their time go for good, and the files that only
 * they had with them; imports that were killed half-way are told so; where each
 * ledger ends is signed. Done at start and every day after; a failure is told and tried again the next day.
 */
export function startUpkeep(
  open: OpenHouse,
  report: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  let running = Promise.resolve()
  const run = () => {
    running = tidy(open).catch(report)
  }
  run()
  const timer = setInterval(run, day)
  timer.unref()
  return {
    stop: () => {
      clearInterval(timer)
      return running
    },
  }
}

/** One round of upkeep, for every organisation. */
export async function tidy({ house, owner, home }: OpenHouse, days = trashDays): Promise<void> {
  await endBrokenImports(owner)
  await purgeTrash(owner, days)
  await eraseUnattached(owner)
  await house.files.sweep(owner)
  await writeCheckpoints(owner, loadLedgerKey(home))
}
