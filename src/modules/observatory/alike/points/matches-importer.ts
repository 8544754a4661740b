import { sql } from 'kysely'
import { labels } from '#platform/i18n'
import { readVoetenMatches } from '../../files/index.ts'
import type { DatasetImporter } from '../../sources/importer.ts'

/** Voeten's list of roll calls that repeat an earlier one word for word: it ties the sessions of ideal points together. */
export const matchesImporter: DatasetImporter = {
  dataset: 'voeten-matches',
  label: labels(
    'General Assembly: roll calls that repeat earlier ones (Voeten)',
    'Asamblea General: votaciones que repiten otras anteriores (Voeten)',
    'Assemblea General: votacions que en repeteixen d’anteriors (Voeten)',
  ),
  where: labels(
    'Matches.csv, beside the code of the United Nations General Assembly ideal points (github.com/evoeten). Its terms: MIT.',
    'Matches.csv, junto al código de los puntos ideales de la Asamblea General (github.com/evoeten). Sus condiciones: MIT.',
    'Matches.csv, al costat del codi dels punts ideals de l’Assemblea General (github.com/evoeten). Les seves condicions: MIT.',
  ),
  recognises: ({ columns }) => columns.includes('rcid1') && columns.includes('rcid2'),
  async load({ tx, fileId, path, progress }) {
    const pairs = [...(await readVoetenMatches(path))].sort(([a], [b]) => a - b)
    const list = pairs.map(([key, first]) => ({ key: String(key), first: String(first) }))
    await sql`insert into observatory_repeat (org_id, file_id, key, first_key)
      select ${tx.actor.orgId}::uuid, ${fileId}::uuid, x.key, x.first
        from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x (key text, first text)`.execute(tx.sql)
    progress(pairs.length, pairs.length)
    return { rows: pairs.length, dataUntil: '', scope: '', version: '', findings: [] }
  },
}
