import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import {
  type Person,
  type PersonGiven,
  changePerson,
  countOrphaned,
  endSessions,
  handOver,
  listPeople,
  readPerson,
  renewInvitation,
} from '#platform/identity'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  Checkboxes,
  Details,
  Form,
  FormActions,
  FormErrors,
  Notice,
  Section,
  Select,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'
import { PersonFields, errorsOf, invitedPage, readPersonForm } from './people-page.tsx'

const path = '/workspace/people/:id'

/** One person: who they are here, what they may do, their teams, and ending their access. */
const showPerson = (
  visit: Visit,
  said: {
    readonly given?: PersonGiven
    readonly problem?: Problem
    readonly done?: 'saved' | 'sessions_ended' | 'handed_over'
  } = {},
): Promise<Response> =>
  visit.within(async (tx) => {
    const w = words(visit.language)
    const person = await readPerson(tx, visit.params['id'] ?? '')
    const errors = said.problem ? errorsOf(said.problem, visit.language) : {}
    const csrf = visit.session?.formToken ?? ''
    const oneself = person.id === tx.actor.accountId
    const orphaned = person.disabledAt ? await countOrphaned(tx, person.id) : 0
    const writers =
      orphaned === 0 ? [] : (await listPeople(tx)).filter((one) => !one.disabledAt && can(one, 'write'))
    const others = writers.filter((one) => one.id !== tx.actor.accountId)
    const heirs = (others.length > 0 ? others : writers).map(({ id, name }) => ({ value: id, label: name }))
    const here = `/workspace/people/${person.id}`
    return workspacePage(visit, {
      title: person.name,
      status: said.problem ? said.problem.status : 200,
      breadcrumbs: [{ href: '/workspace/people', label: w('people') }],
      notices: (
        <>
          {said.done ? <Notice kind="success">{w(said.done)}</Notice> : null}
          {said.problem?.explanation ? (
            <Notice kind="warning">{said.problem.explanation[visit.language]}</Notice>
          ) : null}
          <FormErrors
            title={w('errors')}
            errors={Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }))}
          />
        </>
      ),
      children: (
        <>
          <Form action={here} csrf={csrf}>
            <PersonFields {...{ w, errors, oneself }} given={said.given ?? person} />
            {oneself ? null : (
              <Checkboxes
                id="disabled"
                name="disabled"
                label={w('access')}
                values={person.disabledAt ? ['yes'] : []}
                options={[{ value: 'yes', label: w('disable'), hint: w('disable_hint') }]}
              />
            )}
            <FormActions>
              <Button kind="primary">{w('save')}</Button>
            </FormActions>
          </Form>
          <TeamsOfPerson {...{ visit, tx, person, here, csrf }} teams={await teamsFor(tx, person.id)} />
          {heirs.length > 0 ? (
            <Section title={w('orphaned')} id="handover">
              <p>{w('orphaned_text', { count: orphaned })}</p>
              <Form action={`${here}/hand-over`} csrf={csrf}>
                <Select id="heir" name="heir" label={w('heir')} empty={w('panel_choose')} options={heirs} />
                <FormActions>
                  <Button>{w('hand_over')}</Button>
                </FormActions>
              </Form>
            </Section>
          ) : null}
          {oneself ? null : (
            <Section title={w('sessions_of')} id="sessions">
              <p>{w('sessions_open', { count: person.sessions })}</p>
              {person.sessions > 0 ? (
                <Form action={`${here}/sessions`} csrf={csrf}>
                  <Button>{w('end_sessions')}</Button>
                </Form>
              ) : null}
              {person.disabledAt || person.login === '' ? null : (
                <Details summary={w('new_link')}>
                  <p>{w('new_link_why')}</p>
                  <Form action={`${here}/link`} csrf={csrf}>
                    <Button kind="warning">{w('new_link')}</Button>
                  </Form>
                </Details>
              )}
            </Section>
          )}
        </>
      ),
    })
  })

const teamsFor = (tx: Tx, accountId: string) =>
  tx.sql
    .selectFrom('team as t')
    .leftJoin('team_member as m', (join) =>
      join
        .onRef('m.org_id', '=', 't.org_id')
        .onRef('m.team_id', '=', 't.id')
        .on('m.account_id', '=', accountId),
    )
    .select(['t.id', 't.name', 'm.account_id'])
    .where('t.org_id', '=', tx.actor.orgId)
    .orderBy('t.name')
    .execute()

