import { fourEyes, readApproval } from '#platform/approvals'
import type { ApprovalKind } from '#platform/house'
import { type Visit, download, redirect, route } from '#platform/http'
import { isLanguage, label } from '#platform/i18n'
import { type Tx, type ValueClass, fieldOf, maySeal, typeOf, valueClasses } from '#platform/records'
import { readableClasses } from '#platform/sharing'
import { Button, Checkboxes, Form, FormActions, LinkButton, Notice, Radios, TextArea } from '#web/components'
import { classLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { type Words, labelsOf, words } from '../messages.ts'
import { PortionView } from '../pages/portion-view.tsx'
import { calledIn, filesOf } from '../portion.ts'
import { type Composed, type WholeCase, composeCase, readCaseRecords } from './compose-case.ts'
import { askForCase, caseKind, readAskedCase, takeApprovedCase, takeCase } from './take-case.ts'

const pathOf = (id: string): string => `/workspace/case/${id}/take-out`

function specOf(visit: Visit): WholeCase {
  const { form, params, language } = visit
  const chosen = form.get('language')
  const many = (name: string) => [...new Set(form.all(name))].sort()
  const besides = form.all('besides')
  return {
    caseId: params['id'] ?? '',
    parts: many('part'),
    classes: many('class').flatMap((one): readonly ValueClass[] => valueClasses.filter((cls) => cls === one)),
    notes: besides.includes('notes'),
    sealed: besides.includes('sealed'),
    files: many('file'),
    format: form.get('format') === 'zip' ? 'zip' : 'pdf',
    language: isLanguage(chosen) ? chosen : language,
  }
}

async function choosePage(visit: Visit, tx: Tx, given: WholeCase | null): Promise<Response> {
  const { language } = visit
  const w = words(language)
  const id = visit.params['id'] ?? ''
  const records = await readCaseRecords(tx, id)
  const [record] = records
  const types = [...new Set(records.map(({ type }) => type))].filter((type) => type !== 'case')
  const readable = await readableClasses(tx)
  const classes = valueClasses.filter((one) => one !== 'open' && one !== 'sealed' && readable.has(one))
  const attached = await filesOf(tx, visit.house.files, records)
  const seals = await maySeal(tx)
  return workspacePage(visit, {
    title: w('whole'),
    lede: w('whole_lede'),
    breadcrumbs: [{ href: `/workspace/case/${id}`, label: record?.title ?? w('case') }],
    fictitious: record?.fictitious ?? false,
    children: (
      <Form action={pathOf(id)} csrf={visit.session?.formToken ?? ''}>
        <Checkboxes
          id="part"
          name="part"
          label={w('parts')}
          values={given?.parts ?? types.filter((type) => type !== 'source' && type !== 'consent')}
          options={types.map((type) => ({ value: type, label: label(typeOf(tx, type).plural, language) }))}
        />
        {classes.length > 0 ? (
          <Checkboxes
            id="class"
            name="class"
            label={w('protected')}
            values={given?.classes ?? []}
            options={classes.map((one) => ({ value: one, label: label(classLabel[one], language) }))}
          />
        ) : null}
        <Checkboxes
          id="besides"
          name="besides"
          label={w('besides')}
          values={[...(given?.notes ? ['notes'] : []), ...(given?.sealed ? ['sealed'] : [])]}
          options={[
            { value: 'notes', label: w('with_notes'), hint: w('with_notes_hint') },
            ...(seals ? [{ value: 'sealed', label: w('with_sealed'), hint: w('with_sealed_hint') }] : []),
          ]}
        />
        <Radios
          id="format"
          name="format"
          label={w('format')}
          value={given?.format ?? 'pdf'}
          options={[
            { value: 'pdf', label: w('format_pdf') },
            { value: 'zip', label: w('format_zip') },
          ]}
        />
        {attached.length > 0 ? (
          <Checkboxes
            id="file"
            name="file"
            label={w('files')}
            values={given?.files ?? []}
            options={attached.map((one) => ({
              value: one.id,
              label: one.file.name,
              ...(one.caption && { hint: one.caption }),
            }))}
          />
        ) : null}
        <FormActions>
          <Button kind="primary">{w('preview')}</Button>
          <LinkButton href={`/workspace/case/${id}`}>{record?.title ?? w('case')}</LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

function Hidden({ spec }: { readonly spec: WholeCase }) {
  const all: readonly (readonly [string, string])[] = [
    ['format', spec.format],
    ['language', spec.language],
    ...spec.parts.map((one) => ['part', one] as const),
    ...spec.classes.map((one) => ['class', one] as const),
    ...spec.files.map((one) => ['file', one] as const),
    ...(spec.notes ? [['besides', 'notes'] as const] : []),
    ...(spec.sealed ? [['besides', 'sealed'] as const] : []),
  ]
  return all.map(([name, value]) => <input key={`${name}.${value}`} type="hidden" {...{ name, value }} />)
}

/** How many of the sealed values that would go along are not open in this session. */
const closedNow = async (tx: Tx, visit: Visit, spec: WholeCase): Promise<number> =>
  spec.sealed ? (await composeCase(tx, visit.house.files, spec, { reveal: true })).closed.size : 0

function Shown({
  visit,
  tx,
  composed,
  closed,
  w,
}: {
  readonly visit: Visit
  readonly tx: Tx
  readonly composed: Composed
  /** For who will take it: how many would be missing as things are. */
  readonly closed: number
  readonly w: Words
}) {
  const { language } = visit
  return (
    <>
      <PortionView {...{ tx, language, w }} portion={composed} />
      {composed.sealed.length > 0 ? (
        <Notice kind="warning" title={w('sealed_fields')}>
          <ul className="list">
            {composed.sealed.map(({ local, field }) => {
              const record = composed.records.find((one) => one.local === local)
              const known = record && fieldOf(typeOf(tx, record.type), field)
              return record && known ? (
                <li key={`${local}.${field}`}>
                  <bdi>{calledIn(tx, record, language)}</bdi>: {label(known.label, language)}
                </li>
              ) : null
            })}
          </ul>
          {closed > 0 ? (
            <p>
              {w('sealed_closed', { n: closed })}{' '}
              <a href={`/workspace/case/${composed.record.id}#sealed`}>{w('open_first')}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
    </>
  )
}

async function previewPage(visit: Visit, tx: Tx, spec: WholeCase): Promise<Response> {
  const w = words(visit.language)
  const composed = await composeCase(tx, visit.house.files, spec)
  const asks = composed.protects && (await fourEyes(tx))
  const closed = await closedNow(tx, visit, spec)
  return workspacePage(visit, {
    title: w('preview_title'),
    breadcrumbs: [{ href: `/workspace/case/${spec.caseId}`, label: composed.record.title }],
    fictitious: composed.record.fictitious,
    children: (
      <>
        <Shown {...{ visit, tx, composed, closed, w }} />
        <Form action={pathOf(spec.caseId)} csrf={visit.session?.formToken ?? ''}>
          <Hidden spec={spec} />
          {asks ? (
            <TextArea id="reason" name="reason" rows={2} label={w('reason')} maxLength={2000} />
          ) : composed.protects ? (
            <Notice kind="warning">{w('alone')}</Notice>
          ) : null}
          <FormActions>
            <Button kind="primary" name="do" value="ask">
              {w(asks ? 'ask' : 'make_file')}
            </Button>
            <Button name="do" value="change">
              {w('change')}
            </Button>
          </FormActions>
        </Form>
      </>
    ),
  })
}

/** Taking a whole case out, as a second person is asked for it. */
export const caseApproval: ApprovalKind = {
  kind: caseKind,
  label: labelsOf('whole_kind'),
  async show(visit, tx, approval) {
    const w = words(visit.language)
    const spec = approval.content as WholeCase
    const composed = await readAskedCase(tx, visit.house.files, approval)
    if (!composed)
      return {
        title: w('whole_kind'),
        holds: false,
        content: <Notice kind="warning">{w('whole_gone')}</Notice>,
      }
    const takes = approval.askedBy.id === tx.actor.accountId && approval.state === 'open'
    const closed = takes ? await closedNow(tx, visit, spec) : 0
    return {
      title: composed.record.title,
      holds: true,
      content: (
        <>
          <p>
            {w('whole_would', { who: approval.askedBy.name, format: spec.format.toUpperCase() })}{' '}
            <a href={`/workspace/case/${spec.caseId}`}>{w('case')}</a>
          </p>
          <Shown {...{ visit, tx, composed, closed, w }} />
          {takes ? (
            <Form action={`${pathOf(spec.caseId)}/file`} csrf={visit.session?.formToken ?? ''}>
              <input type="hidden" name="approval" value={approval.id} />
              <p className="hint" id="whole-hint">
                {w('whole_take_hint')}
              </p>
              <FormActions>
                <Button kind="primary" describedBy="whole-hint">
                  {w('take')}
                </Button>
              </FormActions>
            </Form>
          ) : null}
        </>
      ),
    }
  },
}

/** The whole case on paper or with its files: chosen, seen, approved, taken once. */
export const wholeCaseRoutes = [
  route({
    method: 'get',
    path: '/workspace/case/:id/take-out',
    may: 'export',
    handle: (visit) => visit.within((tx) => choosePage(visit, tx, null)),
  }),
  route({
    method: 'post',
    path: '/workspace/case/:id/take-out',
    may: 'export',
    handle: async (visit) => {
      const spec = specOf(visit)
      const doing = visit.form.get('do')
      if (doing === 'change') return visit.within((tx) => choosePage(visit, tx, spec))
      if (doing !== 'ask') return visit.within((tx) => previewPage(visit, tx, spec))
      const done = await visit.within(async (tx) => {
        const { protects } = await composeCase(tx, visit.house.files, spec)
        return protects && (await fourEyes(tx))
          ? askForCase(tx, visit.house.files, spec, visit.form.get('reason').trim().slice(0, 2_000))
          : takeCase(tx, visit.house, spec, null)
      })
      return typeof done === 'string'
        ? redirect(`/workspace/approvals/${done}`)
        : download(done.bytes, done.name, done.mediaType)
    },
  }),
  route({
    method: 'post',
    path: '/workspace/case/:id/take-out/file',
    may: 'export',
    handle: async (visit) => {
      const taken = await visit.within(async (tx) =>
        takeApprovedCase(tx, visit.house, await readApproval(tx, visit.form.get('approval'))),
      )
      return download(taken.bytes, taken.name, taken.mediaType)
    },
  }),
]
