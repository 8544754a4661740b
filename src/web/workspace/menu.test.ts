import { expect, test } from 'vitest'
import type { Visit } from '#platform/http'
import { defineRecordType, shippedSchema } from '#platform/records'
import { menuOf } from './menu.ts'

const l = (word: string) => ({ en: word, es: word, ca: word })
const type = (name: string) =>
  defineRecordType({ name, label: l(name), plural: l(`${name}s`), title: ['n'], fields: [] })

test('own types stand after those of the product; what is for administrators is shown to them alone', () => {
  const shipped = shippedSchema([type('person')], [])
  const group = l('Records')
  const navigation = [
    { href: '/workspace/settings', label: l('Settings'), order: 900, may: 'administrator' as const },
    { href: '/workspace/records/person', label: l('People'), order: 100, group },
    { href: '/workspace/records/stay', label: l('Stays'), order: 300, group: l('Visits') },
  ]
  const seen = (role: string, schema = shippedSchema([type('person'), type('workshop')], [])) =>
    menuOf({ house: { navigation, shipped }, session: { actor: { role } }, schema } as unknown as Visit).map(
      (entry) => [entry.href, entry.group?.en],
    )
  const common = [
    ['/workspace/records/person', 'Records'],
    ['/workspace/records/workshop', 'Records'],
    ['/workspace/records/stay', 'Visits'],
  ]
  expect(seen('administrator')).toEqual([...common, ['/workspace/settings', undefined]])
  expect(seen('reader')).toEqual(common)
})
