/** What states did in roll calls, packed 32 roll calls to a word, so that two states are compared word by word. */
export interface PackedVotes {
  readonly states: number
  readonly rollCalls: number
  readonly words: number
  /** `words` words for each state: voted at all; voted 2 or 3; voted 3. */
  readonly cast: Int32Array
  readonly twoUp: Int32Array
  readonly three: Int32Array
  /** Roll calls in which not everybody voted alike. */
  readonly divided: Int32Array
}

/**
 * Packs votes. `votes[rollCall * states + state]` is 1 yes, 2 abstain or 3 no; any other number is no vote. With 200 states
 * and 6,200 roll calls some 10 ms; a window is then a matter of choosing roll calls.
 */
export function packVotes(states: number, rollCalls: number, votes: Uint8Array): PackedVotes {
  const words = (rollCalls + 31) >> 5
  const cast = new Int32Array(states * words)
  const twoUp = new Int32Array(states * words)
  const three = new Int32Array(states * words)
  const divided = new Int32Array(words)
  for (let call = 0; call < rollCalls; call++) {
    const word = call >> 5
    const bit = 1 << (call & 31)
    let seen = 0
    for (let state = 0; state < states; state++) {
      const vote = votes[call * states + state] as number
      if (vote < 1 || vote > 3) continue
      seen |= 1 << vote
      const at = state * words + word
      cast[at] = (cast[at] as number) | bit
      if (vote > 1) twoUp[at] = (twoUp[at] as number) | bit
      if (vote > 2) three[at] = (three[at] as number) | bit
    }
    if ((seen & (seen - 1)) !== 0) divided[word] = (divided[word] as number) | bit
  }
  return { states, rollCalls, words, cast, twoUp, three, divided }
}

export interface AgreementMatrix {
  readonly states: number
  /** `states` × `states`, symmetric: mean of 1 - |v₁ - v₂| / 2 over shared roll calls; NaN where there are none. 1 on the diagonal. */
  readonly agreement: Float64Array
  /** Roll calls in which both voted. */
  readonly shared: Int32Array
}

/**
 * Agreement of each two states (Lijphart 1963; the S score of Signorino & Ritter with equal weights) over the roll calls that
 * `chosen` names (all when absent), those left out in which everybody voted alike.
 */
export function agreementMatrix(
  { states, words, cast, twoUp, three, divided }: PackedVotes,
  chosen?: (rollCall: number) => boolean,
): AgreementMatrix {
  const window = divided.slice()
  if (chosen)
    for (let call = 0; call < words * 32; call++)
      if (!chosen(call)) window[call >> 5] = (window[call >> 5] as number) & ~(1 << (call & 31))
  // Words without a chosen roll call are not looked at again.
  const used = Array.from(window.keys()).filter((word) => window[word] !== 0)
  const [c, u, t] = [cast, twoUp, three].map((all) => {
    const kept = new Int32Array(states * used.length)
    for (let state = 0; state < states; state++)
      for (let i = 0; i < used.length; i++)
        kept[state * used.length + i] =
          (all[state * words + (used[i] as number)] as number) & (window[used[i] as number] as number)
    return kept
  }) as [Int32Array, Int32Array, Int32Array]

  const agreement = new Float64Array(states * states)
  const shared = new Int32Array(states * states)
  const width = used.length
  for (let a = 0; a < states; a++)
    for (let b = a; b < states; b++) {
      let both = 0
      let distance = 0
      for (let i = 0, p = a * width, q = b * width; i < width; i++, p++, q++) {
        const mask = (c[p] as number) & (c[q] as number)
        if (mask === 0) continue
        both += ones(mask)
        distance += ones(((u[p] as number) ^ (u[q] as number)) & mask)
        distance += ones(((t[p] as number) ^ (t[q] as number)) & mask)
      }
      const value = both === 0 ? Number.NaN : 1 - distance / (2 * both)
      agreement[a * states + b] = value
      agreement[b * states + a] = value
      shared[a * states + b] = both
      shared[b * states + a] = both
    }
  return { states, agreement, shared }
}

/** Bits that are 1 in a 32-bit word. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
