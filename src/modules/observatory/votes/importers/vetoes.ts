import { basename } from 'node:path'
import { polityByCode } from '#catalogue/polities'
import { labels } from '#platform/i18n'
import { readColumns } from '../../files/csv-columns.ts'
import { refuseValue } from '../../files/refusal.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import { writeRollCalls } from '../actions/write-roll-calls.ts'
import { voteNotices } from '../notices.ts'
import { expected, refuseTwice } from '../queries/descriptions.ts'
import { noTotals, type ReadRollCall } from '../roll-call.ts'
import { baseSymbol, isoDay } from './read-cells.ts'
import { lastDay } from './same-totals.ts'
import { where } from './where.ts'

/** Columns of the two layouts, by what they say: the UN's own file, and the one of the politics data lab. */
const columns = {
  draft: ['draft_res#', 'draft'],
  record: ['record', 'meeting_record'],
  agenda: ['agenda', 'agenda_item'],
  topic: ['short_agenda', 'crisis_topic'],
  link: ['url_for_res#'],
} as const

/** Columns with 1 for who vetoed, and whose seat it is. */
const seats: Readonly<Record<string, string>> = {
  china: 'CHN',
  france: 'FRA',
  russia: 'RUS',
  ussr: 'RUS',
  russian_federation_ussr: 'RUS',
  usa: 'USA',
  united_states: 'USA',
  uk: 'GBR',
  united_kingdom: 'GBR',
}

/** Columns with their names; where both are there and differ, these count: they alone agree with the record. */
const named = ['member_veto1', 'member_veto2', 'member_veto3']

/** `2/16/1946`, month first, or `1946-02-16`; empty when it is no day. */
export function vetoDay(text: string): string {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text.trim())
  if (!american) return isoDay(text)
  const [, month = '', day = '', year = ''] = american
  return isoDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/**
 * Drafts that the Security Council did not adopt because of a veto. The file tells who vetoed and not how the others voted: there
 * are no ballots.
 */
export const vetoes: DatasetImporter = {
  dataset: 'vetoes',
  label: labels('Security Council: vetoes', 'Consejo de Seguridad: vetos', 'Consell de Seguretat: vets'),
  where: where.vetoes,
  recognises: ({ columns: names }) =>
    names.includes('date') &&
    columns.draft.some((name) => names.includes(name)) &&
    names.includes('china') &&
    names.includes('france'),
  async load({ tx, fileId, path, head }) {
    const file = basename(path)
    // As the file writes them: one layout has capitals.
    const [line = ''] = head.text.split(/\r\n|\n|\r/u, 1)
    const written = line.split(/[,;\t]/u).map((name) => name.trim().replaceAll(/^"|"$/gu, ''))
    const spelled = (name: string | undefined) =>
      written.find((one) => name !== undefined && one.toLowerCase() === name)
    const nameOf = (which: keyof typeof columns) =>
      spelled(columns[which].find((name) => head.columns.includes(name)))
    const used = (['draft', 'record', 'agenda', 'topic', 'link'] as const).filter((one) => nameOf(one))
    const voters = Object.keys(seats).filter((name) => head.columns.includes(name))
    const names = named.filter((name) => head.columns.includes(name))
    const notices = voteNotices()
    const asked = [
      spelled('date') ?? 'date',
      ...used.map((one) => nameOf(one) ?? one),
      ...voters.map((one) => spelled(one) ?? one),
      ...names.map((one) => spelled(one) ?? one),
    ]
    const found = new Map<string, ReadRollCall>()
    await readColumns(path, { required: asked }, (cells) => {
      const { row } = cells
      const text = (which: keyof typeof columns) =>
        used.includes(which) ? cells.text(1 + used.indexOf(which)) : ''
      const day = vetoDay(cells.text(0))
      if (day === '') throw refuseValue({ file, row, column: 'date' }, cells.text(0), expected.day)
      const offset = 1 + used.length
      const holders = (codes: readonly string[]) => [
        ...new Set(codes.flatMap((code) => polityByCode('iso3', code, day)?.code ?? [])),
      ]
      const marked = holders(
        voters.filter((_, i) => Number(cells.text(offset + i)) === 1).map((name) => seats[name] ?? ''),
      )
      const told = holders(
        names
          .map((_, i) => seats[cells.text(offset + voters.length + i).toLowerCase()] ?? '')
          .filter(Boolean),
      )
      const vetoedBy = told.length > 0 ? told : marked
      if (told.length > 0 && told.toSorted().join() !== marked.toSorted().join())
        notices.note('vetoers', () => `row ${row}: ${told.join(', ')} ≠ ${marked.join(', ')}`)
      const symbol = text('draft')
      // Two parts of a draft may be vetoed on one day: a record number tells them apart.
      const key = [day, symbol, text('record'), text('agenda').slice(0, 60)]
        .filter(Boolean)
        .join(' · ')
        .slice(0, 180)
      const unique = found.has(key) ? `${key} · ${row}` : key
      if (found.has(unique)) throw refuseTwice(file, row, unique)
      found.set(unique, {
        key: unique,
        body: 'sc',
        day,
        session: '',
        symbol,
        kind: 'draft',
        decided: 'vetoed',
        title: text('agenda') || text('topic') || symbol || key,
        agenda: '',
        agendaTitle: text('agenda'),
        topics: text('topic') === '' ? [] : [text('topic')],
        details: {
          outcome: 'rejected',
          draft: baseSymbol(symbol),
          meeting: text('record'),
          link: text('link'),
          vetoedBy,
        },
        said: noTotals,
        row,
        ballots: null,
      })
    })
    const rollCalls = [...found.values()]
    await writeRollCalls(tx, fileId, rollCalls)
    return {
      rows: rollCalls.length,
      dataUntil: lastDay(rollCalls),
      scope: '',
      version: '',
      findings: notices.findings(),
    }
  },
}
