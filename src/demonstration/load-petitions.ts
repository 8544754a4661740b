import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { insertConfirmed, petitionKind, type SignerGiven } from '#modules/advocacy'
import { decideOn } from '#modules/approvals'
import { askToPublish } from '#modules/publishing'
import type { Actor } from '#platform/access'
import type { Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { withRequest } from '#platform/records'
import type { OpenHouse } from '../open-house.ts'

/** A signature of `demo/signatures.json`, by the working title of its petition. All of it is invented. */
interface DemoSignature {
  readonly name: string
  readonly organisation?: string
  readonly role?: string
  readonly country: string
  readonly ofState?: boolean
  readonly publicName: SignerGiven['publicName']
  readonly deliver: boolean
  readonly day: string
  readonly language: Language
}

/**
 * The signatures of the demonstration's petitions, and the pages of those that may be public: one asks, another approves.
 * The one for whose person silence was asked for has neither.
 */
export async function loadPetitions(
  open: Pick<OpenHouse, 'house' | 'owner'>,
  folder: string,
  { asks, decides }: { readonly asks: Actor; readonly decides: Actor },
): Promise<void> {
  const { house, owner } = open
  const signatures = JSON.parse(await readFile(join(folder, 'signatures.json'), 'utf8')) as Readonly<
    Record<string, readonly DemoSignature[]>
  >
  for (const [title, signed] of Object.entries(signatures)) {
    const { id } = await owner
      .selectFrom('record')
      .select('id')
      .where('org_id', '=', asks.orgId)
      .where('type', '=', 'petition')
      .where('title', '=', title)
      .executeTakeFirstOrThrow()
    await insertConfirmed(
      owner,
      house.secrets,
      { orgId: asks.orgId, petitionId: id },
      signed.map((one, i) => ({
        given: {
          signer: one.organisation ? 'organisation' : 'person',
          name: one.name,
          organisation: one.organisation ?? '',
          role: one.role ?? '',
          address: `signer-${i}@demonstration.invalid`,
          country: one.country,
          ofState: one.ofState ?? false,
          publicName: one.publicName,
          deliver: one.deliver,
          news: false,
        },
        language: one.language,
        way: one.organisation ? 'link' : 'site',
        confirmedAt: new Date(`${one.day}T${String(8 + (i % 12)).padStart(2, '0')}:00:00Z`),
      })),
    )
    try {
      const asked = await withRequest(house, asks, (tx) =>
        askToPublish(tx, petitionKind, { recordId: id, choice: ['addressees'] }, { opening: true }),
      )
      if ('approval' in asked)
        await withRequest(house, decides, (tx) => decideOn(house, tx, asked.approval, 'approved', ''))
    } catch (error) {
      // The consents of the tale have an end: on a clock that is past it the page is refused, as it would be anywhere.
      if (!(error instanceof Problem) || error.kind !== 'conflict') throw error
    }
  }
}
