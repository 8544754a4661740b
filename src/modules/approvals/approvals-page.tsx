import type { ReactNode } from 'react'
import { type Approval, listAsked, listWaiting, readApproval, withdrawApproval } from '#platform/approvals'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  EmptyState,
  FactList,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Section,
  Table,
  TextArea,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { decideOn } from './decide.ts'
import { type Words, words } from './messages.ts'

const path = '/workspace/approvals'

const day = (at: Date, visit: Visit) => at.toLocaleDateString(visit.language, { dateStyle: 'long' })

/** One request with all that would leave by it, read as its kind shows it. */
interface Shown {
  readonly approval: Approval
  readonly kind: string
  readonly title: string
  readonly holds: boolean
  readonly content: ReactNode
}

async function showOf(visit: Visit, tx: Tx, approval: Approval): Promise<Shown> {
  const kind = visit.house.approvalKinds.find((one) => one.kind === approval.kind)
  const name = kind ? label(kind.label, visit.language) : approval.kind
  const over = approval.content === null
  const shown = kind && !over ? await kind.show(visit, tx, approval) : null
  return {
    approval,
    kind: name,
    title: shown?.title ?? name,
    holds: shown?.holds ?? false,
    content: shown?.content,
  }
}

/** The most that are shown with all their content on one page: who decides reads every line. */
const atOnce = 20

const listRoute = route({
  method: 'get',
  path,
  may: 'read',
  handle: (visit) => visit.within((tx) => listPage(visit, tx)),
})

async function listPage(visit: Visit, tx: Tx, said?: string): Promise<Response> {
  const w = words(visit.language)
  const waiting = await listWaiting(tx)
  const shown: Shown[] = []
  for (const approval of waiting.slice(0, atOnce)) shown.push(await showOf(visit, tx, approval))
  const asked = await listAsked(tx)
  return workspacePage(visit, {
    title: w('title'),
    lede: w('lede'),
    ...(said && { status: 422 }),
    notices: said ? <Notice kind="warning">{said}</Notice> : null,
    children: (
      <>
        {shown.length === 0 ? (
          <EmptyState title={w('none')}>{w('none_text')}</EmptyState>
        ) : (
          <Form action={`${path}/decide`} csrf={visit.session?.formToken ?? ''}>
            {shown.map((one) => (
              <Section
                key={one.approval.id}
                title={`${one.kind}: ${one.title}`}
                action={<a href={`${path}/${one.approval.id}`}>{w('open')}</a>}
              >
                <Asked {...{ visit, w }} approval={one.approval} />
                {one.content}
                {one.holds ? null : <Changed {...{ w }} approval={one.approval} />}
                <p>
                  <label className="row">
                    <input type="checkbox" name="approval" value={one.approval.id} />
                    {w('mark')}
                    <span className="hidden">: {one.title}</span>
                  </label>
                </p>
              </Section>
            ))}
            <Section title={w('who_said')}>
              <TextArea id="words" name="words" label={w('your_words')} rows={3} />
              <FormActions>
                <Button kind="primary" name="verdict" value="approved">
                  {w('approve_marked')}
                </Button>
                <Button name="verdict" value="refused">
                  {w('refuse_marked')}
                </Button>
              </FormActions>
            </Section>
          </Form>
        )}
        {asked.length > 0 ? (
          <Section title={w('asked_title')}>
            <Table
              caption={w('asked_title')}
              captionHidden
              columns={[
                { key: 'kind', label: w('kind'), heading: true },
                { key: 'when', label: w('when'), nowrap: true },
                { key: 'state', label: w('state') },
              ]}
              rows={asked.map((one) => ({
                key: one.id,
                cells: {
                  kind: (
                    <a href={`${path}/${one.id}`}>
                      {label(
                        visit.house.approvalKinds.find(({ kind }) => kind === one.kind)?.label ?? {
                          en: one.kind,
                        },
                        visit.language,
                      )}
                    </a>
                  ),
                  when: day(one.askedAt, visit),
                  state: stateOf(one, w),
                },
              }))}
            />
          </Section>
        ) : null}
      </>
    ),
  })
}

