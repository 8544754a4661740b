import { type RecordView, type Tx, readBelongings, readRecords } from '#platform/records'

/** To whom a petition goes, in the order in which they were written down; those in the trash left out. */
export async function readAddressees(tx: Tx, petitionId: string): Promise<readonly RecordView[]> {
  const found = await readBelongings(tx, petitionId, ['petition_addressee'])
  const ids = found.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id)
  const records = new Map((await readRecords(tx, ids)).map((record) => [record.id, record]))
  return ids.flatMap((id) => records.get(id) ?? [])
}
