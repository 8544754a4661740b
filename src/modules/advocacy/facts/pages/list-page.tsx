import { type KnownMechanism, factsOf, mechanismsFor } from '#catalogue/checks'
import { isChecked, isRuleChecked } from '#catalogue/mechanisms'
import { route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { fold } from '#platform/records'
import { FilterForm, LinkButton, Select, Table, TextInput } from '#web/components'
import { workspacePage } from '#web/workspace'
import { mechanismAddress, mechanismsAddress, statesAddress, toCheckAddress } from '../addresses.ts'
import { factWords } from '../messages.ts'
import { systemInWords, systemLabels, urgencyLabels } from '../system-words.ts'

/** How many facts of a mechanism nobody has checked: rules, other facts, and what is left to verify. */
export const uncheckedIn = ({ mechanism, answers }: KnownMechanism): number =>
  mechanism.timeLimits.filter((rule) => !isRuleChecked(rule)).length +
  factsOf(mechanism).filter(({ fact }) => !isChecked(fact)).length +
  mechanism.verify.filter((question) => !answers.has(question)).length

/** The words of a mechanism that a search looks in: its names, body and id. */
const wordsOf = ({ mechanism }: KnownMechanism): string =>
  fold([mechanism.id, ...Object.values(mechanism.name), ...Object.values(mechanism.body)].join(' '))

const isUrgency = (code: string): code is keyof typeof urgencyLabels => Object.hasOwn(urgencyLabels, code)

/** Every mechanism, by words, system and urgency. */
export const listRoute = route({
  method: 'get',
  path: mechanismsAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = factWords(language)
      const asked = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 100)
      const [q, system, urgency] = [asked('q'), asked('system'), asked('urgency')]
      const words = fold(q).split(' ').filter(Boolean)
      const found = (await mechanismsFor(tx)).filter(
        (one) =>
          (system === '' || one.mechanism.system === system) &&
          (!isUrgency(urgency) || one.mechanism.urgency === urgency) &&
          words.every((word) => wordsOf(one).includes(word)),
      )
      return workspacePage(visit, {
        title: w('list_title'),
        lede: w('list_lede'),
        actions: (
          <>
            <LinkButton href={toCheckAddress}>{w('to_check')}</LinkButton>
            <LinkButton href={statesAddress}>{w('states')}</LinkButton>
          </>
        ),
        children: (
          <>
            <FilterForm action={mechanismsAddress} label={w('search')} button={w('filter')}>
              <TextInput id="q" name="q" type="search" label={w('words')} value={q} maxLength={100} />
              <Select
                id="system"
                name="system"
                label={w('system')}
                empty={w('any')}
                value={system}
                options={Object.keys(systemLabels).map((code) => ({
                  value: code,
                  label: systemInWords(code, language),
                }))}
              />
              <Select
                id="urgency"
                name="urgency"
                label={w('urgency')}
                empty={w('any')}
                value={urgency}
                options={Object.entries(urgencyLabels).map(([value, words]) => ({
                  value,
                  label: label(words, language),
                }))}
              />
            </FilterForm>
            <p>{found.length === 0 ? w('none') : w('count', { count: found.length })}</p>
            {found.length === 0 ? null : <List {...{ found, language }} />}
          </>
        ),
      })
    }),
})

function List({
  found,
  language,
}: {
  readonly found: readonly KnownMechanism[]
  readonly language: Language
}) {
  const w = factWords(language)
  return (
    <Table
      caption={w('list_title')}
      captionHidden
      columns={[
        { key: 'name', label: w('mechanism'), heading: true },
        { key: 'system', label: w('system') },
        { key: 'urgency', label: w('urgency') },
        { key: 'open', label: w('unchecked_facts'), numeric: true },
      ]}
      rows={found.map((one) => ({
        key: one.mechanism.id,
        cells: {
          name: <a href={mechanismAddress(one.mechanism.id)}>{one.mechanism.name[language]}</a>,
          system: systemInWords(one.mechanism.system, language),
          urgency: label(urgencyLabels[one.mechanism.urgency], language),
          open: <a href={`${mechanismAddress(one.mechanism.id)}#verify`}>{uncheckedIn(one)}</a>,
        },
      }))}
    />
  )
}
