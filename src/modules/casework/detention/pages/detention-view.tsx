import { compareDates, formatDate } from '#platform/dates'
import { type Language, label } from '#platform/i18n'
import {
  type RecordView,
  type Reference,
  type Tx,
  readBelongings,
  readRecords,
  valuesOf,
} from '#platform/records'
import { Notice, Table } from '#web/components'
import { dayInWords } from '../../day.ts'
import { valueInWords } from '../../show.ts'
import { criteria, criterionLabels } from '../criteria.ts'
import type { DetentionWords } from '../messages.ts'
import { type DaysInPrison } from '../queries/prisoners.ts'
import { causeInWords, recognitionInWords, statusInWords } from './prisoner-words.tsx'

/** One detention with all that belongs to it, read through the reader's own policies. */
export interface DetentionFile {
  readonly detention: RecordView
  readonly changes: readonly RecordView[]
  readonly findings: readonly RecordView[]
  /** The latest first. */
  readonly decisions: readonly RecordView[]
  readonly alerts: readonly RecordView[]
}

export async function readDetentionFile(tx: Tx, detention: RecordView): Promise<DetentionFile> {
  const ids = (await readBelongings(tx, detention.id)).flatMap(({ id, deletedAt }) => (deletedAt ? [] : [id]))
  const all = await readRecords(tx, ids)
  const ofType = (type: string) => all.filter((one) => one.type === type)
  const byDay = (a: RecordView, b: RecordView) =>
    String(b.values['on']).localeCompare(String(a.values['on'])) || (a.id < b.id ? 1 : -1)
  return {
    detention,
    changes: ofType('detention_change').toSorted((a, b) =>
      compareDates(String(a.values['on']), String(b.values['on'])),
    ),
    findings: ofType('pace_finding').toSorted(byDay),
    decisions: ofType('prisoner_decision').toSorted(byDay),
    // Of who may not read health, an alert is not worth a line.
    alerts: ofType('health_alert').filter(({ values }) => values['what'] !== undefined),
  }
}

