import { polities, polityGroups, polityName, regionalGroupOf } from '#catalogue/polities'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { type Visit, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { worldMapSvg } from '#web/charts'
import { FilterForm, LinkButton, Notice, Section, Select } from '#web/components'
import { workspacePage } from '#web/workspace'
import { chartFile, FileLinks } from '../../figures-kit/index.ts'
import { positionsBeside } from '../../positions/index.ts'
import { knownImporters } from '../../sources/known-importers.ts'
import { rollCallAddress, votesAddress } from '../addresses.ts'
import { letterOf } from '../ballot.ts'
import { bodyName, decidedName, kindName, type VoteWords, voteWords } from '../messages.ts'
import { readFollowed } from '../queries/followed.ts'
import { elsewhere, readRollCall, relatedRollCalls, type RollCallView } from '../queries/read-roll-call.ts'
import { wishes } from '../records/followed-vote.ts'
import { regionalGroups } from '../ranks.ts'
import { crumb, sourceName } from './list-page.tsx'
import { Facts, Groups, mapOf, Related, StateTable, Totals, VoteMap } from './roll-call-parts.tsx'
import { addressWith, sourceKey } from './view.ts'

async function found(visit: Visit, tx: Tx): Promise<RollCallView> {
  const one = await readRollCall(tx, visit.params['id'] ?? '')
  if (!one) throw new Problem('not_found')
  return one
}

const page = route({
  method: 'get',
  path: `${votesAddress}/roll-calls/:id`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = voteWords(language)
      const of = await found(visit, tx)
      const part = { of, w, language }
      const map = mapOf(part)
      const file = await chartFile(visit, tx, {
        name: 'roll-call',
        ...(map && { svg: () => worldMapSvg({ ...map, title: of.title, scheme: 'light' }) }),
        rows: () => rowsOf(of, w, language),
      })
      if (file) return file
      const chosen = url.searchParams.get('group')?.slice(0, 40) ?? ''
      const related = await relatedRollCalls(tx, of)
      const others = await elsewhere(tx, of)
      const importers = await knownImporters()
      const follows = (await readFollowed(tx)).filter(({ rollCall }) => rollCall?.id === of.id)
      const beside = await positionsBeside(
        tx,
        {
          symbols: [of.symbol, of.details.draft ?? ''].filter(Boolean),
          rollCall: `${of.file.dataset}:${of.key}`,
        },
        language,
      )
      return workspacePage(visit, {
        title: of.title,
        lede: [
          bodyName(w, of.body),
          of.symbol,
          formatDate(of.day, language),
          of.decided === 'recorded' ? kindName(w, of.kind) : decidedName(w, of.decided),
        ]
          .filter(Boolean)
          .join(' · '),
        breadcrumbs: [
          crumb(w),
          {
            href: addressWith(votesAddress, {
              source: sourceKey({ dataset: of.file.dataset, body: of.body }),
            }),
            label: w('votes'),
          },
        ],
        actions:
          can(tx.actor, 'write') && follows.length === 0 ? (
            <LinkButton href={followAddress(of)}>{w('follow')}</LinkButton>
          ) : null,
        children: (
          <>
            {of.file.superseded ? <Notice kind="warning">{w('superseded')}</Notice> : null}
            {follows.map(({ id, wished, reason }) => (
              <Notice key={id}>
                <p>
                  <a href={`/workspace/record/${id}`}>
                    {w('followed_by', { wish: label(wishes[wished], language).toLocaleLowerCase(language) })}
                  </a>{' '}
                  <bdi>{reason}</bdi>
                </p>
              </Notice>
            ))}
            <Totals {...part} />
            <Remarks {...part} />
            <VoteMap {...part} />
            {of.ballots === null ? null : <FileLinks {...{ visit, tx }} label={w('as_file')} />}
            {of.ballots === null ? null : (
              <Section title={w('groups')} id="groups">
                <Groups {...part} chosen={chosen} />
                <FilterForm action={rollCallAddress(of.id)} label={w('choose_group')} button={w('show')}>
                  <Select
                    id="group"
                    name="group"
                    label={w('choose_group')}
                    value={chosen}
                    empty={w('any')}
                    options={polityGroups
                      .filter((one) => !regionalGroups.includes(one))
                      .map((one) => ({ value: one.id, label: label(one.name, language) }))}
                  />
                </FilterForm>
                <p className="quiet">{w('groups_method')}</p>
              </Section>
            )}
            <Related {...{ rows: related, w, language }} />
            {beside === null ? null : (
              <Section title={w('positions')} id="positions">
                {beside}
              </Section>
            )}
            <Section title={w('facts')} id="facts">
              <Facts {...part} />
              {others.length === 0 ? null : (
                <p className="quiet">
                  {w('elsewhere')}
                  {': '}
                  {others.map(({ id, dataset }, i) => (
                    <span key={id}>
                      {i > 0 ? ' · ' : ''}
                      <a href={rollCallAddress(id)}>
                        {sourceName(w, visit, importers, { dataset, body: of.body })}
                      </a>
                    </span>
                  ))}
                </p>
              )}
            </Section>
            {of.ballots === null ? null : (
              <Section title={w('states')} id="states">
                <StateTable {...part} />
              </Section>
            )}
          </>
        ),
      })
    }),
})

/** Where a roll call without names, or of doubtful kind, needs a word. */
function Remarks({ of, w }: { readonly of: RollCallView; readonly w: VoteWords }) {
  const words = [
    ...(of.decided === 'vetoed' ? [w('vetoed_note')] : []),
    ...(of.decided === 'without_vote' ? [w('without_note')] : []),
    ...(of.decided === 'recorded' && of.ballots === null ? [w('no_names')] : []),
    ...(of.details['kindNotSaid'] === true ? [w('kind_not_said')] : []),
  ]
  return words.map((one) => (
    <p key={one} className="quiet">
      {one}
    </p>
  ))
}

const followAddress = (of: RollCallView): string =>
  `/workspace/records/followed_vote/new?${new URLSearchParams({
    'v.title': of.title.slice(0, 300),
    'v.on': of.day,
    'v.symbol': of.symbol,
    'v.dataset': of.file.dataset,
    'v.roll_call': of.key,
  })}`

/** The votes as rows, each with the row of the source that says it. */
function rowsOf(of: RollCallView, w: VoteWords, language: Language): readonly (readonly string[])[] {
  const { ballots, ballotRows } = of
  const header = [
    ...[w('state'), w('state'), w('vote'), w('group'), w('source'), w('row')],
    ...[w('symbol'), w('day'), w('subject')],
  ]
  if (ballots === null) return [header]
  return [
    header,
    ...polities
      .filter(({ n }) => letterOf(ballots, n) !== '.')
      .map(({ n, code }) => [
        code,
        polityName(code, language, of.day),
        letterOf(ballots, n),
        regionalGroupOf(code, of.day)?.id ?? '',
        of.file.name,
        String(ballotRows?.[n - 1] ?? ''),
        of.symbol,
        of.day,
        of.title,
      ]),
  ]
}

/** One roll call whole: who voted how, by group and one by one, on the map, and from which rows. */
export const rollCallRoutes = [page]
