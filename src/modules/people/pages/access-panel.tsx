import { can } from '#platform/access'
import type { RecordPanel } from '#platform/house'
import type { Visit } from '#platform/http'
import { type Tx, readOwner } from '#platform/records'
import {
  Button,
  Details,
  Form,
  FormActions,
  Notice,
  Section,
  Select,
  Table,
  TextInput,
} from '#web/components'
import { words } from '../messages.ts'
import { longDate } from '../names.ts'
import { type Holder, dayOf, readEmbargo, readHolders } from '../grants.ts'

/** Who may see a restricted record, and until when; and the day before which a record may not be published. */
export const accessPanel: RecordPanel = async (visit, tx, record) => {
  const owner = await readOwner(tx, record.id)
  if (owner)
    return (
      <p>
        {words(visit.language)('panel_owner')} <a href={`/workspace/record/${owner.id}`}>{owner.title}</a>
      </p>
    )
  const restricted = record.visibility === 'restricted'
  const mayChange = can(tx.actor, 'write') && record.deletedAt === null
  const embargo = await readEmbargo(tx, record.id)
  const holders = restricted ? await readHolders(tx, record.id) : []
  const others = restricted && mayChange ? await whoElse(tx, holders) : []
  const w = words(visit.language)
  const csrf = visit.session?.formToken ?? ''
  const path = `/workspace/record/${record.id}`
  const said = visit.url.searchParams.get('access')
  const problem = said === 'date' ? w('panel_date_wrong') : said === 'last' ? w('panel_last') : null
  if (!restricted && !embargo && !mayChange) return null
  return (
    <>
      {restricted ? (
        <Section title={w('panel')} id="access">
          {problem ? <Notice kind="warning">{problem}</Notice> : null}
          <p>{w('panel_lede')}</p>
          <Holders {...{ visit, holders, mayChange, path }} />
          {mayChange && others.length > 0 ? (
            <Details summary={w('panel_give')} open={said === 'date'}>
              <Form action={`${path}/access/give`} csrf={csrf}>
                <Select
                  id="access-who"
                  name="who"
                  label={w('panel_who')}
                  empty={w('panel_choose')}
                  options={others}
                />
                <TextInput
                  id="access-until"
                  name="until"
                  label={w('panel_until')}
                  hint={w('panel_until_hint')}
                  short
                  maxLength={10}
                  autoComplete="off"
                />
                <FormActions>
                  <Button>{w('panel_give')}</Button>
                </FormActions>
              </Form>
            </Details>
          ) : null}
        </Section>
      ) : problem ? (
        <Notice kind="warning">{problem}</Notice>
      ) : null}
      {embargo ? (
        <p>{w('embargo_until', { when: longDate(new Date(`${embargo}T12:00:00`), visit.language) })}</p>
      ) : null}
      {mayChange ? (
        <Details summary={w('embargo_set')}>
          <Form action={`${path}/embargo`} csrf={csrf}>
            <TextInput
              id="embargo"
              name="until"
              label={w('embargo')}
              hint={w('embargo_hint')}
              value={embargo ?? ''}
              short
              maxLength={10}
              autoComplete="off"
            />
            <FormActions>
              <Button>{w('embargo_save')}</Button>
            </FormActions>
          </Form>
        </Details>
      ) : null}
    </>
  )
}

function Holders(props: {
  readonly visit: Visit
  readonly holders: readonly Holder[]
  readonly mayChange: boolean
  readonly path: string
}) {
  const { visit, holders, mayChange, path } = props
  const w = words(visit.language)
  return (
    <Table
      caption={w('panel')}
      captionHidden
      columns={[
        { key: 'name', label: w('panel_who'), heading: true },
        { key: 'kind', label: w('panel_kind') },
        { key: 'until', label: w('panel_until') },
        ...(mayChange ? [{ key: 'take', label: w('panel_take') }] : []),
      ]}
      rows={holders.map((one) => ({
        key: `${one.kind}${one.id}`,
        cells: {
          name: one.name,
          kind: w(one.kind === 'team' ? 'team' : 'panel_person'),
          until: one.ended
            ? w('panel_ended')
            : one.until
              ? longDate(dayOf(one.until), visit.language)
              : w('panel_for_good'),
          take: (
            <Form action={`${path}/access/take`} csrf={visit.session?.formToken ?? ''}>
              <Button small name="who" value={`${one.kind}:${one.id}`}>
                {w('panel_take')}
                <span className="hidden"> {one.name}</span>
              </Button>
            </Form>
          ),
        },
      }))}
    />
  )
}

/** People who read records, and teams, that are not let in yet. */
async function whoElse(tx: Tx, holders: readonly Holder[]) {
  const held = new Set(holders.filter((one) => !one.ended).map((one) => `${one.kind}:${one.id}`))
  const people = await tx.sql
    .selectFrom('account')
    .select(['id', 'name', 'role'])
    .where('org_id', '=', tx.actor.orgId)
    .where('kind', '=', 'person')
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute()
  const teams = await tx.sql
    .selectFrom('team')
    .select(['id', 'name'])
    .where('org_id', '=', tx.actor.orgId)
    .orderBy('name')
    .execute()
  const w = words(tx.actor.language)
  return [
    {
      label: w('colleagues'),
      options: people
        .filter((one) => can(one, 'read') && !held.has(`person:${one.id}`))
        .map((one) => ({ value: `person:${one.id}`, label: one.name })),
    },
    {
      label: w('teams'),
      options: teams
        .filter((one) => !held.has(`team:${one.id}`))
        .map((one) => ({ value: `team:${one.id}`, label: one.name })),
    },
  ].filter(({ options }) => options.length > 0)
}
