import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { claimsOf, collectClaims } from '../../scripts/collect-claims.ts'
import { claims } from './claims.ts'

const root = resolve(import.meta.dirname, '../..')
const tests = collectClaims(root)

test('every claim has a test or a stated reason, and no test claims what nobody says', () => {
  expect(claims.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  const proven = new Set(tests.flatMap((one) => one.claims))
  expect(
    claims.filter(({ number, open }) => !proven.has(number) && !open).map(({ number }) => number),
  ).toEqual([])
  expect([...proven].filter((number) => !claims.some((claim) => claim.number === number))).toEqual([])
})

test('generated/claims.md says which test proves what', async () => {
  const lines = claims.flatMap(({ number, words, open }) => {
    const proofs = tests.filter((one) => one.claims.includes(number))
    const files = [...new Set(proofs.map(({ file }) => file))]
    return [
      `## ${number}`,
      '',
      words,
      '',
      ...files.flatMap((file) => [
        `- [${file}](../${file})`,
        ...proofs.filter((one) => one.file === file).map(({ title }) => `  - ${title}`),
      ]),
      ...(proofs.length > 0 ? [''] : []),
      ...(open ? [`*${proofs.length > 0 ? 'Not shown' : 'No test'}:* ${open}`, ''] : []),
    ]
  })
  const text = [
    '# What is claimed, and the tests that can prove it wrong',
    '',
    'Made from the titles of the tests: one that ends with `(claim 26)` is listed under 26. `npx vitest run -t "claim.*\\b26\\b"` runs those',
    'of a claim. What the claims are worth against whom is in [the threat model](../docs/threat-model.md).',
    '',
    ...lines,
  ].join('\n')
  await expect(text).toMatchFileSnapshot('../../generated/claims.md')
})

test('a claim is read from a title, with what stands around it, and of a test that runs', () => {
  const text = `describe('a ledger', () => { test.each(all)(\`finds \${x} (claims 8, 26)\`, () => {}); test('plain', () => {}) })`
  expect(claimsOf('x.test.ts', text)).toEqual([
    { claims: [8, 26], file: 'x.test.ts', title: 'a ledger › finds …' },
  ])
  for (const never of [
    "test.skip('x (claim 1)', f)",
    "test.todo('x (claim 1)')",
    "describe('x (claim 1)', f)",
  ])
    expect(() => claimsOf('x.test.ts', never)).toThrow(/runs/)
})
