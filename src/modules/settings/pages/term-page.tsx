import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type Term,
  type Tx,
  type VocabularyIndex,
  addTerm,
  changeTerm,
  countLimit,
  fingerprint,
  listRecords,
  neededLanguages,
} from '#platform/records'
import {
  Button,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Section,
  Select,
  Table,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { reindexTypes } from '../actions/reindex-types.ts'
import { words } from '../messages.ts'
import { technicalName } from '../thesaurus/index.ts'
import { attempt } from './attempt.ts'
import {
  Errors,
  LabelInputs,
  type Typed,
  at,
  errorOf,
  labelValues,
  readLabels,
  sent,
  shown,
  typed,
} from './parts.tsx'
import { vocabularyAsked } from './vocabulary-page.tsx'

const crumbs = (visit: Visit, { vocabulary }: VocabularyIndex) => {
  const w = words(visit.language)
  return [
    { href: at.settings, label: w('settings') },
    { href: at.vocabularies, label: w('vocabularies') },
    { href: at.vocabulary(vocabulary.name), label: shown(vocabulary.label, visit.language, vocabulary.name) },
  ]
}

/** Terms under which this one may stand: all but itself and those that stand under it. */
function ParentSelect(props: {
  readonly index: VocabularyIndex
  readonly state: Typed
  readonly visit: Visit
  readonly code?: string
}) {
  const { index, state, visit, code } = props
  const { language } = visit
  const w = words(language)
  const { terms } = index.vocabulary
  const options = terms
    .filter((term) => code === undefined || !index.withAncestors(term.code).includes(code))
    .map((term) => ({
      value: term.code,
      label: index
        .withAncestors(term.code)
        .toReversed()
        .map((one) => shown(index.byCode.get(one)?.label ?? {}, language, one))
        .join(' › '),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
  return (
    <Select
      id="parent"
      name="parent"
      label={w('parent')}
      hint={w('parent_hint')}
      error={errorOf(state, 'parent', language)}
      options={options}
      value={state.get('parent')}
      empty={w('top_level')}
    />
  )
}

function newTermScreen(visit: Visit, tx: Tx, state: Typed): Response {
  const { language } = visit
  const w = words(language)
  const index = vocabularyAsked(visit, tx)
  const action = `${at.vocabulary(index.vocabulary.name)}/new`
  return workspacePage(visit, {
    title: w('add_term'),
    status: state.problem?.status ?? 200,
    breadcrumbs: crumbs(visit, index),
    children: (
      <Form action={action} csrf={visit.session?.formToken ?? ''} confirmLeave>
        <Errors {...{ state, language }} />
        <LabelInputs
          name="label"
          title={w('term_label')}
          {...{ state, language }}
          needed={neededLanguages(tx.schema)}
        />
        <ParentSelect {...{ index, state, visit }} />
        <LabelInputs name="note" title={w('note')} long {...{ state, language }} />
        <TextInput
          id="code"
          name="code"
          label={w('code')}
          mark={w('optional')}
          hint={w('code_hint')}
          value={state.get('code')}
          error={errorOf(state, 'code', language)}
          maxLength={200}
          short
          spellCheck={false}
        />
        <FormActions>
          <Button kind="primary">{w('add_term')}</Button>
          <LinkButton kind="plain" href={at.vocabulary(index.vocabulary.name)}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

const newTermRoute = route({
  method: 'get',
  path: '/workspace/settings/vocabulary/:name/new',
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) =>
      newTermScreen(visit, tx, typed({ parent: visit.url.searchParams.get('parent') ?? '' })),
    ),
})

const createTermRoute = route({
  method: 'post',
  path: '/workspace/settings/vocabulary/:name/new',
  may: 'administer',
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => {
        const { form } = visit
        const { vocabulary } = vocabularyAsked(visit, tx)
        const labels = readLabels(form, 'label')
        const parent = form.get('parent')
        await addTerm(tx, visit.house.shipped, vocabulary.name, {
          code: form.get('code').trim() || technicalName(labels.en || labels.es || labels.ca),
          ...(parent && { parent }),
          label: labels,
          note: readLabels(form, 'note'),
        })
        return redirect(`${at.vocabulary(vocabulary.name)}?saved`)
      },
      (tx, problem) => newTermScreen(visit, tx, sent(visit.form, problem)),
    ),
})

function termAsked(visit: Visit, index: VocabularyIndex): Term {
  const term = index.byCode.get(visit.url.searchParams.get('code') ?? '')
  if (!term) throw new Problem('not_found')
  return term
}

async function termScreen(visit: Visit, tx: Tx, given?: Typed): Promise<Response> {
  const { language } = visit
  const w = words(language)
  const index = vocabularyAsked(visit, tx)
  const term = termAsked(visit, index)
  const { name } = index.vocabulary
  const state =
    given ??
    typed({
      ...labelValues('label', term.label),
      ...labelValues('note', term.note),
      parent: term.parent ?? '',
    })
  const others = Object.entries(term.label).filter(([code]) => !['en', 'es', 'ca'].includes(code))
  const stale = state.problem?.kind === 'stale'
  return workspacePage(visit, {
    title: shown(term.label, language, term.code),
    lede: (
      <>
        {w('code')} <code>{term.code}</code>
        {others.map(([code, text]) => (
          <span key={code} className="quiet" lang={code}>
            {' · '}
            {code}: {text}
          </span>
        ))}
      </>
    ),
    status: state.problem?.status ?? 200,
    breadcrumbs: crumbs(visit, index),
    notices: term.retired ? <Notice>{w('retired_text')}</Notice> : null,
    actions: (
      <LinkButton href={`${at.vocabulary(name)}/new?parent=${encodeURIComponent(term.code)}`}>
        {w('add_under')}
      </LinkButton>
    ),
    children: (
      <>
        <Form action={at.term(name, term.code)} csrf={visit.session?.formToken ?? ''} confirmLeave>
          {stale ? (
            <Notice kind="warning" title={w('stale_title')}>
              <p>
                {w('stale_text')} {w('now')}:{' '}
                {Object.entries(term.label)
                  .map(([code, text]) => `${code}: ${text}`)
                  .join(' · ')}
              </p>
            </Notice>
          ) : (
            <Errors {...{ state, language }} />
          )}
          <input type="hidden" name="_seen" value={fingerprint(term)} />
          <LabelInputs
            name="label"
            title={w('term_label')}
            {...{ state, language }}
            needed={neededLanguages(tx.schema)}
          />
          <ParentSelect {...{ index, state, visit }} code={term.code} />
          <LabelInputs name="note" title={w('note')} long {...{ state, language }} />
          <FormActions>
            <Button kind="primary">{w('save')}</Button>
            <Button name="_retire" value={term.retired ? 'no' : 'yes'}>
              {w(term.retired ? 'offer_again' : 'retire')}
            </Button>
            <LinkButton kind="plain" href={at.vocabulary(name)}>
              {w('cancel')}
            </LinkButton>
          </FormActions>
        </Form>
        <Section title={w('usage')}>
          <p className="quiet">{w('usage_text')}</p>
          <Usage rows={await usageOf(tx, index, term)} visit={visit} />
        </Section>
      </>
    ),
  })
}

interface Use {
  readonly type: string
  readonly field: string
  readonly typeLabel: string
  readonly fieldLabel: string
  readonly facet: boolean
  /** Records with the term or one under it that this reader may see; null where the field has no keys to count by. */
  readonly count: number | null
  readonly more: boolean
}

/** Where a term is used, counted by keys: those of a term are its own and those of all above it. */
async function usageOf(tx: Tx, index: VocabularyIndex, term: Term): Promise<readonly Use[]> {
  const { language } = tx.actor
  const uses: Use[] = []
  for (const type of tx.schema.types.values())
    for (const field of type.fields.filter((one) => one.vocabulary === index.vocabulary.name)) {
      const keyed = field.facet || field.sortable
      const found = keyed
        ? await listRecords(tx, { type: type.name, filters: { [field.name]: [term.code] }, limit: 1 })
        : null
      uses.push({
        type: type.name,
        field: field.name,
        typeLabel: label(type.plural, language),
        fieldLabel: label(field.label, language),
        facet: field.facet === true,
        count: found?.count ?? null,
        more: found?.more ?? false,
      })
    }
  return uses
}

function Usage({ rows, visit }: { readonly rows: readonly Use[]; readonly visit: Visit }) {
  const { language, url } = visit
  const w = words(language)
  if (rows.length === 0) return <p>{w('not_used')}</p>
  const code = url.searchParams.get('code') ?? ''
  return (
    <Table
      caption={w('usage')}
      captionHidden
      columns={[
        { key: 'where', label: w('field'), heading: true },
        { key: 'count', label: w('records'), numeric: true },
      ]}
      rows={rows.map((use) => {
        const number =
          use.count === null
            ? w('not_counted')
            : use.more
              ? `> ${countLimit.toLocaleString(language)}`
              : use.count.toLocaleString(language)
        return {
          key: `${use.type}.${use.field}`,
          cells: {
            where: `${use.typeLabel}: ${use.fieldLabel}`,
            count:
              use.facet && use.count !== null && use.count > 0 ? (
                <a href={`/workspace/records/${use.type}?f.${use.field}=${encodeURIComponent(code)}`}>
                  {number}
                </a>
              ) : (
                number
              ),
          },
        }
      })}
    />
  )
}

const termRoute = route({
  method: 'get',
  path: '/workspace/settings/vocabulary/:name/term',
  may: 'administer',
  handle: (visit) => visit.within((tx) => termScreen(visit, tx)),
})

const saveTermRoute = route({
  method: 'post',
  path: '/workspace/settings/vocabulary/:name/term',
  may: 'administer',
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => {
        const { form, house } = visit
        const index = vocabularyAsked(visit, tx)
        const term = termAsked(visit, index)
        const retire = form.get('_retire')
        const change = await changeTerm(
          tx,
          house.shipped,
          index.vocabulary.name,
          term.code,
          {
            label: readLabels(form, 'label'),
            note: readLabels(form, 'note'),
            parent: form.get('parent') || null,
            ...(retire !== '' && { retired: retire === 'yes' }),
          },
          form.get('_seen'),
        )
        await reindexTypes(tx, change)
        return redirect(`${at.vocabulary(index.vocabulary.name)}?saved`)
      },
      (tx, problem) => termScreen(visit, tx, sent(visit.form, problem)),
    ),
})

export const termRoutes = [newTermRoute, createTermRoute, termRoute, saveTermRoute]
