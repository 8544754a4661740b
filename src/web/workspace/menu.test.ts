import { expect, test } from 'vitest'
import type { Visit } from '#platform/http'
import { defineRecordType, shippedSchema } from '#platform/records'
import { menuOf } from './menu.ts'

const l = (word: string) => ({ en: word, es: word, ca: word })
const type = (name: string) =>
  defineRecordType({ name, label: l(name), plural: l(`${name}s`), title: ['n'], fields: [] })

test('own types stand under the heading of the product’s, after them', () => {
  const shipped = shippedSchema([type('person')], [])
  const group = l('Records')
  const navigation = [
    { href: '/workspace/records/person', label: l('People'), order: 100, group },
    { href: '/workspace/records/stay', label: l('Stays'), order: 300, group: l('Visits') },
  ]
  const schema = shippedSchema([type('person'), type('workshop')], [])
  const session = { actor: { role: 'administrator' } }
  const menu = menuOf({ house: { navigation, shipped }, session, schema } as unknown as Visit)
  expect(menu.map((entry) => [entry.href, entry.group?.en])).toEqual([
    ['/workspace/records/person', 'Records'],
    ['/workspace/records/workshop', 'Records'],
    ['/workspace/records/stay', 'Visits'],
  ])
})
