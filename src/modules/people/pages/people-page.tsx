import { type PersonRole, classesOfValue, isPersonRole, personRoles, usualClasses } from '#platform/access'
import { type Visit, route } from '#platform/http'
import { label } from '#platform/i18n'
import { type Person, type PersonGiven, invitationDays, invitePerson, listPeople } from '#platform/identity'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  Checkboxes,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Radios,
  Section,
  Table,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { type Words, words } from '../messages.ts'
import { classNames, longDate, moment } from '../names.ts'
import { setSecondFactor } from '../policy.ts'
import { FourEyesSection, fourEyesRoutes, readFourEyes } from './four-eyes-section.tsx'
import { TeamsSection } from './teams-section.tsx'

const peoplePath = '/workspace/people'
const invitePath = '/workspace/people/invite'

const stateOf = (w: Words, person: Person, language: Visit['language']): string => {
  if (person.disabledAt) return w('state_disabled', { when: longDate(person.disabledAt, language) })
  const means = [
    person.passphrase ? w('passphrase') : '',
    person.authenticator ? w('authenticator') : '',
    person.passkeys > 0 ? w('passkeys') : '',
  ].filter(Boolean)
  if (means.length > 0) return means.join(', ')
  return person.invitedUntil
    ? w('state_invited', { when: longDate(person.invitedUntil, language) })
    : w('state_never')
}

/** The people of the organisation, its teams, and what it asks of everyone who signs in. */
export const showPeople = (visit: Visit, said: { readonly teamError?: string } = {}): Promise<Response> =>
  visit.within(async (tx) => {
    const { language } = visit
    const w = words(language)
    const people = await listPeople(tx)
    const csrf = visit.session?.formToken ?? ''
    const required = await secondFactorRequired(tx)
    const four = await readFourEyes(tx)
    return workspacePage(visit, {
      title: w('people'),
      lede: w('people_lede'),
      status: said.teamError ? 422 : 200,
      actions: (
        <LinkButton href={invitePath} kind="primary">
          {w('invite')}
        </LinkButton>
      ),
      children: (
        <>
          <Table
            caption={w('people')}
            captionHidden
            columns={[
              { key: 'name', label: w('name'), heading: true },
              { key: 'role', label: w('role') },
              { key: 'reads', label: w('reads') },
              { key: 'state', label: w('signs_in') },
              { key: 'seen', label: w('last_seen'), nowrap: true },
            ]}
            rows={people.map((person) => ({
              key: person.id,
              cells: {
                name: <a href={`${peoplePath}/${person.id}`}>{person.name}</a>,
                role: w(`role_${person.role}`),
                reads: classNames(w, person.classes),
                state: stateOf(w, person, language),
                seen: person.lastSeen ? moment(person.lastSeen, language) : '',
              },
            }))}
          />
          <TeamsSection {...{ w, csrf }} teams={await readTeams(tx)} error={said.teamError} />
          <Section title={w('second_policy')} id="policy">
            <Form action={`${peoplePath}/policy`} csrf={csrf}>
              <Radios
                id="second"
                name="second"
                label={w('second_policy')}
                labelHidden
                hint={w('second_policy_hint')}
                value={required ? 'required' : 'optional'}
                options={[
                  { value: 'optional', label: w('second_optional') },
                  { value: 'required', label: w('second_required') },
                ]}
              />
              <FormActions>
                <Button>{w('save')}</Button>
              </FormActions>
            </Form>
          </Section>
          <FourEyesSection w={w} csrf={csrf} action={`${peoplePath}/four-eyes`} now={four} />
        </>
      ),
    })
  })

/** Whether the organisation asks everyone for a second factor. */
async function secondFactorRequired(tx: Tx): Promise<boolean> {
  const org = await tx.sql
    .selectFrom('org')
    .select('settings')
    .where('id', '=', tx.actor.orgId)
    .executeTakeFirstOrThrow()
  return org.settings['second_factor'] === 'required'
}

/** Teams and who is in them. */
async function readTeams(tx: Tx) {
  const rows = await tx.sql
    .selectFrom('team as t')
    .leftJoin('team_member as m', (join) =>
      join.onRef('m.org_id', '=', 't.org_id').onRef('m.team_id', '=', 't.id'),
    )
    .leftJoin('account as a', (join) =>
      join.onRef('a.org_id', '=', 'm.org_id').onRef('a.id', '=', 'm.account_id'),
    )
    .select(['t.id', 't.name', 'a.name as member'])
    .where('t.org_id', '=', tx.actor.orgId)
    .orderBy('t.name')
    .orderBy('a.name')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].map((members) => ({
    id: members[0]?.id ?? '',
    name: members[0]?.name ?? '',
    members: members.flatMap((row) => row.member ?? []),
  }))
}

