import { sql } from 'kysely'
import { approvalWords } from '#platform/approvals'
import { Problem } from '#platform/problem'
import {
  type ListQuery,
  type RecordView,
  type Tx,
  type ValueClass,
  listRecords,
  readRecordsInBulk,
  typeOf,
} from '#platform/records'

const rowsAtOnce = 500

/** The classes of value that the actor may read. */
export async function readableClasses(tx: Tx): Promise<ReadonlySet<ValueClass>> {
  const { rows } = await sql<{
    classes: ValueClass[] | null
  }>`select readable_classes() as classes`.execute(tx.sql)
  return new Set(rows[0]?.classes ?? [])
}

/**
 * All records that a query finds, with all that this reader may see of them, some hundred at a time. Without
 * conditions it reads from one cursor, which shows the type as it was at one moment, in the order of ids; with
 * conditions it walks the pages of the list in the order of titles. The transaction stays open meanwhile.
 */
export async function* readAll(tx: Tx, query: ListQuery): AsyncGenerator<readonly RecordView[]> {
  const type = typeOf(tx, query.type)
  if (query.text || query.dates || Object.keys(query.filters ?? {}).length > 0) {
    for (let after: string | null | undefined; after !== null; ) {
      const page = await listRecords(tx, {
        ...query,
        sort: '_title',
        limit: rowsAtOnce,
        ...(after !== undefined && { after }),
      })
      if (page.rows.length > 0)
        yield await readRecordsInBulk(
          tx,
          page.rows.map((row) => row.id),
        )
      after = page.next
    }
    return
  }
  // Server-side: ids only, so that the values of a page are read by the same function as any record.
  await sql`declare amparo_export no scroll cursor for
    select id from record where org_id = ${tx.actor.orgId}::uuid and type = ${type.name} and deleted_at is null
    order by id`.execute(tx.sql)
  try {
    for (;;) {
      const { rows } = await sql<{
        id: string
      }>`fetch ${sql.raw(String(rowsAtOnce))} from amparo_export`.execute(tx.sql)
      if (rows.length === 0) break
      yield await readRecordsInBulk(
        tx,
        rows.map((row) => row.id),
      )
      if (rows.length < rowsAtOnce) break
    }
  } finally {
    await sql`close amparo_export`.execute(tx.sql).catch(() => undefined)
  }
}

/** The records named, in their order, some hundred at a time; throws `conflict` where one is no longer there. */
export async function* readExactly(tx: Tx, ids: readonly string[]): AsyncGenerator<readonly RecordView[]> {
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    const some = ids.slice(from, from + rowsAtOnce)
    const records = await readRecordsInBulk(tx, some)
    if (records.length !== some.length || records.some((record) => record.deletedAt))
      throw new Problem('conflict', { explanation: approvalWords.changed })
    yield records
  }
}
