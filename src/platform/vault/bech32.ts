// BIP 173, as age writes its keys: a word, a one, 5 bits a letter, 6 letters of checksum.

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const

function checksum(values: readonly number[]): number {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [i, part] of generator.entries()) if ((top >>> i) & 1) sum ^= part
  }
  return sum
}

const spread = (word: string): readonly number[] => [
  ...Array.from(word, (letter) => letter.charCodeAt(0) >> 5),
  0,
  ...Array.from(word, (letter) => letter.charCodeAt(0) & 31),
]

function regroup(values: Iterable<number>, from: number, to: number, pad: boolean): number[] | null {
  let held = 0
  let bits = 0
  const out: number[] = []
  for (const value of values) {
    held = ((held << from) | value) & 0xfff
    bits += from
    while (bits >= to) {
      bits -= to
      out.push((held >> bits) & ((1 << to) - 1))
    }
  }
  if (pad) {
    if (bits > 0) out.push((held << (to - bits)) & ((1 << to) - 1))
  } else if (bits >= from || (held & ((1 << bits) - 1)) !== 0) return null
  return out
}

/** Bytes under a word in small letters. */
export function writeBech32(word: string, bytes: Uint8Array): string {
  const data = regroup(bytes, 8, 5, true) ?? []
  const sum = checksum([...spread(word), ...data, 0, 0, 0, 0, 0, 0]) ^ 1
  const tail = [0, 1, 2, 3, 4, 5].map((i) => (sum >>> (5 * (5 - i))) & 31)
  return `${word}1${[...data, ...tail].map((value) => letters[value]).join('')}`
}

/** The bytes under that word, whichever the size of the letters and with any spaces; null when a letter is wrong. */
export function readBech32(word: string, text: string): Buffer | null {
  const plain = text.replaceAll(/\s+/g, '').toLowerCase()
  if (!plain.startsWith(`${word}1`)) return null
  const values = Array.from(plain.slice(word.length + 1), (letter) => letters.indexOf(letter))
  if (values.length < 6 || values.includes(-1)) return null
  if (checksum([...spread(word), ...values]) !== 1) return null
  const bytes = regroup(values.slice(0, -6), 5, 8, false)
  return bytes && Buffer.from(bytes)
}
