import type { ReactNode } from 'react'
import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import type { Visit } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { EmptyState, FilterForm, LinkButton, Select, Tabs, TextInput } from '#web/components'
import { observatoryAddress, sourceAddress, sourcesAddress } from '../../sources/addresses.ts'
import type { DatasetImporter } from '../../sources/importer.ts'
import { knownImporters } from '../../sources/known-importers.ts'
import { countrySituation, type VoteSource } from '../../votes/index.ts'
import {
  agreementAddress,
  at,
  blocsAddress,
  cohesionAddress,
  compareAddress,
  pointsAddress,
} from '../addresses.ts'
import { type AlikeWords, alikeWords } from '../messages.ts'
import { readTopics } from '../queries/read-topics.ts'
import { readWindow, sourceKey, type WindowVotes } from '../queries/read-window.ts'
import { readVoteWindow, type VoteWindow } from '../vote-window.ts'
import { whole } from './numbers.ts'

/** What every page about a window of votes begins with. */
export interface WindowView extends WindowVotes {
  readonly visit: Visit
  readonly tx: Tx
  readonly w: AlikeWords
  readonly language: Language
  readonly importers: readonly DatasetImporter[]
}

/** Reads the window that the address of a visit asks for. */
export async function viewWindow(visit: Visit, tx: Tx): Promise<WindowView> {
  const found = await readWindow(tx, readVoteWindow(visit.url.searchParams))
  const { language } = visit
  return { ...found, visit, tx, language, w: alikeWords(language), importers: await knownImporters() }
}

/** The rooms of this part, with the window carried along. */
export function AlikeTabs({
  w,
  window,
  current,
}: {
  readonly w: AlikeWords
  readonly window: Partial<VoteWindow>
  readonly current: string
}) {
  const tab = (path: string, name: string) => ({
    href: at(path, window),
    label: name,
    current: path === current,
  })
  return (
    <Tabs
      label={w('alike')}
      tabs={[
        tab(agreementAddress, w('agreement')),
        tab(cohesionAddress, w('cohesion')),
        tab(compareAddress, w('compare')),
        tab(blocsAddress, w('blocs')),
        { href: pointsAddress, label: w('points'), current: current === pointsAddress },
      ]}
    />
  )
}

/** What leads here. */
export const crumbs = (
  w: AlikeWords,
  ...more: readonly { readonly href: string; readonly label: string }[]
) => [{ href: observatoryAddress, label: w('observatory') }, ...more]

/** The same of a page below the first of these: the menu shows where one is by the first of them. */
export const crumbsBelow = (
  w: AlikeWords,
  ...more: readonly { readonly href: string; readonly label: string }[]
) => [{ href: agreementAddress, label: w('alike') }, ...more]

/** A body by name; its code where we have no word for it. */
export function bodyName(w: AlikeWords, body: string): string {
  switch (body) {
    case 'ga':
      return w('body_ga')
    case 'sc':
      return w('body_sc')
    case 'hrc':
      return w('body_hrc')
    case 'chr':
      return w('body_chr')
    case 'oas-ga':
      return w('body_oas_ga')
    case 'oas-pc':
      return w('body_oas_pc')
    default:
      return body.toUpperCase()
  }
}

/** A topic in words where the source only gives a sign. */
export function topicName(w: AlikeWords, topic: string): string {
  switch (topic) {
    case 'me':
      return w('topic_me')
    case 'nu':
      return w('topic_nu')
    case 'di':
      return w('topic_di')
    case 'hr':
      return w('topic_hr')
    case 'co':
      return w('topic_co')
    case 'ec':
      return w('topic_ec')
    case countrySituation:
      return w('topic_country')
    default:
      return topic
  }
}

/** Body and dataset, the body once: `General Assembly: votes (Voeten)`. */
export function sourceName(
  { w, language, importers }: Pick<WindowView, 'w' | 'language' | 'importers'>,
  { dataset, body }: Pick<VoteSource, 'dataset' | 'body'>,
): string {
  const importer = importers.find((one) => one.dataset === dataset)
  const [name, of] = [bodyName(w, body), importer ? label(importer.label, language) : dataset]
  return of.startsWith(name) ? of : `${name} · ${of}`
}

