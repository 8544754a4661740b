import type { ReactNode } from 'react'
import { can } from '#platform/access'
import type { Language } from '#platform/i18n'
import type { ListRow, Tx } from '#platform/records'
import { EmptyState, LinkButton, Pager, Stamp, Table } from '#web/components'
import { textIn } from '#web/site'

/** Beside the heading of a list: a new one for who may write, and the same list with every field. */
export function ListActions(given: {
  readonly tx: Pick<Tx, 'actor'>
  readonly type: string
  readonly words: { readonly make: string; readonly everyField: string }
}) {
  const { tx, type, words } = given
  return (
    <>
      {can(tx.actor, 'write') ? (
        <LinkButton href={`/workspace/records/${type}/new`} kind="primary">
          {words.make}
        </LinkButton>
      ) : null}
      <LinkButton href={`/workspace/records/${type}`}>{words.everyField}</LinkButton>
    </>
  )
}

/** A page of a list of what has a title in several languages: the title leads to its page, the other cells are the room's. */
export function TitledList(given: {
  readonly label: string
  readonly rows: readonly ListRow[]
  readonly language: Language
  readonly title: string
  readonly columns: readonly { readonly key: string; readonly label: string; readonly nowrap?: boolean }[]
  readonly cells: (row: ListRow) => Readonly<Record<string, ReactNode>>
  readonly hrefOf: (row: ListRow) => string
  /** Where the next page is. */
  readonly next: string | null
  readonly stamp: string
  readonly none: { readonly title: string; readonly text: string }
}) {
  const { label, rows, language, columns, cells, hrefOf, next, none } = given
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={none.title}>{none.text}</EmptyState>
      ) : (
        <Table
          caption={label}
          captionHidden
          columns={[{ key: 'title', label: given.title, heading: true }, ...columns]}
          rows={rows.map((row) => {
            const titles = (row.values['title'] ?? {}) as Readonly<Record<string, string>>
            const { text, lang } = textIn(titles, language)
            const title = (
              <>
                <a href={hrefOf(row)} lang={lang} dir="auto">
                  {text || row.title}
                </a>{' '}
                {row.fictitious ? <Stamp>{given.stamp}</Stamp> : null}
              </>
            )
            return { key: row.id, cells: { title, ...cells(row) } }
          })}
        />
      )}
      <Pager label={label} {...(next !== null && { next: { href: next, label: '→' } })} />
    </>
  )
}
