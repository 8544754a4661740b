/**
 * How far a group voted as one in a roll call: the agreement index of Hix, Noury and Roland (2005),
 * (max(Y, N, A) - (the others) / 2) / (Y + N + A). 1 when all did the same, 0 when they fell into three equal parts; NaN
 * when nobody voted.
 */
export function agreementIndex(yes: number, no: number, abstain: number): number {
  const all = yes + no + abstain
  const most = Math.max(yes, no, abstain)
  return all === 0 ? Number.NaN : (most - (all - most) / 2) / all
}
