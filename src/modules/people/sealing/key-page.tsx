import { type Visit, redirect, route } from '#platform/http'
import { changeSealingPassphrase, makeOwnKey, ownShare, readOwnKey, readRecovery } from '#platform/vault'
import {
  Button,
  Checkboxes,
  Details,
  FactList,
  Form,
  FormActions,
  FormErrors,
  Notice,
  Section,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'
import { longDate } from '../names.ts'
import { type SealingWords, sealingWords } from './messages.ts'
import { paperPage } from './paper-page.tsx'
import { NewSealingPassphrase, SealingPassphrase, newSealingFault, unlocked } from './passphrase-inputs.tsx'

const path = '/workspace/me/key'

/** What the page says of a form that was refused: the control, and why. */
interface Fault {
  readonly id: string
  readonly message: string
}

const csrfOf = (visit: Visit) => visit.session?.formToken ?? ''

const keyPage = (visit: Visit, fault?: Fault): Promise<Response> =>
  visit.within(async (tx) => {
    const w = sealingWords(visit.language)
    const own = await readOwnKey(tx)
    const held = (await readRecovery(tx))?.custodians.find((one) => one.accountId === tx.actor.accountId)
    const done = visit.url.searchParams.get('done')
    const errorAt = (id: string) => (fault?.id === id ? fault.message : undefined)
    return workspacePage(visit, {
      title: w('key'),
      lede: w('key_lede'),
      status: fault ? 422 : 200,
      styles: ['styles/people.css'],
      breadcrumbs: [{ href: '/workspace/me', label: words(visit.language)('me') }],
      notices: (
        <>
          {done === 'made' || done === 'changed' ? (
            <Notice kind="success">{w(done === 'made' ? 'key_made' : 'key_changed')}</Notice>
          ) : null}
          {fault ? (
            <FormErrors title={w('errors')} errors={[{ fieldId: fault.id, message: fault.message }]} />
          ) : null}
        </>
      ),
      children: own ? (
        <>
          <p>
            {w('key_since', {
              made: longDate(own.createdAt, visit.language),
              locked: longDate(own.lockedAt, visit.language),
            })}
          </p>
          <FactList
            facts={[{ label: w('key_public'), value: <code className="secret">{own.recipient}</code> }]}
          />
          {held ? <OwnShare {...{ visit, w, errorAt }} lost={held.lost} /> : null}
          <Section title={w('key_change')} id="change">
            <Form action={`${path}/change`} csrf={csrfOf(visit)}>
              <SealingPassphrase
                id="change-present"
                label={w('present_now')}
                error={errorAt('change-present')}
              />
              <NewSealingPassphrase visit={visit} at="change" error={errorAt('change-new')} />
              <FormActions>
                <Button>{w('key_change')}</Button>
              </FormActions>
            </Form>
          </Section>
          <Details summary={w('key_lost')} open={fault?.id.startsWith('replace') ?? false}>
            <p>{w('key_lost_why')}</p>
            <Form action={`${path}/replace`} csrf={csrfOf(visit)}>
              <NewSealingPassphrase visit={visit} at="replace" error={errorAt('replace-new')} />
              <Checkboxes
                id="replace-sure"
                name="sure"
                label={w('key_replace')}
                labelHidden
                error={errorAt('replace-sure')}
                options={[{ value: 'yes', label: w('key_replace_sure') }]}
              />
              <FormActions>
                <Button kind="warning">{w('key_replace')}</Button>
              </FormActions>
            </Form>
          </Details>
        </>
      ) : (
        <>
          <p>{w('key_none')}</p>
          <Notice kind="warning">{w('key_warning')}</Notice>
          <p>{w('key_different')}</p>
          <Form action={path} csrf={csrfOf(visit)}>
            <NewSealingPassphrase visit={visit} at="make" error={errorAt('make-new')} />
            <FormActions>
              <Button kind="primary">{w('key_make')}</Button>
            </FormActions>
          </Form>
        </>
      ),
    })
  })

function OwnShare(props: {
  readonly visit: Visit
  readonly w: SealingWords
  readonly lost: boolean
  readonly errorAt: (id: string) => string | undefined
}) {
  const { visit, w, lost, errorAt } = props
  return (
    <Section title={w('share')} id="share">
      {lost ? (
        <Notice kind="warning">{w('share_lost')}</Notice>
      ) : (
        <>
          <p>{w('share_why')}</p>
          <Form action={`${path}/share`} csrf={csrfOf(visit)}>
            <SealingPassphrase id="share-present" label={w('present')} error={errorAt('share-present')} />
            <FormActions>
              <Button>{w('share_show')}</Button>
            </FormActions>
          </Form>
        </>
      )}
    </Section>
  )
}

/** Sets the key up, and shows the organisation's recovery key if this was its first. */
async function make(visit: Visit, replace: boolean): Promise<Response> {
  const w = sealingWords(visit.language)
  const fault = await newSealingFault(visit)
  if (fault) return keyPage(visit, { id: replace ? 'replace-new' : 'make-new', message: fault })
  const { recovery } = await visit.within((tx) => makeOwnKey(tx, visit.house, visit.form.get('new'), replace))
  // What the old key had opened is closed with it.
  if (visit.session) visit.house.openings.forget({ accountId: visit.session.actor.accountId })
  if (!recovery) return redirect(`${path}?done=made`)
  return paperPage(visit, {
    title: w('paper'),
    why: w('paper_why'),
    papers: [{ name: visit.session?.actor.orgSlug ?? '', text: recovery }],
    back: `${path}?done=made`,
  })
}

/** One's own key: setting it up, its passphrase, and one's share of the recovery key. */
export const keyRoutes = [
  route({ method: 'get', path, may: 'member', handle: (visit) => keyPage(visit) }),
  route({
    method: 'post',
    path,
    may: 'member',
    handle: async (visit) => ((await visit.within(readOwnKey)) ? redirect(path) : make(visit, false)),
  }),
  route({
    method: 'post',
    path: `${path}/replace`,
    may: 'member',
    handle: async (visit) => {
      if (visit.form.get('sure') === 'yes') return make(visit, true)
      return keyPage(visit, {
        id: 'replace-sure',
        message: sealingWords(visit.language)('key_replace_unsure'),
      })
    },
  }),
  route({
    method: 'post',
    path: `${path}/change`,
    may: 'member',
    handle: async (visit) => {
      const own = await unlocked(visit)
      if ('fault' in own) return keyPage(visit, { id: 'change-present', message: own.fault })
      const fault = await newSealingFault(visit)
      if (fault) return keyPage(visit, { id: 'change-new', message: fault })
      await visit.within((tx) =>
        changeSealingPassphrase(tx, visit.house, own.identity, visit.form.get('new')),
      )
      return redirect(`${path}?done=changed`)
    },
  }),
  route({
    method: 'post',
    path: `${path}/share`,
    may: 'member',
    handle: async (visit) => {
      const w = sealingWords(visit.language)
      const own = await unlocked(visit)
      if ('fault' in own) return keyPage(visit, { id: 'share-present', message: own.fault })
      const share = await visit.within((tx) => ownShare(tx, own.identity))
      if (!share) return keyPage(visit, { id: 'share-present', message: w('share_lost') })
      return paperPage(visit, {
        title: w('share'),
        why: w('share_why'),
        papers: [{ name: visit.session?.actor.name ?? '', text: share }],
        back: path,
      })
    },
  }),
]
