import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Tx, fieldOf, typeOf } from '#platform/records'
import { Button, Card, CardGrid, Form, FormActions, LinkButton, Select } from '#web/components'
import { RecordForm, readRecordForm } from '#web/records'
import { workspacePage } from '#web/workspace'
import { resolveReferences } from '#modules/registry'
import { words } from '../../messages.ts'
import { openCase } from '../actions/open-case.ts'
import { assignable } from './case-forms.tsx'
import { textOf } from '../../show.ts'

const kinds = ['defender', 'artist', 'journalist', 'prisoner', 'disappeared', 'association'] as const
type Kind = (typeof kinds)[number]

/** What is asked at intake; the rest is written once there is time. */
const asked = ['code_name', 'country', 'summary', 'internal_notes', 'people', 'sources'] as const

type FormState = Parameters<typeof RecordForm>[0]['state']

function intakeScreen(visit: Visit, tx: Tx, kind: Kind, state: FormState, status = 200): Response {
  const w = words(visit.language)
  const type = typeOf(tx, 'case')
  const option = fieldOf(type, 'kind')?.options?.find(({ code }) => code === kind)
  const teams = assignable(tx, 'teams')
  return workspacePage(visit, {
    title: option ? `${w('new')}: ${label(option.label, visit.language)}` : w('new'),
    lede: w('new_intake'),
    status,
    breadcrumbs: [
      { href: '/workspace/cases', label: w('cases') },
      { href: '/workspace/cases/new', label: w('new') },
    ],
    children: (
      <Form action={`/workspace/cases/new?kind=${kind}`} csrf={visit.session?.formToken ?? ''} confirmLeave>
        <RecordForm
          {...{ type, state, schema: tx.schema, language: visit.language }}
          only={asked}
          headings={false}
          compact
        />
        {teams.length > 0 ? (
          <Select
            id="team"
            name="team"
            label={w('team')}
            hint={w('team_hint')}
            empty={w('team_none')}
            options={teams}
            value={visit.form.get('team')}
          />
        ) : null}
        <FormActions>
          <Button kind="primary">{w('open_case')}</Button>
          <LinkButton kind="plain" href="/workspace/cases">
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

const kindOf = (visit: Visit): Kind | undefined =>
  kinds.find((one) => one === visit.url.searchParams.get('kind'))

const newCase = route({
  method: 'get',
  path: '/workspace/cases/new',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = words(visit.language)
      const kind = kindOf(visit)
      if (kind) return intakeScreen(visit, tx, kind, { values: { kind } })
      const options = fieldOf(typeOf(tx, 'case'), 'kind')?.options ?? []
      return workspacePage(visit, {
        title: w('new'),
        lede: w('new_lede'),
        breadcrumbs: [{ href: '/workspace/cases', label: w('cases') }],
        children: (
          <CardGrid label={w('kind')}>
            {kinds.map((one) => (
              <Card
                key={one}
                href={`/workspace/cases/new?kind=${one}`}
                title={label(options.find(({ code }) => code === one)?.label ?? { en: one }, visit.language)}
                lines={[w(`kind_${one}`)]}
              />
            ))}
          </CardGrid>
        ),
      })
    }),
})

const intake = route({
  method: 'post',
  path: '/workspace/cases/new',
  may: 'write',
  handle: async (visit) => {
    const kind = kindOf(visit)
    if (!kind) throw new Problem('malformed')
    const posted = (tx: Tx) => readRecordForm(typeOf(tx, 'case'), visit.form)
    const added = visit.form.get('_add').replace(/^f\./, '')
    if (added)
      return visit.within(async (tx) =>
        intakeScreen(visit, tx, kind, { values: { ...posted(tx), kind }, extraRows: { [added]: 1 } }),
      )
    try {
      return await visit.within(async (tx) => {
        // Whoever is named for the first time here is known to the case's team alone.
        const given = await resolveReferences(tx, typeOf(tx, 'case'), posted(tx), 'f', 'restricted')
        if (given.problems.length > 0) throw new Problem('invalid', { fields: given.problems, data: given })
        const team = visit.form.get('team')
        const { id } = await openCase(tx, {
          values: { ...given.values, kind },
          made: given.created,
          ...(team && { teamId: team }),
        })
        return redirect(`/workspace/case/${id}`)
      })
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
      return visit.within(async (tx) => {
        // Looked up again: what the refused attempt created is gone with it.
        const given = await resolveReferences(tx, typeOf(tx, 'case'), withoutNew(posted(tx)))
        return intakeScreen(
          visit,
          tx,
          kind,
          { values: { ...posted(tx), kind }, candidates: given.candidates, problems: error.fields },
          422,
        )
      })
    }
  },
})

/** The values without records that are still to be made, so that looking at them makes none. */
const withoutNew = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.filter((one) => !textOf((one as { to?: unknown })?.to).startsWith('new:'))
        : value,
    ]),
  )

/** Opening a case: what kind, then what is known. */
export const newCaseRoutes = [newCase, intake]
