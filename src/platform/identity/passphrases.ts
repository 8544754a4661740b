import { hash, hashRaw, parseOptions, verify } from '@node-rs/argon2'
import { Problem } from '#platform/problem'
import { worstPassphrases } from './worst-passphrases.ts'

/** Argon2id: 128 MiB, two passes, one lane. Older hashes are renewed when their person signs in. */
export const argonCost = { memoryCost: 131_072, timeCost: 2, parallelism: 1 } as const

export const shortestPassphrase = 12
const longestPassphrase = 1000

/** Why a passphrase is not taken; null when it is. */
export type PassphraseFault = 'short' | 'long' | 'common' | 'plain' | 'own'

/**
 * Length and not ornament: at least twelve characters, not among those that everybody tries, not one character or
 * sequence over and over, not the person's own names.
 */
export function passphraseFault(passphrase: string, names: readonly string[] = []): PassphraseFault | null {
  const text = passphrase.normalize('NFKC')
  if (Array.from(text).length < shortestPassphrase) return 'short'
  if (text.length > longestPassphrase) return 'long'
  const bare = text.toLowerCase().replaceAll(/[\s._-]/g, '')
  if (worstPassphrases.has(bare)) return 'common'
  if (new Set(bare).size < 5 || '01234567890123456789abcdefghijklmnopqrstuvwxyz'.includes(bare))
    return 'plain'
  let rest = bare
  for (const name of names.flatMap((one) => one.toLowerCase().split(/[\s._@-]+/)))
    if (name.length > 2) rest = rest.replaceAll(name, '')
  return rest.length < 6 ? 'own' : null
}

/** What is kept of a passphrase. */
export const hashPassphrase = (passphrase: string, pepper: Uint8Array): Promise<string> =>
  atMostTwo(() => hash(passphrase.normalize('NFKC'), { ...argonCost, secret: pepper }))

// Of a passphrase that nobody has: what is verified where there is no account, so that the work is the same.
const nobodys =
  '$argon2id$v=19$m=131072,t=2,p=1$c2FsdCBvZiBub2JvZHkh$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** Whether it is the passphrase. `kept` null: the same work is done, and the answer is no. */
export const verifyPassphrase = (
  kept: string | null,
  passphrase: string,
  pepper: Uint8Array,
): Promise<boolean> =>
  atMostTwo(() => {
    work.count += 1
    return verify(kept ?? nobodys, passphrase.normalize('NFKC').slice(0, longestPassphrase), {
      secret: pepper,
    })
  })

/**
 * 32 bytes that lock what a passphrase protects, by the same Argon2id as signing in.
 * @param salt 16 bytes, kept beside what is locked
 * @param secret what lies outside of the database
 */
export const passphraseKey = (passphrase: string, salt: Uint8Array, secret: Uint8Array): Promise<Buffer> =>
  atMostTwo(() => {
    work.count += 1
    return hashRaw(passphrase.normalize('NFKC').slice(0, longestPassphrase), {
      ...argonCost,
      outputLen: 32,
      salt,
      secret,
    })
  })

/** Whether a hash was made with other parameters than those of today. */
export function isOutdated(kept: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(kept)
  return (
    memoryCost !== argonCost.memoryCost ||
    timeCost !== argonCost.timeCost ||
    parallelism !== argonCost.parallelism
  )
}

// One for the process on purpose: two at once are 256 MiB, and more would let strangers fill the memory.
const turns = { running: 0, waiting: [] as (() => void)[] }
const mostWaiting = 100

/** How often a passphrase was verified in this process, and how many at once at most: for tests of equal work. */
export const work = { count: 0, most: 0 }

async function atMostTwo<Result>(action: () => Promise<Result>): Promise<Result> {
  if (turns.running >= 2) {
    if (turns.waiting.length >= mostWaiting) throw new Problem('unavailable')
    // Whoever leaves hands the turn over: the count stays.
    await new Promise<void>((resolve) => turns.waiting.push(resolve))
  } else turns.running += 1
  work.most = Math.max(work.most, turns.running)
  try {
    return await action()
  } finally {
    const next = turns.waiting.shift()
    if (next) next()
    else turns.running -= 1
  }
}
