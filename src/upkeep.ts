import { backUpDaily, keepTombstones } from '#platform/backup'
import { endPublications } from '#platform/consent'
import { forgetApprovals } from '#platform/approvals'
import { forgetSignatures } from '#modules/advocacy'
import { sendReminders } from '#modules/casework'
import { eraseUnattached } from '#platform/evidence'
import { loadLedgerKey, writeCheckpoints } from '#platform/ledger'
import { purgeTrash, trashDays } from '#platform/records'
import { sweepWaiting } from '#platform/retention'
import { clearShares } from '#platform/sharing'
import { dropLostKeys } from '#platform/vault'
import { endBrokenImports } from '#platform/transfer'
import { keepVisits } from '#web/site'
import type { OpenHouse } from './open-house.ts'

const day = 24 * 60 * 60 * 1000
const minute = 60 * 1000

/**
 * What has to be done once a day: records that lay in the trash for their time go for good, and the files that only
 * they had with them; imports that were killed half-way are told so; where each
 * ledger ends is signed. Done at start and every day after; a failure is told and tried again the next day.
 */
export function startUpkeep(
  open: OpenHouse,
  report: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  const ending = new AbortController()
  let running = Promise.resolve()
  // A backup that the end of the program broke off is made at the next start.
  const told = (error: unknown) => {
    if (!ending.signal.aborted) report(error)
  }
  const run = () => {
    running = running.then(() => tidy(open).then(() => backUp(open, ending.signal))).catch(told)
  }
  // What was withdrawn a minute ago has to be known outside of the database too.
  const keep = () => {
    running = running
      .then(() => clearShares(open.owner))
      .then(() => endPublications(open.owner))
      .then(() => keepVisits(open.house))
      .then(() => keepTombstones(open.owner, open.home))
      .then(() => undefined)
      .catch(told)
  }
  // On people's own clocks, so it is looked at all day long.
  const remind = () => {
    running = running
      .then(() => sendReminders(open.owner, open.house))
      .then(() => undefined)
      .catch(told)
  }
  run()
  const timers = [setInterval(run, day), setInterval(keep, minute), setInterval(remind, 5 * minute)]
  for (const timer of timers) timer.unref()
  return {
    stop: () => {
      ending.abort()
      for (const timer of timers) clearInterval(timer)
      return running
    },
  }
}

/** One round of upkeep, for every organisation. */
export async function tidy({ house, owner, home }: OpenHouse, days = trashDays): Promise<void> {
  await endBrokenImports(owner)
  await endPublications(owner)
  await purgeTrash(owner, days)
  await eraseUnattached(owner)
  await sweepWaiting(owner)
  await clearShares(owner)
  await forgetApprovals(owner)
  await forgetSignatures(owner)
  await dropLostKeys(owner)
  await keepTombstones(owner, home)
  await house.files.sweep(owner)
  await writeCheckpoints(owner, loadLedgerKey(home))
}

/** The backup of the day; none before the recovery kit was printed. */
async function backUp({ owner, config, urls }: OpenHouse, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await backUpDaily(config, { owner, ownerUrl: urls.owner, signal })
}
