import { sql } from 'kysely'
import { polity, polityByName, polityGroups, polityName } from '#catalogue/polities'
import { type Labels, label, type Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { alikeWords } from '../messages.ts'
import { catalogueGroup, chosenStates, everyPlace, indexGroup, type StateGroup } from '../state-group.ts'

/** A series by whose classes states can be grouped. */
interface ClassSeries {
  readonly id: string
  readonly dataset: string
  readonly code: string
  readonly label: Labels
  readonly author: string
  readonly scale: 'order' | 'class'
  readonly classes: Readonly<Record<string, Labels>>
}

/** A group that can be chosen, and under which heading it stands. */
export interface GroupOption {
  readonly key: string
  readonly name: string
  readonly heading: string
}

async function readClassSeries(tx: Tx): Promise<readonly ClassSeries[]> {
  const { rows } = await sql<ClassSeries>`
    select id, dataset, code, label, author, scale, classes from observatory_series
     where org_id = ${tx.actor.orgId}::uuid and scale in ('order', 'class') and classes <> '{}'
     order by dataset, code`.execute(tx.sql)
  return rows
}

const indexKey = (series: ClassSeries, from: string, to: string): string =>
  `index:${series.dataset}:${series.code}:${from}-${to}`

/** The classes of a series in order. */
const ordered = ({ classes }: ClassSeries): readonly string[] =>
  Object.keys(classes).sort((a, b) => Number(a) - Number(b))

function className(series: ClassSeries, from: string, to: string, language: Language): string {
  const of = (value: string) => (series.classes[value] ? label(series.classes[value], language) : value)
  const all = ordered(series).filter((value) => Number(value) >= Number(from) && Number(value) <= Number(to))
  return `${all.map(of).join(' / ')} (${series.author})`
}

/** The groups that can be chosen: those of the catalogue, and by class of each index that was imported. */
export async function groupOptions(tx: Tx, language: Language): Promise<readonly GroupOption[]> {
  const w = alikeWords(language)
  const own = polityGroups.map(({ id, name, within }) => ({
    key: id,
    name: name[language],
    heading: within === 'un' ? w('regional_groups') : w('organisations'),
  }))
  const byClass = (await readClassSeries(tx)).flatMap((series) => {
    const values = ordered(series)
    const heading = `${label(series.label, language)} (${series.author})`
    const one = (from: string, to: string) => ({
      key: indexKey(series, from, to),
      name: className(series, from, to, language),
      heading,
    })
    const lowest = values[0] as string
    return [
      ...values.map((value) => one(value, value)),
      ...(series.scale === 'order' ? values.slice(1, -1).map((value) => one(lowest, value)) : []),
    ]
  })
  return [...own, ...byClass]
}

/**
 * The group that an address names: of the catalogue, `all`, `states` (with their codes or names in `states`), or by the class of an
 * index.
 *
 * @throws Problem where there is no such group or state
 */
export async function readGroup(
  tx: Tx,
  key: string,
  states: string,
  language: Language,
): Promise<StateGroup> {
  const w = alikeWords(language)
  if (key === 'all') return { key, name: w('all_states'), short: w('all_states'), at: () => everyPlace }
  if (key === 'states') {
    const codes = readStates(states)
    return chosenStates(codes, codes.map((code) => polityName(code, language)).join(', '))
  }
  const known = catalogueGroup(key, language)
  if (known) return known
  const [, dataset, code, from, to] = /^index:([^:]+):([^:]+):(-?[\d.]+)-(-?[\d.]+)$/.exec(key) ?? []
  const series = (await readClassSeries(tx)).find((one) => one.dataset === dataset && one.code === code)
  if (!series || from === undefined || to === undefined)
    throw new Problem('invalid', { explanation: noGroup })
  const { rows } = await sql<{ readonly polity: string; readonly year: number; readonly value: number }>`
    select v.polity, v.year, v.value from observatory_value v
      join observatory_file f on f.org_id = v.org_id and f.id = v.file_id
     where v.org_id = ${tx.actor.orgId}::uuid and v.series_id = ${series.id}::uuid and f.superseded_by is null
       and v.value is not null and v.year >= 1945`.execute(tx.sql)
  const [least, most] = [Number(from), Number(to)]
  return indexGroup(
    key,
    className(series, from, to, language),
    rows,
    (value) => value >= least && value <= most,
  )
}

/** Codes of the states that a text names, by code or by name, separated by commas. Throws Problem on one that is not known. */
export function readStates(text: string): readonly string[] {
  const said = text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, 250)
  return [
    ...new Set(
      said.map((one) => {
        const found = polity(one.toUpperCase()) ?? polityByName(one)
        if (!found) throw new Problem('invalid', { explanation: noState(one) })
        return found.code
      }),
    ),
  ]
}

const noState = (said: string) => ({
  en: `“${said}” is no state that is known, or could be two. Write its code, as ARG, with commas between several.`,
  es: `«${said}» no es un Estado conocido, o podría ser dos. Escriba su código, como ARG, y separe varios con comas.`,
  ca: `«${said}» no és cap Estat conegut, o en podria ser dos. Escriviu-ne el codi, com ARG, i separeu-ne diversos amb comes.`,
})
const noGroup = {
  en: 'There is no such group, or the index that it goes by was not imported.',
  es: 'No existe ese grupo, o no se importó el índice en que se basa.',
  ca: 'Aquest grup no existeix, o no s’ha importat l’índex en què es basa.',
}
