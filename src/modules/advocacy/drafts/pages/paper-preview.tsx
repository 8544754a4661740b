import { Fragment, type ReactNode } from 'react'
import type { Block, ListItem, PaperDocument, RichText } from '#platform/documents'
import { FactList, Stamp, Table } from '#web/components'

const rich = (text: RichText): ReactNode =>
  typeof text === 'string'
    ? text
    : text.map((span, i) =>
        typeof span === 'string' ? (
          span
        ) : 'text' in span ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: spans stand in their order
          <em key={i}>{span.text}</em>
        ) : null,
      )

const list = (items: readonly ListItem[], ordered: boolean): ReactNode => {
  const lines = items.map(({ text, items: under }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items stand in their order
    <li key={i}>
      {rich(text)}
      {under ? list(under, ordered) : null}
    </li>
  ))
  return ordered ? <ol>{lines}</ol> : <ul className="list">{lines}</ul>
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'paragraph':
      return <p>{rich(block.text)}</p>
    case 'quote':
      return <blockquote>{rich(block.text)}</blockquote>
    case 'list':
      return list(block.items, block.ordered ?? false)
    case 'facts':
      return <FactList facts={block.facts.map(({ label, value }) => ({ label, value: rich(value) }))} />
    case 'table':
      return (
        <Table
          caption={block.caption ?? block.columns.map(({ label }) => label).join(', ')}
          captionHidden
          columns={block.columns.map(({ label }, i) => ({ key: String(i), label }))}
          rows={block.rows.map((row, i) => ({
            key: String(i),
            cells: Object.fromEntries(row.map((cell, k) => [String(k), rich(cell)])),
          }))}
        />
      )
    case 'signature':
      return block.signatories.map(({ name, role, organisation }) => (
        <p key={name}>{[name, role, organisation].filter(Boolean).join(', ')}</p>
      ))
    case 'annexes':
      return list(
        block.annexes.map(({ title, sha256 }) => ({ text: `${title} (SHA-256 ${sha256})` })),
        true,
      )
    case 'page-break':
      return <hr />
  }
}

/** A document on the screen, with everything that it has on paper but the layout. */
export function PaperPreview({ document }: { readonly document: PaperDocument }) {
  return (
    <div className="flow" lang={document.language} dir="auto">
      {document.stamp ? <Stamp>{document.stamp}</Stamp> : null}
      <p>
        <strong>{document.title}</strong>
        {document.subtitle ? <> · {document.subtitle}</> : null}
        {document.reference ? <> · {document.reference}</> : null}
      </p>
      {document.body.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks stand in their order
        <Fragment key={i}>
          <BlockView {...{ block }} />
        </Fragment>
      ))}
    </div>
  )
}
