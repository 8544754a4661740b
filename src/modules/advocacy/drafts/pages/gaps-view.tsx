import { type Language, label } from '#platform/i18n'
import { Details, LinkButton, Notice, Section, Table, Tag } from '#web/components'
import { type Gap, isOpenGap } from '../gaps/gaps-of.ts'
import type { DraftWords } from '../messages.ts'

function GapTable({
  gaps,
  language,
  w,
  caption,
}: {
  readonly gaps: readonly Gap[]
  readonly language: Language
  readonly w: DraftWords
  readonly caption: string
}) {
  return (
    <Table
      {...{ caption }}
      captionHidden
      columns={[
        { key: 'field', label: w('field'), heading: true },
        { key: 'weight', label: w('weight'), nowrap: true },
        { key: 'why', label: w('why') },
        { key: 'mend', label: w('mend') },
      ]}
      rows={gaps.map((gap, i) => ({
        key: `${gap.field}.${i}`,
        cells: {
          field: label(gap.label, language),
          weight: <Tag>{w(`level_${gap.level}`)}</Tag>,
          why: label(gap.why, language),
          mend: gap.href ? (
            <LinkButton href={gap.href} small>
              {w('mend')}
            </LinkButton>
          ) : (
            ''
          ),
        },
      }))}
    />
  )
}

/** What a draft lacks: first what leaves it incomplete or would strengthen it, folded what only a person can tell. */
export function GapsView({
  gaps,
  language,
  w,
}: {
  readonly gaps: readonly Gap[]
  readonly language: Language
  readonly w: DraftWords
}) {
  const open = gaps.filter(isOpenGap)
  const more = gaps.filter(({ level }) => level === 'recommended')
  const look = gaps.filter(({ level }) => level === 'check' || level === 'weak' || level === 'sealed')
  const shown = [...open, ...more]
  return (
    <Section id="gaps" title={w('gaps')}>
      <Notice kind={open.length > 0 ? 'warning' : 'success'}>
        {[
          open.length > 0 ? w('gaps_open', { n: open.length }) : w('gaps_none'),
          ...(more.length > 0 ? [w('gaps_more', { n: more.length })] : []),
        ].join(' ')}
      </Notice>
      {shown.length > 0 ? <GapTable gaps={shown} caption={w('gaps')} {...{ language, w }} /> : null}
      {look.length > 0 ? (
        <Details summary={`${w('to_check')} (${look.length})`}>
          <GapTable gaps={look} caption={w('to_check')} {...{ language, w }} />
        </Details>
      ) : null}
    </Section>
  )
}
