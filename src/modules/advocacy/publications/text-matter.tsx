import { formatDate } from '#platform/dates'
import type { PublicTexts } from '#platform/house'
import type { Language } from '#platform/i18n'
import { Bars } from '#web/charts'
import { Notice, Prose, Table } from '#web/components'
import { textIn } from '#web/site'
import { type TextPart, readText } from './markup.ts'
import { type TextWords, textWords } from './messages.ts'
import type { PublicTextData } from './projection.ts'
import type { ShownTable } from './sections/index.ts'

interface Reading {
  readonly language: Language
  /** Languages that come first where the reader's own was not written. */
  readonly others?: readonly string[] | undefined
}

/** Parts of a text, in the reading serif. `below`: the level of the heading they stand under. */
export function TextParts({
  texts,
  language,
  others,
  below = 1,
}: Reading & { readonly texts: PublicTexts | undefined; readonly below?: 1 | 2 }) {
  const { text, lang } = textIn(texts, language, others)
  if (!text) return null
  return (
    <Prose lang={lang ?? language}>
      {readText(text).map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity and never move
        <Part key={i} {...{ part, below }} />
      ))}
    </Prose>
  )
}

function Part({ part, below }: { readonly part: TextPart; readonly below: number }) {
  if (part.kind === 'heading') {
    const Heading = (['h2', 'h3', 'h4'] as const)[part.level + below - 2] ?? 'h4'
    return <Heading>{part.text}</Heading>
  }
  if (part.kind === 'list') {
    const items = part.items.map((item, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <li key={i}>{item}</li>
    ))
    return part.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  const lines = part.text
    .split('\n')
    .flatMap((line, i) => (i === 0 ? [line] : [<br key={line + String(i)} />, line]))
  return part.kind === 'quote' ? (
    <blockquote>
      <p>{lines}</p>
    </blockquote>
  ) : (
    <p>{lines}</p>
  )
}

/** Where and when a text is dated, by whom, and for what outlet: one line. */
export function bylineOf(data: PublicTextData, language: Language): string {
  const w = textWords(language)
  return [
    [data.place, data.dated && formatDate(data.dated, language)].filter(Boolean).join(', '),
    (data.authors ?? []).join(', '),
    data.outlet && w('written_for', { outlet: data.outlet }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** A text as everyone reads it, below its title: on the site, under embargo, and before it is approved. */
export function TextMatter({ data, ...reading }: Reading & { readonly data: PublicTextData }) {
  const { language, others } = reading
  const w = textWords(language)
  const byline = bylineOf(data, language)
  return (
    <>
      {byline ? <p className="quiet">{byline}</p> : null}
      <Corrections {...{ data, w, ...reading }} />
      <TextParts texts={data.body} {...reading} />
      <Quotes {...{ data, w, ...reading }} />
      {(data.sections ?? []).map((section) => {
        const { text, lang } = textIn(section.heading, language, others)
        return (
          <section key={section.code} className="section">
            <h2 lang={lang}>{text}</h2>
            <TextParts texts={section.words} {...reading} below={2} />
            {section.tables.map((table) => (
              <TableOf key={textIn(table.caption, 'en').text} {...{ table, w, ...reading }} />
            ))}
          </section>
        )
      })}
      {data.boilerplate ? (
        <section className="section">
          <h2>{w('about_us')}</h2>
          <TextParts texts={data.boilerplate} {...reading} below={2} />
        </section>
      ) : null}
      {data.contacts ? (
        <section className="section">
          <h2>{w('contacts')}</h2>
          <TextParts texts={data.contacts} {...reading} below={2} />
        </section>
      ) : null}
      <Appearances {...{ data, w, language }} />
    </>
  )
}

type Piece = Reading & { readonly data: PublicTextData; readonly w: TextWords }

function Corrections({ data, w, language, others }: Piece) {
  const { corrections = [] } = data
  if (corrections.length === 0) return null
  return (
    <Notice title={w('corrected')}>
      {corrections.map(({ code, on, words }) => {
        const { text, lang } = textIn(words, language, others)
        return (
          <p key={code}>
            <strong>{formatDate(on, language)}.</strong>{' '}
            <span lang={lang} dir="auto">
              {text}
            </span>
          </p>
        )
      })}
    </Notice>
  )
}

function Quotes({ data, language, others }: Piece) {
  return (data.quotes ?? []).map(({ code, words, by, on, url }) => {
    const { text, lang } = textIn(words, language, others)
    return (
      <Prose key={code} lang={lang ?? language}>
        <blockquote>
          <p>{text}</p>
          <p lang={language}>
            <bdi>{by}</bdi>
            {on ? `, ${formatDate(on, language)}` : null}
            {url ? (
              <>
                {' '}
                <a href={url} rel="noreferrer noopener external">
                  {hostOf(url)}
                </a>
              </>
            ) : null}
          </p>
        </blockquote>
      </Prose>
    )
  })
}

/** A table of a section, drawn as bars where it is a chart: the numbers stand beside them. */
function TableOf({
  table,
  w,
  language,
  others,
}: Reading & { readonly table: ShownTable; readonly w: TextWords }) {
  const say = (texts: PublicTexts) => textIn(texts, language, others).text
  const cell = (value: number | string | null | undefined) =>
    value === null || value === undefined
      ? w('too_small')
      : typeof value === 'number'
        ? value.toLocaleString(language)
        : value
  const caption = say(table.caption)
  const method = table.method.map(say).join(' ')
  const [first] = table.values
  return (
    <figure className="figure">
      {table.as === 'chart' && first ? (
        <Bars
          {...{ caption }}
          labels={{ item: say(table.of), value: say(first), bar: w('bar') }}
          items={table.rows.map(({ label, cells }, i) => ({
            key: String(i),
            label: say(label),
            value: typeof cells[0] === 'number' ? cells[0] : 0,
            text: cell(cells[0]),
          }))}
        />
      ) : (
        <Table
          {...{ caption }}
          columns={[
            { key: 'of', label: say(table.of), heading: true },
            ...table.values.map((head, i) => ({ key: String(i), label: say(head), numeric: true })),
          ]}
          rows={[...table.rows, ...(table.total ? [table.total] : [])].map(({ label, cells }, i) => ({
            key: String(i),
            cells: Object.fromEntries([
              ['of', say(label)],
              ...table.values.map((_, at) => [String(at), cell(cells[at])] as const),
            ]),
          }))}
        />
      )}
      {table.as === 'chart' && table.total ? (
        <p>
          {say(table.total.label)}: {table.total.cells.map(cell).join(', ')}
        </p>
      ) : null}
      <p className="quiet">{method}</p>
    </figure>
  )
}

function Appearances({ data, w, language }: Omit<Piece, 'others'>) {
  const { appearances = [] } = data
  if (appearances.length === 0) return null
  return (
    <section className="section">
      <h2>{w('appeared')}</h2>
      <ul className="list">
        {appearances.map(({ code, on, outlet, url }) => (
          <li key={code}>
            {url ? (
              <a href={url} rel="noreferrer noopener external">
                {outlet}
              </a>
            ) : (
              <bdi>{outlet}</bdi>
            )}
            , {formatDate(on, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const hostOf = (url: string): string => {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}
