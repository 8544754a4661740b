import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type RecordTypeDefinition, type Tx, typeOf } from '#platform/records'
import {
  enqueueImport,
  findOwnHeader,
  previewImport,
  proposeMapping,
  readMapping,
  rememberedMapping,
} from '#platform/transfer'
import { Button, FileInput, Form, FormActions, FormErrors, LinkButton } from '#web/components'
import { workspacePage } from '#web/workspace'
import { type ColumnChoices, firstChoices, mappingOf, readChoices } from './column-choices.ts'
import { importPath } from './import-report.tsx'
import { ListMatch } from './list-match.tsx'
import { ListPreview } from './list-preview.tsx'
import { words } from './messages.ts'
import { type ListHead, firstRows, keepList, withList } from './uploaded-list.ts'

const mostMegabytes = 512
/** As many rows are looked at before writing: a person waits for that page. */
const previewRows = 2_000

/** A list: uploaded, its columns matched, looked at, then imported as a job. Between, only the file is kept. */
export const listImportRoutes = [
  route({
    method: 'get',
    path: '/workspace/import/:type',
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => uploadPage(visit, typeOf(tx, visit.params['type'] ?? ''), null)),
  }),
  route({
    method: 'post',
    path: '/workspace/import/:type',
    may: 'write',
    bodyLimit: mostMegabytes * 1024 * 1024,
    handle: (visit) => visit.within((tx) => upload(visit, tx)),
  }),
  route({
    method: 'get',
    path: '/workspace/import/:type/:file',
    may: 'write',
    handle: (visit) => visit.within((tx) => show(visit, tx, '')),
  }),
  route({
    method: 'post',
    path: '/workspace/import/:type/:file',
    may: 'write',
    handle: (visit) => visit.within((tx) => show(visit, tx, visit.form.get('step'))),
  }),
]

async function upload(visit: Visit, tx: Tx): Promise<Response> {
  const w = words(visit.language)
  const type = typeOf(tx, visit.params['type'] ?? '')
  const file = visit.form.files.find(({ field }) => field === 'file')
  if (!file) return uploadPage(visit, type, w('error_no_file'))
  try {
    return redirect(`/workspace/import/${type.name}/${await keepList(visit, tx, file)}`)
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid' || !error.explanation) throw error
    return uploadPage(
      visit,
      type,
      w('error_unreadable', { file: file.name, why: error.explanation[visit.language] }),
    )
  }
}

async function show(visit: Visit, tx: Tx, step: string): Promise<Response> {
  const type = typeOf(tx, visit.params['type'] ?? '')
  const fileId = visit.params['file'] ?? ''
  return withList(visit, tx, fileId, async ({ head, open }) => {
    const own = findOwnHeader(head.columns)
    if (own && own.type !== type.name && tx.schema.types.has(own.type))
      return redirect(`/workspace/import/${own.type}/${fileId}`)
    const remembered = own ? null : await rememberedOf(tx, type, head)
    const proposed = remembered ?? proposeMapping(type, head.columns, tx.schema, head.cells)
    const posted = step !== ''
    const choices = posted ? readChoices(visit.form, head.columns) : firstChoices(head.columns, proposed)
    if (!own && (step === '' || step === 'match'))
      return matchPage(visit, tx, type, head, choices, remembered !== null)
    const mapping = own ? undefined : mappingOf(head.columns, choices, proposed)
    if (step === 'run') {
      const { importId } = await enqueueImport(tx, {
        type: type.name,
        fileId,
        sourceName: head.fileName,
        plan: {
          columns: head.columns,
          onProblem: choices.onProblem,
          ...(mapping !== undefined && { mapping }),
        },
      })
      return redirect(importPath(importId))
    }
    const looked = firstRows(open, previewRows)
    const report = await previewImport(tx, {
      open: looked.open,
      type: type.name,
      onProblem: 'skip',
      ...(mapping !== undefined && { mapping }),
    })
    const w = words(visit.language)
    return workspacePage(visit, {
      title: w('preview_title'),
      lede: w('preview_lede', { ...report.counts }),
      breadcrumbs: trail(visit, type),
      children: (
        <ListPreview
          {...{ visit, report, choices, w }}
          type={type.name}
          schema={tx.schema}
          more={looked.more() ? previewRows : null}
        />
      ),
    })
  })
}

/** The matching of the last file with these columns, where it still fits the fields. */
async function rememberedOf(tx: Tx, type: RecordTypeDefinition, head: ListHead) {
  const raw = await rememberedMapping(tx, type.name, head.columns)
  if (raw === null) return null
  try {
    const [record, ...others] = readMapping(raw, tx.schema, type.name).records
    return others.length === 0 && record ? record : null
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

const trail = (visit: Visit, type: RecordTypeDefinition) => [
  { href: `/workspace/records/${type.name}`, label: label(type.plural, visit.language) },
  {
    href: `/workspace/import/${type.name}`,
    label: words(visit.language)('list_title', { type: label(type.plural, visit.language) }),
  },
]

function matchPage(
  visit: Visit,
  tx: Tx,
  type: RecordTypeDefinition,
  head: ListHead,
  choices: ColumnChoices,
  remembered: boolean,
): Response {
  const w = words(visit.language)
  return workspacePage(visit, {
    title: w('match_title'),
    lede: w('match_lede', { file: head.fileName }),
    breadcrumbs: trail(visit, type),
    children: <ListMatch {...{ visit, type, head, choices, remembered, w }} schema={tx.schema} />,
  })
}

function uploadPage(visit: Visit, type: RecordTypeDefinition, error: string | null): Response {
  const w = words(visit.language)
  return workspacePage(visit, {
    title: w('list_title', { type: label(type.plural, visit.language) }),
    lede: w('list_lede'),
    status: error === null ? 200 : 422,
    breadcrumbs: trail(visit, type).slice(0, 1),
    children: (
      <Form action={`/workspace/import/${type.name}`} csrf={visit.session?.formToken ?? ''} files>
        <FormErrors
          title={w('errors')}
          errors={error === null ? [] : [{ fieldId: 'file', message: error }]}
        />
        <FileInput
          id="file"
          name="file"
          label={w('list_file')}
          hint={w('list_file_hint', { most: mostMegabytes })}
          accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl,.zip"
          error={error ?? undefined}
        />
        <p className="hint">{w('list_own')}</p>
        <FormActions>
          <Button kind="primary">{w('upload')}</Button>
          <LinkButton kind="plain" href={`/workspace/records/${type.name}`}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}
