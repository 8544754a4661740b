import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { accentColours } from './accents.ts'
import { accents, readArrangement } from './arrangement.ts'

const css = readFileSync('src/web/styles/accents.css', 'utf8')
const tokens = readFileSync('src/web/styles/tokens.css', 'utf8').split('@media')
const token = (scheme: 'light' | 'dark', name: string): string =>
  new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens[scheme === 'light' ? 0 : 1] ?? '')?.[1] ?? ''

/** WCAG 2.2 relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0)
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

describe.each(accents)('%s', (name) => {
  test.each(['light', 'dark'] as const)('is easy to read in %s', (scheme) => {
    const { accent, wash } = accentColours[name][scheme]
    expect(contrast(accent, token(scheme, 'paper'))).toBeGreaterThanOrEqual(7)
    expect(contrast(token(scheme, 'sheet'), accent)).toBeGreaterThanOrEqual(7)
    expect(contrast(accent, wash)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token(scheme, 'ink'), wash)).toBeGreaterThanOrEqual(7)
  })

  test('is the same in the stylesheet', () => {
    for (const [scheme, { accent, wash }] of Object.entries(accentColours[name])) {
      if (name === 'petrol') {
        expect(token(scheme as 'light' | 'dark', 'accent')).toBe(accent)
        expect(token(scheme as 'light' | 'dark', 'accent-wash')).toBe(wash)
      } else
        expect(css.replaceAll(/\s+/g, ' ')).toContain(
          `.accent-${name} { --accent: ${accent}; --accent-wash: ${wash}; }`,
        )
    }
  })
})

test('an arrangement is read whatever was stored: what is not of the right shape is as if it were not there', () => {
  for (const odd of [
    null,
    3,
    'x',
    [],
    { blocks: 7 },
    { blocks: [null, { block: 'script' }, { block: 'text' }] },
  ])
    expect(readArrangement(odd)).toMatchObject({ accent: 'petrol', blocks: [], domain: null, onion: null })
  const read = readArrangement({
    accent: 'wine',
    domain: 'javascript:alert(1)',
    onion: `${'a'.repeat(56)}.onion`,
    menu: [
      { href: 'javascript:alert(1)', label: { en: 'no' } },
      { href: '//evil.example', label: { en: 'no' } },
      { href: 'https://example.org/a', label: { en: 'Yes', xx: 'no' } },
    ],
    blocks: [
      { block: 'latest', kind: 'petition', count: 99 },
      { block: 'featured', kind: 'defender', slugs: ['a-b', '../x', 4] },
    ],
  })
  expect(read).toMatchObject({ accent: 'wine', domain: null, onion: `${'a'.repeat(56)}.onion` })
  expect(read.menu).toEqual([{ href: 'https://example.org/a', label: { en: 'Yes' } }])
  expect(read.blocks).toEqual([
    { block: 'latest', kind: 'petition', count: 12 },
    { block: 'featured', kind: 'defender', slugs: ['a-b'] },
  ])
})
