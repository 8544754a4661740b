import { basename } from 'node:path'
import { agreementMatrix, packVotes } from '#kernels/statistics'
import { readVoetenRollCalls } from './voeten-roll-calls.ts'
import { readVoetenVotes } from './voeten-votes.ts'
import { isInWindow, matchRollCalls, refuseEmpty, type Window } from './voeten-window.ts'

/** The agreement of each two states that shared a roll call, by code, the lower first. */
export interface AgreementTable {
  readonly rows: readonly {
    readonly ccode1: number
    readonly ccode2: number
    readonly agreement: number
    readonly n: number
  }[]
  readonly states: number
  readonly rollCalls: number
  readonly repeated: number
}

/** Agreement of states in a window of roll calls, from two files in Voeten's layout. */
export async function agreementTable(
  files: { readonly votes: string; readonly rollCalls: string },
  window: Window,
): Promise<AgreementTable> {
  const known = await readVoetenRollCalls(files.rollCalls)
  const table = await readVoetenVotes(files.votes)
  const calls = matchRollCalls(table, known, basename(files.votes))
  const { states } = table
  const packed = packVotes(states.length, calls.length, table.votes)
  const chosen = calls.map((one) => isInWindow(one, window))
  const { agreement, shared } = agreementMatrix(packed, (call) => chosen[call] === true)
  const rows: AgreementTable['rows'][number][] = []
  const present = new Set<number>()
  states.forEach((ccode1, a) => {
    for (let b = a + 1; b < states.length; b++) {
      const n = shared[a * states.length + b] as number
      if (n === 0) continue
      const ccode2 = states[b] as number
      present.add(ccode1).add(ccode2)
      rows.push({ ccode1, ccode2, agreement: agreement[a * states.length + b] as number, n })
    }
  })
  if (rows.length === 0) throw refuseEmpty(basename(files.votes))
  const divided = (call: number) => ((packed.divided[call >> 5] as number) >>> (call & 31)) & 1
  return {
    rows,
    states: present.size,
    rollCalls: chosen.filter((one, call) => one && divided(call) === 1).length,
    repeated: table.repeated,
  }
}
