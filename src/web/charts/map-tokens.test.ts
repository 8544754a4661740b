import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { schemes } from './map-paint.ts'

const [light = '', dark = ''] = readFileSync('src/web/styles/tokens.css', 'utf8').split('@media')
const colours = (css: string) =>
  new Map([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']))

/** WCAG 2.2 relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

test('black on white is 21', () => expect(contrast('#000000', '#ffffff')).toBeCloseTo(21))

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
] as const)('%s', (scheme, map) => {
  const of = (name: string): string => {
    const value = map.get(name)
    if (!value) throw new Error(`no colour ${name} in ${scheme}`)
    return value
  }
  test.each<readonly [string, string, number]>([
    ['ink', 'paper', 7],
    ['ink', 'sheet', 7],
    ['ink', 'wash', 7],
    ['soft', 'paper', 7],
    ['soft', 'sheet', 7],
    ['soft', 'wash', 7],
    ['ink', 'accent-wash', 7],
    ['ink', 'warn-wash', 7],
    ['paper', 'ink', 7],
    ['accent', 'paper', 7],
    ['accent', 'accent-wash', 4.5],
    ['sheet', 'accent', 7],
    ['warn', 'paper', 7],
    ['warn', 'warn-wash', 4.5],
    ['sheet', 'warn', 7],
    ['edge', 'paper', 3],
    ['edge', 'sheet', 3],
  ])('%s on %s is at least %s', (fore, ground, least) => {
    expect(contrast(of(fore), of(ground))).toBeGreaterThanOrEqual(least)
  })

  test('the map pictures use the same colours', () => {
    for (const [name, value] of Object.entries(schemes[scheme])) expect(value).toBe(of(name))
  })
})
