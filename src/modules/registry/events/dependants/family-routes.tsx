import { type Route, type Visit, redirect, route } from '#platform/http'
import { isId } from '#platform/db'
import { type Labels, label } from '#platform/i18n'
import { type FieldProblem, Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord, typeOf } from '#platform/records'
import { Button, Form, FormActions, LinkButton } from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'
import { writtenReferences } from './compose.ts'
import { type Draft, blankRow } from './draft.ts'
import { FamilyForm } from './family-form.tsx'
import type { Family } from './family.ts'
import { draftOf, loadFamily, referencesOf } from './load-draft.ts'
import { readDraft } from './read-draft.ts'
import { type ResolvedNames, askedAgain, titlesOf } from './resolve-names.ts'
import { saveFamily } from './save-family.ts'
import { StaleNotice } from './stale-notice.tsx'
import type { StaleRecord } from './stale.ts'

/** Where the screens of a family are, and what they are called. */
export interface FamilyScreens {
  readonly family: Family
  readonly newPath: string
  /** With `:id`. */
  readonly editPath: string
  readonly title: Labels
  /** Groups that begin with an empty row. */
  readonly begin: readonly string[]
}

interface Screen {
  readonly draft: Draft
  readonly main: RecordView | null
  readonly problems?: readonly FieldProblem[]
  readonly candidates?: ResolvedNames['candidates']
  readonly stale?: readonly StaleRecord[]
  readonly status?: number
}

/** The routes of one family: its empty form, the form of what is saved, and their posts, which go to their own address. */
export function familyRoutes(screens: FamilyScreens): readonly Route[] {
  const { family, newPath, editPath } = screens
  const empty: Draft = {
    main: { values: {} },
    rows: Object.fromEntries(
      family.groups.map(({ name }) => [name, screens.begin.includes(name) ? [blankRow] : []]),
    ),
    visibility: 'internal',
    reason: '',
    choices: [],
    fresh: {},
  }
  return [
    route({
      method: 'get',
      path: newPath,
      may: 'write',
      handle: (visit) => visit.within((tx) => show(visit, tx, screens, { draft: empty, main: null })),
    }),
    route({
      method: 'post',
      path: newPath,
      may: 'write',
      bodyLimit,
      handle: (visit) => save(visit, screens),
    }),
    route({
      method: 'get',
      path: editPath,
      may: 'write',
      handle: (visit) =>
        visit.within(async (tx) => {
          const main = await mainOf(visit, tx, family)
          return show(visit, tx, screens, {
            draft: draftOf(family, await loadFamily(tx, family, main)),
            main,
          })
        }),
    }),
    route({
      method: 'post',
      path: editPath,
      may: 'write',
      bodyLimit,
      handle: (visit) => save(visit, screens),
    }),
  ]
}

const bodyLimit = 4_000_000

async function mainOf(visit: Visit, tx: Tx, family: Family): Promise<RecordView> {
  const record = await readRecord(tx, visit.params['id'] ?? '')
  if (record.deletedAt || record.type !== family.type) throw new Problem('not_found')
  return record
}

async function save(visit: Visit, screens: FamilyScreens): Promise<Response> {
  const { family } = screens
  const attempt = () =>
    visit.within(async (tx) => {
      const main = visit.params['id'] ? await mainOf(visit, tx, family) : null
      const { draft, reshaped } = posted(visit, tx, family)
      if (reshaped) return show(visit, tx, screens, { draft, main })
      const outcome = await saveFamily(tx, family, draft)
      if (outcome.kind === 'saved') return redirect(`/workspace/record/${outcome.id}`)
      if (outcome.kind === 'asked') return show(visit, tx, screens, { draft, main, status: 422, ...outcome })
      return show(visit, tx, screens, { main, status: 409, ...outcome })
    })
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // Somebody saved between our reading and our writing: the second look finds their version and shows both.
    if (error.kind === 'stale') return attempt()
    if (error.kind !== 'invalid') throw error
    return visit.within(async (tx) => {
      const main = visit.params['id'] ? await mainOf(visit, tx, family) : null
      const { draft } = posted(visit, tx, family)
      return show(visit, tx, screens, { draft, main, status: 422, problems: error.fields })
    })
  }
}

/** The draft that was posted; which record it is about, the address says. */
function posted(visit: Visit, tx: Tx, family: Family) {
  const { draft, reshaped } = readDraft(family, tx.schema, visit.form)
  const id = visit.params['id']
  const { version, ...main } = draft.main
  return {
    reshaped,
    draft: { ...draft, main: id ? { ...main, id, version: version ?? 0 } : main } satisfies Draft,
  }
}

async function show(visit: Visit, tx: Tx, screens: FamilyScreens, screen: Screen): Promise<Response> {
  const { family } = screens
  const { draft, main, stale } = screen
  const { language } = visit
  const w = words(language)
  const type = typeOf(tx, family.type)
  const written = writtenReferences(tx, family, draft)
  const linked = await titlesOf(
    tx,
    [
      ...written.map(({ to }) => to),
      ...(stale ?? []).flatMap(({ base, given }) =>
        [base, given].flatMap((values) => Object.values(values).flatMap(referencesIn)),
      ),
    ].filter(isId),
  )
  const candidates = new Map([
    ...(await askedAgain(tx, written, draft.choices)),
    ...(screen.candidates ?? new Map()),
  ])
  const title = label(screens.title, language)
  return workspacePage(visit, {
    title: main ? `${title}: ${main.title}` : title,
    status: screen.status ?? 200,
    breadcrumbs: [
      { href: `/workspace/records/${type.name}`, label: label(type.plural, language) },
      ...(main ? [{ href: `/workspace/record/${main.id}`, label: main.title }] : []),
    ],
    ...(main?.fictitious && { fictitious: true }),
    notices: stale ? <StaleNotice {...{ stale, language, linked, w }} schema={tx.schema} /> : null,
    children: (
      <Form
        action={main ? screens.editPath.replace(':id', main.id) : screens.newPath}
        csrf={visit.session?.formToken ?? ''}
        confirmLeave
      >
        {draft.main.version === undefined ? null : (
          <>
            <input type="hidden" name="_id" value={draft.main.id} />
            <input type="hidden" name="version" value={draft.main.version} />
          </>
        )}
        <FamilyForm
          {...{ family, draft, linked, candidates, language, w }}
          problems={screen.problems ?? []}
          schema={tx.schema}
        />
        <FormActions>
          <Button kind="primary" id="save">
            {w('save_all')}
          </Button>
          <LinkButton
            kind="plain"
            href={main ? `/workspace/record/${main.id}` : `/workspace/records/${type.name}`}
          >
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

const referencesIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? referencesOf(value).flatMap((one) => (typeof one?.to === 'string' ? [one.to] : []))
    : []
