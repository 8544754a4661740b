import { type Polity, polityName, regionalGroupOf } from '#catalogue/polities'
import { type Treaty, treatyById } from '#catalogue/treaties'
import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { Bars } from '#web/charts'
import { Details, FactList, Figures, FormErrors, LinkButton, Notice, Section, Table } from '#web/components'
import { type Refused, attempt, errorList, workspacePage } from '#web/workspace'
import { sourceAddress } from '../../sources/addresses.ts'
import { stateAddress } from '../../states/addresses.ts'
import { csvAnswer } from '../../states/csv.ts'
import { dayText, today } from '../../states/day-text.ts'
import { noteAct, takeBackAct } from '../actions/note-act.ts'
import { actLabels } from '../act.ts'
import { treatiesAddress, treatyAddress } from '../addresses.ts'
import { treatyWords } from '../messages.ts'
import { type SourcedAct, readActs } from '../queries/read-acts.ts'
import { type Standing, standingLabels, standings } from '../standing.ts'
import { type Cell, partiesByYear, readMatrix, statesOf } from '../view.ts'
import { ActOrigin } from './act-origin.tsx'
import { Declarations, OwnActs } from './declarations.tsx'
import { NoteForm } from './note-form.tsx'

const path = `${treatiesAddress}/:id`

/** A treaty as it is read for its page. */
async function load(tx: Tx, treaty: Treaty, visit: Visit) {
  const matrix = await readMatrix(tx, [treaty], null)
  const acts = await readActs(tx, { treaty: treaty.id, texts: true })
  const states = statesOf(null, visit.language)
  const cells = states.map((state) => ({ state, cell: matrix.of(treaty.id, state.code) }))
  return { file: matrix.columns[0]?.file ?? null, acts, cells }
}

const treatyOf = (visit: Visit): Treaty => {
  const treaty = treatyById(visit.params['id'] ?? '')
  if (!treaty) throw new Problem('not_found')
  return treaty
}

async function screen(visit: Visit, tx: Tx, refused: Refused | null): Promise<Response> {
  const { language, url } = visit
  const w = treatyWords(language)
  const treaty = treatyOf(visit)
  const { file, acts, cells } = await load(tx, treaty, visit)
  const count = (standing: Standing) => cells.filter(({ cell }) => cell.standing === standing).length
  const byYear = partiesByYear(acts, file?.dataset ?? null)
  const writes = can(tx.actor, 'write')
  const most = Math.max(1, ...byYear.map(({ parties }) => parties))
  const every = Math.max(1, Math.ceil(byYear.length / 20))
  return workspacePage(visit, {
    title: label(treaty.name, language),
    lede: treaty.short,
    status: refused ? 422 : 200,
    breadcrumbs: [{ href: treatiesAddress, label: w('treaties') }],
    actions: can(tx.actor, 'export') ? (
      <LinkButton href={`${treatyAddress(treaty.id)}/acts.csv`} download>
        {w('csv')}
      </LinkButton>
    ) : null,
    notices: (
      <>
        {url.searchParams.has('saved') ? <Notice kind="success">{w('saved')}</Notice> : null}
        <FormErrors title={w('errors')} errors={errorList(refused)} />
      </>
    ),
    children: (
      <>
        <FactList
          facts={[
            { label: w('adopted'), value: dayText(treaty.adopted, language) },
            {
              label: w('in_force'),
              value: treaty.inForce === null ? w('not_in_force') : dayText(treaty.inForce, language),
            },
            ...(treaty.body ? [{ label: w('body'), value: treaty.body }] : []),
            ...(treaty.individualComplaints
              ? [{ label: w('complaints'), value: <span lang="en">{treaty.individualComplaints}</span> }]
              : []),
            ...(treaty.chapter ? [{ label: w('chapter'), value: treaty.chapter.replace(/^4-/, 'IV-') }] : []),
          ]}
        />
        {file === null ? (
          <p>{w('from_none', { treaty: treaty.short })}</p>
        ) : (
          <>
            <Figures
              figures={standings.map((standing) => ({
                label: w(`count_${standing}`),
                value: String(count(standing)),
                href: standing === 'none' || standing === 'signed' ? '#missing' : '#who',
              }))}
            />
            <p className="quiet">
              <a href={sourceAddress(file.id)}>
                {w('from_file', {
                  treaty: treaty.short,
                  file: [file.name, file.version].filter(Boolean).join(', '),
                  until: dayText(file.dataUntil, language),
                })}
              </a>
            </p>
          </>
        )}
        {byYear.length > 1 ? (
          <Section id="over-time" title={w('over_time')}>
            <Bars
              caption={w('over_time')}
              captionHidden
              max={most}
              items={byYear
                .filter((_, i) => (byYear.length - 1 - i) % every === 0)
                .map(({ year, parties }) => ({
                  key: String(year),
                  label: String(year),
                  value: parties,
                  text: String(parties),
                }))}
              labels={{ item: w('over_time_item'), value: w('over_time_value'), bar: w('over_time_bar') }}
            />
            <p className="quiet">{w('over_time_method')}</p>
          </Section>
        ) : null}
        {file === null ? null : <Missing {...{ cells, visit }} />}
        <Declarations {...{ treaty, acts, visit }} />
        {acts.length === 0 ? null : <Who {...{ cells, acts, visit }} />}
        {writes ? (
          <Section id="note" title={w('typed')}>
            <NoteForm {...{ visit, treaty, refused }} />
            <OwnActs {...{ acts, treaty, visit }} />
          </Section>
        ) : null}
      </>
    ),
  })
}

