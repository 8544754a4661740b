import type { Visit } from '#platform/http'
import { Button, Details, Form, Section, Select, TextInput } from '#web/components'
import { workWords } from '../../steps/messages.ts'
import type { SavedView } from '../views.ts'

/** The saved views as links, and the form that saves the one that is shown. */
export function Views(props: {
  readonly visit: Visit
  readonly views: readonly SavedView[]
  readonly teams: readonly { readonly id: string; readonly name: string }[]
}) {
  const { visit, views, teams } = props
  const w = workWords(visit.language)
  const csrf = visit.session?.formToken ?? ''
  return (
    <Section title={w('views')} id="views">
      {views.length > 0 ? (
        <ul className="list">
          {views.map((view) => (
            <li key={view.id}>
              {view.own ? (
                <Form action="/workspace/work/views/remove" csrf={csrf}>
                  <a href={view.href} dir="auto">
                    {view.name}
                  </a>{' '}
                  <Button small kind="plain" name="id" value={view.id}>
                    {w('remove')}
                  </Button>
                </Form>
              ) : (
                <>
                  <a href={view.href} dir="auto">
                    {view.name}
                  </a>{' '}
                  <span className="quiet">{w('view_by', { name: view.by })}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <Details summary={w('view_save')}>
        <Form action="/workspace/work/views" csrf={csrf}>
          <input type="hidden" name="address" value={visit.url.pathname + visit.url.search} />
          <TextInput id="view-name" name="name" label={w('view_name')} maxLength={80} required />
          <Select
            id="view-team"
            name="team"
            label={w('view_share')}
            empty={w('view_own')}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <p>
            <Button>{w('view_save')}</Button>
          </p>
        </Form>
      </Details>
    </Section>
  )
}
