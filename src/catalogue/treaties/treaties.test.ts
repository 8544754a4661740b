import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceOf } from '#catalogue/mechanisms'
import { bodies } from '#catalogue/states'
import { languages } from '#platform/i18n'
import { treaties, treatyByChapter, treatyById, treatyByStatusFile, treatyKinds } from './index.ts'

describe('treaties', () => {
  test('have ids, numbers and files of their own, names in three languages, dates in order', () => {
    for (const key of ['id', 'short', 'chapter', 'statusFile'] as const) {
      const values = treaties.flatMap((one) => one[key] ?? [])
      expect(new Set(values).size).toBe(values.length)
    }
    for (const one of treaties) {
      expect(treatyKinds).toContain(one.kind)
      for (const language of languages) expect(one.name[language]).not.toBe('')
      expect(one.adopted).toMatch(/^\d{4}-\d\d-\d\d$/)
      if (one.inForce !== null) expect(one.inForce > one.adopted).toBe(true)
      if (one.kind === 'declaration') expect(one.inForce).toBeNull()
      if (one.parent !== undefined)
        expect([one.parent, treatyById(one.parent)?.id]).toEqual([one.parent, one.parent])
      expect(one.source.length > 0 && one.source.every((id) => sourceOf(id) !== null)).toBe(true)
    }
    expect(treaties.filter(({ kind }) => kind === 'core')).toHaveLength(9)
  })

  test('are found by id and by how collections number and name them', () => {
    expect(treatyById('icpped')?.short).toBe('ICPPED')
    expect(treatyByChapter('4-11-b')?.id).toBe('op-crc-ac')
    expect(treatyByChapter('IV-9.b')?.id).toBe('opcat')
    expect(treatyByStatusFile('cped')?.id).toBe('icpped')
    expect([treatyById('x'), treatyByChapter('5-2'), treatyByStatusFile('x')]).toEqual([null, null, null])
    const ids = bodies.filter(({ kind }) => kind === 'treaty').map(({ id }) => id)
    for (const id of ids)
      expect([id, treatyById(id)?.inForce]).toEqual([id, bodies.find((one) => one.id === id)?.inForce])
  })
})

const files = '../shared/data/treaties/'
if (!existsSync(files)) console.info('skipped: no files at ../shared/data/treaties')

test.skipIf(!existsSync(files))(
  'every file of ratifications is an instrument (../shared/data/treaties)',
  () => {
    const status = readdirSync(`${files}ratification_2022`).flatMap(
      (one) => /^hr_status_(.+)\.csv$/.exec(one)?.[1] ?? [],
    )
    const chapters = readdirSync(`${files}untreaties_ch4_2015`).flatMap(
      (one) => /^(4-.+)\.csv$/.exec(one)?.[1] ?? [],
    )
    expect([status.length, chapters.length]).toEqual([18, 27])
    expect(status.filter((one) => treatyByStatusFile(one) === null)).toEqual([])
    expect(chapters.filter((one) => treatyByChapter(one) === null)).toEqual([])
  },
)
