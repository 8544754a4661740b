import { can } from '#platform/access'
import { type Visit, route } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { Button, FactList, Form, FormActions, Notice, Progress, Section } from '#web/components'
import { workspacePage } from '#web/workspace'
import { type CheckCondition, type SignatureCheck, readCheck } from '../actions/check-signatures.ts'
import { type PetitionWords, petitionWords } from '../messages.ts'
import { listSignatures } from '../queries/list-signatures.ts'
import { readPetition } from '../queries/read-petition.ts'
import { SignatureTable } from './signatures-page.tsx'
import { countryName } from '#catalogue/countries'

/** One check: what was looked for, how many, who they are, and the button that invalidates or undoes. */
export const checkRoute = route({
  method: 'get',
  path: '/workspace/petitions/:id/checks/:check',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const petition = await readPetition(tx, visit.params['id'] ?? '')
      const check = await readCheck(tx, visit.params['check'] ?? '')
      if (check.petitionId !== petition.id) throw new Problem('not_found')
      const w = petitionWords(visit.language)
      const atWork = ['looking', 'running', 'undoing'].includes(check.state)
      return workspacePage(visit, {
        title: w('check_title'),
        fictitious: petition.fictitious,
        breadcrumbs: [
          { href: '/workspace/petitions', label: w('petitions') },
          { href: `/workspace/petitions/${petition.id}`, label: petition.title },
        ],
        ...(atWork && { refreshSeconds: 2 }),
        children: (
          <>
            <FactList facts={conditionFacts(check.condition, visit.language, w)} />
            {atWork ? (
              <Progress id="check" label={w(`check_${check.state}`)} />
            ) : (
              <Verdict {...{ visit, check, w }} />
            )}
            {await Found({ visit, tx, check, w })}
          </>
        ),
      })
    }),
})

function Verdict(props: {
  readonly visit: Visit
  readonly check: SignatureCheck
  readonly w: PetitionWords
}) {
  const { visit, check, w } = props
  const action = `/workspace/petitions/${check.petitionId}/checks/${check.id}`
  const csrf = visit.session?.formToken ?? ''
  const count = check.found ?? 0
  const mayChange = visit.session !== null && can(visit.session.actor, 'write')
  if (check.state === 'found')
    return count === 0 ? (
      <Notice>{w('check_nothing')}</Notice>
    ) : (
      <>
        <Notice kind="warning">{w('check_would', { count })}</Notice>
        {mayChange ? (
          <Form action={action} csrf={csrf}>
            <FormActions>
              <Button kind="warning" name="act" value="run">
                {w('check_run', { count })}
              </Button>
              <Button name="act" value="leave">
                {w('check_leave')}
              </Button>
            </FormActions>
          </Form>
        ) : null}
      </>
    )
  if (check.state === 'done')
    return (
      <>
        <Notice kind="success">{w('check_was_done', { count: check.changed ?? 0 })}</Notice>
        {mayChange ? (
          <Form action={action} csrf={csrf}>
            <FormActions>
              <Button name="act" value="undo">
                {w('check_undo')}
              </Button>
            </FormActions>
          </Form>
        ) : null}
      </>
    )
  return <Notice>{w(check.state === 'left' ? 'check_was_left' : 'check_was_undone')}</Notice>
}

async function Found(props: {
  readonly visit: Visit
  readonly tx: Tx
  readonly check: SignatureCheck
  readonly w: PetitionWords
}) {
  const { visit, tx, check, w } = props
  if (check.state === 'looking' || !check.found) return null
  const { rows } = await listSignatures(tx, visit.house.secrets, {
    petitionId: check.petitionId,
    state: 'confirmed',
    after: null,
    check: check.id,
  })
  return (
    <Section title={w('check_found_title', { count: rows.length, all: check.found })}>
      <SignatureTable rows={rows} {...{ visit, w }} />
    </Section>
  )
}

function conditionFacts(condition: CheckCondition, language: Visit['language'], w: PetitionWords) {
  const when = (instant: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
      new Date(instant),
    )
  const { from, until, country, way, domain, nameHas, sameName } = condition
  return [
    ...(from ? [{ label: w('check_from'), value: `${when(from)} UTC` }] : []),
    ...(until ? [{ label: w('check_until'), value: `${when(until)} UTC` }] : []),
    ...(country ? [{ label: w('country_column'), value: countryName(country, language) ?? country }] : []),
    ...(way === 'site' || way === 'embed' || way === 'link'
      ? [{ label: w('way'), value: w(`way_${way}`) }]
      : []),
    ...(domain ? [{ label: w('check_domain'), value: domain }] : []),
    ...(nameHas ? [{ label: w('check_name'), value: nameHas }] : []),
    ...(sameName ? [{ label: w('check_same'), value: String(sameName) }] : []),
  ]
}
