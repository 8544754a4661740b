import { polityGroup, polityGroups, polityName } from '#catalogue/polities'
import { can } from '#platform/access'
import { type Visit, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { EmptyState, FilterForm, LinkButton, Section, Select, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { sourceAddress, sourcesAddress } from '../../sources/addresses.ts'
import { stateAddress } from '../../states/addresses.ts'
import { csvAnswer, csvHref } from '../../states/csv.ts'
import { dayText } from '../../states/day-text.ts'
import { treatiesAddress, treatyAddress } from '../addresses.ts'
import { type TreatyWords, treatyWords } from '../messages.ts'
import { statusDatasets } from '../queries/standings.ts'
import { standingLabels } from '../standing.ts'
import { type Cell, type Choice, choices, readMatrix, statesOf, treatiesOf } from '../view.ts'

interface Asked {
  readonly kind: Choice
  readonly group: string | null
  readonly source: string | null
}

/** What the address asks; nothing that it does not know. */
function askedOf({ url }: Visit): Asked {
  const of = (name: string) => url.searchParams.get(name)
  const group = of('group')
  return {
    kind: choices.find((one) => one === of('kind')) ?? 'both',
    group: group !== null && polityGroup(group) ? group : null,
    source: statusDatasets.find((one) => one === of('source')) ?? null,
  }
}

const cellText = ({ standing, since }: Cell, w: TreatyWords): string => {
  if (standing === 'party') return since.slice(0, 4) || w('party_short')
  if (standing === 'signed') return w('signed_short')
  return standing === 'withdrawn' ? w('left_short', { year: since.slice(0, 4) }) : w('nobody')
}

const methodOf = (w: TreatyWords): readonly string[] => [w('method_1'), w('method_2'), w('method_3')]

/** States by instruments: who is party to what, and since when. */
const page = route({
  method: 'get',
  path: treatiesAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = treatyWords(language)
      const asked = askedOf(visit)
      const shown = treatiesOf(asked.kind)
      const states = statesOf(asked.group, language)
      const matrix = await readMatrix(tx, shown, asked.source)
      const empty = matrix.columns.every(({ file }) => file === null)
      const parties = (id: string) =>
        states.filter(({ code }) => matrix.of(id, code).standing === 'party').length
      return workspacePage(visit, {
        title: w('treaties'),
        lede: w('lede'),
        actions: can(tx.actor, 'export') ? (
          <LinkButton href={csvHref(visit)} download>
            {w('csv')}
          </LinkButton>
        ) : null,
        children: (
          <>
            <Choose {...{ asked, language, w }} />
            {empty ? (
              <EmptyState
                title={w('none')}
                action={<LinkButton href={sourcesAddress}>{w('import')}</LinkButton>}
              >
                {w('none_text')}
              </EmptyState>
            ) : null}
            <Section id="matrix" title={w('matrix')}>
              <p className="quiet">{w('legend')}</p>
              <Table
                caption={w('matrix')}
                captionHidden
                phone="scroll"
                columns={[
                  { key: 'state', label: w('state'), heading: true },
                  ...shown.map(({ id, short }) => ({ key: id, label: short, nowrap: true })),
                ]}
                rows={[
                  {
                    key: '_parties',
                    cells: {
                      state: w('parties'),
                      ...Object.fromEntries(
                        shown.map(({ id }) => [
                          id,
                          <a key={id} href={treatyAddress(id)}>
                            {parties(id)}
                          </a>,
                        ]),
                      ),
                    },
                  },
                  ...states.map(({ code }) => ({
                    key: code,
                    cells: {
                      state: <a href={`${stateAddress(code)}#treaties`}>{polityName(code, language)}</a>,
                      ...Object.fromEntries(
                        shown.map(({ id }) => {
                          const cell = matrix.of(id, code)
                          return [id, `${cellText(cell, w)}${cell.differ ? ' ≠' : ''}`]
                        }),
                      ),
                    },
                  })),
                ]}
              />
            </Section>
            <Section id="method" title={w('method')}>
              <ul className="list">
                {methodOf(w).map((one) => (
                  <li key={one}>{one}</li>
                ))}
                {matrix.columns.map(({ treaty, file }) => (
                  <li key={treaty.id}>
                    {file ? (
                      <a href={sourceAddress(file.id)}>
                        {w('from_file', {
                          treaty: treaty.short,
                          file: [file.name, file.version].filter(Boolean).join(', '),
                          until: dayText(file.dataUntil, language),
                        })}
                      </a>
                    ) : (
                      w('from_none', { treaty: treaty.short })
                    )}
                  </li>
                ))}
              </ul>
            </Section>
          </>
        ),
      })
    }),
})

function Choose({
  asked,
  language,
  w,
}: {
  readonly asked: Asked
  readonly language: Language
  readonly w: TreatyWords
}) {
  return (
    <FilterForm action={treatiesAddress} label={w('choose')} button={w('show')}>
      <Select
        id="kind"
        name="kind"
        label={w('which')}
        value={asked.kind}
        options={choices.map((value) => ({ value, label: w(`kind_${value}`) }))}
      />
      <Select
        id="group"
        name="group"
        label={w('group')}
        value={asked.group ?? ''}
        empty={w('group_all')}
        options={polityGroups.map(({ id, name }) => ({ value: id, label: label(name, language) }))}
      />
      <Select
        id="source"
        name="source"
        label={w('source')}
        value={asked.source ?? ''}
        empty={w('source_newest')}
        options={statusDatasets.map((value) => ({ value, label: value }))}
      />
    </FilterForm>
  )
}

const csv = route({
  method: 'get',
  path: `${treatiesAddress}.csv`,
  may: 'export',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = treatyWords(language)
      const asked = askedOf(visit)
      const matrix = await readMatrix(tx, treatiesOf(asked.kind), asked.source)
      return csvAnswer(tx, 'treaties', [
        ['code', w('state'), w('treaty'), w('standing'), w('since'), w('differ'), w('source')],
        ...statesOf(asked.group, language).flatMap(({ code }) =>
          matrix.columns.map(({ treaty, file }) => {
            const cell = matrix.of(treaty.id, code)
            return [
              code,
              polityName(code, language),
              treaty.short,
              label(standingLabels[cell.standing], language),
              cell.since,
              cell.differ ? '≠' : '',
              file ? `${file.name} ${file.version} ${file.dataUntil}` : '',
            ]
          }),
        ),
        ...methodOf(w).map((one) => [w('method'), one]),
      ])
    }),
})

export const treatiesRoutes = [page, csv]
