import { basename } from 'node:path'
import { labels } from '#platform/i18n'
import { readColumns } from '../../files/csv-columns.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import { writeRollCalls } from '../actions/write-roll-calls.ts'
import { refuseTwice } from '../queries/descriptions.ts'
import type { ReadRollCall } from '../roll-call.ts'
import { lastDay } from './same-totals.ts'
import { describeVoeten, descriptionColumns } from './voeten-description.ts'
import { where } from './where.ts'

const [first, second, third, ...optional] = descriptionColumns

/** Descriptions of roll calls in Voeten's layout. Shared with unvotes, whose file has fewer columns. */
export async function readVoetenDescriptions(path: string): Promise<readonly ReadRollCall[]> {
  const file = basename(path)
  const found = new Map<string, ReadRollCall>()
  await readColumns(path, { required: [first, second, third], optional }, (cells) => {
    const one = describeVoeten(cells, file)
    if (found.has(one.key)) throw refuseTwice(file, cells.row, one.key)
    found.set(one.key, one)
  })
  return [...found.values()]
}

const describes = (dataset: string, label: ReturnType<typeof labels>, of: 'voeten' | 'unvotes') =>
  ({
    dataset,
    label,
    where: where[of],
    recognises: ({ columns }) =>
      ['rcid', 'session', 'date', 'unres'].every((name) => columns.includes(name)) &&
      !columns.includes('vote') &&
      columns.includes('resid') === (of === 'voeten'),
    async load({ tx, fileId, path, progress }) {
      const rollCalls = await readVoetenDescriptions(path)
      await writeRollCalls(tx, fileId, rollCalls)
      progress(rollCalls.length, rollCalls.length)
      return {
        rows: rollCalls.length,
        dataUntil: lastDay(rollCalls),
        scope: '',
        version: '',
        findings: [],
      }
    },
  }) satisfies DatasetImporter

/** What the General Assembly voted on, in Voeten's layout: read before the votes. */
export const voetenRollCalls: DatasetImporter = describes(
  'voeten-rollcalls',
  labels(
    'General Assembly: roll calls (Voeten), without the votes',
    'Asamblea General: votaciones (Voeten), sin los votos',
    'Assemblea General: votacions (Voeten), sense els vots',
  ),
  'voeten',
)

/** The same in the R package unvotes. */
export const unvotesRollCalls: DatasetImporter = describes(
  'unvotes-rollcalls',
  labels(
    'General Assembly: roll calls (unvotes), without the votes',
    'Asamblea General: votaciones (unvotes), sin los votos',
    'Assemblea General: votacions (unvotes), sense els vots',
  ),
  'unvotes',
)
