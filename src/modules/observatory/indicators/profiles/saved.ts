import { sql } from 'kysely'
import { labels } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import type { DatasetImporter } from '../../sources/importer.ts'
import { writeSeries } from '../actions/write-values.ts'
import { readValues } from '../reading/read-values.ts'
import type { Reading } from '../reading/reading.ts'
import { refuseNothing } from '../table-importer.ts'
import { shippedTables } from './index.ts'

/** How an organisation reads a table of its own, kept for the next edition. */
export interface SavedProfile {
  readonly name: string
  readonly label: string
  readonly reading: Reading
  readonly changedAt: Date
  readonly by: string
}

/** The profiles of the organisation, by what they are called; the one of a name where it is given. */
export async function readProfiles(tx: Tx, name?: string): Promise<readonly SavedProfile[]> {
  const { rows } = await sql<SavedProfile>`
    select p.name, p.label, p.reading, p.changed_at as "changedAt", a.name as by
      from observatory_profile p join account a on a.org_id = p.org_id and a.id = p.changed_by
     where p.org_id = ${tx.actor.orgId}::uuid and (${name === undefined} or p.name = ${name ?? ''})
     order by p.label, p.name`.execute(tx.sql)
  return rows
}

/** Keeps a profile under its name, in the place of one that had it. */
export async function saveProfile(
  tx: Tx,
  { name, label, reading }: Pick<SavedProfile, 'name' | 'label' | 'reading'>,
): Promise<void> {
  await sql`
    insert into observatory_profile (org_id, name, label, reading, changed_by)
    values (${tx.actor.orgId}::uuid, ${name}, ${label}, ${JSON.stringify(reading)}::jsonb, ${tx.actor.accountId}::uuid)
    on conflict (org_id, name) do update set label = excluded.label, reading = excluded.reading, changed_at = now(),
      changed_by = excluded.changed_by`.execute(tx.sql)
  await writeLedger(tx, 'observatory.profile', null, { profile: name })
}

/** A name for addresses and the command line, from what a person calls a table; never that of a source that ships. */
export function profileName(label: string): string {
  const name = label
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 70)
    .replace(/-+$/, '')
  const free = name === '' ? 'table' : name
  return shippedTables.some(({ dataset }) => dataset === free) ? `${free}-own` : free
}

/** What reads a file with a saved profile. Its dataset is the profile's name; a table of one year is a part of it. */
export const profileImporter = ({ name, label, reading }: SavedProfile): DatasetImporter => ({
  dataset: name,
  label: labels(label, label, label),
  where: labels(
    'A table of your own, read with a saved profile.',
    'Una tabla propia, leída con un perfil guardado.',
    'Una taula pròpia, llegida amb un perfil desat.',
  ),
  recognises: () => false,
  async load({ tx, fileId, path, head, progress, signal }) {
    const read = await readValues(path, reading, progress, signal)
    if (read.series.length === 0) throw refuseNothing(head.name)
    await writeSeries(tx, fileId, name, read.series, undefined, signal)
    return {
      rows: read.rows,
      dataUntil: String(read.lastYear),
      scope: reading.years.at === 'fixed' ? String(reading.years.year) : '',
      version: '',
      findings: read.findings,
    }
  },
})

/** What reads a file with the profile of a name; null when there is none. */
export async function savedImporter(tx: Tx, name: string): Promise<DatasetImporter | null> {
  const [profile] = await readProfiles(tx, name)
  return profile ? profileImporter(profile) : null
}
