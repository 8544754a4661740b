import { basename } from 'node:path'
import { labels } from '#platform/i18n'
import { readColumns } from '../../files/csv-columns.ts'
import { refuseValue } from '../../files/refusal.ts'
import type { DatasetImporter, Finding } from '../../sources/importer.ts'
import { writeRollCalls } from '../actions/write-roll-calls.ts'
import { expected, refuseTwice } from '../queries/descriptions.ts'
import type { Decided, ReadRollCall } from '../roll-call.ts'
import { councilDraft, councilKind, councilSession } from './council-description.ts'
import { isoDay, plainTitle, wholeNumber } from './read-cells.ts'
import { lastDay } from './same-totals.ts'
import { where } from './where.ts'

const required = ['record_id', 'symbol', 'title', 'date', 'body', 'vote_type'] as const
const optional = [
  ...(['statement', 'meeting', 'agenda_item_no', 'agenda_item_title', 'agenda_subject'] as const),
  ...(['main_sponsors', 'draft', 'yes', 'no', 'abstain', 'nonvoting', 'total', 'record_url'] as const),
] as const
const names = [...required, ...optional]
type Name = (typeof names)[number]

/** How a source's words for the way of deciding are read; `NON-RECORDED` is a vote without names. */
export function councilDecided(words: string): Decided {
  const type = words.trim().toUpperCase()
  if (type.startsWith('RECORDED')) return 'recorded'
  if (type.startsWith('NON-RECORDED')) return 'not_recorded'
  return type.startsWith('WITHDRAWN') || type.startsWith('NOT CONSIDERED') ? 'withdrawn' : 'without_vote'
}

/** `4.` → `4`, `10a.` → `10a`; a country's name, or nothing, is no number of an item. */
export const agendaItem = (text: string): string => /^\s*(\d{1,2}[a-z]?)\.?\s*$/iu.exec(text)?.[1] ?? ''

/** Texts of the Human Rights Council and the Commission before it: read before the votes. */
export const hrcResolutions: DatasetImporter = {
  dataset: 'hrc-resolutions',
  label: labels(
    'Human Rights Council and Commission: texts, without the votes',
    'Consejo y Comisión de Derechos Humanos: textos, sin los votos',
    'Consell i Comissió de Drets Humans: textos, sense els vots',
  ),
  where: where.hrc,
  recognises: ({ columns }) =>
    ['record_id', 'symbol', 'vote_type', 'body'].every((name) => columns.includes(name)),
  async load({ tx, fileId, path }) {
    const file = basename(path)
    const found = new Map<string, ReadRollCall>()
    await readColumns(path, { required, optional }, (cells) => {
      const text = (name: Name) => cells.text(names.indexOf(name))
      const number = (name: Name) => wholeNumber(cells, names.indexOf(name))
      const key = text('record_id')
      const { row } = cells
      if (key === '') throw refuseValue({ file, row, column: 'record_id' }, key, expected.number)
      if (found.has(key)) throw refuseTwice(file, row, key)
      const day = isoDay(text('date'))
      if (day === '') throw refuseValue({ file, row, column: 'date' }, text('date'), expected.day)
      const symbol = text('symbol')
      const kind = councilKind(symbol, text('title'), text('draft'))
      const ofCouncil = text('body') === 'Human Rights Council'
      found.set(key, {
        key,
        body: ofCouncil ? 'hrc' : 'chr',
        day,
        session: councilSession(text('statement'), symbol, text('draft')),
        symbol,
        kind,
        decided: councilDecided(text('vote_type')),
        title: plainTitle(text('title')) || symbol || key,
        agenda: agendaItem(text('agenda_item_no')),
        agendaTitle: text('agenda_item_title').replace(/\s*-$/u, ''),
        topics: text('agenda_subject') === '' ? [] : [text('agenda_subject')],
        details: {
          ...councilDraft(kind, symbol, text('draft'), text('meeting')),
          said: text('vote_type'),
          meeting: text('meeting'),
          sponsors: text('main_sponsors'),
          link: text('record_url'),
          // An amendment whose title lost the word: tables made by title take it for a resolution.
          ...(kind === 'amendment' && !/:\s*amendment/iu.test(text('title')) && { unmarked: true }),
        },
        said: {
          yes: number('yes'),
          no: number('no'),
          abstain: number('abstain'),
          silent: number('nonvoting'),
          total: number('total'),
        },
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
      findings: unmarkedAmendments(rollCalls),
    }
  },
}

/** Amendments that only their draft tells: whoever counts by title gets other numbers. */
function unmarkedAmendments(rollCalls: readonly ReadRollCall[]): readonly Finding[] {
  const found = rollCalls.filter(({ details }) => details['unmarked'] === true)
  if (found.length === 0) return []
  return [
    {
      what: labels(
        `${found.length} amendments are not called so in their titles; the draft says it`,
        `${found.length} enmiendas no se llaman así en el título; lo dice el proyecto`,
        `${found.length} esmenes no s'anomenen així al títol; ho diu el projecte`,
      ),
      count: found.length,
      examples: found.slice(0, 10).map(({ row, symbol, title }) => `${row}: ${symbol} ${title.slice(0, 80)}`),
    },
  ]
}