const stateOf = (one: Approval, w: Words): string =>
  `${w(`state_${one.state}`)}${one.decidedBy ? ` (${w('by', { who: one.decidedBy })})` : ''}`

function Asked({
  visit,
  approval,
  w,
}: {
  readonly visit: Visit
  readonly approval: Approval
  readonly w: Words
}) {
  const { name } = approval.askedBy
  return (
    <>
      <p className="quiet">
        {w('asked_by', { who: name, when: day(approval.askedAt, visit) })}.{' '}
        {approval.state === 'waiting' ? w('until', { when: day(approval.expiresAt, visit) }) : null}
      </p>
      {approval.reason ? (
        <FactList facts={[{ label: w('reason', { who: name }), value: approval.reason }]} />
      ) : null}
    </>
  )
}

const Changed = ({ approval, w }: { readonly approval: Approval; readonly w: Words }) => (
  <Notice kind="warning" title={w('changed')}>
    {w('changed_text', { who: approval.askedBy.name })}
  </Notice>
)

const oneRoute = route({
  method: 'get',
  path: `${path}/:approvalId`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = words(visit.language)
      const one = await showOf(visit, tx, await readApproval(tx, visit.params['approvalId'] ?? ''))
      const { approval } = one
      const csrf = visit.session?.formToken ?? ''
      const own = approval.askedBy.id === tx.actor.accountId
      return workspacePage(visit, {
        title: `${one.kind}: ${one.title}`,
        breadcrumbs: [{ href: path, label: w('title') }],
        lede: stateOf(approval, w),
        children: (
          <>
            <Asked {...{ visit, approval, w }} />
            {approval.words && approval.decidedBy ? (
              <FactList facts={[{ label: w('words', { who: approval.decidedBy }), value: approval.words }]} />
            ) : null}
            {one.content}
            {approval.content !== null && !one.holds ? <Changed {...{ approval, w }} /> : null}
            {own && (approval.state === 'waiting' || approval.state === 'open') ? (
              <Form action={`${path}/${approval.id}/withdraw`} csrf={csrf}>
                {approval.state === 'waiting' ? <p>{w('own')}</p> : null}
                <FormActions>
                  <Button>{w('take_back')}</Button>
                </FormActions>
              </Form>
            ) : null}
            {!own && approval.state === 'waiting' ? (
              <Form action={`${path}/decide`} csrf={csrf}>
                <input type="hidden" name="approval" value={approval.id} />
                <TextArea
                  id="words"
                  name="words"
                  label={w('your_words')}
                  hint={w('your_words_hint', { who: approval.askedBy.name })}
                  rows={3}
                />
                <FormActions>
                  {one.holds ? (
                    <Button kind="primary" name="verdict" value="approved">
                      {w('approve')}
                    </Button>
                  ) : null}
                  <Button name="verdict" value="refused">
                    {w('refuse')}
                  </Button>
                  <LinkButton href={path}>{w('title')}</LinkButton>
                </FormActions>
              </Form>
            ) : null}
          </>
        ),
      })
    }),
})

const decideRoute = route({
  method: 'post',
  path: `${path}/decide`,
  // Which capability it takes is the kind's, and the database's, to say.
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const verdict = visit.form.get('verdict')
      const ids = [...new Set(visit.form.all('approval'))]
      if (verdict !== 'approved' && verdict !== 'refused') throw new Problem('malformed')
      if (ids.length === 0) return listPage(visit, tx, words(visit.language)('none_marked'))
      if (ids.length > atOnce) throw new Problem('too_large')
      for (const id of ids)
        await decideOn(visit.house, tx, id, verdict, visit.form.get('words').slice(0, 2000))
      return redirect(path)
    }),
})

const withdrawRoute = route({
  method: 'post',
  path: `${path}/:approvalId/withdraw`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      await withdrawApproval(tx, visit.params['approvalId'] ?? '')
      return redirect(path)
    }),
})

/** What waits for one's decision, and what one asked for. */
export const approvalRoutes = [listRoute, oneRoute, decideRoute, withdrawRoute]
