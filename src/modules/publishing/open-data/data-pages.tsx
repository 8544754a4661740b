import { buffer } from 'node:stream/consumers'
import type { PublicKind } from '#platform/house'
import { label } from '#platform/i18n'
import { writeZip } from '#platform/tabular'
import { Section, Table } from '#web/components'
import { type Place, type PublicFile, publicPage, siteWords, sitePath } from '#web/site'
import { words } from '../messages.ts'
import { type DataFile, dataFiles, packageName } from './data-files.ts'

/** Every published list, and where it is as data. */
export async function dataPage(place: Place): Promise<string> {
  const { site, language, kinds } = place
  const w = words(language)
  return publicPage(place, {
    title: siteWords(language)('footer_data'),
    description: w('data_lede'),
    lede: w('data_lede'),
    children: (
      <>
        <ul className="list">
          {kinds.map((kind) => (
            <li key={kind.kind}>
              <a href={sitePath(site, language, `/data/${kind.path}`)}>{label(kind.label, language)}</a>
            </li>
          ))}
        </ul>
        <p className="quiet">
          <a href={sitePath(site, language, '/data/openapi.json')}>OpenAPI</a>
        </p>
      </>
    ),
  })
}

/** One list as data, described for people and, by microdata, for those who look for data sets. */
export async function kindDataPage(place: Place, kind: PublicKind): Promise<string | null> {
  const files = await dataFiles(place, kind)
  if (!files) return null
  const { site, language, origin } = place
  const w = words(language)
  const at = (name: string) => sitePath(site, language, `/data/${kind.path}/${name}`)
  const title = `${label(kind.label, language)} · ${label(site.name, language) || site.slug}`
  const size = (file: DataFile) =>
    `${Math.max(1, Math.round(Buffer.byteLength(file.body) / 1024)).toLocaleString(language)} KB`
  return publicPage(place, {
    title: `${label(kind.label, language)}: ${siteWords(language)('footer_data')}`,
    description: w('data_kind_lede'),
    lede: w('data_kind_lede'),
    children: (
      <div className="flow" itemScope itemType="https://schema.org/Dataset">
        <meta itemProp="name" content={title} />
        <meta itemProp="description" content={label(kind.about ?? kind.label, language)} />
        <meta itemProp="inLanguage" content={language} />
        <meta itemProp="isAccessibleForFree" content="true" />
        {origin ? (
          <link itemProp="url" href={origin + sitePath(site, language, `/data/${kind.path}`)} />
        ) : null}
        <span itemProp="creator" itemScope itemType="https://schema.org/Organization">
          <meta itemProp="name" content={label(site.name, language) || site.slug} />
        </span>
        <Table
          caption={w('data_files')}
          captionHidden
          columns={[
            { key: 'name', label: w('data_file'), heading: true },
            { key: 'what', label: w('data_what') },
            { key: 'size', label: w('data_size'), numeric: true },
          ]}
          rows={[
            ...files.map((file) => ({
              key: file.name,
              cells: {
                name: (
                  <span itemProp="distribution" itemScope itemType="https://schema.org/DataDownload">
                    <meta itemProp="encodingFormat" content={file.type.split(';')[0] ?? ''} />
                    <a itemProp="contentUrl" href={at(file.name)}>
                      {file.name}
                    </a>
                  </span>
                ),
                what: w(whatOf(file)),
                size: size(file),
              },
            })),
            {
              key: 'zip',
              cells: {
                name: <a href={at(packageName(kind, language))}>{packageName(kind, language)}</a>,
                what: w('data_zip'),
                size: '',
              },
            },
          ]}
        />
        <Section title={w('data_how')}>
          <p>{w('data_method')}</p>
        </Section>
      </div>
    ),
  })
}

const whatOf = ({ name }: DataFile) =>
  name === 'datapackage.json'
    ? 'data_package'
    : name === 'counts.csv'
      ? 'data_counts'
      : name === 'changes.csv'
        ? 'data_changes'
        : 'data_list'

/** One file of a list, or all of them packed; null where there is none of that name. */
export async function dataFile(place: Place, kind: PublicKind, name: string): Promise<PublicFile | null> {
  const files = await dataFiles(place, kind)
  if (!files) return null
  if (name === packageName(kind, place.language)) {
    const zip = writeZip(files.map((file) => ({ name: file.name, content: Buffer.from(file.body) })))
    return { body: Uint8Array.from(await buffer(zip)), type: 'application/zip', name }
  }
  const file = files.find((one) => one.name === name)
  return file ? { body: file.body, type: file.type } : null
}