function TeamsOfPerson(props: {
  readonly visit: Visit
  readonly person: Person
  readonly here: string
  readonly csrf: string
  readonly teams: Awaited<ReturnType<typeof teamsFor>>
}) {
  const { visit, here, csrf, teams } = props
  const w = words(visit.language)
  if (teams.length === 0) return null
  return (
    <Section title={w('teams')} id="teams">
      <Form action={`${here}/teams`} csrf={csrf}>
        <Checkboxes
          id="team"
          name="team"
          label={w('teams_of')}
          labelHidden
          values={teams.flatMap((team) => (team.account_id ? [team.id] : []))}
          options={teams.map((team) => ({ value: team.id, label: team.name }))}
        />
        <FormActions>
          <Button>{w('save')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

/** A person's page and what can be done there. */
export const personRoutes = [
  route({
    method: 'post',
    path: `${path}/hand-over`,
    may: 'administer',
    handle: async (visit) => {
      try {
        await visit.within(async (tx) => {
          const { id } = await readPerson(tx, visit.params['id'] ?? '')
          await handOver(tx, id, visit.form.get('heir'))
        })
        return await showPerson(visit, { done: 'handed_over' })
      } catch (error) {
        if (error instanceof Problem && error.kind === 'conflict')
          return showPerson(visit, { problem: error })
        throw error
      }
    },
  }),
  route({
    method: 'get',
    path,
    may: 'administer',
    handle: (visit) => showPerson(visit, visit.url.searchParams.has('saved') ? { done: 'saved' } : {}),
  }),
  route({
    method: 'post',
    path,
    may: 'administer',
    handle: async (visit) => {
      const id = visit.params['id'] ?? ''
      const { form } = visit
      let given = readPersonForm(form)
      try {
        const oneself = id === visit.session?.actor.accountId
        if (oneself) {
          const own = await visit.within((tx) => readPerson(tx, id))
          given = { ...given, role: own.role, classes: own.classes }
        }
        if (form.get('usual')) return await showPerson(visit, { given })
        await visit.within((tx) =>
          changePerson(tx, id, { ...given, disabled: form.get('disabled') === 'yes' }),
        )
        return redirect(`/workspace/people/${id}?saved`)
      } catch (error) {
        if (error instanceof Problem && (error.kind === 'invalid' || error.kind === 'conflict'))
          return showPerson(visit, { given, problem: error })
        throw error
      }
    },
  }),
  route({
    method: 'post',
    path: `${path}/sessions`,
    may: 'administer',
    handle: async (visit) => {
      await visit.within(async (tx) => {
        const { id } = await readPerson(tx, visit.params['id'] ?? '')
        await endSessions(tx, { accountId: id })
        visit.house.openings.forget({ accountId: id })
      })
      return showPerson(visit, { done: 'sessions_ended' })
    },
  }),
  route({
    method: 'post',
    path: `${path}/link`,
    may: 'administer',
    handle: async (visit) => {
      const { person, link } = await visit.within(async (tx) => {
        const found = await readPerson(tx, visit.params['id'] ?? '')
        return { person: found, link: await renewInvitation(tx, found.id) }
      })
      return invitedPage(visit, person.name, link)
    },
  }),
  route({
    method: 'post',
    path: `${path}/teams`,
    may: 'administer',
    handle: async (visit) => {
      const wanted = visit.form.all('team')
      await visit.within(async (tx) => {
        const { id } = await readPerson(tx, visit.params['id'] ?? '')
        const teams = await teamsFor(tx, id)
        for (const team of teams) {
          const is = team.account_id !== null
          if (is === wanted.includes(team.id)) continue
          if (is)
            await tx.sql
              .deleteFrom('team_member')
              .where('org_id', '=', tx.actor.orgId)
              .where('team_id', '=', team.id)
              .where('account_id', '=', id)
              .execute()
          else
            await tx.sql
              .insertInto('team_member')
              .values({ org_id: tx.actor.orgId, team_id: team.id, account_id: id })
              .execute()
          await writeLedger(tx, 'team.change', team.id, { person: id, member: !is })
        }
      })
      return redirect(`/workspace/people/${visit.params['id']}?saved`)
    },
  }),
]
