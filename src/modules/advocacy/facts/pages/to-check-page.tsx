import { type KnownMechanism, mechanismsFor } from '#catalogue/checks'
import { can } from '#platform/access'
import type { DayItemSource } from '#platform/house'
import { route } from '#platform/http'
import { labels } from '#platform/i18n'
import { Section } from '#web/components'
import { workspacePage } from '#web/workspace'
import { mechanismAddress, mechanismsAddress, toCheckAddress } from '../addresses.ts'
import { factWords } from '../messages.ts'

/** What is left to verify of each mechanism, those of the first set first. */
function openOf(known: readonly KnownMechanism[]) {
  const list = known.flatMap(({ mechanism, answers }) => {
    const open = mechanism.verify.flatMap((question, index) =>
      answers.has(question) ? [] : [{ question, index }],
    )
    return open.length === 0 ? [] : [{ mechanism, open }]
  })
  const all = known.reduce((sum, { mechanism }) => sum + mechanism.verify.length, 0)
  const open = list.reduce((sum, one) => sum + one.open.length, 0)
  return {
    list: list.toSorted(
      (a, b) => Number(b.mechanism.phase === 'core') - Number(a.mechanism.phase === 'core'),
    ),
    all,
    open,
  }
}

/** What the catalogue's compilers ask to verify: the first work of whoever administers. */
export const toCheckRoute = route({
  method: 'get',
  path: toCheckAddress,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = factWords(language)
      const { list, all, open } = openOf(await mechanismsFor(tx))
      return workspacePage(visit, {
        title: w('to_check'),
        lede: w('to_check_lede'),
        breadcrumbs: [{ href: mechanismsAddress, label: w('list_title') }],
        children: (
          <>
            <p>{open === 0 ? w('to_check_done') : w('to_check_left', { open, all })}</p>
            {list.map(({ mechanism, open: questions }) => (
              <Section key={mechanism.id} title={mechanism.name[language]}>
                <ul className="list" lang="en">
                  {questions.map(({ question, index }) => (
                    <li key={question}>
                      <a href={`${mechanismAddress(mechanism.id)}#verify-${index}-fact`}>{question}</a>
                    </li>
                  ))}
                </ul>
              </Section>
            ))}
          </>
        ),
      })
    }),
})

/** On the day of whoever administers, until it is done: that there are facts to look up. */
export const toCheckItems: DayItemSource = {
  name: 'catalogue',
  label: labels('Facts of the catalogue', 'Datos del catálogo', 'Dades del catàleg'),
  order: 90,
  read: async (tx, { language }) => {
    if (!can(tx.actor, 'administer')) return []
    const { all, open } = openOf(await mechanismsFor(tx))
    const w = factWords(language)
    return open === 0
      ? []
      : [
          {
            id: 'verify',
            href: toCheckAddress,
            title: w('to_check'),
            detail: w('to_check_left', { open, all }),
            due: null,
          },
        ]
  },
}
