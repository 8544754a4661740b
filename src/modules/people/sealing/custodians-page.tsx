import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import {
  type KeyHolder,
  type Recovery,
  askRecovery,
  finishRecovery,
  giveShare,
  nameCustodians,
  readKeyHolders,
  readPaper,
  readRecovery,
  readRequests,
  renewRecoveryKey,
} from '#platform/vault'
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
  Table,
  TextArea,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { longDate } from '../names.ts'
import { type SealingWords, sealingWords } from './messages.ts'
import { paperPage } from './paper-page.tsx'
import { unlocked } from './passphrase-inputs.tsx'
import { Requests } from './recovery-requests.tsx'

const path = '/workspace/custodians'

/** What the page says of a form that was refused. Nothing secret that was typed comes back. */
interface Said {
  readonly errors?: readonly { readonly fieldId: string; readonly message: string }[]
  readonly done?: string
}

const csrfOf = (visit: Visit) => visit.session?.formToken ?? ''

const custodiansPage = (visit: Visit, said: Said = {}): Promise<Response> =>
  visit.within(async (tx) => {
    const w = sealingWords(visit.language)
    const recovery = await readRecovery(tx)
    const holders = await readKeyHolders(tx)
    const requests = await readRequests(tx)
    const administers = can(tx.actor, 'administer')
    const told = visit.url.searchParams.get('done')
    const done = said.done ?? (told === 'given' || told === 'asked' ? w(told) : null)
    return workspacePage(visit, {
      title: w('custodians'),
      lede: w('custodians_lede'),
      status: said.errors ? 422 : 200,
      notices: (
        <>
          {done ? <Notice kind="success">{done}</Notice> : null}
          {said.errors ? <FormErrors title={w('errors')} errors={said.errors} /> : null}
        </>
      ),
      children: recovery ? (
        <>
          <Custody {...{ visit, w, recovery }} />
          <Requests {...{ visit, w, requests, recovery }} me={tx.actor.accountId} csrf={csrfOf(visit)} />
          {administers ? (
            <>
              <AskForm
                {...{ visit, w }}
                holders={holders.filter((one) => one.accountId !== tx.actor.accountId)}
              />
              <NameForm {...{ visit, w, holders }} />
              <Details summary={w('renew')}>
                <p>{w('renew_why')}</p>
                <Form action={`${path}/renew`} csrf={csrfOf(visit)}>
                  <Button kind="warning">{w('renew_do')}</Button>
                </Form>
              </Details>
            </>
          ) : null}
        </>
      ) : (
        <p>{w('recovery_none')}</p>
      ),
    })
  })

function Custody(props: { readonly visit: Visit; readonly w: SealingWords; readonly recovery: Recovery }) {
  const { visit, w, recovery } = props
  const { threshold, custodians } = recovery
  if (threshold === 1) return <Notice kind="warning">{w('recovery_one')}</Notice>
  return (
    <Section title={w('recovery_of', { k: threshold, n: custodians.length })}>
      <Table
        caption={w('custodians')}
        captionHidden
        columns={[
          { key: 'name', label: w('holder'), heading: true },
          { key: 'how', label: w('how') },
          { key: 'since', label: w('since'), nowrap: true },
        ]}
        rows={custodians.map((one) => ({
          key: one.id,
          cells: {
            name: <bdi>{one.name}</bdi>,
            how: w(one.lost ? 'how_lost' : one.accountId === null ? 'how_paper' : 'how_key'),
            since: longDate(one.since, visit.language),
          },
        }))}
      />
    </Section>
  )
}

function AskForm(props: {
  readonly visit: Visit
  readonly w: SealingWords
  readonly holders: readonly KeyHolder[]
}) {
  const { visit, w, holders } = props
  const able = holders.filter((one) => one.since !== null && one.seals)
  if (able.length === 0) return null
  return (
    <Details summary={w('ask')}>
      <p>{w('ask_why')}</p>
      <Form action={`${path}/ask`} csrf={csrfOf(visit)}>
        <Select
          id="for"
          name="for"
          label={w('ask_for')}
          empty={w('ask_choose')}
          options={able.map((one) => ({ value: one.accountId, label: one.name }))}
        />
        <TextInput id="ask-reason" name="reason" label={w('reason')} maxLength={500} />
        <FormActions>
          <Button>{w('ask')}</Button>
        </FormActions>
      </Form>
    </Details>
  )
}