interface Part {
  readonly cells: readonly { readonly state: Polity; readonly cell: Cell }[]
  readonly visit: Visit
}

/** Who is not party, by regional group. */
function Missing({ cells, visit: { language } }: Part) {
  const w = treatyWords(language)
  const day = today()
  const groups = Map.groupBy(
    cells.filter(({ cell }) => cell.standing !== 'party'),
    ({ state }) => {
      const group = regionalGroupOf(state.code, day)
      return group ? label(group.name, language) : w('nobody')
    },
  )
  return (
    <Section id="missing" title={w('missing')}>
      <p className="quiet">{w('missing_text')}</p>
      {[...groups].map(([name, of]) => (
        <Details key={name} summary={`${name} (${of.length})`}>
          <ul className="list">
            {of.map(({ state, cell }) => (
              <li key={state.code}>
                <a href={`${stateAddress(state.code)}#treaties`}>{polityName(state.code, language)}</a>
                {cell.standing === 'none'
                  ? ''
                  : ` · ${label(standingLabels[cell.standing], language)} ${dayText(cell.since, language)}`}
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </Section>
  )
}

/** Every state that did something, with each source's row. */
function Who({ cells, acts, visit: { language } }: Part & { readonly acts: readonly SourcedAct[] }) {
  const w = treatyWords(language)
  const of = Map.groupBy(
    acts.filter(({ act }) => act !== 'declaration' && act !== 'reservation' && act !== 'objection'),
    ({ polity }) => polity,
  )
  return (
    <Section id="who" title={w('who')}>
      <Table
        caption={w('who')}
        captionHidden
        columns={[
          { key: 'state', label: w('state'), heading: true },
          { key: 'standing', label: w('standing') },
          { key: 'since', label: w('since') },
          { key: 'told', label: w('told_by') },
        ]}
        rows={cells
          .filter(({ state }) => of.has(state.code))
          .map(({ state, cell }) => ({
            key: state.code,
            cells: {
              state: <a href={`${stateAddress(state.code)}#treaties`}>{polityName(state.code, language)}</a>,
              standing: `${label(standingLabels[cell.standing], language)}${cell.differ ? ` ≠ ${w('differ')}` : ''}`,
              since: dayText(cell.since, language),
              told: (
                <ul className="list">
                  {(of.get(state.code) ?? []).map((act) => (
                    <li key={`${act.fileId} ${act.act} ${act.doneOn}`}>
                      {label(actLabels[act.act], language)}{' '}
                      {act.doneOn === '' ? w('date_unknown') : dayText(act.doneOn, language)}
                      {': '}
                      <ActOrigin {...{ act, w }} />
                    </li>
                  ))}
                </ul>
              ),
            },
          }))}
      />
    </Section>
  )
}

const csv = route({
  method: 'get',
  path: `${path}/acts.csv`,
  may: 'export',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = treatyWords(language)
      const treaty = treatyOf(visit)
      return csvAnswer(tx, `treaty-${treaty.id}`, [
        [
          'code',
          w('state'),
          w('act'),
          w('done_on'),
          w('article'),
          w('text'),
          w('source'),
          w('row', { row: '' }),
        ],
        ...(await readActs(tx, { treaty: treaty.id, texts: true })).map((act) => [
          act.polity,
          polityName(act.polity, language),
          label(actLabels[act.act], language),
          act.doneOn,
          act.article,
          act.text,
          [act.dataset, act.file, act.version].filter(Boolean).join(' '),
          act.row,
        ]),
      ])
    }),
})

const note = route({
  method: 'post',
  path,
  may: 'write',
  handle: (visit) => {
    const { form } = visit
    const treaty = treatyOf(visit)
    return attempt(
      visit,
      async (tx) => {
        await noteAct(tx, {
          treaty: treaty.id,
          polity: form.get('polity'),
          act: form.get('act'),
          doneOn: form.get('done_on').trim(),
          article: form.get('article').trim(),
          text: form.get('text'),
          source: form.get('source'),
        })
        return redirect(`${treatyAddress(treaty.id)}?saved=1`)
      },
      (tx, refused) => screen(visit, tx, refused),
    )
  },
})

const takeBack = route({
  method: 'post',
  path: `${path}/take-back`,
  may: 'write',
  handle: (visit) => {
    const { form } = visit
    const treaty = treatyOf(visit)
    const note = form.get('note')
    if (!/^[0-9a-f-]{36}$/.test(note)) throw new Problem('not_found')
    return attempt(
      visit,
      async (tx) => {
        await takeBackAct(tx, note, form.get('reason'))
        return redirect(`${treatyAddress(treaty.id)}?saved=1#note`)
      },
      (tx, refused) => screen(visit, tx, refused),
    )
  },
})

/** A treaty: parties over time, who is missing, what was declared, what each source says; and typing in by hand. */
export const treatyRoutes = [
  csv,
  route({
    method: 'get',
    path,
    may: 'read',
    handle: (visit) => visit.within((tx) => screen(visit, tx, null)),
  }),
  note,
  takeBack,
]