/** The fields that say who somebody is here. */
export function PersonFields(props: {
  readonly w: Words
  readonly given: PersonGiven
  readonly errors: Readonly<Record<string, string>>
  /** Neither role nor classes: nobody changes their own. */
  readonly oneself?: boolean
}) {
  const { w, given, errors, oneself } = props
  return (
    <>
      {/* Enter presses a form's first button: without this one it would be the proposal of classes. */}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      <TextInput
        id="name"
        name="name"
        label={w('name')}
        hint={w('name_hint')}
        value={given.name}
        error={errors['name']}
        maxLength={200}
        autoComplete="off"
      />
      <TextInput
        id="login"
        name="login"
        label={w('login')}
        hint={w('login_hint')}
        value={given.login}
        error={errors['login']}
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
      />
      {oneself ? (
        <p className="quiet">{w('oneself')}</p>
      ) : (
        <>
          <Radios
            id="role"
            name="role"
            label={w('role')}
            value={given.role}
            options={personRoles.map((role) => ({
              value: role,
              label: w(`role_${role}`),
              hint: w(`role_${role}_hint`),
            }))}
          />
          <Checkboxes
            id="classes"
            name="classes"
            label={w('reads_label')}
            hint={w('reads_hint')}
            values={given.classes}
            options={classesOfValue.map((one) => ({ value: one, label: w(`class_${one}`) }))}
          />
          <p>
            <Button name="usual" value="1" kind="plain">
              {w('reads_usual')}
            </Button>
          </p>
        </>
      )}
    </>
  )
}

/** What a form says of a person; with "what is usual" the classes of the role chosen. */
export function readPersonForm(form: Visit['form']): PersonGiven {
  const role: PersonRole = isPersonRole(form.get('role')) ? (form.get('role') as PersonRole) : 'reader'
  return {
    name: form.get('name'),
    login: form.get('login'),
    role,
    classes: form.get('usual')
      ? usualClasses[role]
      : classesOfValue.filter((one) => form.all('classes').includes(one)),
  }
}

/** Field → what is wrong with it, in the person's language. */
export const errorsOf = (problem: Problem, language: Visit['language']): Readonly<Record<string, string>> =>
  Object.fromEntries(problem.fields.map(({ field, message }) => [field, label(message, language)]))

function invitePage(visit: Visit, given: PersonGiven, problem?: Problem): Response {
  const w = words(visit.language)
  const errors = problem ? errorsOf(problem, visit.language) : {}
  return workspacePage(visit, {
    title: w('invite'),
    status: problem ? 422 : 200,
    breadcrumbs: [{ href: peoplePath, label: w('people') }],
    notices: (
      <FormErrors
        title={w('errors')}
        errors={Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }))}
      />
    ),
    children: (
      <Form action={invitePath} csrf={visit.session?.formToken ?? ''}>
        <PersonFields {...{ w, given, errors }} />
        <FormActions>
          <Button kind="primary">{w('invite_send')}</Button>
        </FormActions>
      </Form>
    ),
  })
}

/** The link, once. */
export function invitedPage(visit: Visit, name: string, path: string): Response {
  const w = words(visit.language)
  const link = `${visit.house.origins[0] ?? visit.url.origin}${path}`
  return workspacePage(visit, {
    title: w('invited', { name }),
    breadcrumbs: [{ href: peoplePath, label: w('people') }],
    children: (
      <>
        <p>{w('invited_lede', { name, days: invitationDays })}</p>
        <TextInput id="link" name="link" label={w('link')} value={link} readOnly />
        <p>
          <LinkButton href={peoplePath}>{w('people')}</LinkButton>
        </p>
      </>
    ),
  })
}

/** The list, the invitation, and the policy on second factors. */
export const peopleRoutes = [
  route({ method: 'get', path: peoplePath, may: 'administer', handle: (visit) => showPeople(visit) }),
  route({
    method: 'post',
    path: `${peoplePath}/policy`,
    may: 'administer',
    handle: async (visit) => {
      await setSecondFactor(visit, visit.form.get('second') === 'required')
      return showPeople(visit)
    },
  }),
  ...fourEyesRoutes(`${peoplePath}/four-eyes`, showPeople),
  route({
    method: 'get',
    path: invitePath,
    may: 'administer',
    handle: (visit) =>
      visit.within(async () =>
        invitePage(visit, { name: '', login: '', role: 'case_officer', classes: usualClasses.case_officer }),
      ),
  }),
  route({
    method: 'post',
    path: invitePath,
    may: 'administer',
    handle: async (visit) => {
      const given = readPersonForm(visit.form)
      if (visit.form.get('usual')) return invitePage(visit, given)
      try {
        const { path } = await visit.within((tx) => invitePerson(tx, given, visit.language))
        return invitedPage(visit, given.name.trim(), path)
      } catch (error) {
        if (error instanceof Problem && error.kind === 'invalid') return invitePage(visit, given, error)
        throw error
      }
    },
  }),
]
