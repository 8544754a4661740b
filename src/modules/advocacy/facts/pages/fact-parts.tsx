import type { KeptCheck } from '#catalogue/checks'
import { type Fact, isChecked, sourceOf } from '#catalogue/mechanisms'
import { type Language, label } from '#platform/i18n'
import { Details, Table, Tag } from '#web/components'
import { dayInWords } from '../../day-in-words.ts'
import type { FactWords } from '../messages.ts'
import { provenanceLabels, trustLabels } from '../system-words.ts'

interface Said {
  readonly language: Language
  readonly w: FactWords
}

/** One source: its title, leading to its page where it has an address. What an organisation gave is shown as given. */
function SourceName({ id }: { readonly id: string }) {
  const source = sourceOf(id)
  if (!source) return /^https?:\/\/\S+$/.test(id) ? <a href={id}>{id}</a> : <bdi>{id}</bdi>
  return source.url ? <a href={source.url}>{source.title}</a> : <span lang="en">{source.title}</span>
}

/** Whether we, or a document, stand behind a fact: by a word. */
export function FactTag({
  fact,
  checkedHere,
  w,
}: {
  readonly fact: Fact
  readonly checkedHere: boolean
  readonly w: FactWords
}) {
  return <Tag>{w(checkedHere ? 'checked_here' : isChecked(fact) ? 'found' : 'unchecked')}</Tag>
}

/** Where a fact comes from, how sure it is, and who looked it up. */
export function FactOrigin(
  props: Said & { readonly fact: Fact; readonly lookedUp: Fact['lookedUp'] | undefined },
) {
  const { fact, lookedUp, language, w } = props
  if (lookedUp)
    return (
      <p className="quiet">
        {w('looked_up', { on: dayInWords(lookedUp.on, language), by: lookedUp.by, page: lookedUp.page })}
      </p>
    )
  return (
    <p className="quiet">
      {w('source')}:{' '}
      {fact.source.map((id, i) => (
        <span key={id}>
          {i > 0 ? '; ' : ''}
          <SourceName id={id} />
        </span>
      ))}{' '}
      · {label(provenanceLabels[fact.provenance], language)} · {label(trustLabels[fact.confidence], language)}
    </p>
  )
}

/** Every decision about these facts, the latest first: what, when, by whom, at which page or why. */
export function History({ entries, language, w }: Said & { readonly entries: readonly KeptCheck[] }) {
  if (entries.length === 0) return null
  return (
    <Details summary={`${w('history')} (${entries.length.toLocaleString(language)})`}>
      <Table
        caption={w('history')}
        captionHidden
        columns={[
          { key: 'what', label: w('what'), heading: true },
          { key: 'when', label: w('when'), nowrap: true },
          { key: 'who', label: w('who') },
          { key: 'why', label: w('reason') },
        ]}
        rows={entries
          .toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.version - a.version)
          .map((one) => ({
            key: `${one.kind} ${one.key} ${one.version}`,
            cells: {
              what: `${one.key.slice(one.key.indexOf('/') + 1)} · ${w('version', { version: one.version })}${one.data === null ? ` · ${w('withdrawn')}` : ''}`,
              when: one.at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }),
              who: <bdi>{one.by}</bdi>,
              why: <bdi>{one.reason}</bdi>,
            },
          }))}
      />
    </Details>
  )
}
