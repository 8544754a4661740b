import { polityByCode, polityByName } from '#catalogue/polities'
import { treatyByStatusFile } from '#catalogue/treaties'
import { labels } from '#platform/i18n'
import { readColumns } from '../../files/csv-columns.ts'
import { refuseValue } from '../../files/refusal.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import type { TreatyAct } from '../act.ts'
import { writeActs } from '../actions/write-acts.ts'
import { refuseName, unknownNames } from './findings.ts'
import { where } from './where.ts'

const columns = [
  'iso2',
  'member',
  'state party',
  'year ratification or accession',
  'signatory',
  'no action',
  'status',
] as const
const named = /^hr_status_(\w+)\.csv(\.gz)?$/

/** Status of one instrument by state: party since a year, signed, or neither. One file an instrument, named after it. */
export const ratificationYears: DatasetImporter = {
  dataset: 'ratification-2022',
  label: labels(
    'Ratification of 18 human-rights instruments, by year',
    'Ratificación de 18 instrumentos de derechos humanos, por año',
    'Ratificació de 18 instruments de drets humans, per any',
  ),
  where: where.years,
  recognises: ({ name, columns: found }) =>
    named.test(name) && found.includes('iso2') && found.includes('state party'),
  async load({ tx, fileId, path, head }) {
    const treaty = treatyByStatusFile(named.exec(head.name)?.[1] ?? '')
    if (!treaty) throw refuseName(head.name, 'hr_status_cped.csv')
    const acts: TreatyAct[] = []
    const unknown: { row: number; name: string }[] = []
    const contradicting: string[] = []
    let last = 0
    const { rows } = await readColumns(path, { required: columns, optional: ['note'] }, (cells) => {
      const text = (column: (typeof columns)[number]) => cells.text(columns.indexOf(column))
      const member = text('member')
      const code = text('iso2')
      // `NA` is Namibia.
      const state = polityByCode('iso2', code) ?? polityByName(member, undefined, 'list')
      if (!state) {
        unknown.push({ row: cells.row, name: member || code })
        return
      }
      const year = text('year ratification or accession')
      if (year !== '' && !/^(18|19|20)\d\d$/.test(year))
        throw refuseValue(
          { file: head.name, row: cells.row, column: 'year ratification or accession' },
          year,
          labels('a year', 'un año', 'un any'),
        )
      const [party, signed, none] = [text('state party'), text('signatory'), text('no action')].map(
        (flag) => flag === '1',
      )
      const status = text('status').toLowerCase().trim()
      // Three columns say whether it is party: where they differ, two of them decide.
      const isParty = [party, status === 'state party', year !== ''].filter(Boolean).length >= 2
      const isSigned = !isParty && (signed === true || status === 'signatory state')
      const note = cells.text(columns.length)
      const agree =
        isParty === (year !== '') &&
        isParty === party &&
        isSigned === signed &&
        none === (!isParty && !isSigned)
      if (!agree || status !== (isParty ? 'state party' : isSigned ? 'signatory state' : 'no action'))
        contradicting.push(`${cells.row}: ${member}`)
      if (year !== '') last = Math.max(last, Number(year))
      if (isParty || isSigned)
        acts.push({
          treaty: treaty.id,
          polity: state.code,
          act: isParty ? 'ratification' : 'signature',
          doneOn: isParty ? year : '',
          article: '',
          text: note,
          row: cells.row,
        })
      const left = /denounced\b.*?\b((?:19|20)\d\d)\b/i.exec(note)?.[1]
      if (isParty && left !== undefined)
        acts.push({
          treaty: treaty.id,
          polity: state.code,
          act: 'withdrawal',
          doneOn: left,
          article: '',
          text: note,
          row: cells.row,
        })
    })
    await writeActs(tx, fileId, acts)
    return {
      rows,
      // Nothing in the file says when it was compiled; its publisher does.
      dataUntil: last > 2022 ? String(last) : '2022-08',
      scope: treaty.id,
      version: last > 2022 ? '' : '2022',
      findings: [
        ...unknownNames(unknown),
        ...(contradicting.length === 0
          ? []
          : [
              {
                what: labels(
                  `${contradicting.length} rows contradict themselves (flags, word and year); two of the three decided`,
                  `${contradicting.length} filas se contradicen (marcas, palabra y año); decidieron dos de las tres`,
                  `${contradicting.length} files es contradiuen (marques, paraula i any); n'han decidit dues de les tres`,
                ),
                count: contradicting.length,
                examples: contradicting.slice(0, 10),
              },
            ]),
      ],
    }
  },
}
