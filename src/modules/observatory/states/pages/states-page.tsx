import { countryCentroid, countryNumeric, fictionalStates } from '#catalogue/countries'
import { type Polity, polities, polityByName, polityCandidates, regionalGroupOf } from '#catalogue/polities'
import { redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { WorldMap } from '#web/charts'
import { Details, Notice, SearchBox, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { stateAddress, statesAddress } from '../addresses.ts'
import { dayText, today } from '../day-text.ts'
import { type StateWords, stateWords } from '../messages.ts'
import { countCases } from '../read-our-work.ts'
import { nextReview } from '../read-profile.ts'
import { stateName, stateOf } from '../state-of.ts'

/** All states by name, with a map of our cases; a name that is one state's leads there. */
export const statesPage = route({
  method: 'get',
  path: statesAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = stateWords(language)
      const asked = url.searchParams.get('q')?.trim().slice(0, 200) ?? ''
      const found = asked === '' ? null : (stateOf(asked.toUpperCase()) ?? polityByName(asked))
      if (found) return redirect(stateAddress(found.code))
      const cases = await countCases(tx)
      const day = today()
      const named = (states: readonly Polity[]) =>
        states
          .map((state) => ({ state, name: stateName(state, language) }))
          .toSorted((a, b) => a.name.localeCompare(b.name, language))
      const members = named(polities.filter(({ un }) => un.some(([, to]) => to === null)))
      const others = named([
        ...polities.filter(({ un }) => !un.some(([, to]) => to === null)),
        ...fictionalStates.flatMap(({ code }) => stateOf(code) ?? []),
      ])
      const near = asked === '' ? [] : polityCandidates(asked)
      const table = (caption: string, states: typeof members) => (
        <Table
          caption={caption}
          captionHidden
          columns={[
            { key: 'state', label: w('state'), heading: true },
            { key: 'code', label: w('code') },
            { key: 'group', label: w('group') },
            { key: 'review', label: w('next_review') },
            { key: 'cases', label: w('our_cases'), numeric: true },
          ]}
          rows={states.map(({ state, name }) => ({
            key: state.code,
            cells: { state: <a href={stateAddress(state.code)}>{name}</a>, ...cells(state, day) },
          }))}
        />
      )
      const cells = (state: Polity, on: string) => {
        const group = regionalGroupOf(state.code, on)
        const review = nextReview(state, on)
        const count = state.country === null ? 0 : (cases.get(state.country) ?? 0)
        return {
          code: state.code,
          group: group ? label(group.name, language) : '',
          review: review ? dayText(review.start.slice(0, 7), language) : '',
          cases:
            count === 0 ? '' : <a href={`/workspace/records/case?f.country=${state.country}`}>{count}</a>,
        }
      }
      return workspacePage(visit, {
        title: w('states'),
        lede: w('states_lede'),
        children: (
          <>
            <SearchBox
              id="state-search"
              action={statesAddress}
              label={w('search')}
              button={w('search_button')}
              value={asked}
            />
            {asked === '' ? null : <NotFound {...{ near, w }} name={(one) => stateName(one, language)} />}
            <Section id="all" title={w('all_states')}>
              {table(w('all_states'), members)}
            </Section>
            <Section id="former" title={w('former')}>
              <Details summary={w('former')}>{table(w('former'), others)}</Details>
            </Section>
            {cases.size === 0 ? null : (
              <WorldMap
                title={w('map')}
                tableCaption={w('map_table')}
                method={w('map_method')}
                labels={{ place: w('state'), count: w('cases') }}
                countries={polities.flatMap(({ country, code }) => {
                  const count = country === null ? 0 : (cases.get(country) ?? 0)
                  const numeric = country === null ? null : countryNumeric(country)
                  const point = country === null ? null : countryCentroid(country)
                  if (count === 0 || numeric === null) return []
                  const name = stateOf(code)
                  return [
                    {
                      numeric,
                      label: name ? stateName(name, language) : code,
                      count,
                      href: stateAddress(code),
                      ...(point && { lon: point[0], lat: point[1] }),
                    },
                  ]
                })}
              />
            )}
          </>
        ),
      })
    }),
})

function NotFound({
  near,
  name,
  w,
}: {
  readonly near: readonly Polity[]
  readonly name: (one: Polity) => string
  readonly w: StateWords
}) {
  return (
    <Notice kind="warning" title={w('found_none')}>
      {near.length === 0 ? undefined : (
        <>
          <p>{w('near')}</p>
          <ul className="list">
            {near.map((one) => (
              <li key={one.code}>
                <a href={stateAddress(one.code)}>{name(one)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
