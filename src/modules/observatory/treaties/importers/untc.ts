import { polityByName } from '#catalogue/polities'
import { treatyByChapter } from '#catalogue/treaties'
import { labels } from '#platform/i18n'
import { refuseFile, refuseValue } from '../../files/refusal.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import type { ActKind, TreatyAct } from '../act.ts'
import { writeActs } from '../actions/write-acts.ts'
import { refuseName, unknownNames } from './findings.ts'
import { readSheet, readText } from './read-sheet.ts'
import { where } from './where.ts'

const named = /^(4-\d{1,2}(?:-[a-z])?)\.csv(\.gz)?$/i

/** What the letters after a date say (UN Treaty Collection); none is a ratification. */
const suffixes: Readonly<Record<string, ActKind>> = {
  a: 'accession',
  d: 'succession',
  A: 'acceptance',
  AA: 'acceptance',
  c: 'confirmation',
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `8 Nov 2007`, `24 Jan 1983 a`; null for anything else. */
export function readTreatyDate(text: string): { readonly day: string; readonly suffix: string } | null {
  const [, day = '', month = '', year = '', suffix = ''] =
    /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})(?: (AA|[aAcd]))?$/.exec(text.trim()) ?? []
  const at = months.indexOf(month)
  if (at < 0 || Number(day) < 1 || Number(day) > 31) return null
  return { day: `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`, suffix }
}

/** Participants of a treaty of chapter IV of the UN Treaty Collection, with days. One file a treaty, named by its number. */
export const untc: DatasetImporter = {
  dataset: 'untc',
  label: labels(
    'UN Treaty Collection, chapter IV: participants and days',
    'Colección de Tratados de la ONU, capítulo IV: participantes y días',
    "Col·lecció de Tractats de l'ONU, capítol IV: participants i dies",
  ),
  where: where.untc,
  recognises: ({ name, text }) => named.test(name) && /^"?Participant"?,/i.test(text),
  async load({ tx, fileId, path, head }) {
    const treaty = treatyByChapter(named.exec(head.name)?.[1] ?? '')
    if (!treaty) throw refuseName(head.name, '4-16.csv')
    const [header, ...rows] = readSheet(await readText(path))
    const signing = header?.cells.findIndex((name) => /^signature/i.test(name)) ?? -1
    const binding = header?.cells.findIndex((name) => /ratification|accession|acceptance/i.test(name)) ?? -1
    if (binding < 0)
      throw refuseFile(
        { file: head.name, row: 1 },
        labels(
          'no column of ratification, accession or acceptance',
          'falta la columna de ratificación, adhesión o aceptación',
          'hi falta la columna de ratificació, adhesió o acceptació',
        ),
        labels(
          'Save the table of participants again, with its first row.',
          'Vuelva a guardar la tabla de participantes, con su primera fila.',
          'Torneu a desar la taula de participants, amb la primera fila.',
        ),
      )
    const acts: TreatyAct[] = []
    const unknown: { row: number; name: string }[] = []
    let last = ''
    let taken = 0
    for (const { row, cells } of rows) {
      const [name = ''] = cells
      if (name === '') continue
      const state = polityByName(name, undefined, 'list')
      if (!state) {
        unknown.push({ row, name })
        continue
      }
      taken += 1
      for (const column of [signing, binding]) {
        const text = column < 0 ? '' : (cells[column] ?? '')
        if (text === '') continue
        const date = readTreatyDate(text)
        if (!date)
          throw refuseValue(
            { file: head.name, row, column: header?.cells[column] ?? '' },
            text,
            labels(
              'a day as the Collection writes it (8 Nov 2007, 24 Jan 1983 a)',
              'un día como lo escribe la Colección (8 Nov 2007, 24 Jan 1983 a)',
              "un dia com l'escriu la Col·lecció (8 Nov 2007, 24 Jan 1983 a)",
            ),
          )
        if (date.day > last) last = date.day
        const act = column === signing ? 'signature' : (suffixes[date.suffix] ?? 'ratification')
        acts.push({
          treaty: treaty.id,
          polity: state.code,
          act,
          doneOn: date.day,
          article: '',
          text: '',
          row,
        })
      }
    }
    await writeActs(tx, fileId, acts)
    return { rows: taken, dataUntil: last, scope: treaty.id, version: '', findings: unknownNames(unknown) }
  },
}
