import { polityName } from '#catalogue/polities'
import { label } from '#platform/i18n'
import { RelationGraph } from '#web/charts'
import { Section, Table } from '#web/components'
import { shareText } from '../../regimes/count-votes.ts'
import { stateAddress } from '../../states/addresses.ts'
import { type AdviceSum, adviceByClass, adviceBySide, mutualPraise, withAction } from '../advice.ts'
import { autocraciesAddress } from '../addresses.ts'
import type { Part } from './seats-part.tsx'

/** Pairs that are drawn; the file has all. */
const drawn = 20

/** What they recommend to each other in the review, and who praises whom. */
export function AdvicePart({ data, language, w, action }: Part) {
  const { pairs, choice } = data
  if (pairs.length === 0)
    return (
      <Section id="advice" title={w('advice')}>
        <p className="quiet">{w('advice_none')}</p>
      </Section>
    )
  const { table, classes } = choice.index
  const by = adviceBySide(pairs, table, choice.values)
  const byClass = adviceByClass(pairs, table)
  const mutual = mutualPraise(pairs, table, choice.values)
  const share = (part: number, of: number) => shareText(part, of, language)
  const cells = (sum: AdviceSum) => ({
    n: withAction(sum),
    a12: share(sum.praise, withAction(sum)),
    a3: share(sum.consider, withAction(sum)),
    a45: share(sum.general + sum.specific, withAction(sum)),
    a5: share(sum.specific, withAction(sum)),
    supported: share(sum.supported, sum.total),
  })
  const columns = [
    { key: 'n', label: w('with_action'), numeric: true },
    { key: 'a12', label: w('a12'), numeric: true },
    { key: 'a3', label: w('a3'), numeric: true },
    { key: 'a45', label: w('a45'), numeric: true },
    { key: 'a5', label: w('a5'), numeric: true },
    { key: 'supported', label: w('supported'), numeric: true },
  ]
  const sides = ['in', 'out'] as const
  const between = (a: string, b: string) => `${autocraciesAddress}/between?from=${a}&to=${b}`
  return (
    <Section id="advice" title={w('advice')} action={action}>
      <p>{w('advice_text')}</p>
      <Table
        caption={w('advice_sides')}
        columns={[
          { key: 'from', label: w('from'), heading: true },
          { key: 'to', label: w('to') },
          ...columns,
        ]}
        rows={sides.flatMap((from) =>
          sides.map((to) => ({
            key: `${from} ${to}`,
            cells: { from: w(`side_${from}`), to: w(`side_${to}`), ...cells(by(from, to)) },
          })),
        )}
      />
      <Table
        caption={w('advice_classes', { author: choice.index.series.author })}
        columns={[{ key: 'from', label: w('from'), heading: true }, ...columns.slice(0, 5)]}
        rows={classes.map(({ value, label: words }) => ({
          key: String(value),
          cells: { from: label(words, language), ...cells(byClass.sent(value)) },
        }))}
      />
      <Table
        caption={w('answer_classes', { author: choice.index.series.author })}
        columns={[
          { key: 'to', label: w('to'), heading: true },
          { key: 'n', label: w('recommendations'), numeric: true },
          { key: 'supported', label: w('supported'), numeric: true },
        ]}
        rows={classes.map(({ value, label: words }) => {
          const sum = byClass.received(value)
          return {
            key: String(value),
            cells: { to: label(words, language), n: sum.total, supported: share(sum.supported, sum.total) },
          }
        })}
      />
      <h3>{w('mutual')}</h3>
      <p>{w('mutual_text', { n: mutual.length, shown: Math.min(drawn, mutual.length) })}</p>
      <RelationGraph
        title={w('mutual')}
        tableCaption={w('mutual_table')}
        labels={{ from: w('from'), relation: w('mutual_relation'), to: w('to'), unsure: '' }}
        nodes={[...new Set(mutual.slice(0, drawn).flatMap(({ a, b }) => [a, b]))].map((code) => ({
          id: code,
          label: polityName(code, language),
          href: stateAddress(code),
        }))}
        edges={mutual.slice(0, drawn).flatMap(({ a, b, toA, toB }) => [
          { from: a, to: b, label: w('mutual_edge', { praise: toB.praise, n: withAction(toB) }) },
          { from: b, to: a, label: w('mutual_edge', { praise: toA.praise, n: withAction(toA) }) },
        ])}
      />
      <ul className="list">
        {mutual.slice(0, drawn).map(({ a, b, toA, toB }) => (
          <li key={`${a} ${b}`}>
            <a href={between(a, b)}>
              {polityName(a, language)} → {polityName(b, language)} ({withAction(toB)})
            </a>
            ,{' '}
            <a href={between(b, a)}>
              {polityName(b, language)} → {polityName(a, language)} ({withAction(toA)})
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
