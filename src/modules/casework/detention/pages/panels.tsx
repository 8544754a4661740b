import { Fragment, type ReactNode } from 'react'
import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import type { Visit } from '#platform/http'
import {
  type RecordView,
  type Reference,
  type Tx,
  readBelongings,
  readRecords,
  valuesOf,
} from '#platform/records'
import { Line, LinkButton, Section } from '#web/components'
import type { CasePanel } from '../../room.ts'
import { today } from '../../today.ts'
import { detentionWords } from '../messages.ts'
import { daysInPrison } from '../queries/prisoners.ts'
import {
  DaysLine,
  DetentionAssessment,
  type DetentionFile,
  DetentionHistory,
  DetentionLaw,
  HealthAlerts,
  readDetentionFile,
} from './detention-view.tsx'
import { listPath } from './list-page.tsx'

const personOf = (detention: RecordView): string | undefined =>
  (detention.values['person'] as Reference | undefined)?.to

/** A group is not held: an empty panel there is one too many. */
const ofGroups = 'association'

/** The detentions of a case: what happened, days, charges, criteria, what was decided. */
export const detentionPanel: CasePanel = {
  name: 'detention',
  title: (language) => detentionWords(language)('panel'),
  order: 15,
  async show(visit, tx, record) {
    const { language } = visit
    const w = detentionWords(language)
    const ids = (await readBelongings(tx, record.id, ['detention'])).flatMap(({ id, deletedAt }) =>
      deletedAt ? [] : [id],
    )
    const mayWrite = can(tx.actor, 'write') && !record.deletedAt
    if (ids.length === 0 && (!mayWrite || record.values['kind'] === ofGroups)) return null
    const detentions = (await readRecords(tx, ids)).toSorted((a, b) =>
      String(b.values['from']).localeCompare(String(a.values['from'])),
    )
    const files: DetentionFile[] = []
    for (const one of detentions) files.push(await readDetentionFile(tx, one))
    const days = await daysInPrison(
      tx,
      [...new Set(detentions.flatMap((one) => personOf(one) ?? []))],
      today(),
    )
    const people = [...new Set(detentions.map((one) => personOf(one)))]
    const atRisk = (valuesOf(record.values['people']) as readonly Reference[]).filter(
      ({ attributes }) => (attributes?.['role'] ?? 'at_risk') === 'at_risk',
    )
    return (
      <>
        {files.length === 0 ? <p className="quiet">{w('panel_none')}</p> : null}
        {people.map((person) => {
          const known = person === undefined ? undefined : days.get(person)
          const own = files.filter(({ detention }) => personOf(detention) === person)
          const name = own[0]?.detention.linked.get(person ?? '')?.title
          return (
            <Fragment key={person ?? ''}>
              {people.length > 1 && name ? (
                <h3>
                  <bdi>{name}</bdi>
                </h3>
              ) : null}
              {known ? <DaysLine days={known} language={language} w={w} /> : null}
              {own.map((file) => (
                <DetentionParts key={file.detention.id} {...{ visit, tx, file, mayWrite }} />
              ))}
            </Fragment>
          )
        })}
        <Line>
          {mayWrite ? (
            <LinkButton
              href={`/workspace/records/detention/new?${new URLSearchParams({
                'v.case': record.id,
                ...(atRisk.length === 1 && atRisk[0] && { 'v.person': atRisk[0].to }),
              })}`}
            >
              {w('add')}
            </LinkButton>
          ) : null}
          {files.length > 0 ? <LinkButton href={listPath}>{w('to_list')}</LinkButton> : null}
        </Line>
      </>
    )
  },
}

/** A detention shows its history on its own page; a person, how long they have been in prison. */
export const detentionRecordPanel: RecordPanel = async (visit, tx, record) => {
  const { language } = visit
  const w = detentionWords(language)
  if (record.type === 'detention') {
    const file = await readDetentionFile(tx, record)
    const person = personOf(record)
    const known = person === undefined ? undefined : (await daysInPrison(tx, [person], today())).get(person)
    return (
      <Section id="detention" title={w('history')}>
        {known ? <DaysLine days={known} language={language} w={w} /> : null}
        <DetentionParts
          {...{ visit, tx, file }}
          mayWrite={can(tx.actor, 'write') && !record.deletedAt}
          ownPage
        />
      </Section>
    )
  }
  if (record.type !== 'person') return null
  const known = (await daysInPrison(tx, [record.id], today())).get(record.id)
  if (!known) return null
  return (
    <Section id="detention" title={w('panel')}>
      <DaysLine days={known} language={language} w={w} />
    </Section>
  )
}

function DetentionParts(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly file: DetentionFile
  readonly mayWrite: boolean
  /** On its own page, which shows its values above. */
  readonly ownPage?: boolean
}): ReactNode {
  const { visit, tx, file, mayWrite, ownPage = false } = props
  const { language } = visit
  const w = detentionWords(language)
  const part = { tx, language, w, file }
  const { id } = file.detention
  const add = (type: string, values: Readonly<Record<string, string>> = {}) =>
    `/workspace/records/${type}/new?${new URLSearchParams({ 'v.detention': id, ...values })}`
  return (
    <>
      <HealthAlerts {...part} />
      <DetentionHistory {...part} ownPage={ownPage} />
      {ownPage ? null : <DetentionLaw {...part} />}
      <DetentionAssessment {...part} />
      {mayWrite ? (
        <Line>
          <LinkButton href={add('detention_change', { 'v.on': today() })}>{w('add_change')}</LinkButton>
          <LinkButton href={`/workspace/record/${id}/edit`}>{w('add_end')}</LinkButton>
          <LinkButton href={add('pace_finding', { 'v.on': today(), 'v.assessed_by': tx.actor.name })}>
            {w('add_finding')}
          </LinkButton>
          <LinkButton href={add('prisoner_decision', { 'v.on': today() })}>{w('add_decision')}</LinkButton>
          <LinkButton href={add('health_alert', { 'v.on': today() })}>{w('add_alert')}</LinkButton>
        </Line>
      ) : null}
    </>
  )
}
