import { describe, expect, test } from 'vitest'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }
import { paperItems } from './day-items.ts'
import { staysRoom } from './index.ts'
import { outcomeLabels, stayStageLabels } from './stages.ts'

/** Every text within plain data, with the path that leads to it. */
function texts(value: unknown, at = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[at, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => texts(one, `${at}.${key}`))
}

/** What would name the guest as somebody who was given, or asked for, asylum. */
const wrong = /refugee|refugiad|refugiat|asyl|asil/i

const all = texts({
  en,
  es,
  ca,
  types: staysRoom.types,
  navigation: staysRoom.navigation,
  day: paperItems.label,
  stayStageLabels,
  outcomeLabels,
})

describe('the words of the room', () => {
  test('never call the guest a refugee, in any language', () => {
    expect(all.length).toBeGreaterThan(600)
    expect(all.filter(([, text]) => wrong.test(text))).toEqual([])
    // It can find: the words of refuge are there.
    expect(all.some(([, text]) => /refugio temporal/i.test(text))).toBe(true)
    expect(wrong.test('la persona refugiada')).toBe(true)
    expect(wrong.test('persones refugiades')).toBe(true)
  })

  test('are the same in three languages', () => {
    expect(Object.keys(es)).toEqual(Object.keys(en))
    expect(Object.keys(ca)).toEqual(Object.keys(en))
    for (const list of [en, es, ca])
      for (const [name, text] of Object.entries(list)) expect(text, name).not.toBe('')
  })
})

describe('what belongs to a stay', () => {
  test('is seen by those of its case, and what says where, how or who the guest is, is sealed', () => {
    for (const type of staysRoom.types ?? []) {
      if (['refuge_host', 'refuge_call', 'refuge_capacity'].includes(type.name)) continue
      expect(type.belongsTo, type.name).toBe('case')
      expect(type.beginsAs, type.name).toBe('restricted')
      // No free words of class health, identity or location: those stand in the database in clear.
      for (const field of type.fields)
        if (field.class !== undefined && field.class !== 'sealed')
          expect(['choice', 'term'], `${type.name}.${field.name}`).toContain(field.type)
    }
    const host = staysRoom.types?.find(({ name }) => name === 'refuge_host')
    expect(host?.fields.filter((field) => field.class === 'sealed').map(({ name }) => name)).toEqual([
      'run_by',
      'address',
      'reaching',
    ])
  })
})