/** Which roll calls are looked at, in words: how many, from when to when. */
export function windowWords({ w, language, calls, window }: WindowView): string {
  const [first, last] = [calls[0]?.day, calls.at(-1)?.day]
  if (first === undefined || last === undefined) return w('no_calls')
  return [
    w('calls_between', {
      count: calls.length,
      number: whole(calls.length, language),
      from: formatDate(first, language),
      to: formatDate(last, language),
    }),
    window.sessions === '' ? '' : w('of_sessions', { sessions: window.sessions }),
    window.topic === '' ? '' : topicName(w, window.topic),
    window.agenda === '' ? '' : w('of_item', { item: window.agenda }),
    window.parts ? w('with_parts') : w('without_parts'),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** From which files the figures come, and until when they speak. */
export function SourceLine(view: WindowView) {
  const { source, w, language } = view
  if (!source) return null
  return (
    <>
      {w('source')}: {sourceName(view, source)}
      {source.files.map(({ id, name, version }) => (
        <span key={id}>
          {' · '}
          <a href={sourceAddress(id)}>
            <bdi>{name}</bdi>
          </a>
          {version ? ` (${version})` : ''}
        </span>
      ))}
      {' · '}
      {w('data_until', { day: formatDate(source.to, language) })}
    </>
  )
}

/** Nothing to look at: nothing was imported, or the window holds nothing. */
export function NoVotes(view: WindowView) {
  const { w, language, importers, sources, tx } = view
  if (sources.length > 0) return <EmptyState title={w('no_calls')}>{w('no_calls_text')}</EmptyState>
  const givers = importers.filter(({ dataset }) => ['voeten', 'undl-ga', 'hrc'].includes(dataset))
  return (
    <EmptyState
      title={w('no_votes')}
      action={
        can(tx.actor, 'write') ? (
          <LinkButton kind="primary" href={`${sourcesAddress}/add`}>
            {w('add_votes')}
          </LinkButton>
        ) : undefined
      }
    >
      <p>{w('no_votes_text')}</p>
      <ul className="list">
        {givers.map((one) => (
          <li key={one.dataset}>
            {label(one.label, language)}. {label(one.where, language)}
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

/** The choice of a window as a form; `children` stand before it. */
export async function windowForm(view: WindowView, action: string, children: ReactNode): Promise<ReactNode> {
  const { w, window, sources, source, tx } = view
  if (!source) return null
  const topics = await readTopics(tx, source)
  const text = (name: 'from' | 'to' | 'sessions' | 'agenda', hint?: string) => (
    <TextInput
      id={name}
      name={name}
      label={w(`f_${name}`)}
      value={window[name]}
      hint={hint}
      short
      maxLength={40}
    />
  )
  return (
    <FilterForm action={action} label={w('choose')} button={w('show')}>
      {children}
      <Select
        id="source"
        name="source"
        label={w('f_source')}
        value={window.source}
        options={sources.map((one) => ({ value: sourceKey(one), label: sourceName(view, one) }))}
      />
      {text('from', w('f_from_hint'))}
      {text('to')}
      {text('sessions', w('f_sessions_hint'))}
      {topics.length > 0 ? (
        <Select
          id="topic"
          name="topic"
          label={w('f_topic')}
          value={window.topic}
          empty={w('any')}
          options={topics.map(({ topic, calls }) => ({
            value: topic,
            label: `${topicName(w, topic)} (${calls})`,
          }))}
        />
      ) : null}
      {text('agenda')}
      <Select
        id="parts"
        name="parts"
        label={w('f_parts')}
        value={window.parts ? '1' : ''}
        options={[
          { value: '', label: w('without_parts') },
          { value: '1', label: w('with_parts') },
        ]}
      />
    </FilterForm>
  )
}
