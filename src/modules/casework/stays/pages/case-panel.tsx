import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import { label } from '#platform/i18n'
import { type Reference, readBelongings, readRecords } from '#platform/records'
import { LinkButton, Section, Table, Tag } from '#web/components'
import type { CasePanel } from '../../room.ts'
import { dayInWords } from '../../day.ts'
import { today } from '../../today.ts'
import { stayWords } from '../messages.ts'
import { stayStageLabels, stayStageOf } from '../stages.ts'
import { weekOf } from './stay-page.tsx'

/** The refuge stays of a case. */
export const staysPanel: CasePanel = {
  name: 'refuge',
  title: (language) => stayWords(language)('stays'),
  order: 40,
  async show(visit, tx, record) {
    const { language } = visit
    const w = stayWords(language)
    const stays = await readRecords(
      tx,
      (await readBelongings(tx, record.id, ['refuge_stay']))
        .filter(({ deletedAt }) => deletedAt === null)
        .map(({ id }) => id),
    )
    const mayWrite = can(tx.actor, 'write') && !record.deletedAt
    return (
      <>
        {stays.length === 0 ? (
          <p className="quiet">{w('none_case')}</p>
        ) : (
          <Table
            caption={w('stays')}
            captionHidden
            columns={[
              { key: 'number', label: w('number'), heading: true, nowrap: true },
              { key: 'stage', label: w('stage') },
              { key: 'dates', label: w('dates') },
            ]}
            rows={stays.map((stay) => {
              const week = weekOf({ stay, today: today() })
              return {
                key: stay.id,
                cells: {
                  number: <a href={`/workspace/refuge-stays/${stay.id}`}>{stay.title}</a>,
                  stage: (
                    <>
                      <Tag>{label(stayStageLabels[stayStageOf(stay.values['stage'])], language)}</Tag>
                      {week === null ? '' : ` ${w('week', { week })}`}
                    </>
                  ),
                  dates: [stay.values['from'], stay.values['until']]
                    .map((day) => dayInWords(day, language))
                    .filter(Boolean)
                    .join(' – '),
                },
              }
            })}
          />
        )}
        {mayWrite ? (
          <p>
            <LinkButton href={`/workspace/refuge-stays/new?case=${record.id}`}>{w('propose')}</LinkButton>
          </p>
        ) : null}
      </>
    )
  },
}

/** On the page of a part, the way back to its stay. */
export const stayPartPanel: RecordPanel = async (visit, _tx, record) => {
  const to = record.type.startsWith('refuge_') && (record.values['stay'] as Reference | undefined)?.to
  const stay = to ? record.linked.get(to) : undefined
  if (!stay) return null
  const w = stayWords(visit.language)
  return (
    <Section id="stay" title={w('stay')}>
      <p>
        <a href={`/workspace/refuge-stays/${stay.id}#${record.type.replaceAll('_', '-')}`}>
          {w('back_to_stay', { stay: stay.title })}
        </a>
      </p>
    </Section>
  )
}
