import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  askForSubmission,
  freezeSubmission,
  noteProgress,
  readyCopies,
  sendSubmission,
  setStatus,
} from '#modules/advocacy'
import { decideOn } from '#modules/approvals'
import type { Actor } from '#platform/access'
import type { House } from '#platform/house'
import { readRecord, withRequest } from '#platform/records'

/** A sending of the tale, in `demo/sendings.json`: by the key of its submission. */
interface DemoSending {
  readonly submission: string
  readonly at: string
  readonly channel: string
  readonly receipt: string
  readonly progress: readonly { readonly status: string; readonly on: string; readonly code: string }[]
  /** Where it stands in the end, after what the mechanism did. */
  readonly status?: string
  /** With a frozen copy, approved by the second person; the others were exercises on paper. */
  readonly frozen?: boolean
}

/**
 * Registers what the tale says was sent, by the actions that people use: as exercises, because nothing fictitious can be
 * sent. Consent is asked of the day on which each was.
 */
export async function loadSubmissions(
  house: House,
  folder: string,
  given: { readonly asks: Actor; readonly decides: Actor; readonly ids: ReadonlyMap<string, string> },
): Promise<void> {
  const { asks, decides, ids } = given
  const sendings = JSON.parse(await readFile(join(folder, 'sendings.json'), 'utf8')) as readonly DemoSending[]
  for (const one of sendings) {
    const submissionId = ids.get(one.submission)
    if (!submissionId) throw new Error(`demo: no submission ${one.submission}`)
    if (one.frozen) {
      const approval = await withRequest(house, asks, async (tx) => {
        const ready = await readyCopies(tx, house.files, submissionId, one.at.slice(0, 10))
        const snapshotId = await freezeSubmission(tx, house.files, { submissionId, ready, reason: '' })
        return askForSubmission(tx, { submissionId, snapshotId, ready, words: 'As agreed on Monday.' })
      })
      await withRequest(house, decides, (tx) => decideOn(house, tx, approval, 'approved', 'Read whole.'))
    }
    await withRequest(house, asks, async (tx) => {
      await sendSubmission(tx, house.files, {
        submissionId,
        way: 'exercise',
        at: one.at,
        channel: one.channel,
        receipt: one.receipt,
        urgent: '',
      })
      for (const { status, on, code } of one.progress) {
        const { version } = await readRecord(tx, submissionId)
        await noteProgress(tx, { id: submissionId, version, status, on, officialCode: code })
      }
      if (one.status) await setStatus(tx, submissionId, one.status)
    })
  }
}
