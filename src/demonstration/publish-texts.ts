import { countSection, sendText } from '#modules/advocacy'
import { decideOn } from '#modules/approvals'
import { askToPublish } from '#modules/publishing'
import type { Actor } from '#platform/access'
import type { House } from '#platform/house'
import { readRecord, withRequest } from '#platform/records'

/** A record of the demonstration that is to be public. */
export interface ToShow {
  readonly id: string
  readonly type: string
}

/**
 * Publishes campaigns, then the texts that are part of them, as it is done everywhere: one person asks, another sees it and
 * approves. What is under embargo goes to two journalists, by a link each. Refuses the whole when one may not be public.
 */
export async function publishTexts(
  house: House,
  who: { readonly asks: Actor; readonly decides: Actor },
  records: readonly ToShow[],
  {
    journalists,
    sections,
  }: { readonly journalists: readonly string[]; readonly sections: readonly string[] },
): Promise<void> {
  await withRequest(house, who.asks, async (tx) => {
    for (const id of sections) await countSection(tx, id)
  })
  const ordered = records.toSorted((a, b) => Number(b.type === 'campaign') - Number(a.type === 'campaign'))
  for (const { id, type } of ordered) {
    const kind = house.publicKinds.find(({ recordType }) => recordType === type)
    if (!kind) throw new Error(`demo: nothing of type ${type} becomes public`)
    const asked = await withRequest(house, who.asks, async (tx) => {
      const record = await readRecord(tx, id)
      const choice = kind.choices(tx, record).map(({ name }) => name)
      return askToPublish(tx, kind, { recordId: id, version: record.version, choice }, { opening: true })
    })
    if ('approval' in asked)
      await withRequest(house, who.decides, (tx) => decideOn(house, tx, asked.approval, 'approved', ''))
  }
  await withRequest(house, who.asks, async (tx) => {
    for (const { id, type } of ordered) {
      if (type !== 'public_text' || !(await readRecord(tx, id)).values['embargo']) continue
      await sendText(tx, { textId: id, journalists, way: 'hand' })
    }
  })
}
