import { can } from '#platform/access'
import type { ReactNode } from 'react'
import { formatDate } from '#platform/dates'
import { type Visit, route } from '#platform/http'
import { type Language, label, languages } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { Details, EmptyState, Figures, LinkButton, Section, Table, Tabs } from '#web/components'
import { workspacePage } from '#web/workspace'
import { type Words, words } from '../messages.ts'
import { findClashes, fullDay } from '../plan/clashes.ts'
import { buildGrid } from '../plan/grid.ts'
import type { Named, Plan } from '../plan/plan.ts'
import { readPlan } from '../queries/read-plan.ts'
import { ClashList } from './clash-list.tsx'
import { VisitTable } from './edition-table.tsx'
import { newActivityHref, newInvitationHref, newStayHref } from './new-links.ts'
import { PublicityMark, datesInWords, grave, termInWords, valueInWords } from './visit-words.tsx'
import { figureHref } from './visits-page.tsx'

/** What every part of the screen is given. */
export interface EditionView {
  readonly visit: Visit
  readonly tx: Tx
  readonly plan: Plan
  readonly w: Words
  readonly language: Language
}

/** One edition: its table by person or by town, what to look at, who is invited, and what to print. */
export const editionRoute = route({
  method: 'get',
  path: '/workspace/visits/:editionId',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const plan = await readPlan(tx, visit.params['editionId'] ?? '')
      const { language } = visit
      const w = words(language)
      const view: EditionView = { visit, tx, plan, w, language }
      return workspacePage(visit, {
        title: plan.title || plan.id.slice(-6),
        lede: <Lede {...view} />,
        styles: ['styles/visits.css'],
        fictitious: plan.fictitious,
        breadcrumbs: [{ href: '/workspace/visits', label: w('title') }],
        audience: {
          visibility: plan.visibility,
          visibilityLabel: w(`vis_${plan.visibility}`),
          seenBy: w(`seen_${plan.visibility}`),
          publicSees: w('public_nothing'),
        },
        actions: (
          <>
            {can(tx.actor, 'write') ? (
              <>
                <LinkButton href={newActivityHref(plan, {})} kind="primary">
                  {w('add_activity')}
                </LinkButton>
                <LinkButton href={newStayHref(plan, {})}>{w('add_stay')}</LinkButton>
                <LinkButton href={newInvitationHref(plan)}>{w('add_invitation')}</LinkButton>
              </>
            ) : null}
            <LinkButton href={`/workspace/record/${plan.id}`}>{w('open_edition')}</LinkButton>
          </>
        ),
        children: <Edition {...view} />,
      })
    }),
})

function Lede({ tx, plan, language }: EditionView) {
  const dates = plan.first && plan.last ? datesInWords(`${plan.first}/${plan.last}`, language) : ''
  const state = valueInWords(tx, 'edition', 'state', plan.state, language)
  const theme = label(plan.theme, language)
  return (
    <>
      {[dates, state].filter(Boolean).join(' · ')}
      {theme ? (
        <>
          <br />
          <i>{theme}</i>
        </>
      ) : null}
    </>
  )
}

function Edition(props: EditionView) {
  const { visit, plan, w, language } = props
  const { searchParams } = visit.url
  const view = searchParams.get('view') === 'town' ? 'town' : 'person'
  const most = mostAsked(searchParams.get('most'))
  const path = `/workspace/visits/${plan.id}`
  const grid = buildGrid(plan, view)
  const empty = plan.stays.length === 0 && plan.activities.length === 0
  const keep = most === fullDay ? '' : `&most=${most}`
  return (
    <>
      <Figures figures={figuresOf(plan, w, language)} />
      {empty ? null : <ClashList {...props} clashes={findClashes(plan, most)} most={most} here={path} />}
      <section className="visit-plan" aria-labelledby="plan-title">
        <h2 id="plan-title" className="hidden">
          {w(view === 'town' ? 'table_towns' : 'table_people')}
        </h2>
        <Tabs
          label={w('views')}
          tabs={[
            {
              href: `${path}${keep ? `?${keep.slice(1)}` : ''}`,
              label: w('by_person'),
              current: view === 'person',
            },
            { href: `${path}?view=town${keep}`, label: w('by_town'), current: view === 'town' },
          ]}
        />
        {empty ? <EmptyState title={w('no_plan')}>{w('no_plan_text')}</EmptyState> : null}
        {grid.rows.length > 0 ? <VisitTable {...props} grid={grid} /> : null}
        <Details summary={w('legend')}>
          <dl className="facts">
            {(['announce', 'afterwards', 'never'] as const).map((publicity) => (
              <div key={publicity}>
                <dt>
                  <PublicityMark {...{ publicity, w }} />
                </dt>
                <dd>{w(`rule_${publicity}`)}</dd>
              </div>
            ))}
          </dl>
        </Details>
      </section>
      <Section title={w('invited')} id="invited">
        <Invited {...props} />
      </Section>
      <Section title={w('sheets_towns')} id="towns">
        <TownSheets {...props} />
      </Section>
    </>
  )
}

