import { can } from '#platform/access'
import { sayDay } from '../plan/days.ts'
import type { Grid, GridCell, GridRow } from '../plan/grid.ts'
import type { PlannedActivity } from '../plan/plan.ts'
import type { EditionView } from './edition-page.tsx'
import { newActivityHref, newStayHref } from './new-links.ts'
import { PublicityMark, grave, termInWords, timeInWords } from './visit-words.tsx'

type TableView = EditionView & { readonly grid: Grid }

/**
 * The table of a visit, one for each week so that it fits a screen and a sheet of paper; on a phone, the same as a
 * list by day. Only one of the two is displayed, and so read aloud.
 */
export function VisitTable(props: TableView) {
  const { grid, w } = props
  return (
    <>
      <div className="visit-weeks">
        {grid.weeks.map((week) => (
          <Week key={week.monday} {...props} monday={week.monday} days={week.days} />
        ))}
      </div>
      <div className="visit-days">
        {grid.weeks.flatMap((week) => week.days.map((day) => <Day key={day} {...props} day={day} />))}
      </div>
      {grid.undated.length > 0 ? (
        <div className="flow">
          <h3>{w('undated')}</h3>
          <Activities {...props} activities={grid.undated} home={undefined} />
        </div>
      ) : null}
    </>
  )
}

function Week(props: TableView & { readonly monday: string; readonly days: readonly string[] }) {
  const { grid, monday, days, w, language } = props
  const caption = w('week', { day: sayDay(monday, language, 'year') })
  return (
    <section className="scroll" aria-label={caption} tabIndex={0}>
      <table className="table visit-week">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w(grid.view === 'town' ? 'town' : 'guest')}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                <time dateTime={day}>{sayDay(day, language, 'short')}</time>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <RowName {...props} row={row} />
              </th>
              {days.map((day) => (
                <td key={day}>
                  <Cell {...props} row={row} day={day} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Day(props: TableView & { readonly day: string }) {
  const { grid, day, language } = props
  const rows = grid.rows.filter((row) => row.cells.has(day))
  return (
    <section className="visit-day">
      <h3>
        <time dateTime={day}>{sayDay(day, language)}</time>
      </h3>
      {rows.length === 0 ? <p className="quiet">{props.w('no_activity_day')}</p> : null}
      {rows.map((row) => (
        <div key={row.id}>
          <h4>
            <RowName {...props} row={row} />
          </h4>
          <Cell {...props} row={row} day={day} />
        </div>
      ))}
    </section>
  )
}

/** States that need no saying in the table: the person comes. */
const coming = new Set(['came', 'accepted', 'visa_granted'])

function RowName({ tx, plan, grid, row, language }: TableView & { readonly row: GridRow }) {
  const state =
    grid.view === 'person' ? plan.invitations.find(({ person }) => person.id === row.id)?.state : undefined
  return (
    <>
      <a href={`/workspace/record/${row.id}`} dir="auto">
        {row.title}
      </a>
      {state && !coming.has(state) ? (
        <span className={grave.has(state) ? 'row-state state-grave' : 'row-state'}>
          {termInWords(tx, 'invitation_states', state, language)}
        </span>
      ) : null}
    </>
  )
}

function Cell(props: TableView & { readonly row: GridRow; readonly day: string }) {
  const { tx, grid, plan, row, day, w, language } = props
  const cell: GridCell = row.cells.get(day) ?? { day, stays: [], activities: [] }
  const byTown = grid.view === 'town'
  const at = byTown
    ? { town: row.id, day }
    : { person: row.id, town: cell.stays.at(-1)?.town.id ?? cell.activities[0]?.town.id, day }
  const said = { row: row.title, day: sayDay(day, language) }
  return (
    <>
      {cell.stays.length > 0 ? <Stays {...props} cell={cell} /> : null}
      {cell.activities.length > 0 ? (
        <Activities
          {...props}
          activities={cell.activities}
          home={byTown ? row.id : cell.stays.length === 1 ? cell.stays[0]?.town.id : undefined}
        />
      ) : null}
      {can(tx.actor, 'write') ? (
        <p className="cell-add no-print">
          <a href={newActivityHref(plan, at)} aria-label={w('cell_add_activity_for', said)}>
            {w('cell_add_activity')}
          </a>
          {cell.stays.length === 0 || byTown ? (
            <a
              href={newStayHref(plan, byTown ? at : { person: row.id, day })}
              aria-label={w('cell_add_stay_for', said)}
            >
              {w('cell_add_stay')}
            </a>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

/** Where a guest is, or who is in a town; the day of arrival and of departure is said. */
function Stays({ grid, cell, w }: TableView & { readonly cell: GridCell }) {
  const { stays, day } = cell
  if (grid.view === 'person')
    return (
      <p className="cell-where">
        {stays.map((stay, i) => (
          <span key={stay.id}>
            {i > 0 ? ' → ' : ''}
            <a href={`/workspace/record/${stay.id}`} dir="auto">
              {stay.town.title}
            </a>
          </span>
        ))}
      </p>
    )
  return (
    <ul className="cell-who">
      {stays.map((stay) => (
        <li key={stay.id}>
          <a href={`/workspace/record/${stay.id}`} dir="auto">
            {stay.person.title}
          </a>
          {stay.arrival === day || stay.departure === day ? (
            <span className="quiet"> {w(stay.arrival === day ? 'arrives' : 'leaves')}</span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Activities in a cell. What may not be announced freely says so by word and shape; the plain ones stay plain. */
function Activities(
  props: TableView & {
    readonly activities: readonly PlannedActivity[]
    /** The town that the cell names already: an activity elsewhere says where. */
    readonly home: string | undefined
  },
) {
  const { activities, home, w } = props
  return (
    <ul className="cell-activities">
      {activities.map((activity) => (
        <li key={activity.id} className={`pub-at-${activity.publicity}`}>
          <span className="cell-time">{timeInWords(activity, w)}</span>{' '}
          <a href={`/workspace/record/${activity.id}`} dir="auto">
            {activity.title}
          </a>
          {activity.town.id === home ? null : <span className="quiet"> {activity.town.title}</span>}
          {activity.publicity === 'announce' ? null : <PublicityMark publicity={activity.publicity} w={w} />}
        </li>
      ))}
    </ul>
  )
}
