import { sql } from 'kysely'
import { type Polity, polityByCode, polityByName } from '#catalogue/polities'
import { labels } from '#platform/i18n'
import { type CountryYears, readCountryYears } from '../../files/country-years.ts'
import { refuseFile } from '../../files/refusal.ts'
import type { DatasetImporter, Finding } from '../../sources/importer.ts'

const atOnce = 1_000

/** Country-years of the Early Warning Project, from which its statistical model is fitted anew. */
export const ewpImporter: DatasetImporter = {
  dataset: 'ewp',
  label: labels(
    'Early Warning Project: country-years',
    'Early Warning Project: años por país',
    'Early Warning Project: anys per país',
  ),
  where: labels(
    'github.com/EarlyWarningProject, the repository of the year’s “Statistical-Risk-Assessment”, file prepared…predictors….csv. US Holocaust Memorial Museum and Dartmouth; no licence is stated: ask before passing it on.',
    'github.com/EarlyWarningProject, el repositorio «Statistical-Risk-Assessment» del año, archivo prepared…predictors….csv. US Holocaust Memorial Museum y Dartmouth; no declara licencia: consulte antes de difundirlo.',
    "github.com/EarlyWarningProject, el repositori «Statistical-Risk-Assessment» de l'any, fitxer prepared…predictors….csv. US Holocaust Memorial Museum i Dartmouth; no declara llicència: consulteu abans de difondre'l.",
  ),
  recognises: ({ columns }) => ['ewp_name', 'year', 'mk_onset_1or2'].every((name) => columns.includes(name)),
  async load({ tx, fileId, path, head, progress, signal }) {
    const read = await readCountryYears(path)
    if (read.years.length === 0) throw refuseFile({ file: head.name }, empty.wrong, empty.remedy)
    refuseRepeats(read, head.name)
    const found = read.countries.map((name, i) => matchCountry(name, read.codes[i] ?? '', read.years[i] ?? 0))
    for (let from = 0; from < read.years.length; from += atOnce) {
      signal.throwIfAborted()
      const rows = [...read.years.keys()].slice(from, from + atOnce)
      const column = <T>(of: (row: number) => T): T[] => rows.map(of)
      await sql`insert into observatory_country_year (org_id, file_id, country, polity, year, outcome, predictors, source_row)
        select ${tx.actor.orgId}::uuid, ${fileId}::uuid, c, p, y, o, v::jsonb, r
          from unnest(${column((i) => read.countries[i])}::text[], ${column((i) => found[i]?.polity?.code ?? null)}::text[],
            ${column((i) => read.years[i])}::int[], ${column((i) => read.outcomes[i])}::int[],
            ${column((i) => predictorsOf(read, i))}::text[], ${column((i) => read.rows[i])}::int[]) as t (c, p, y, o, v, r)`.execute(
        tx.sql,
      )
      progress(from + rows.length, read.years.length)
    }
    const last = read.years.reduce((most, year) => Math.max(most, year), 0)
    return {
      rows: read.years.length,
      dataUntil: String(last),
      scope: '',
      version: /\d{4}-\d{2}-\d{2}/.exec(head.name)?.[0] ?? '',
      findings: [
        finding(
          'unknown',
          read,
          found.map(({ polity }) => polity === null),
        ),
        finding(
          'disagree',
          read,
          found.map(({ agrees }) => !agrees),
        ),
        finding(
          'incomplete',
          read,
          read.values.map((values) => !values.every(Number.isFinite)),
        ),
      ].filter(({ count }) => count > 0),
    }
  },
}

/** By the number before the name; where both are known and differ, it is told, and the number counts. */
function matchCountry(
  name: string,
  code: string,
  year: number,
): { readonly polity: Polity | null; readonly agrees: boolean } {
  // The end of the year: a state that began in it is meant by its own number.
  const day = `${year}-12-31`
  const numbered = /^\d+$/.test(code) ? polityByCode('cow', Number(code), day) : null
  const named = polityByName(name, day)
  return {
    polity: numbered ?? named,
    agrees: numbered === null || named === null || numbered.code === named.code,
  }
}

const predictorsOf = ({ names, values }: CountryYears, row: number): string =>
  JSON.stringify(
    Object.fromEntries(
      names.map((name, j) => {
        const value = values[row]?.[j] ?? Number.NaN
        return [name, Number.isFinite(value) ? value : null]
      }),
    ),
  )

function refuseRepeats({ countries, years, rows }: CountryYears, file: string): void {
  const seen = new Set<string>()
  for (const [i, country] of countries.entries()) {
    const key = `${country}\u0000${years[i]}`
    if (seen.has(key)) throw refuseFile({ file, row: rows[i] ?? 0 }, twice.wrong, twice.remedy)
    seen.add(key)
  }
}

const whats = {
  unknown: labels(
    'Country-years of a country that is not known: learnt from, shown under no state',
    'Años de un país que no se reconoce: se aprende de ellos, no figuran en ningún Estado',
    "Anys d'un país que no es reconeix: se n'aprèn, no surten en cap Estat",
  ),
  disagree: labels(
    'Country-years whose number and name mean different states; the number counts',
    'Años en que el número y el nombre indican Estados distintos; vale el número',
    'Anys en què el número i el nom indiquen Estats diferents; val el número',
  ),
  incomplete: labels(
    'Country-years that lack a predictor: not learnt from, and without a risk',
    'Años a los que les falta un predictor: no se aprende de ellos ni tienen riesgo',
    "Anys als quals falta un predictor: no se n'aprèn ni tenen risc",
  ),
}

function finding(
  what: keyof typeof whats,
  { countries, years, rows }: CountryYears,
  holds: readonly boolean[],
): Finding {
  const at = [...holds.keys()].filter((i) => holds[i])
  return {
    what: whats[what],
    count: at.length,
    examples: at.slice(0, 10).map((i) => `${rows[i]}: ${countries[i]} ${years[i]}`),
  }
}

const empty = {
  wrong: labels('it has no rows', 'no tiene filas', 'no té files'),
  remedy: labels(
    'Fetch it again from its source.',
    'Vuelva a obtenerlo de su fuente.',
    'Torneu-lo a obtenir de la font.',
  ),
}
const twice = {
  wrong: labels(
    'this country and year stand in an earlier row',
    'este país y año ya figuran en una fila anterior',
    'aquest país i any ja surten en una fila anterior',
  ),
  remedy: labels('Keep one of the two rows.', 'Deje una de las dos filas.', 'Deixeu una de les dues files.'),
}
