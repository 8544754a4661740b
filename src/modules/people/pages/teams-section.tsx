import { Button, Form, FormActions, Section, TextInput } from '#web/components'
import type { Words } from '../messages.ts'

/** The teams of the organisation, and adding one. */
export function TeamsSection(props: {
  readonly w: Words
  readonly csrf: string
  readonly teams: readonly {
    readonly id: string
    readonly name: string
    readonly members: readonly string[]
  }[]
  readonly error?: string | undefined
}) {
  const { w, csrf, teams, error } = props
  return (
    <Section title={w('teams')} id="teams">
      <p>{w('teams_lede')}</p>
      {teams.length > 0 ? (
        <ul className="list">
          {teams.map((team) => (
            <li key={team.id}>
              <Form action="/workspace/teams/remove" csrf={csrf}>
                <input type="hidden" name="id" value={team.id} />
                <b dir="auto">{team.name}</b>{' '}
                <span className="quiet" dir="auto">
                  {team.members.join(', ') || w('none')}
                </span>{' '}
                <Button small>
                  {w('team_remove')}
                  <span className="hidden"> {team.name}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <Form action="/workspace/teams" csrf={csrf}>
        <TextInput
          id="team"
          name="name"
          label={w('team_name')}
          error={error}
          maxLength={200}
          autoComplete="off"
        />
        <FormActions>
          <Button>{w('team_add')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
