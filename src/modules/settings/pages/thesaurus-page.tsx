import { readFile } from 'node:fs/promises'
import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import {
  type Term,
  type Tx,
  type Vocabulary,
  type VocabularyImport,
  importVocabularies,
  neededLanguages,
  planImport,
} from '#platform/records'
import {
  Button,
  Details,
  FileInput,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Section,
  Table,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { reindexTypes } from '../actions/reindex-types.ts'
import { words } from '../messages.ts'
import { asVocabulary, largestFile, proposeName, readThesaurus } from '../thesaurus/index.ts'
import { attempt } from './attempt.ts'
import { Errors, type Typed, at, languageNames, sent, shown, typed } from './parts.tsx'

const crumbs = (visit: Visit) => {
  const w = words(visit.language)
  return [
    { href: at.settings, label: w('settings') },
    { href: at.vocabularies, label: w('vocabularies') },
  ]
}

function uploadScreen(visit: Visit, tx: Tx, state: Typed): Response {
  const { language } = visit
  const w = words(language)
  const into = tx.schema.vocabularies.get(state.get('name'))?.vocabulary
  return workspacePage(visit, {
    title: into ? `${w('import_into')}: ${shown(into.label, language, into.name)}` : w('thesaurus'),
    lede: w('thesaurus_lede'),
    status: state.problem?.status ?? 200,
    breadcrumbs: crumbs(visit),
    children: (
      <Form action={`${at.thesaurus}/preview`} csrf={visit.session?.formToken ?? ''} files>
        <Errors {...{ state, language }} />
        {into ? <input type="hidden" name="name" value={into.name} /> : null}
        <FileInput
          id="file"
          name="file"
          label={w(into ? 'file' : 'files')}
          hint={w('files_hint')}
          accept=".json,.jsonld,.rdf,.xml,.ttl,.nt,application/json,application/ld+json,application/rdf+xml,text/turtle"
          multiple={!into}
          required
        />
        <FormActions>
          <Button kind="primary">{w('look_at_it')}</Button>
          <LinkButton kind="plain" href={at.vocabularies}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

/** What has been read and waits for a yes: it goes out with the page and comes back with the form, and is checked again. */
interface Waiting {
  readonly vocabularies: readonly Vocabulary[]
  readonly left: { readonly otherParents: number; readonly synonyms: number }
}

const readNothing = { otherParents: 0, synonyms: 0 }

async function readUploads(visit: Visit, tx: Tx): Promise<Waiting> {
  const { form, house } = visit
  if (form.files.length === 0)
    throw new Problem('invalid', {
      explanation: {
        en: 'Choose a file first.',
        es: 'Elija primero un archivo.',
        ca: 'Primer trieu un fitxer.',
      },
    })
  const into = form.get('name')
  const read = []
  for (const file of form.files.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    read.push(
      await readThesaurus(await readFile(file.path), file.name, tx.schema.languages[0] ?? 'en').catch(
        (error: unknown) => {
          if (!(error instanceof Problem) || !error.explanation) throw error
          const { en, es, ca } = error.explanation
          throw new Problem('invalid', {
            explanation: { en: `${file.name}: ${en}`, es: `${file.name}: ${es}`, ca: `${file.name}: ${ca}` },
          })
        },
      ),
    )
  return {
    vocabularies: read
      .filter((one) => one.terms.length > 0)
      .map((one) => asVocabulary(one, into || proposeName(one, house.shipped))),
    left: read.reduce(
      (sum, { left }) => ({
        otherParents: sum.otherParents + left.otherParents,
        synonyms: sum.synonyms + left.synonyms,
      }),
      readNothing,
    ),
  }
}

const sampleShown = 60
const changesShown = 20

function previewScreen(visit: Visit, tx: Tx, waiting: Waiting, problem?: Problem): Response {
  const { vocabularies, left } = waiting
  const { language } = visit
  const w = words(language)
  if (vocabularies.length === 0)
    throw new Problem('invalid', { fields: [{ field: 'terms', message: noTerms }] })
  const plans = vocabularies.map((one) => ({ one, plan: planImport(tx.schema, one) }))
  const needed = neededLanguages(tx.schema)
  const count = (n: number) => n.toLocaleString(language)
  const changed = plans.flatMap(({ one, plan }) =>
    plan.changed.map((change) => ({ list: one.name, ...change })),
  )
  const only = vocabularies.length === 1 ? vocabularies[0] : undefined
  return workspacePage(visit, {
    title: w('preview_title'),
    lede: w('preview_lede', {
      lists: vocabularies.length,
      terms: vocabularies.reduce((sum, one) => sum + one.terms.length, 0),
    }),
    status: problem?.status ?? 200,
    breadcrumbs: [...crumbs(visit), { href: at.thesaurus, label: w('thesaurus') }],
    notices: (
      <>
        {problem ? <Errors state={sent(visit.form, problem)} language={language} /> : null}
        {needed
          .filter((code) => plans.some(({ plan }) => (plan.missing[code] ?? 0) > 0))
          .map((code) => (
            <Notice key={code}>
              {w('missing_labels', {
                count: plans.reduce((sum, { plan }) => sum + (plan.missing[code] ?? 0), 0),
                language: languageNames[code],
              })}{' '}
              {w('falls_back')}
            </Notice>
          ))}
        {left.otherParents > 0 ? <Notice>{w('other_parents', { count: left.otherParents })}</Notice> : null}
        {left.synonyms > 0 ? <Notice>{w('synonyms', { count: left.synonyms })}</Notice> : null}
        {changed.length > 0 ? (
          <Notice kind="warning">{w('collisions', { count: changed.length })}</Notice>
        ) : null}
      </>
    ),
    children: (
      <>
        <Form action={at.thesaurus} csrf={visit.session?.formToken ?? ''} confirmLeave>
          <input
            type="hidden"
            name="waiting"
            value={JSON.stringify({ vocabularies, left } satisfies Waiting)}
          />
          <p className="quiet">{w('preview_caption')}</p>
          <Table
            caption={w('preview_title')}
            captionHidden
            columns={[
              { key: 'label', label: w('vocabulary'), heading: true },
              { key: 'name', label: w('technical_name') },
              { key: 'state', label: w('becomes') },
              { key: 'terms', label: w('terms'), numeric: true },
              { key: 'levels', label: w('levels'), numeric: true },
              { key: 'added', label: w('added'), numeric: true },
              { key: 'changed', label: w('changed'), numeric: true },
              { key: 'same', label: w('same'), numeric: true },
            ]}
            rows={plans.map(({ one, plan }, i) => ({
              key: String(i),
              cells: {
                label: shown(one.label, language, one.name),
                name: (
                  <TextInput
                    id={`name.${i}`}
                    name={`name.${i}`}
                    label={w('technical_name')}
                    labelHidden
                    value={one.name}
                    maxLength={60}
                    spellCheck={false}
                  />
                ),
                state: w(plan.isNew ? 'new_vocabulary' : 'existing_vocabulary'),
                terms: count(one.terms.length),
                levels: count(plan.levels),
                added: count(plan.added.length),
                changed: count(plan.changed.length),
                same: count(plan.same),
              },
            }))}
          />
          <FormActions>
            <Button kind="primary">{w('import_now')}</Button>
            <Button name="_again" value="1">
              {w('look_again')}
            </Button>
            <LinkButton kind="plain" href={at.thesaurus}>
              {w('cancel')}
            </LinkButton>
          </FormActions>
        </Form>
        {changed.length > 0 ? (
          <Section title={w('what_changes')}>
            <Table
              caption={w('what_changes')}
              captionHidden
              columns={[
                { key: 'code', label: w('code'), heading: true },
                { key: 'before', label: w('now') },
                { key: 'after', label: w('afterwards') },
              ]}
              rows={changed.slice(0, changesShown).map(({ list, before, after }) => ({
                key: `${list}.${before.code}`,
                cells: { code: before.code, before: inWords(before), after: inWords(after) },
              }))}
            />
            {changed.length > changesShown ? (
              <p className="quiet">{w('and_more', { count: changed.length - changesShown })}</p>
            ) : null}
          </Section>
        ) : null}
        {only ? (
          <Section title={w('first_terms')}>
            <Details summary={w('show_terms')} open>
              <Sample vocabulary={only} visit={visit} />
            </Details>
          </Section>
        ) : null}
      </>
    ),
  })
}

const noTerms = {
  en: 'There are no terms in it.',
  es: 'No contiene términos.',
  ca: 'No conté cap terme.',
}

const inWords = (term: Term): string =>
  [
    ...Object.entries(term.label).map(([code, text]) => `${code}: ${text}`),
    ...(term.parent === undefined ? [] : [`↑ ${term.parent}`]),
  ].join(' · ')

/** The first terms with their levels, as one looks into a book before taking it home. */
function Sample({ vocabulary, visit }: { readonly vocabulary: Vocabulary; readonly visit: Visit }) {
  const byCode = new Map(vocabulary.terms.map((term) => [term.code, term]))
  const depth = (term: Term): number => {
    let levels = 0
    for (let up = byCode.get(term.parent ?? ''); up && levels < 100; up = byCode.get(up.parent ?? ''))
      levels++
    return levels
  }
  return (
    <>
      <ul className="list">
        {vocabulary.terms.slice(0, sampleShown).map((term) => (
          <li key={term.code}>
            {'\u2003'.repeat(depth(term))}
            <bdi>{shown(term.label, visit.language, term.code)}</bdi>{' '}
            <code className="quiet">{term.code}</code>
          </li>
        ))}
      </ul>
      {vocabulary.terms.length > sampleShown ? (
        <p className="quiet">
          {words(visit.language)('and_more', { count: vocabulary.terms.length - sampleShown })}
        </p>
      ) : null}
    </>
  )
}

const uploadRoute = route({
  method: 'get',
  path: at.thesaurus,
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) =>
      uploadScreen(visit, tx, typed({ name: visit.url.searchParams.get('name') ?? '' })),
    ),
})

const previewRoute = route({
  method: 'post',
  path: `${at.thesaurus}/preview`,
  may: 'administer',
  bodyLimit: largestFile,
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => previewScreen(visit, tx, await readUploads(visit, tx)),
      (tx, problem) => uploadScreen(visit, tx, sent(visit.form, problem)),
    ),
})

/** What the preview's form brought back, under the names that were written there. */
function readWaiting(visit: Visit): Waiting {
  let waiting: Partial<Waiting>
  try {
    waiting = JSON.parse(visit.form.get('waiting')) as Partial<Waiting>
  } catch (error) {
    throw new Problem('malformed', { cause: error })
  }
  if (!Array.isArray(waiting.vocabularies)) throw new Problem('malformed')
  return {
    // Terms are checked one by one before anything is written, as those of any file.
    vocabularies: (waiting.vocabularies as Vocabulary[]).map((one, i) => ({
      ...one,
      name: visit.form.get(`name.${i}`).trim(),
      terms: Array.isArray(one.terms) ? one.terms : [],
    })),
    left: waiting.left ?? readNothing,
  }
}

const importRoute = route({
  method: 'post',
  path: at.thesaurus,
  may: 'administer',
  // Quotation marks and accents are longer in a form than in the file.
  bodyLimit: 3 * largestFile,
  handle: (visit) =>
    attempt(
      visit,
      async (tx) => {
        const waiting = readWaiting(visit)
        if (visit.form.get('_again') !== '') return previewScreen(visit, tx, waiting)
        const change = await importVocabularies(tx, visit.house.shipped, waiting.vocabularies)
        await reindexTypes(tx, change)
        const sum = (take: (one: VocabularyImport) => number) =>
          change.done.reduce((total, one) => total + take(one), 0)
        const figures = [
          change.done.length,
          sum((one) => one.added.length),
          sum((one) => one.changed.length),
          sum((one) => one.same),
        ].join('.')
        const only = waiting.vocabularies.length === 1 ? waiting.vocabularies[0] : undefined
        return redirect(`${only ? at.vocabulary(only.name) : at.vocabularies}?imported=${figures}`)
      },
      (tx, problem) => {
        try {
          // A name can be mended where it was written; terms only in the file.
          return previewScreen(visit, tx, readWaiting(visit), problem)
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          return uploadScreen(visit, tx, sent(visit.form, error))
        }
      },
    ),
})

export const thesaurusRoutes = [uploadRoute, previewRoute, importRoute]
