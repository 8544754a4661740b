import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import type { RecordPanel } from '#platform/house'
import { route } from '#platform/http'
import { Problem } from '#platform/problem'
import { readRecord } from '#platform/records'
import { Details, LinkButton, Notice, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { mechanismAddress } from '../../facts/addresses.ts'
import { systemInWords } from '../../facts/system-words.ts'
import { chooseForCase } from '../choose-for-case.ts'
import { chooseWords } from '../messages.ts'
import { Aside, Offered, nameOf } from './choice-view.tsx'

/** Where the page of a case's mechanisms is. */
const addressOf = (caseId: string): string => `/workspace/case/${caseId}/mechanisms`

/** Where a case can be taken: urgent first, each with its reasons, its time and the way to a draft. */
export const chooseRoute = route({
  method: 'get',
  path: '/workspace/case/:id/mechanisms',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = chooseWords(language)
      const record = await readRecord(tx, visit.params['id'] ?? '')
      if (record.type !== 'case' || record.deletedAt || record.mergedInto) throw new Problem('not_found')
      const at = new Date().toISOString().slice(0, 10)
      const { facts, choices } = await chooseForCase(tx, record.id, at)
      const evaluated = choices.filter((one) => one.evaluated)
      const offered = evaluated.filter((one) => one.verdict !== 'excluded' && one.pointed)
      const possible = evaluated.filter((one) => one.verdict !== 'excluded' && !one.pointed)
      const excluded = evaluated.filter((one) => one.verdict === 'excluded')
      const others = choices.filter((one) => !one.evaluated)
      const mayWrite = can(tx.actor, 'write')
      const part = { language, w, caseId: record.id, mayWrite }
      return workspacePage(visit, {
        title: w('title'),
        lede: `${w('lede')} ${w('at_day', { day: formatDate(at, language) })}`,
        breadcrumbs: [
          { href: '/workspace/cases', label: w('cases') },
          { href: `/workspace/case/${record.id}`, label: record.title },
        ],
        fictitious: record.fictitious,
        notices:
          facts.states.length === 0 ? (
            <Notice kind="warning">
              <p>
                {w('no_state')}{' '}
                {mayWrite ? <a href={`/workspace/record/${record.id}/edit`}>{w('edit_case')}</a> : null}
              </p>
            </Notice>
          ) : null,
        children: (
          <>
            <Section id="offered" title={w('offered')}>
              {offered.length === 0 ? <p className="quiet">{w('offered_none')}</p> : null}
              {offered.map((choice) => (
                <Offered key={choice.mechanism.id} {...part} choice={choice} />
              ))}
            </Section>
            {possible.length > 0 ? (
              <Section id="possible" title={w('possible')}>
                {possible.map((choice) => (
                  <Details key={choice.mechanism.id} summary={nameOf(choice, language)}>
                    <Offered {...part} choice={choice} />
                  </Details>
                ))}
              </Section>
            ) : null}
            {excluded.length > 0 ? (
              <Section id="excluded" title={w('excluded')}>
                <p>{w('excluded_text')}</p>
                {excluded.map((choice) => (
                  <Aside key={choice.mechanism.id} {...part} choice={choice} />
                ))}
              </Section>
            ) : null}
            <Section id="others" title={w('other')}>
              <p>{w('other_text', { count: others.length })}</p>
              <Table
                caption={w('other')}
                captionHidden
                columns={[
                  { key: 'name', label: w('mechanism'), heading: true },
                  { key: 'system', label: w('system') },
                  { key: 'rules', label: w('conditions') },
                ]}
                rows={others.map((choice) => ({
                  key: choice.mechanism.id,
                  cells: {
                    name: <a href={mechanismAddress(choice.mechanism.id)}>{nameOf(choice, language)}</a>,
                    system: systemInWords(choice.mechanism.system, language),
                    rules: (
                      <Details summary={w('details')}>
                        <ul className="list" lang="en">
                          {choice.mechanism.admissibility.map(({ text }) => (
                            <li key={text}>{text}</li>
                          ))}
                        </ul>
                      </Details>
                    ),
                  },
                }))}
              />
            </Section>
          </>
        ),
      })
    }),
})

/** On the page of a case: the way to where it can be taken. */
export const choosePanel: RecordPanel = (visit, _tx, record) => {
  if (record.type !== 'case' || record.deletedAt) return Promise.resolve(null)
  const w = chooseWords(visit.language)
  return Promise.resolve(
    <Section id="mechanisms" title={w('section')}>
      <p>{w('section_text')}</p>
      <p>
        <LinkButton href={addressOf(record.id)}>{w('to_choose')}</LinkButton>
      </p>
    </Section>,
  )
}
