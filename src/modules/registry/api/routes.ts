import { z } from 'zod'
import { type Visit, json, readJson, route } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import {
  type RecordView,
  type Tx,
  countFacets,
  createRecord,
  deleteRecord,
  listRecords,
  readBacklinks,
  readCitations,
  readHistory,
  readRecord,
  readVersion,
  typeOf,
  updateRecord,
  visibilities,
} from '#platform/records'
import { listQuery } from '../pages/list-query.ts'
import { describeApi } from './describe-api.ts'

const newRecord = z.strictObject({
  values: z.record(z.string(), z.unknown()),
  visibility: z.enum(visibilities).optional(),
  reason: z.string().max(2_000).optional(),
})

const change = newRecord.extend({
  version: z.int().min(1),
  values: z.record(z.string(), z.unknown()).default({}),
})

/** A record as it leaves by the API: explicit fields, and of relations only what the reader may see. */
const present = (record: RecordView) => ({
  id: record.id,
  type: record.type,
  title: record.title,
  version: record.version,
  visibility: record.visibility,
  fictitious: record.fictitious,
  created_at: record.createdAt.toISOString(),
  updated_at: record.updatedAt.toISOString(),
  ...(record.deletedAt && { deleted_at: record.deletedAt.toISOString() }),
  ...(record.mergedInto && { merged_into: record.mergedInto }),
  values: record.values,
  linked: Object.fromEntries([...record.linked].map(([id, { type, title }]) => [id, { type, title }])),
})

/** The record of the address, which must be of the type of the address. */
async function asked(visit: Visit, tx: Tx): Promise<RecordView> {
  const record = await readRecord(tx, visit.params['id'] ?? '')
  if (record.type !== visit.params['type']) throw new Problem('not_found')
  return record
}

const list = route({
  method: 'get',
  path: '/api/v1/records/:type',
  may: 'read',
  api: true,
  handle: (visit) =>
    visit.within(async (tx) => {
      const search = visit.url.searchParams
      const limit = Number(search.get('limit') ?? 50)
      if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new Problem('malformed')
      const page = await listRecords(tx, listQuery(typeOf(tx, visit.params['type'] ?? ''), search, limit))
      const next = new URLSearchParams(search)
      if (page.next) next.set('after', page.next)
      return json({
        items: page.rows.map((row) => ({
          id: row.id,
          title: row.title,
          visibility: row.visibility,
          fictitious: row.fictitious,
          updated_at: row.updatedAt.toISOString(),
          values: row.values,
        })),
        count: page.count,
        more: page.more,
        similar: page.similar,
        next: page.next && `${visit.url.pathname}?${next}`,
      })
    }),
})

const facets = route({
  method: 'get',
  path: '/api/v1/facets/:type',
  may: 'read',
  api: true,
  handle: (visit) =>
    visit.within(async (tx) =>
      json(await countFacets(tx, listQuery(typeOf(tx, visit.params['type'] ?? ''), visit.url.searchParams))),
    ),
})

const create = route({
  method: 'post',
  path: '/api/v1/records/:type',
  may: 'write',
  api: true,
  handle: async (visit) => {
    const { values, visibility, reason } = await readJson(visit.request, newRecord)
    return visit.within(async (tx) => {
      const type = visit.params['type'] ?? ''
      const made = await createRecord(tx, {
        type,
        values,
        ...(visibility && { visibility }),
        ...(reason !== undefined && { reason }),
      })
      const answer = json(made, 201)
      answer.headers.set('location', `/api/v1/records/${type}/${made.id}`)
      return answer
    })
  },
})

const read = route({
  method: 'get',
  path: '/api/v1/records/:type/:id',
  may: 'read',
  api: true,
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await asked(visit, tx)
      const citations = [...(await readCitations(tx, record.id)).values()].flat()
      return json({ ...present(record), citations, backlinks: await readBacklinks(tx, record.id) })
    }),
})

const update = route({
  method: 'patch',
  path: '/api/v1/records/:type/:id',
  may: 'write',
  api: true,
  handle: async (visit) => {
    const { version, values, visibility, reason } = await readJson(visit.request, change)
    return visit.within(async (tx) => {
      const { id } = await asked(visit, tx)
      return json(
        await updateRecord(tx, {
          id,
          version,
          values,
          ...(visibility && { visibility }),
          ...(reason !== undefined && { reason }),
        }),
      )
    })
  },
})

const remove = route({
  method: 'delete',
  path: '/api/v1/records/:type/:id',
  may: 'write',
  api: true,
  handle: (visit) =>
    visit.within(async (tx) => {
      const { id } = await asked(visit, tx)
      const version = Number(visit.url.searchParams.get('version'))
      if (!Number.isInteger(version)) throw new Problem('malformed')
      await deleteRecord(tx, id, version)
      await writeLedger(tx, 'record.delete', id)
      return json({ id, deleted: true })
    }),
})

const history = route({
  method: 'get',
  path: '/api/v1/records/:type/:id/versions',
  may: 'read',
  api: true,
  handle: (visit) =>
    visit.within(async (tx) => {
      const { id } = await asked(visit, tx)
      return json({ items: await readHistory(tx, id) })
    }),
})

const version = route({
  method: 'get',
  path: '/api/v1/records/:type/:id/versions/:version',
  may: 'read',
  api: true,
  handle: (visit) =>
    visit.within(async (tx) => {
      const { id } = await asked(visit, tx)
      const number = Number(visit.params['version'])
      if (!Number.isInteger(number) || number < 1) throw new Problem('not_found')
      return json({ id, version: number, values: await readVersion(tx, id, number) })
    }),
})

const vocabulary = route({
  method: 'get',
  path: '/api/v1/vocabularies/:name',
  may: 'read',
  api: true,
  handle: (visit) =>
    visit.within(async (tx) => {
      const found = tx.schema.vocabularies.get(visit.params['name'] ?? '')
      if (!found) throw new Problem('not_found')
      return json(found.vocabulary)
    }),
})

const types = route({
  method: 'get',
  path: '/api/v1/types',
  may: 'read',
  api: true,
  handle: (visit) => visit.within(async (tx) => json({ items: [...tx.schema.types.values()] })),
})

/** With a session the organisation's own types are described too; without, what is shipped. */
const description = route({
  method: 'get',
  path: '/api/v1/openapi.json',
  may: 'anyone',
  api: true,
  handle: async (visit) =>
    json(
      visit.session
        ? await visit.within(async (tx) => describeApi(tx.schema))
        : describeApi(visit.house.shipped),
    ),
})

/** The API: the same records, rules and problems as the screens. */
export const apiRoutes = [
  description,
  types,
  vocabulary,
  facets,
  list,
  create,
  read,
  update,
  remove,
  history,
  version,
]
