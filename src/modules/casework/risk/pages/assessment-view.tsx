import type { ReactNode } from 'react'
import { formatDate } from '#platform/dates'
import { label } from '#platform/i18n'
import type { Visit } from '#platform/http'
import { type Tx, fieldOf, isEmpty, typeOf } from '#platform/records'
import { ClassBadge, FactList, Notice, Tag } from '#web/components'
import { ShowValue, classLabel } from '#web/records'
import { dayInWords } from '../../day.ts'
import { textOf, valueInWords } from '../../show.ts'
import { today } from '../../today.ts'
import { riskWords } from '../messages.ts'
import type { Assessment, Reading } from '../queries/assessments.ts'
import { factorKindLabels, factorKinds, levelLabels } from '../words-of-risk.ts'

interface Part {
  readonly visit: Visit
  readonly tx: Tx
}

/** Facts of a record by the labels of its fields, each with the badge of its class. Those that are empty are left out. */
export function factsOf({ visit, tx }: Part, record: Assessment['record'], names: readonly string[]) {
  const type = typeOf(tx, record.type)
  return names.flatMap((name) => {
    const field = fieldOf(type, name)
    const value = record.values[name]
    if (!field || isEmpty(value)) return []
    const cls = field.class ?? 'open'
    return [
      {
        label: label(field.label, visit.language),
        value: (
          <ShowValue
            {...{ field, value }}
            schema={tx.schema}
            language={visit.language}
            linked={record.linked}
          />
        ),
        ...((cls === 'health' || cls === 'location') && {
          badge: <ClassBadge valueClass={cls} label={label(classLabel[cls], visit.language)} />,
        }),
      },
    ]
  })
}

/** The level of a factor as a word. */
export function Level({ visit, level }: { readonly visit: Visit; readonly level: unknown }): ReactNode {
  const code = typeof level === 'string' && level in levelLabels ? (level as keyof typeof levelLabels) : null
  return code === null ? null : <Tag>{label(levelLabels[code], visit.language)}</Tag>
}

const madeFacts = [
  'made_with',
  'without_why',
  'took_part',
  'took_part_words',
  'how',
  'language',
  'by',
  'own_words',
  'changed_words',
  'lowers',
  'health_words',
  'location_words',
] as const

/** When it is looked at again, and how late that is. */
export function ReviewDay({
  visit,
  assessment,
}: {
  readonly visit: Visit
  readonly assessment: Assessment
}): ReactNode {
  const w = riskWords(visit.language)
  const day = textOf(assessment.record.values['review_on'])
  if (!assessment.current) return null
  const when = dayInWords(day, visit.language)
  return day < today() ? (
    <Notice kind="warning" title={w('review_late', { when })} />
  ) : (
    <p>{w('review_on', { when })}</p>
  )
}

/** The danger that an assessment says, with what is done at once. */
export function DangerNotice({
  visit,
  assessment,
}: {
  readonly visit: Visit
  readonly assessment: Assessment
}): ReactNode {
  const w = riskWords(visit.language)
  const { values } = assessment.record
  if (values['danger'] !== 'yes') return null
  const said = (name: string) => textOf(values[name])
  return (
    <Notice kind="danger" title={[w('act_now'), assessment.personTitle].filter(Boolean).join(' · ')}>
      {said('danger_words') ? (
        <p className="written" dir="auto">
          {said('danger_words')}
        </p>
      ) : null}
      {said('act_now') ? (
        <p className="written" dir="auto">
          <b>{w('at_once')}</b> {said('act_now')}
        </p>
      ) : null}
      <p>{w('said_on', { when: formatDate(String(values['on']), visit.language) })}</p>
    </Notice>
  )
}

/** One assessment: how it was made, then its factors by kind. */
export function AssessmentParts(props: Part & { readonly assessment: Assessment }): ReactNode {
  const { visit, tx, assessment } = props
  return (
    <>
      <DangerNotice {...{ visit, assessment }} />
      <ReviewDay {...{ visit, assessment }} />
      <FactList facts={factsOf({ visit, tx }, assessment.record, madeFacts)} />
      <Factors {...{ visit, tx, assessment }} />
    </>
  )
}

/** The factors of an assessment in the three kinds; within each by name. */
export function Factors({ visit, tx, assessment }: Part & { readonly assessment: Assessment }): ReactNode {
  const w = riskWords(visit.language)
  return factorKinds.map((kind) => {
    const own = assessment.readings.filter((one) => one.kind === kind)
    return (
      <div key={kind} className="flow">
        <h3>{w(`kind_${kind}`)}</h3>
        {own.length === 0 ? <p className="quiet">{w('none_said')}</p> : null}
        {own.map((reading) => (
          <FactorReading key={reading.record.id} {...{ visit, tx, reading }} />
        ))}
      </div>
    )
  })
}

function FactorReading({ visit, tx, reading }: Part & { readonly reading: Reading }): ReactNode {
  const { record } = reading
  return (
    <>
      <h4>
        <a href={`/workspace/record/${reading.factorId}`} dir="auto">
          {reading.name}
        </a>{' '}
        <Level {...{ visit }} level={record.values['level']} />
      </h4>
      <FactList
        facts={factsOf({ visit, tx }, record, [
          'reasons',
          'health_reasons',
          'location_reasons',
          'evidence',
          'changed_why',
          'lowered_by',
        ])}
      />
    </>
  )
}

/** Which kind of factor, in words. */
export const kindInWords = (visit: Visit, kind: (typeof factorKinds)[number]): string =>
  label(factorKindLabels[kind], visit.language)

/** An assessment in one line: its day, whose it is, with whom it was made. */
export const lineOf = ({ visit, tx }: Part, { record, personTitle }: Assessment): string =>
  [
    formatDate(String(record.values['on']), visit.language),
    personTitle,
    valueInWords(tx, 'risk_assessment', 'made_with', record.values['made_with'], visit.language),
  ]
    .filter(Boolean)
    .join(' · ')
