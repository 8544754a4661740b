import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { type RecordView, readRecord } from '#platform/records'
import {
  Button,
  Details,
  EmptyState,
  Form,
  FormErrors,
  LinkButton,
  Section,
  TextArea,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { today } from '../../today.ts'
import { makeEvent } from '../actions/make-event.ts'
import { riskWords } from '../messages.ts'
import { atRiskOf, caseOfVisit, crumbsOf } from './case-of.ts'
import { IncidentLine, IncidentPattern, IncidentTable, readIncidents } from './incidents-view.tsx'

/** Where an incident of a case is noted. */
export const newIncident = (record: RecordView): string => {
  const people = atRiskOf(record)
  return `/workspace/records/incident/new?${new URLSearchParams({
    'v.case': record.id,
    'v.on': today(),
    ...(people.length === 1 && people[0] && { 'v.to_whom': people[0].id }),
  })}`
}

const incidentsRoute = route({
  method: 'get',
  path: '/workspace/case/:id/incidents',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const record = await caseOfVisit(visit, tx)
      const w = riskWords(visit.language)
      const incidents = await readIncidents(tx, record.id)
      const part = { visit, tx, incidents }
      return workspacePage(visit, {
        title: w('incidents'),
        lede: w('incidents_lede'),
        breadcrumbs: crumbsOf(visit, record),
        fictitious: record.fictitious,
        actions: can(tx.actor, 'write') ? (
          <LinkButton href={newIncident(record)} kind="primary">
            {w('add_incident')}
          </LinkButton>
        ) : null,
        children:
          incidents.length === 0 ? (
            <EmptyState title={w('incidents_none')}>{w('incidents_none_text')}</EmptyState>
          ) : (
            <>
              <Section title={w('in_time')}>
                <IncidentLine {...part} />
              </Section>
              <Section title={w('known')}>
                <IncidentTable {...part} />
              </Section>
              <Section title={w('pattern')}>
                <p className="quiet">{w('pattern_method')}</p>
                <IncidentPattern {...part} />
              </Section>
            </>
          ),
      })
    }),
})

interface TypedEvent {
  readonly title: string
  readonly account: string
  readonly errors: readonly { readonly fieldId?: string; readonly message: string }[]
}

/** Turning an incident into an event, on its page. */
export function EventForm(props: {
  readonly visit: Visit
  readonly incident: RecordView
  readonly typed?: TypedEvent
}) {
  const { visit, incident, typed } = props
  const w = riskWords(visit.language)
  return (
    <Details summary={w('make_event')} open={typed !== undefined}>
      <p className="hint">{w('make_event_hint')}</p>
      <Form action={`/workspace/incident/${incident.id}/event`} csrf={visit.session?.formToken ?? ''}>
        {typed ? <FormErrors title={w('errors')} errors={typed.errors} /> : null}
        <input type="hidden" name="version" value={incident.version} />
        <TextInput
          id="event-title"
          name="title"
          label={w('event_title')}
          value={typed?.title}
          error={typed?.errors.find(({ fieldId }) => fieldId === 'event-title')?.message}
          maxLength={300}
        />
        <TextArea
          id="event-account"
          name="account"
          label={w('event_account')}
          value={typed?.account}
          rows={5}
        />
        <p>
          <Button kind="primary">{w('make_event')}</Button>
        </p>
      </Form>
    </Details>
  )
}

const eventRoute = route({
  method: 'post',
  path: '/workspace/incident/:id/event',
  may: 'write',
  handle: async (visit) => {
    const { form, params } = visit
    const given = { title: form.get('title'), account: form.get('account') }
    try {
      return await visit.within(async (tx) => {
        const { id } = await makeEvent(tx, {
          ...given,
          incidentId: params['id'] ?? '',
          version: Number(form.get('version')),
        })
        return redirect(`/workspace/record/${id}`)
      })
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
      return visit.within(async (tx) => {
        const incident = await readRecord(tx, params['id'] ?? '')
        const w = riskWords(visit.language)
        return workspacePage(visit, {
          title: w('make_event'),
          status: 422,
          breadcrumbs: [{ href: `/workspace/record/${incident.id}`, label: incident.title }],
          fictitious: incident.fictitious,
          children: (
            <EventForm
              {...{ visit, incident }}
              typed={{
                ...given,
                errors: error.fields.map(({ field, message }) => ({
                  fieldId: field === 'title' ? 'event-title' : 'event-account',
                  message: message[visit.language],
                })),
              }}
            />
          ),
        })
      })
    }
  },
})

export const incidentRoutes = [incidentsRoute, eventRoute]
