import type { ReactNode } from 'react'
import { formatDate } from '#platform/dates'
import { type Language, label } from '#platform/i18n'
import { type RecordView } from '#platform/records'
import { Button, LinkButton, Section, Table } from '#web/components'
import { textIn } from '#web/site'
import type { TextWords } from '../messages.ts'
import { type SectionCount, isCounted } from '../queries/section-counts.ts'
import type { TextParts } from '../queries/text-parts.ts'
import { sectionKinds } from '../sections/index.ts'

interface Row {
  readonly id: string
  readonly when?: string
  readonly what: ReactNode
  readonly more?: ReactNode
}

/** What belongs to a text and is written apart: sections, quotations, corrections, appearances; each with the way to add one. */
export function PartTables(props: {
  readonly record: RecordView
  readonly parts: TextParts
  readonly counts: ReadonlyMap<string, SectionCount>
  readonly mayWrite: boolean
  readonly csrf: string
  readonly released: boolean
  /** `2026-11-21`. */
  readonly today: string
  readonly w: TextWords
  readonly language: Language
}) {
  const { record, parts, counts, mayWrite, csrf, released, today, w, language } = props
  const words = (value: unknown) => textIn((value ?? {}) as Readonly<Record<string, string>>, language).text
  const part = (
    name: 'sections' | 'quotes' | 'corrections' | 'appearances',
    type: string,
    rows: readonly Row[],
    extra = '',
  ) => (
    <Section
      key={name}
      id={name}
      title={w(`part_${name}`)}
      action={
        mayWrite ? (
          <LinkButton small href={`/workspace/records/${type}/new?v.text=${record.id}${extra}`}>
            {w(`add_${name}`)}
          </LinkButton>
        ) : null
      }
    >
      {rows.length === 0 ? (
        <p className="quiet">{w(`none_${name}`)}</p>
      ) : (
        <Table
          caption={w(`part_${name}`)}
          captionHidden
          columns={[
            { key: 'what', label: w('part_what'), heading: true },
            { key: 'when', label: w('part_when'), nowrap: true },
            { key: 'more', label: w('part_more') },
          ]}
          rows={rows.map(({ id, when, what, more }) => ({
            key: id,
            cells: {
              what: <a href={`/workspace/record/${id}`}>{what}</a>,
              when: when ? formatDate(when, language) : '',
              more,
            },
          }))}
        />
      )}
    </Section>
  )
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return (
    <>
      {record.values['kind'] === 'report' || parts.sections.length > 0
        ? part(
            'sections',
            'report_section',
            parts.sections.map((section) => {
              const { id, values } = section
              const kind = sectionKinds.find(({ name }) => name === values['kind'])
              return {
                id,
                what: `${String(values['place'])}. ${words(values['heading'])}`,
                more: (
                  <>
                    {kind ? label(kind.label, language) : ''}
                    {isCounted(section) ? (
                      <Counting {...{ section, mayWrite, csrf, w, language }} count={counts.get(id)} />
                    ) : null}
                  </>
                ),
              }
            }),
            `&v.place=${parts.sections.length + 1}`,
          )
        : null}
      {part(
        'quotes',
        'text_quote',
        parts.quotes.map(({ id, values }) => ({
          id,
          what: <span dir="auto">{excerpt(words(values['words']))}</span>,
          ...(text(values['said_on']) && { when: text(values['said_on']) }),
          more: text(values['said_by']),
        })),
      )}
      {released || parts.corrections.length > 0
        ? part(
            'corrections',
            'text_correction',
            parts.corrections.map(({ id, values }) => ({
              id,
              what: <span dir="auto">{excerpt(words(values['words']))}</span>,
              when: text(values['on']),
            })),
            `&v.on=${today}`,
          )
        : null}
      {part(
        'appearances',
        'text_appearance',
        parts.appearances.map(({ id, values }) => ({
          id,
          what: text(values['outlet']),
          when: text(values['on']),
          more: text(values['url']) ? (
            <a href={text(values['url'])} rel="noreferrer noopener external">
              {hostOf(text(values['url']))}
            </a>
          ) : null,
        })),
      )}
    </>
  )
}

/** When a section was counted, and the button to count it anew. */
function Counting(props: {
  readonly section: RecordView
  readonly count: SectionCount | undefined
  readonly mayWrite: boolean
  readonly csrf: string
  readonly w: TextWords
  readonly language: Language
}) {
  const { section, count, mayWrite, csrf, w, language } = props
  return (
    <>
      <p className="quiet">
        {count
          ? w('counted_at', { when: count.countedAt.toLocaleDateString(language, { dateStyle: 'medium' }) })
          : w('uncounted')}
      </p>
      {mayWrite ? (
        <form method="post" action={`/workspace/publications/sections/${section.id}/count`}>
          <input type="hidden" name="_csrf" value={csrf} />
          <Button small>{w(count ? 'count_again' : 'count')}</Button>
        </form>
      ) : null}
    </>
  )
}

const excerpt = (text: string): string => (text.length > 120 ? `${text.slice(0, 118)}…` : text)

const hostOf = (url: string): string => {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}
