import { noteStanding, standingsFor, withdrawStanding } from '#catalogue/checks'
import { countries, countryByCode, countryName, fictionalStates } from '#catalogue/countries'
import { type BodyId, bodies, bodyOf, standingKinds, standingLabels, states } from '#catalogue/states'
import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  Details,
  FilterForm,
  Form,
  FormErrors,
  Notice,
  Radios,
  Section,
  Select,
  Table,
  Tag,
  TextInput,
} from '#web/components'
import { type Refused, attempt, errorList, workspacePage } from '#web/workspace'
import { dayInWords } from '../../day-in-words.ts'
import { mechanismsAddress, stateAddress, statesAddress } from '../addresses.ts'
import { factWords } from '../messages.ts'
import { LookedUpFields, controlId } from './check-forms.tsx'
import { FactOrigin, FactTag, History } from './fact-parts.tsx'

/** Real and fictional states by name, for a choice. */
const choices = (language: Language) =>
  [...countries.map(({ code }) => code), ...fictionalStates.map(({ code }) => code)]
    .map((code) => ({ value: code, label: countryName(code, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))

/** All bodies, and the way to a State. */
const statesRoute = route({
  method: 'get',
  path: statesAddress,
  may: 'read',
  handle: (visit) =>
    visit.within((tx) => {
      const { language, url } = visit
      const w = factWords(language)
      const chosen = url.searchParams.get('state') ?? ''
      if (/^[A-Z]{2}$/.test(chosen)) return Promise.resolve(redirect(stateAddress(chosen)))
      return (async () => {
        const { standing } = await standingsFor(tx)
        const all = choices(language)
        const cell = (state: string, body: BodyId) => {
          const known = standing(state, body)
          return known ? label(standingLabels[known.standing], language) : '—'
        }
        const listed = all.filter(({ value }) =>
          bodies.some(({ standings }) => standings.some(({ state }) => state === value)),
        )
        return workspacePage(visit, {
          title: w('states'),
          lede: `${w('states_lede')} ${w('as_of', { day: dayInWords(states.asOf, language) })}`,
          breadcrumbs: [{ href: mechanismsAddress, label: w('list_title') }],
          children: (
            <>
              <FilterForm action={statesAddress} label={w('choose_state')} button={w('choose_state')}>
                <Select id="state" name="state" label={w('state')} value={chosen} options={all} />
              </FilterForm>
              <Table
                caption={w('states')}
                captionHidden
                phone="scroll"
                columns={[
                  { key: 'state', label: w('state'), heading: true },
                  ...bodies.map(({ id, name }) => ({ key: id, label: label(name, language) })),
                ]}
                rows={listed.map(({ value, label: name }) => ({
                  key: value,
                  cells: {
                    state: <a href={stateAddress(value)}>{name}</a>,
                    ...Object.fromEntries(bodies.map(({ id }) => [id, cell(value, id)])),
                  },
                }))}
              />
            </>
          ),
        })
      })()
    }),
})

interface Again extends Refused {
  readonly body: string
}

async function stateScreen(visit: Visit, tx: Tx, refused: Again | null): Promise<Response> {
  const { language, params, url } = visit
  const w = factWords(language)
  const code = params['code'] ?? ''
  if (!countryByCode(code) && !fictionalStates.some((one) => one.code === code))
    throw new Problem('not_found')
  const { standing, history } = await standingsFor(tx)
  const administers = can(tx.actor, 'administer')
  return workspacePage(visit, {
    title: countryName(code, language),
    lede: w('as_of', { day: dayInWords(states.asOf, language) }),
    status: refused ? 422 : 200,
    breadcrumbs: [
      { href: mechanismsAddress, label: w('list_title') },
      { href: statesAddress, label: w('states') },
    ],
    notices: (
      <>
        {url.searchParams.has('saved') ? <Notice kind="success">{w('saved')}</Notice> : null}
        <FormErrors title={w('errors')} errors={errorList(refused, refused ? `${refused.body}-` : '')} />
      </>
    ),
    children: (
      <>
        {bodies.map((body) => {
          const known = standing(code, body.id)
          const failed = refused?.body === body.id ? refused : null
          return (
            <Section key={body.id} id={body.id} title={label(body.name, language)}>
              <p>
                {known ? (
                  <>
                    <strong>{label(standingLabels[known.standing], language)}</strong>
                    {known.since ? ` · ${w('since')} ${known.since}` : ''}
                    {known.until ? ` · ${known.until}` : ''}{' '}
                    {known.declared ? (
                      <Tag>{w('declared')}</Tag>
                    ) : (
                      <FactTag fact={known} checkedHere={known.lookedUp !== undefined} w={w} />
                    )}
                  </>
                ) : (
                  <>
                    {w('not_known')} <Tag>{w('unchecked')}</Tag>
                  </>
                )}
              </p>
              {known?.note ? (
                <p className="quiet" lang="en">
                  {known.note}
                </p>
              ) : null}
              {known && !known.declared ? (
                <FactOrigin fact={known} lookedUp={known.lookedUp} {...{ language, w }} />
              ) : null}
              {administers ? (
                <Details summary={w('check')} open={failed !== null}>
                  <Form action={`${stateAddress(code)}/check`} csrf={visit.session?.formToken ?? ''}>
                    <input type="hidden" name="body" value={body.id} />
                    <LookedUpFields {...{ visit, tx }} place={body.id} refused={failed} />
                    <Radios
                      id={controlId(body.id, 'standing')}
                      name="standing"
                      label={w('standing')}
                      value={failed?.typed('standing') ?? known?.standing}
                      error={failed?.errors['standing']}
                      options={standingKinds.map((kind) => ({
                        value: kind,
                        label: label(standingLabels[kind], language),
                      }))}
                    />
                    <TextInput
                      id={controlId(body.id, 'since')}
                      name="since"
                      label={w('since')}
                      hint={w('since_hint')}
                      value={failed?.typed('since') ?? known?.since}
                      error={failed?.errors['since']}
                      short
                      maxLength={10}
                    />
                    <p>
                      <Button>{w('save')}</Button>
                    </p>
                  </Form>
                  {known?.lookedUp ? (
                    <Form action={`${stateAddress(code)}/withdraw`} csrf={visit.session?.formToken ?? ''}>
                      <input type="hidden" name="body" value={body.id} />
                      <TextInput
                        id={controlId(body.id, 'reason')}
                        name="reason"
                        label={w('reason')}
                        error={failed?.errors['reason']}
                        maxLength={500}
                      />
                      <p>
                        <Button>{w('withdraw')}</Button>
                      </p>
                    </Form>
                  ) : null}
                </Details>
              ) : null}
            </Section>
          )
        })}
        <History entries={history.filter(({ key }) => key.startsWith(`${code}/`))} {...{ language, w }} />
      </>
    ),
  })
}

const path = `${statesAddress}/:code`

const writing = (name: string, write: (visit: Visit, tx: Tx, body: string) => Promise<void>) =>
  route({
    method: 'post',
    path: `${path}/${name}`,
    may: 'administer',
    handle: (visit) => {
      const body = visit.form.get('body')
      if (!bodyOf(body)) throw new Problem('not_found')
      return attempt(
        visit,
        async (tx) => {
          await write(visit, tx, body)
          return redirect(`${stateAddress(visit.params['code'] ?? '')}?saved=1#${body}`)
        },
        (tx, refused) => stateScreen(visit, tx, { ...refused, body }),
      )
    },
  })

export const stateRoutes = [
  statesRoute,
  route({
    method: 'get',
    path,
    may: 'read',
    handle: (visit) => visit.within((tx) => stateScreen(visit, tx, null)),
  }),
  writing('check', ({ form, params }, tx, body) =>
    noteStanding(tx, {
      state: params['code'] ?? '',
      body,
      found: {
        on: form.get('on'),
        by: form.get('by'),
        page: form.get('page'),
        standing: form.get('standing'),
        since: form.get('since'),
      },
    }),
  ),
  writing('withdraw', ({ form, params }, tx, body) =>
    withdrawStanding(tx, { state: params['code'] ?? '', body, reason: form.get('reason') }),
  ),
]