function NameForm(props: {
  readonly visit: Visit
  readonly w: SealingWords
  readonly holders: readonly KeyHolder[]
}) {
  const { visit, w, holders } = props
  return (
    <Details summary={w('name_custodians')} open={visit.url.pathname.endsWith('/name')}>
      <p>{w('name_why')}</p>
      <Form action={`${path}/name`} csrf={csrfOf(visit)}>
        <TextArea id="paper" name="paper" rows={3} label={w('paper_now')} hint={w('paper_now_hint')} />
        <Checkboxes
          id="people"
          name="people"
          label={w('people')}
          hint={w('people_hint')}
          values={visit.form.all('people')}
          options={holders
            .filter((one) => one.since !== null)
            .map((one) => ({ value: one.accountId, label: one.name }))}
        />
        <TextArea
          id="papers"
          name="papers"
          rows={3}
          label={w('paper_holders')}
          hint={w('paper_holders_hint')}
          value={visit.form.get('papers')}
        />
        <TextInput
          id="threshold"
          name="threshold"
          label={w('threshold')}
          hint={w('threshold_hint')}
          inputMode="numeric"
          short
          maxLength={2}
          value={visit.form.get('threshold')}
        />
        <FormActions>
          <Button>{w('name_custodians')}</Button>
        </FormActions>
      </Form>
    </Details>
  )
}

/** Runs a form; what is wrong with its fields is said on the page, and nothing was done. */
async function tolerant(visit: Visit, action: () => Promise<Response>): Promise<Response> {
  try {
    return await action()
  } catch (error) {
    if (!(error instanceof Problem) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error
    const explained = error.explanation
    return custodiansPage(visit, {
      errors:
        error.fields.length > 0
          ? error.fields.map((one) => ({ fieldId: one.field, message: one.message[visit.language] }))
          : [{ fieldId: 'main', message: explained?.[visit.language] ?? error.message }],
    })
  }
}

const requestOf = (visit: Visit) => visit.params['id'] ?? ''

/** Who holds the recovery key, and bringing back what a lost key opened. */
export const custodianRoutes = [
  route({ method: 'get', path, may: 'member', handle: (visit) => custodiansPage(visit) }),
  route({
    method: 'post',
    path: `${path}/name`,
    may: 'administer',
    handle: (visit) =>
      tolerant(visit, async () => {
        const { form } = visit
        const w = sealingWords(visit.language)
        const shares = await visit.within(async (tx) =>
          nameCustodians(tx, {
            key: await readPaper(tx, form.get('paper')),
            people: form.all('people'),
            papers: form
              .get('papers')
              .split('\n')
              .map((name) => name.trim().slice(0, 200))
              .filter(Boolean),
            threshold: Number(form.get('threshold')),
          }),
        )
        return paperPage(visit, {
          title: shares.length > 0 ? w('papers') : w('custodians'),
          why: w(shares.length > 0 ? 'papers_why' : 'papers_none'),
          papers: shares.map((one) => ({ name: one.name, text: one.share })),
          back: path,
        })
      }),
  }),
  route({
    method: 'post',
    path: `${path}/renew`,
    may: 'administer',
    handle: async (visit) => {
      const w = sealingWords(visit.language)
      const recovery = await visit.within(renewRecoveryKey)
      return paperPage(visit, {
        title: w('paper'),
        why: w('paper_why'),
        papers: [{ name: visit.session?.actor.orgSlug ?? '', text: recovery }],
        back: path,
      })
    },
  }),
  route({
    method: 'post',
    path: `${path}/ask`,
    may: 'administer',
    handle: (visit) =>
      tolerant(visit, async () => {
        const w = sealingWords(visit.language)
        const reason = visit.form.get('reason').trim().slice(0, 500)
        if (reason.length < 3)
          return custodiansPage(visit, { errors: [{ fieldId: 'ask-reason', message: w('no_reason') }] })
        await visit.within((tx) => askRecovery(tx, { forAccount: visit.form.get('for'), reason }))
        return redirect(`${path}?done=asked`)
      }),
  }),
  route({
    method: 'post',
    path: `${path}/requests/:id/give`,
    may: 'member',
    handle: (visit) =>
      tolerant(visit, async () => {
        const paper = visit.form.get('paper')
        if (paper.trim() !== '') await visit.within((tx) => giveShare(tx, requestOf(visit), { paper }))
        else {
          const own = await unlocked(visit)
          if ('fault' in own)
            return custodiansPage(visit, { errors: [{ fieldId: 'requests', message: own.fault }] })
          await visit.within((tx) => giveShare(tx, requestOf(visit), { identity: own.identity }))
        }
        return redirect(`${path}?done=given`)
      }),
  }),
  route({
    method: 'post',
    path: `${path}/requests/:id/finish`,
    may: 'member',
    handle: (visit) =>
      tolerant(visit, async () => {
        const own = await unlocked(visit)
        if ('fault' in own)
          return custodiansPage(visit, { errors: [{ fieldId: 'requests', message: own.fault }] })
        const finished = await visit.within((tx) => finishRecovery(tx, own.identity, requestOf(visit)))
        return custodiansPage(visit, {
          done: sealingWords(visit.language)('finished', { ...finished }),
        })
      }),
  }),
]
