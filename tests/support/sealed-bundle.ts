import { randomUUID } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { fingerprintOf, makeSigningKey, sealBundle, writeJson } from '#modules/casework/referral/bundle'

/** A sealed bundle of a small case from one organisation to another, as files of it would be read. */
export interface SampleBundle {
  readonly sealed: Uint8Array
  /** The same with one bit turned near its end. */
  readonly altered: Uint8Array
  /** The receiver's secret key. */
  readonly identity: string
  /** The fingerprint of the sender's key. */
  readonly sender: string
}

/** Makes one with the paper `paper` and the `records` of its case. */
export async function sampleBundle(given: {
  readonly from: string
  readonly to: string
  readonly paper: string
  readonly records: readonly unknown[]
}): Promise<SampleBundle> {
  const identity = await generateX25519Identity()
  const key = makeSigningKey()
  const sealed = await sealBundle({
    number: randomUUID(),
    made: '2026-11-21',
    recipient: { name: given.to, key: await identityToRecipient(identity) },
    sender: { name: given.from, ...key },
    files: [
      { path: 'case.pdf', bytes: Buffer.from(given.paper) },
      { path: 'terms.json', bytes: writeJson({ purpose: 'Shelter', until: '2099-01-31', passOn: false }) },
      {
        path: 'case.json',
        bytes: writeJson({
          format: 'amparo-case',
          version: 1,
          language: 'en',
          reference: 'AR-2026-0007',
          fictitious: true,
          scope: [],
          records: given.records,
          files: [],
        }),
      },
    ],
  })
  const altered = Buffer.from(sealed)
  altered.writeUInt8(altered.readUInt8(sealed.length - 9) ^ 4, sealed.length - 9)
  return { sealed, altered, identity, sender: fingerprintOf(key.publicKey) }
}