interface Part {
  readonly tx: Tx
  readonly language: Language
  readonly w: DetentionWords
  readonly file: DetentionFile
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const dateInWords = (value: unknown, language: Language): string =>
  typeof value === 'string' ? formatDate(value, language) : ''

/** What happened, in order: how it began, what changed, how it ended. */
export function DetentionHistory({ tx, language, w, file, ownPage }: Part & { readonly ownPage?: boolean }) {
  const { detention, changes } = file
  const { values } = detention
  const place = (record: RecordView) =>
    record.linked.get((record.values['place'] as Reference | undefined)?.to ?? '')?.title ?? ''
  const row = (
    record: RecordView,
    key: string,
    on: unknown,
    status: string,
    cause: unknown,
    where: string,
  ) => ({
    key,
    cells: {
      when: <a href={`/workspace/record/${record.id}`}>{dateInWords(on, language)}</a>,
      status: statusInWords(status, language, w),
      cause: causeInWords(tx, text(cause) || null, language),
      place: where,
    },
  })
  return (
    <Table
      caption={w('history')}
      captionHidden={ownPage}
      columns={[
        { key: 'when', label: w('when'), heading: true },
        { key: 'status', label: w('status') },
        { key: 'cause', label: w('cause') },
        { key: 'place', label: w('place') },
      ]}
      rows={[
        row(detention, 'from', values['from'], text(values['status']), values['cause'], place(detention)),
        ...changes.map((one) =>
          row(one, one.id, one.values['on'], text(one.values['status']), one.values['cause'], place(one)),
        ),
        ...(values['until'] === undefined
          ? []
          : [
              row(
                detention,
                'until',
                values['until'],
                text(values['ended_as']) || 'ended',
                values['end_cause'],
                '',
              ),
            ]),
      ]}
    />
  )
}

/** Charges by article and code, and what each court passed. */
export function DetentionLaw({ tx, language, w, file }: Part) {
  const { detention } = file
  const of = (field: string) => valuesOf(detention.values[field]) as readonly Reference[]
  const attribute = (field: string, one: Reference, name: string) => {
    const known = tx.schema.types
      .get('detention')
      ?.fields.find((f) => f.name === field)
      ?.attributes?.find((a) => a.name === name)
    const value = one.attributes?.[name]
    const option = known?.options?.find(({ code }) => code === value)
    return option ? label(option.label, language) : text(value)
  }
  const title = (one: Reference) => (
    <a href={`/workspace/record/${one.to}`} dir="auto">
      {detention.linked.get(one.to)?.title ?? '…'}
    </a>
  )
  const [charges, sentences] = [of('charges'), of('sentences')]
  return (
    <>
      {charges.length === 0 ? null : (
        <Table
          caption={w('charges')}
          columns={[
            { key: 'article', label: w('charges'), heading: true },
            { key: 'on', label: w('when') },
            { key: 'state', label: w('status') },
          ]}
          rows={charges.map((one) => ({
            key: one.to,
            cells: {
              article: title(one),
              on: dateInWords(one.attributes?.['on'], language),
              state: [attribute('charges', one, 'state'), attribute('charges', one, 'words')]
                .filter(Boolean)
                .join(': '),
            },
          }))}
        />
      )}
      {sentences.length === 0 ? null : (
        <Table
          caption={w('sentences')}
          columns={[
            { key: 'court', label: w('court'), heading: true },
            { key: 'on', label: w('when') },
            { key: 'sentence', label: w('sentence') },
            { key: 'final', label: w('final') },
          ]}
          rows={sentences.map((one) => ({
            key: one.to,
            cells: {
              court: title(one),
              on: dateInWords(one.attributes?.['on'], language),
              sentence: [attribute('sentences', one, 'kind'), attribute('sentences', one, 'length')]
                .filter(Boolean)
                .join(', '),
              final: attribute('sentences', one, 'final'),
            },
          }))}
        />
      )}
    </>
  )
}

/** The five criteria, each with its latest finding, and what the organisation made of them. */
export function DetentionAssessment({ tx, language, w, file }: Part) {
  const { findings, decisions } = file
  const [latest, ...before] = decisions
  const say = (one: RecordView) =>
    w('decided', {
      what: recognitionInWords(text(one.values['counts_as']), language, w),
      who: text(one.values['decided_by']),
      when: dayInWords(one.values['on'], language),
    })
  return (
    <>
      {latest ? (
        <Notice title={say(latest)}>
          <p dir="auto">{text(latest.values['reasons'])}</p>
          {before.length === 0 ? null : (
            <p className="quiet">
              {w('decided_before')}: {before.map(say).join('; ')}
            </p>
          )}
        </Notice>
      ) : (
        <p className="quiet">{w('decided_none')}</p>
      )}
      {findings.length === 0 ? null : (
        <>
          <Table
            caption={w('criteria')}
            columns={[
              { key: 'criterion', label: w('criterion'), heading: true },
              { key: 'finding', label: w('finding') },
              { key: 'by', label: w('assessed') },
              { key: 'reasons', label: w('reasons') },
            ]}
            rows={criteria.map((criterion) => {
              const found = findings.find((one) => one.values['criterion'] === criterion)
              return {
                key: criterion,
                cells: {
                  criterion: label(criterionLabels[criterion], language),
                  finding: found ? (
                    <a href={`/workspace/record/${found.id}`}>
                      {valueInWords(tx, 'pace_finding', 'finding', found.values['finding'], language)}
                    </a>
                  ) : (
                    w('not_assessed')
                  ),
                  by: found
                    ? `${text(found.values['assessed_by'])}, ${dayInWords(found.values['on'], language)}`
                    : '',
                  reasons: found ? <span dir="auto">{text(found.values['reasons'])}</span> : '',
                },
              }
            })}
          />
          <p className="quiet">{w('criteria_source')}</p>
        </>
      )}
    </>
  )
}

/** Health alerts that are not over; for who may read health. */
export function HealthAlerts({ tx, language, w, file }: Part) {
  const open = file.alerts.filter(({ values }) => values['over'] === undefined)
  return open.map((one) => (
    <Notice
      key={one.id}
      kind={one.values['gravity'] === 'life' ? 'danger' : 'warning'}
      title={`${w('alerts')}: ${valueInWords(tx, 'health_alert', 'gravity', one.values['gravity'], language)}, ${dateInWords(one.values['on'], language)}`}
    >
      <p dir="auto">{text(one.values['what'])}</p>
      <p>
        {valueInWords(tx, 'health_alert', 'care', one.values['care'], language)}{' '}
        <a href={`/workspace/record/${one.id}`}>{w('open')}</a>
      </p>
    </Notice>
  ))
}

/** How many days in prison, and whether the count goes on. */
export function DaysLine({
  days,
  language,
  w,
}: {
  readonly days: DaysInPrison
  readonly language: Language
  readonly w: DetentionWords
}) {
  const { least, most, inside } = days
  return (
    <p>
      <b>
        {most === null
          ? w('panel_days_open', { least: least.toLocaleString(language) })
          : least === most
            ? w('panel_days', { least })
            : w('panel_days_range', {
                least: least.toLocaleString(language),
                most: most.toLocaleString(language),
              })}
      </b>
      . {w(`inside_${inside}`)} {w('days_rule')}
    </p>
  )
}
