import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { averageLinkage, cutTree, leafOrder, silhouette } from './index.ts'

/** Distances of points on a line. */
const onLine = (places: readonly number[]): Float64Array =>
  Float64Array.from(places.flatMap((a) => places.map((b) => Math.abs(a - b))))

describe('average linkage', () => {
  test('a tree worked out by hand', () => {
    // 0 and 1 join at 1; 4 and 5.5 at 1.5; the means of the four pairs (4, 5.5, 3, 4.5) is 4.25; 20 lies 17.375 from them.
    const { joined } = averageLinkage(5, onLine([0, 1, 4, 5.5, 20]))
    expect(joined).toEqual([
      { a: 0, b: 1, distance: 1 },
      { a: 2, b: 3, distance: 1.5 },
      { a: 5, b: 6, distance: 4.25 },
      { a: 7, b: 4, distance: 17.375 },
    ])
  })

  test('groups are cut out of it, the largest first', () => {
    const tree = averageLinkage(5, onLine([0, 1, 4, 5.5, 20]))
    expect(cutTree(tree, 1)).toEqual([[0, 1, 2, 3, 4]])
    expect(cutTree(tree, 2)).toEqual([[0, 1, 2, 3], [4]])
    expect(cutTree(tree, 3)).toEqual([[0, 1], [2, 3], [4]])
    expect(cutTree(tree, 99)).toEqual([[0], [1], [2], [3], [4]])
  })

  test('pairs of which nothing is known do not count, and join last', () => {
    const nothing = Number.NaN
    const tree = averageLinkage(3, Float64Array.from([0, nothing, 0.4, nothing, 0, nothing, 0.4, nothing, 0]))
    expect(tree.joined[0]).toEqual({ a: 0, b: 2, distance: 0.4 })
    expect(tree.joined[1]?.distance).toBeNaN()
  })

  test('the order of the leaves is the order on the line, either way round', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 4 }),
        (places) => {
          const order = leafOrder(averageLinkage(places.length, onLine(places)), onLine(places))
          expect(order.toSorted((a, b) => a - b)).toEqual(places.map((_, i) => i))
          const gaps = order
            .slice(1)
            .map((one, i) => Math.abs((places[one] ?? 0) - (places[order[i] ?? 0] ?? 0)))
          // What is next to each other is never the pair that lies furthest apart, where there are three.
          if (places.length > 2)
            expect(Math.max(...gaps)).toBeLessThan(Math.max(...places) - Math.min(...places))
        },
      ),
      { numRuns: 60 },
    ))

  test('distances of joinings never shrink, and every cut holds everything once', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 20 }), (places) => {
        const tree = averageLinkage(places.length, onLine(places))
        expect(tree.joined).toHaveLength(places.length - 1)
        tree.joined.slice(1).forEach((one, i) => {
          expect(one.distance).toBeGreaterThanOrEqual((tree.joined[i]?.distance ?? 0) - 1e-9)
        })
        for (const count of [1, 2, 5, places.length]) {
          const groups = cutTree(tree, count)
          expect(groups).toHaveLength(Math.min(count, places.length))
          expect(groups.flat().toSorted((a, b) => a - b)).toEqual(places.map((_, i) => i))
        }
      }),
      { numRuns: 60 },
    ))
})

test('silhouette: 1 for tight groups far apart, about 0 for none, alone is 0', () => {
  const far = onLine([0, 0.01, 100, 100.01])
  expect(
    silhouette(4, far, [
      [0, 1],
      [2, 3],
    ]),
  ).toBeGreaterThan(0.99)
  expect(
    silhouette(4, far, [
      [0, 2],
      [1, 3],
    ]),
  ).toBeLessThan(0)
  expect(silhouette(2, onLine([0, 5]), [[0], [1]])).toBe(0)
  expect(silhouette(2, onLine([0, 5]), [[0, 1]])).toBeNaN()
})
