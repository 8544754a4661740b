import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { polityName } from '#catalogue/polities'
import { isId } from '#platform/db'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { enqueueJob } from '#platform/jobs'
import { Problem } from '#platform/problem'
import { Notice, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { sourcesAddress } from '../../sources/addresses.ts'
import { eraseGiven, handOver, requireGiven } from '../actions/given-tables.ts'
import { indicatorsAddress, profilesAddress } from '../addresses.ts'
import { type IndicatorWords, indicatorWords } from '../messages.ts'
import {
  type FormMistake,
  type FormValues,
  readingOfForm,
  valuesOfReading,
} from '../profiles/form-reading.ts'
import { guessColumns } from '../profiles/guess-reading.ts'
import { profileName, readProfiles, saveProfile, type SavedProfile } from '../profiles/saved.ts'
import { asUtf8, firstRows, readHeader } from '../reading/header.ts'
import { type ReadTable, readValues } from '../reading/read-values.ts'
import type { Reading } from '../reading/reading.ts'
import { decimals } from './number-words.ts'
import { ProfileForm } from './profile-form.tsx'

const path = `${profilesAddress}/tables/:upload`

/** Of the table, so much is looked at before it is read whole. */
const lookedAt = 2 * 1024 ** 2
const sampled = 200

/** The beginning of an uploaded table. */
interface Looked {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Reads the beginning as a reading says. */
  readonly tryReading: (reading: Reading) => Promise<ReadTable>
}

/** Decrypts the beginning of an uploaded table into the scratch folder, for as long as `use` runs. */
async function lookAt<T>(visit: Visit, use: (table: Looked) => Promise<T>): Promise<T> {
  const id = visit.params['upload'] ?? ''
  if (!isId(id)) throw new Problem('not_found')
  const { stream, name } = await visit.within(async (tx) => {
    await requireGiven(tx, id)
    return visit.house.files.open(tx, id)
  })
  const parts: Buffer[] = []
  let size = 0
  let whole = true
  for await (const part of stream) {
    parts.push(Buffer.from(part as Uint8Array))
    size += (part as Uint8Array).length
    if (size > lookedAt) {
      whole = false
      break
    }
  }
  const all = Buffer.concat(parts)
  // The last row may be cut; a UTF-16 file of that size is left to the whole reading.
  const content = whole ? all : all.subarray(0, all.lastIndexOf(10) + 1)
  const folder = await mkdtemp(join(visit.house.scratch, 'table-'))
  try {
    const file = join(folder, name)
    await writeFile(file, content, { mode: 0o600 })
    await using table = await asUtf8(file)
    const header = await readHeader(table.path)
    const rows = await firstRows(table.path, sampled)
    return await use({ name, header, rows, tryReading: (reading) => readValues(table.path, reading) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the form begins with: a saved profile's choices, or what the columns seem to be. */
function firstValues(
  { name, header, rows }: Looked,
  profile: SavedProfile | undefined,
  visit: Visit,
): FormValues {
  if (profile) return valuesOfReading(profile.label, profile.reading, visit.language)
  const guess = guessColumns(header, rows)
  return {
    label: name.replace(/\.[a-z]+$/i, ''),
    author: '',
    code_column: guess.code?.column ?? '',
    code_system: guess.code?.system ?? 'iso3',
    name_column: guess.name ?? '',
    year_at: guess.year === null ? (guess.yearsAcross ? 'columns' : 'fixed') : 'column',
    year_column: guess.year ?? '',
    ...(guess.values.length === 1 && { value_0: guess.values[0] ?? '' }),
  }
}

/** The first rows of a table, and the form that says what they are. */
export const ownTablePage = route({
  method: 'get',
  path,
  may: 'write',
  handle: (visit) =>
    lookAt(visit, async (table) => {
      const asked = visit.url.searchParams.get('profile')
      const profiles = await visit.within((tx) => readProfiles(tx))
      const profile = profiles.find(({ name }) => name === asked)
      return tablePage(visit, table, firstValues(table, profile, visit), { profiles })
    }),
})

/** Shows how the table would be read; or keeps the profile and reads it; or erases what was given. */
export const readOwnTable = route({
  method: 'post',
  path,
  may: 'write',
  handle: async (visit) => {
    if (visit.form.get('do') === 'leave') {
      const id = visit.params['upload'] ?? ''
      if (isId(id)) await visit.within((tx) => eraseGiven(tx, visit.house.files, id))
      return redirect(profilesAddress)
    }
    return lookAt(visit, async (table) => {
      const { form, language } = visit
      const w = indicatorWords(language)
      const values = Object.fromEntries(form.entries)
      const profiles = await visit.within((tx) => readProfiles(tx))
      const { reading, mistakes } = readingOfForm(form, table.header, table.rows, w)
      const title = form.get('label').trim().slice(0, 200)
      const wrong: FormMistake[] = [
        ...(title === '' ? [{ fieldId: 'label', message: w('error_label') }] : []),
        ...mistakes,
      ]
      if (!reading || wrong.length > 0) return tablePage(visit, table, values, { profiles, mistakes: wrong })
      let read: ReadTable
      try {
        read = await table.tryReading(reading)
      } catch (error) {
        if (!(error instanceof Problem) || !error.explanation) throw error
        return tablePage(visit, table, values, {
          profiles,
          mistakes: [{ fieldId: 'style', message: error.explanation[language] }],
        })
      }
      if (form.get('do') !== 'save') return tablePage(visit, table, values, { profiles, read })
      const name = profileName(title)
      const job = await visit.within(async (tx) => {
        await saveProfile(tx, { name, label: title, reading })
        await handOver(tx, visit.params['upload'] ?? '')
        return enqueueJob(tx, {
          kind: 'observatory-import',
          payload: {
            upload: visit.params['upload'] ?? '',
            dataset: name,
            version: form.get('version').trim().slice(0, 200),
          },
        })
      })
      return redirect(`${sourcesAddress}/imports/${job}`)
    })
  },
})

function tablePage(
  visit: Visit,
  table: Looked,
  values: FormValues,
  shown: {
    readonly profiles: readonly SavedProfile[]
    readonly mistakes?: readonly FormMistake[]
    readonly read?: ReadTable
  },
): Response {
  const { language } = visit
  const w = indicatorWords(language)
  const { mistakes = [], read } = shown
  return workspacePage(visit, {
    title: w('columns_of', { name: table.name }),
    lede: w('columns_lede'),
    status: mistakes.length > 0 ? 422 : 200,
    breadcrumbs: [
      { href: indicatorsAddress, label: w('indicators') },
      { href: profilesAddress, label: w('own_table') },
    ],
    children: (
      <>
        {read ? <Preview {...{ read, visit, w }} /> : null}
        <ProfileForm
          action={`${profilesAddress}/tables/${visit.params['upload'] ?? ''}`}
          csrf={visit.session?.formToken ?? ''}
          header={table.header}
          ready={read !== undefined}
          {...{ values, mistakes, w }}
          profiles={shown.profiles}
        />
        <Section id="first-rows" title={w('first_rows')}>
          <Table
            caption={w('first_rows')}
            captionHidden
            phone="scroll"
            columns={table.header
              .slice(0, 40)
              .map((name, i) => ({ key: `c${i}`, label: name || `(${i + 1})` }))}
            rows={table.rows.slice(0, 8).map((row, i) => ({
              key: String(i),
              cells: Object.fromEntries(row.slice(0, 40).map((cell, j) => [`c${j}`, cell])),
            }))}
          />
        </Section>
      </>
    ),
  })
}

/** How the table would be read: what is noticed first, then twenty rows. */
function Preview({
  read,
  visit,
  w,
}: {
  readonly read: ReadTable
  readonly visit: Visit
  readonly w: IndicatorWords
}) {
  const { language } = visit
  const rows = read.series
    .flatMap(({ reading, values }) => values.map((value) => ({ value, series: reading.series })))
    .toSorted((a, b) => a.value.row - b.value.row)
    .slice(0, 20)
  return (
    <Section id="preview" title={w('preview')}>
      {read.findings.length === 0 ? null : (
        <Notice kind="warning" title={w('noticed')}>
          <ul className="list">
            {read.findings.map(({ what, examples }) => (
              <li key={what.en}>
                {label(what, language)} {examples.slice(0, 5).join('; ')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {rows.length === 0 ? (
        <Notice kind="warning">{w('preview_none')}</Notice>
      ) : (
        <Table
          caption={w('preview_rows', { count: rows.length })}
          columns={[
            { key: 'row', label: w('row'), numeric: true },
            { key: 'state', label: w('state'), heading: true },
            { key: 'year', label: w('year') },
            { key: 'measure', label: w('measure') },
            { key: 'value', label: w('value'), numeric: true },
            { key: 'said', label: w('said') },
          ]}
          rows={rows.map(({ value, series }, i) => ({
            key: String(i),
            cells: {
              row: String(value.row),
              state: polityName(value.polity, language, `${value.year}-12-31`),
              year: String(value.year),
              measure: series.label[language],
              value:
                value.value === null
                  ? '–'
                  : (series.classes?.find((one) => one.value === value.value)?.label[language] ??
                    decimals(value.value, language)),
              said: value.said ?? w('said_same'),
            },
          }))}
        />
      )}
    </Section>
  )
}
