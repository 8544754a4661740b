import { expect, test } from 'vitest'
import { fitIdealPoints, type Votes } from '#kernels/ideal-points'
import { seededGenerator } from '#kernels/statistics'
import { fitApart } from './fit-apart.ts'

/** States on a line and items that cut it anywhere; one period. */
function votesOf(states: number, items: number): Votes {
  const random = seededGenerator(5)
  const point: number[] = []
  const choice: number[] = []
  const itemStart = [0]
  for (let item = 0; item < items; item++) {
    const cut = random()
    for (let state = 0; state < states; state++) {
      point.push(state)
      choice.push(state / states + (random() - 0.5) * 0.6 > cut ? 2 : 0)
    }
    itemStart.push(point.length)
  }
  return {
    state: Int32Array.from({ length: states }, (_, i) => i),
    period: new Int32Array(states),
    itemStart: Int32Array.from(itemStart),
    point: Int32Array.from(point),
    choice: Uint8Array.from(choice),
  }
}

test('the thread finds what the kernel finds, and says how far it is', async () => {
  const votes = votesOf(12, 20)
  const rounds: number[] = []
  const found = await fitApart(
    { votes, high: [11], low: [0] },
    (round) => rounds.push(round),
    AbortSignal.timeout(30_000),
  )
  const here = fitIdealPoints(votes, { high: [11], low: [0] })
  expect(found.position).toEqual(here.position)
  expect(rounds).toEqual(Array.from({ length: here.iterations }, (_, i) => i + 1))
})

test('ended on the way, it gives the reason and no result', async () => {
  const abort = new AbortController()
  const reason = new Error('cancelled')
  const work = fitApart(
    { votes: votesOf(190, 400), high: [189], low: [0] },
    () => abort.abort(reason),
    abort.signal,
  )
  await expect(work).rejects.toBe(reason)
  await expect(
    fitApart({ votes: votesOf(2, 1), high: [], low: [] }, () => undefined, abort.signal),
  ).rejects.toBe(reason)
})
