import type { ReactNode } from 'react'
import { type Visit, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Term, type Tx, type VocabularyIndex, fold, neededLanguages } from '#platform/records'
import { EmptyState, LinkButton, Notice, SearchBox, Tag } from '#web/components'
import { workspacePage } from '#web/workspace'
import { type Words, words } from '../messages.ts'
import { at, languageNames, shown } from './parts.tsx'
import { Imported } from './vocabularies-page.tsx'

/** The vocabulary that the address names. */
export function vocabularyAsked(visit: Visit, tx: Tx): VocabularyIndex {
  const index = tx.schema.vocabularies.get(visit.params['name'] ?? '')
  if (!index) throw new Problem('not_found')
  return index
}

interface Listing {
  readonly index: VocabularyIndex
  readonly language: Language
  readonly w: Words
  /** Languages in which most terms have words, so that one without is worth a remark. */
  readonly usual: readonly Language[]
}

const mostFound = 500

/** The terms of a vocabulary as a tree, or those that a search finds with the way to each. */
const vocabularyRoute = route({
  method: 'get',
  path: '/workspace/settings/vocabulary/:name',
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = words(language)
      const index = vocabularyAsked(visit, tx)
      const { vocabulary } = index
      const text = (url.searchParams.get('q') ?? '').slice(0, 200)
      const missing = neededLanguages(tx.schema).map((code) => ({
        code,
        count: vocabulary.terms.filter((term) => !term.label[code]).length,
      }))
      const usual = missing.filter(({ count }) => count < vocabulary.terms.length / 2).map(({ code }) => code)
      const listing: Listing = { index, language, w, usual }
      return workspacePage(visit, {
        title: shown(vocabulary.label, language, vocabulary.name),
        lede: w('vocabulary_lede', {
          count: vocabulary.terms.length,
          source: vocabulary.source ? ` ${w('source')}: ${vocabulary.source}.` : '',
        }),
        breadcrumbs: [
          { href: at.settings, label: w('settings') },
          { href: at.vocabularies, label: w('vocabularies') },
        ],
        notices: (
          <>
            {url.searchParams.has('imported') ? <Imported visit={visit} /> : null}
            {url.searchParams.has('saved') ? <Notice kind="success">{w('saved')}</Notice> : null}
            {missing.some(({ count }) => count > 0) ? (
              <Notice>
                {missing
                  .filter(({ count }) => count > 0)
                  .map(({ code, count }) => w('missing_labels', { count, language: languageNames[code] }))
                  .join(' ')}{' '}
                {w('falls_back')}
              </Notice>
            ) : null}
          </>
        ),
        actions: (
          <>
            <LinkButton kind="primary" href={`${at.vocabulary(vocabulary.name)}/new`}>
              {w('add_term')}
            </LinkButton>
            <LinkButton href={`${at.thesaurus}?name=${vocabulary.name}`}>{w('import_into')}</LinkButton>
          </>
        ),
        children: (
          <>
            <SearchBox
              id="term-search"
              action={at.vocabulary(vocabulary.name)}
              label={w('search_terms')}
              button={w('search')}
              value={text}
            />
            {vocabulary.terms.length === 0 ? (
              <EmptyState title={w('no_terms')}>{w('no_terms_text')}</EmptyState>
            ) : text.trim() === '' ? (
              <Tree {...listing} />
            ) : (
              <Found {...listing} text={text} />
            )}
          </>
        ),
      })
    }),
})

function TermLine({ term, index, language, w, usual }: Listing & { readonly term: Term }): ReactNode {
  const missing = usual.filter((code) => !term.label[code])
  return (
    <>
      <a href={at.term(index.vocabulary.name, term.code)} dir="auto">
        {shown(term.label, language, term.code)}
      </a>{' '}
      <code className="quiet">{term.code}</code>
      {term.retired ? (
        <>
          {' '}
          <Tag>{w('retired')}</Tag>
        </>
      ) : null}
      {missing.length > 0 ? (
        <span className="quiet">
          {' '}
          ({w('without', { languages: missing.map((code) => languageNames[code]).join(', ') })})
        </span>
      ) : null}
    </>
  )
}

/** Every level under the one above it. The tree is at most a hundred levels deep, by the rules of its making. */
function Tree(listing: Listing): ReactNode {
  const { index, language } = listing
  const { terms } = index.vocabulary
  const under = new Map<string | undefined, Term[]>()
  for (const term of terms) {
    const parent = term.parent !== undefined && index.byCode.has(term.parent) ? term.parent : undefined
    under.set(parent, [...(under.get(parent) ?? []), term])
  }
  const roots = under.get(undefined) ?? []
  const flat = roots.length === terms.length
  const level = (list: readonly Term[], depth = 0): ReactNode => (
    <ul className={depth === 0 ? 'tree' : undefined}>
      {list.map((term) => {
        const below = under.get(term.code)
        return (
          <li key={term.code}>
            <TermLine {...listing} term={term} />
            {below ? level(below, depth + 1) : null}
          </li>
        )
      })}
    </ul>
  )
  return level(
    flat
      ? roots.toSorted((a, b) => label(a.label, language).localeCompare(label(b.label, language), language))
      : roots,
  )
}

function Found(listing: Listing & { readonly text: string }): ReactNode {
  const { index, language, w, text } = listing
  const wanted = fold(text)
  const found = index.vocabulary.terms.filter((term) =>
    [term.code, ...Object.values(term.label)].some((one) => fold(one ?? '').includes(wanted)),
  )
  if (found.length === 0) return <EmptyState title={w('no_found', { text })} />
  return (
    <>
      <p className="quiet">{w('found', { count: found.length })}</p>
      <ul className="list">
        {found.slice(0, mostFound).map((term) => (
          <li key={term.code}>
            {index
              .withAncestors(term.code)
              .slice(1)
              .toReversed()
              .map((code) => (
                <span className="quiet" key={code}>
                  {shown(index.byCode.get(code)?.label ?? {}, language, code)} ›{' '}
                </span>
              ))}
            <TermLine {...listing} term={term} />
          </li>
        ))}
      </ul>
    </>
  )
}

export const vocabularyRoutes = [vocabularyRoute]
