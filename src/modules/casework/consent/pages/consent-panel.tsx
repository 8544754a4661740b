import { can } from '#platform/access'
import { type Language } from '#platform/i18n'
import {
  type RecordView,
  type Reference,
  type Tx,
  readBelongings,
  readRecords,
  valuesOf,
} from '#platform/records'
import { LinkButton, Notice, Table, Tag } from '#web/components'
import { dayInWords } from '../../day.ts'
import { type Words, words } from '../../messages.ts'
import type { CasePanel } from '../../room.ts'
import { textOf, valueInWords } from '../../show.ts'
import { today } from '../../today.ts'

/** What the people of a case agreed to, and whether it is in force. */
export const consentPanel: CasePanel = {
  name: 'consent',
  title: (language) => words(language)('consents'),
  order: 20,
  async show(visit, tx, record) {
    const { language } = visit
    const w = words(language)
    const ids = (await readBelongings(tx, record.id, ['consent']))
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ id }) => id)
    const consents = await readRecords(tx, ids)
    const mayWrite = can(tx.actor, 'write') && !record.deletedAt
    const atRisk = (valuesOf(record.values['people']) as readonly Reference[]).filter(
      ({ attributes }) => (attributes?.['role'] ?? 'at_risk') === 'at_risk',
    )
    return (
      <>
        {consents.length === 0 ? (
          <Notice kind="warning">{w('consent_none')}</Notice>
        ) : (
          <ConsentTable {...{ tx, consents, language, w, mayWrite }} />
        )}
        {mayWrite ? (
          <p>
            <LinkButton
              href={`/workspace/records/consent/new?${new URLSearchParams({
                'v.case': record.id,
                ...(atRisk.length === 1 && atRisk[0] && { 'v.person': atRisk[0].to }),
                'v.from': today(),
              })}`}
            >
              {w('consent_add')}
            </LinkButton>
          </p>
        ) : null}
      </>
    )
  },
}

/** Whether a consent is in force, in words. */
export function validity({ values }: Pick<RecordView, 'values'>, language: Language, w: Words): string {
  const day = (name: string) => dayInWords(values[name], language)
  const now = today()
  if (values['withdrawn_on'] !== undefined) return w('consent_withdrawn', { when: day('withdrawn_on') })
  if (textOf(values['from']) > now) return w('consent_later', { from: day('from') })
  if (values['until'] === undefined) return w('consent_from_on', { from: day('from') })
  return textOf(values['until']) < now
    ? w('consent_ended', { until: day('until') })
    : w('consent_between', { from: day('from'), until: day('until') })
}

function ConsentTable(props: {
  readonly tx: Tx
  readonly consents: readonly RecordView[]
  readonly language: Language
  readonly w: Words
  readonly mayWrite: boolean
}) {
  const { tx, consents, language, w, mayWrite } = props
  const value = (record: RecordView, name: string) =>
    valueInWords(tx, 'consent', name, record.values[name], language)
  return (
    <Table
      caption={w('consents')}
      captionHidden
      columns={[
        { key: 'whose', label: w('consent_whose'), heading: true },
        { key: 'what', label: w('consent_what') },
        { key: 'for', label: w('consent_for') },
        { key: 'until', label: w('consent_until') },
        ...(mayWrite ? [{ key: 'withdraw', label: w('withdraw') }] : []),
      ]}
      rows={consents.map((one) => {
        const over = one.values['withdrawn_on'] !== undefined
        return {
          key: one.id,
          cells: {
            whose: (
              <>
                <a href={`/workspace/record/${one.id}`}>
                  {one.linked.get((one.values['person'] as Reference | undefined)?.to ?? '')?.title ?? '…'}
                </a>
                {one.values['given_by'] === 'person' ? null : (
                  <span className="quiet">
                    {' '}
                    {w('consent_by', { who: value(one, 'given_by').toLowerCase() })}
                  </span>
                )}
              </>
            ),
            what: value(one, 'scopes'),
            for: [value(one, 'purposes'), value(one, 'channels')].filter(Boolean).join(' · '),
            until: over ? <Tag>{validity(one, language, w)}</Tag> : validity(one, language, w),
            withdraw: over ? '' : <a href={`/workspace/consent/${one.id}/withdraw`}>{w('withdraw')}</a>,
          },
        }
      })}
    />
  )
}
