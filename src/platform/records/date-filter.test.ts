import { expect, test } from 'vitest'
import { overlaps } from '#platform/dates'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import {
  countFacets,
  defineRecordType,
  insertRecords,
  listRecords,
  shippedSchema,
  withRequest,
} from './index.ts'
import { newId } from '#platform/db'

const label = { en: 'x', es: 'x', ca: 'x' }
const event = defineRecordType({
  name: 'event',
  label,
  plural: label,
  title: ['title'],
  fields: [
    { name: 'title', type: 'text', label, sortable: true },
    { name: 'date', type: 'date', label },
    { name: 'kind', type: 'choice', label, facet: true, options: [{ code: 'one', label }] },
  ],
})
const schema = shippedSchema([event], [])

const dates = [
  ...['1976', '1976-03', '1976-03-24', '1976?', '1976-03~', '197X', '19XX', '-0043', 'Y17000', '1977-01-01'],
  ...['1976-12-31/1977-01-01', '1975/1978', '1970/1990', '1976/..', '../1976', '../..', '1976-05/1976-09'],
  ...['1974/1975-12-31', '1978-01-01', '1980', '0001', '9998-06', '[1976,1980]', '1976-21', '/1976', '1976/'],
]
const windows = [
  ...[
    '1976/1976',
    '1976-03/1976-04',
    '1976-03-24/1976-03-24',
    '1975/1979',
    '1977/1977',
    '1900/1999',
    '0001/9999',
  ],
  ...['1990/2000', '1980-06/1981', '-0100/0001', '9998/9999', '1979/1976'],
]

test('a date filter finds what may lie between two dates, however it is kept', async () => {
  const { app, actor } = await testOrganisation()
  const run = <T>(action: Parameters<typeof withRequest<T>>[2]) =>
    withRequest({ db: app, shipped: schema }, actor, action)
  const records = dates.map((date) => ({
    id: newId(),
    type: event,
    values: { title: date, date, kind: 'one' },
    visibility: 'internal' as const,
  }))
  await run((tx) => insertRecords(tx, records))
  const find = (from: string | undefined, to: string | undefined) =>
    run(async (tx) => {
      const query = {
        type: 'event',
        dates: { field: 'date', ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
      }
      const page = await listRecords(tx, query)
      const facets = await countFacets(tx, query)
      expect(facets.fields['kind']?.[0]?.count ?? 0).toBe(page.count)
      return page.rows.map((row) => row.title)
    })
  for (const window of windows) {
    const [from = '', to = ''] = window.split('/')
    const wanted = (low: string | null, high: string | null) =>
      dates.filter((date) => overlaps(date, low, high)).sort()
    expect((await find(from, to)).sort(), window).toEqual(wanted(from, to))
    expect((await find(from, undefined)).sort(), `${from}/`).toEqual(wanted(from, null))
    expect((await find(undefined, to)).sort(), `/${to}`).toEqual(wanted(null, to))
  }
})
