import { z } from 'zod'
import type { Checkpoint } from '#platform/ledger'
import { Problem } from '#platform/problem'

const shape = z.object({
  checkpoints: z.array(
    z.object({
      org: z.string(),
      place: z.number().int(),
      hash: z.string(),
      at: z.string(),
      key: z.string(),
      signature: z.string(),
    }),
  ),
})

/** The checkpoints of a file that `amparo ledger checkpoint --json` wrote. Throws a `Problem` for any other. */
export function readKept(file: string, text: string): readonly Checkpoint[] {
  try {
    return shape.parse(JSON.parse(text)).checkpoints
  } catch (cause) {
    throw new Problem('malformed', {
      cause,
      explanation: {
        en: `${file} holds no checkpoints. They are written by: amparo ledger checkpoint --json`,
        es: `${file} no contiene puntos de control. Los escribe: amparo ledger checkpoint --json`,
        ca: `${file} no conté punts de control. Els escriu: amparo ledger checkpoint --json`,
      },
    })
  }
}
