import type { ReactNode } from 'react'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { type Schema, isEmpty } from '#platform/records'
import type { ImportReport, SampleRecord } from '#platform/transfer'
import { Button, FactList, Form, FormActions, Notice, Radios, Section, Table, Tag } from '#web/components'
import { ShowValue } from '#web/records'
import { type ColumnChoices, choiceEntries } from './column-choices.ts'
import { findingField, findingValue } from './finding-words.ts'
import { findingColumns, typeLabel } from './import-report.tsx'
import type { Words } from './messages.ts'

// More than these do not stand beside each other.
const mostColumns = 6

/** How many rows are shown where each takes much room. */
const longRows = 4

/** How many problems the preview names; the report after the import has all. */
const problemsShown = 50

/** What would become of the file: counts, the first rows as records, what cannot be written and why. */
export function ListPreview({
  visit,
  type,
  schema,
  report,
  choices,
  more,
  w,
}: {
  readonly visit: Visit
  /** The type that the list is mainly about. */
  readonly type: string
  readonly schema: Schema
  readonly report: ImportReport
  readonly choices: ColumnChoices
  /** How many rows were looked at, where there are more. */
  readonly more: number | null
  readonly w: Words
}) {
  const { language } = visit
  const { counts, findings } = report
  const writable = counts.read - counts.refused
  return (
    <>
      {report.warnings.map((warning) => (
        <Notice key={warning.en} kind="warning" title={w('sheet_warning')}>
          {warning[language]}
        </Notice>
      ))}
      <Notice title={w('not_saved')}>
        <p>{w('not_published')}</p>
        {more === null ? null : <p>{w('preview_part', { count: more })}</p>}
        {report.ignored.length > 0 ? (
          <p>{w('preview_ignored', { columns: report.ignored.join(', ') })}</p>
        ) : null}
      </Notice>
      <Section title={w('preview_rows')}>
        {writable === 0 ? <Notice kind="warning">{w('preview_none')}</Notice> : null}
        <SampleRows {...{ visit, schema, report, w }} />
      </Section>
      {findings.length > 0 ? (
        <Section title={w('preview_problems')}>
          {findings.length > problemsShown ? (
            <p className="quiet">{w('preview_more', { shown: problemsShown })}</p>
          ) : null}
          <Table
            caption={w('preview_problems')}
            captionHidden
            columns={[...findingColumns(w), { key: 'outcome', label: w('outcome') }]}
            rows={findings.slice(0, problemsShown).map((one, at) => ({
              key: String(at),
              cells: {
                row: one.row,
                field: findingField(schema, type, one.field, language),
                value: <bdi>{findingValue(one.value)}</bdi>,
                problem: one.message[language],
                outcome: <Tag>{w(one.kind === 'refused' ? 'outcome_refused' : 'outcome_review')}</Tag>,
              },
            }))}
          />
        </Section>
      ) : null}
      <Form action={visit.url.pathname} csrf={visit.session?.formToken ?? ''}>
        {choiceEntries(choices).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {counts.refused > 0 || more !== null ? (
          <Radios
            id="on_problem"
            name="on_problem"
            label={w('on_problem')}
            value={choices.onProblem}
            options={(['skip', 'stop'] as const).map((value) => ({ value, label: w(`on_problem_${value}`) }))}
          />
        ) : (
          // What passes now may meet a record that somebody makes meanwhile.
          <input type="hidden" name="on_problem" value="stop" />
        )}
        <FormActions>
          {writable > 0 || more !== null ? (
            <Button kind="primary" name="step" value="run">
              {more === null ? w('run', { count: writable }) : w('run_all')}
            </Button>
          ) : null}
          {report.own ? null : (
            <Button name="step" value="match">
              {w('back_to_match')}
            </Button>
          )}
        </FormActions>
      </Form>
    </>
  )
}

interface SampledRow {
  readonly key: string
  readonly row: number
  /** Null when nothing of the row could be read. */
  readonly record: SampleRecord | null
}

function SampleRows({
  visit,
  schema,
  report,
  w,
}: {
  readonly visit: Visit
  readonly schema: Schema
  readonly report: ImportReport
  readonly w: Words
}) {
  const refused = new Set(report.findings.flatMap(({ kind, row }) => (kind === 'refused' ? [row] : [])))
  const records = report.sample.flatMap(({ row, records: made }): readonly SampledRow[] =>
    made.length > 0
      ? made.map((record, at) => ({ key: `${row}.${at}`, row, record }))
      : [{ key: `${row}`, row, record: null }],
  )
  const types = new Set(records.flatMap(({ record }) => (record ? [record.type] : [])))
  const several = types.size > 1
  const [only = ''] = types
  const fields = (schema.types.get(only)?.fields ?? []).filter(({ name }) =>
    records.some(({ record }) => !isEmpty(record?.values[name])),
  )
  const asColumns = !several && fields.length <= mostColumns
  const first = new Set([...new Set(records.map(({ row }) => row))].slice(0, longRows))
  const shown = asColumns ? records : records.filter(({ row }) => first.has(row))
  return (
    <Table
      caption={w('preview_rows')}
      captionHidden
      columns={[
        { key: 'row', label: w('row'), numeric: true },
        ...(several ? [{ key: 'type', label: w('type') }] : []),
        { key: 'outcome', label: w('outcome') },
        ...(asColumns
          ? fields.map(({ name, label: words }) => ({
              key: `f.${name}`,
              label: label(words, visit.language),
            }))
          : [{ key: 'values', label: w('as_it_will_be') }]),
      ]}
      rows={shown.map(({ key, row, record }) => ({
        key,
        cells: {
          row,
          type: record ? typeLabel(schema, record.type, visit.language) : '',
          outcome: (
            <Tag>{w(refused.has(row) || !record ? 'outcome_refused' : `outcome_${record.outcome}`)}</Tag>
          ),
          ...(asColumns
            ? Object.fromEntries(
                fields.map((field) => [
                  `f.${field.name}`,
                  <ShowValue
                    key={field.name}
                    {...{ field, schema }}
                    value={record?.values[field.name]}
                    language={visit.language}
                  />,
                ]),
              )
            : { values: record ? <SampleValues {...{ visit, schema, record }} /> : null }),
        },
      }))}
    />
  )
}

function SampleValues({
  visit,
  schema,
  record,
}: {
  readonly visit: Visit
  readonly schema: Schema
  readonly record: SampleRecord
}): ReactNode {
  const fields = schema.types.get(record.type)?.fields ?? []
  return (
    <FactList
      facts={fields.flatMap((field) => {
        const value = record.values[field.name]
        return isEmpty(value)
          ? []
          : [
              {
                label: label(field.label, visit.language),
                value: <ShowValue {...{ field, value, schema }} language={visit.language} />,
              },
            ]
      })}
    />
  )
}