const mostAsked = (text: string | null): number => {
  const asked = Number(text)
  return Number.isInteger(asked) && asked >= 1 && asked <= 12 ? asked : fullDay
}

/** The same counts as in the list of editions, of what this reader sees. */
function figuresOf(plan: Plan, w: Words, language: Language) {
  const distinct = (ids: readonly string[]) => new Set(ids).size
  const people = (keep: (state: string) => boolean) =>
    distinct(plan.invitations.filter(({ state }) => keep(state)).map(({ person }) => person.id))
  const numbers = {
    invited: people((state) => state !== 'proposed'),
    came: people((state) => state === 'came'),
    towns: townsOf(plan).length,
    activities: plan.activities.length,
    audience: plan.activities.reduce((sum, { audience }) => sum + (audience ?? 0), 0),
  }
  return (['invited', 'came', 'towns', 'activities', 'audience'] as const).map((name) => ({
    label: w(`fig_${name}`),
    value: numbers[name].toLocaleString(language),
    href: figureHref(name, plan.id),
  }))
}

/** The towns of the edition, named in it or reached by a stay or an activity. */
const townsOf = (plan: Plan): readonly Named[] =>
  [
    ...new Map(
      [...plan.towns, ...plan.stays.map((s) => s.town), ...plan.activities.map((a) => a.town)].map((town) => [
        town.id,
        town,
      ]),
    ).values(),
  ].sort((a, b) => a.title.localeCompare(b.title))

/** The same sheet in each language, and the calendar. */
function SheetLinks({ base, w }: { readonly base: string; readonly w: Words }): ReactNode {
  return (
    <span className="sheet-links">
      {languages.map((code) => (
        <a key={code} href={`${base}/print?lang=${code}`} hrefLang={code}>
          {languageNames[code]}
        </a>
      ))}
      <a href={`${base}/calendar.ics`}>{w('calendar')}</a>
    </span>
  )
}

const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ca: 'Català' }

function Invited({ tx, plan, w, language }: EditionView) {
  if (plan.invitations.length === 0) return <p>{w('nobody_invited')}</p>
  const counts = Map.groupBy(plan.invitations, ({ state }) => state)
  const say = (state: string) => termInWords(tx, 'invitation_states', state, language)
  return (
    <>
      <p className="row">
        {[...counts].map(([state, list]) => (
          <span key={state} className={grave.has(state) ? 'tag state-grave' : 'tag'}>
            {say(state)}: {list.length}
          </span>
        ))}
      </p>
      <Table
        caption={w('invited')}
        captionHidden
        columns={[
          { key: 'name', label: w('name'), heading: true },
          { key: 'state', label: w('state') },
          { key: 'note', label: w('note') },
          { key: 'sheet', label: w('sheet') },
        ]}
        rows={plan.invitations.map(({ id, person, state, stateDate, note }) => ({
          key: id,
          cells: {
            name: (
              <a href={`/workspace/record/${person.id}`} dir="auto">
                {person.title}
              </a>
            ),
            state: (
              <>
                <a href={`/workspace/record/${id}`}>
                  {grave.has(state) ? <b className="state-grave">{say(state)}</b> : say(state)}
                </a>
                {stateDate ? (
                  <span className="quiet"> {w('since', { date: formatDate(stateDate, language) })}</span>
                ) : null}
              </>
            ),
            note: <span dir="auto">{note}</span>,
            sheet: <SheetLinks base={`/workspace/visits/${plan.id}/person/${person.id}`} w={w} />,
          },
        }))}
      />
    </>
  )
}

function TownSheets({ plan, w, language }: EditionView) {
  return (
    <Table
      caption={w('sheets_towns')}
      captionHidden
      columns={[
        { key: 'name', label: w('town'), heading: true },
        { key: 'guests', label: w('guests_there') },
        { key: 'activities', label: w('fig_activities'), numeric: true },
        { key: 'publicity', label: w('publicity') },
        { key: 'sheet', label: w('sheet') },
      ]}
      rows={townsOf(plan).map((town) => {
        const there = plan.stays.filter((stay) => stay.town.id === town.id)
        const guests = [...new Map(there.map(({ person }) => [person.id, person.title])).values()]
        const own = plan.activities.filter((activity) => activity.town.id === town.id)
        const hidden = own.filter(({ publicity }) => publicity === 'never').length
        return {
          key: town.id,
          cells: {
            name: (
              <a href={`/workspace/record/${town.id}`} dir="auto">
                {town.title}
              </a>
            ),
            guests: <span dir="auto">{guests.join(', ')}</span>,
            activities: own.length.toLocaleString(language),
            publicity:
              hidden > 0 ? (
                <>
                  {hidden} × <PublicityMark publicity="never" w={w} />
                </>
              ) : null,
            sheet: <SheetLinks base={`/workspace/visits/${plan.id}/town/${town.id}`} w={w} />,
          },
        }
      })}
    />
  )
}
