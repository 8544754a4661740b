import type { ReactNode } from 'react'
import { countryName } from '#catalogue/countries'
import { can } from '#platform/access'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { formatDate, parseDate } from '#platform/dates'
import { listRecords, type Tx, typeOf } from '#platform/records'
import { LinkButton, Section, Table, Tag } from '#web/components'
import { codeOfCountry } from '../../states/state-of.ts'
import { stateAddress } from '../../states/addresses.ts'
import { autocracyWords } from '../messages.ts'

const most = 50

const dateText = (value: unknown, language: 'en' | 'es' | 'ca'): string =>
  typeof value === 'string' && parseDate(value).ok ? formatDate(value, language) : ''

/** A text of a record; empty where there is none. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function StateLinks({ of, language }: { readonly of: unknown; readonly language: 'en' | 'es' | 'ca' }) {
  const codes = (Array.isArray(of) ? of : [of]).filter((one): one is string => typeof one === 'string')
  return codes.map((code, i) => {
    const page = codeOfCountry(code)
    return (
      <span key={code}>
        {i > 0 ? ', ' : ''}
        {page === null ? (
          countryName(code, language)
        ) : (
          <a href={stateAddress(page)}>{countryName(code, language)}</a>
        )}
      </span>
    )
  })
}

/** Reprisals that were noted, the newest first, of what the reader may see. */
export async function ReprisalPart(visit: Visit, tx: Tx): Promise<ReactNode> {
  const { language } = visit
  const w = autocracyWords(language)
  const { rows, count } = await listRecords(tx, { type: 'reprisal', limit: most })
  return (
    <Section
      id="reprisals"
      title={`${w('reprisals')} (${count})`}
      action={
        can(tx.actor, 'write') ? (
          <LinkButton href="/workspace/records/reprisal/new">{w('note_new')}</LinkButton>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <p className="quiet">{w('reprisals_none')}</p>
      ) : (
        <Table
          caption={w('reprisals')}
          captionHidden
          columns={[
            { key: 'state', label: w('state'), heading: true },
            { key: 'on', label: w('when') },
            { key: 'report', label: w('report') },
            { key: 'words', label: w('words') },
          ]}
          rows={rows.map(({ id, values, fictitious }) => ({
            key: id,
            cells: {
              state: (
                <>
                  <StateLinks of={values['state']} language={language} />{' '}
                  {fictitious ? <Tag>{w('fictitious')}</Tag> : null}
                </>
              ),
              on: dateText(values['reported_on'], language),
              report: (
                <a href={`/workspace/record/${id}`} dir="auto">
                  {[values['report'], values['paragraph']].filter(Boolean).join(', ')}
                </a>
              ),
              words: <span dir="auto">{textOf(values['words'])}</span>,
            },
          }))}
        />
      )}
      <p>
        <a href="/workspace/records/reprisal">{w('all_records')}</a>
      </p>
    </Section>
  )
}

/** What was noted of the NGO committee, the newest first. */
export async function NgoPart(visit: Visit, tx: Tx): Promise<ReactNode> {
  const { language } = visit
  const w = autocracyWords(language)
  const { rows, count } = await listRecords(tx, { type: 'ngo_committee_action', limit: most })
  const outcomes =
    typeOf(tx, 'ngo_committee_action').fields.find(({ name }) => name === 'outcome')?.options ?? []
  return (
    <Section
      id="ngo-committee"
      title={`${w('ngo')} (${count})`}
      action={
        can(tx.actor, 'write') ? (
          <LinkButton href="/workspace/records/ngo_committee_action/new">{w('note_new')}</LinkButton>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <p className="quiet">{w('ngo_none')}</p>
      ) : (
        <Table
          caption={w('ngo')}
          captionHidden
          columns={[
            { key: 'ngo', label: w('organisation'), heading: true },
            { key: 'on', label: w('when') },
            { key: 'outcome', label: w('outcome') },
            { key: 'state', label: w('by_state') },
            { key: 'source', label: w('source') },
          ]}
          rows={rows.map(({ id, values, fictitious }) => ({
            key: id,
            cells: {
              ngo: (
                <>
                  <a href={`/workspace/record/${id}`} dir="auto">
                    {textOf(values['ngo'])}
                  </a>{' '}
                  {fictitious ? <Tag>{w('fictitious')}</Tag> : null}
                </>
              ),
              on: dateText(values['on'], language),
              outcome: label(outcomes.find(({ code }) => code === values['outcome'])?.label ?? {}, language),
              state: <StateLinks of={values['state'] ?? []} language={language} />,
              source: <span dir="auto">{textOf(values['source'])}</span>,
            },
          }))}
        />
      )}
      <p>
        <a href="/workspace/records/ngo_committee_action">{w('all_records')}</a>
      </p>
    </Section>
  )
}
