import { can } from '#platform/access'
import { isId } from '#platform/db'
import { type Visit, redirect, route, stream } from '#platform/http'
import { label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  FactList,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Notice,
  Section,
  Table,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { removeFile } from '../actions/remove-file.ts'
import { sourceAddress, sourcesAddress } from '../addresses.ts'
import { knownImporters } from '../known-importers.ts'
import { type SourceWords, sourceWords } from '../messages.ts'
import { type SourceFile, readFiles } from '../read-sources.ts'
import { count, datasetName, moment } from './dataset-words.ts'

const path = `${sourcesAddress}/:id`

async function fileOf(
  tx: Tx,
  visit: Visit,
): Promise<{ readonly file: SourceFile; readonly all: readonly SourceFile[] }> {
  const id = visit.params['id'] ?? ''
  const all = isId(id) ? await readFiles(tx) : []
  const file = all.find((one) => one.id === id)
  if (!file) throw new Problem('not_found')
  return { file, all }
}

/** A file that was read: which edition, how many rows, what was noticed, and the file itself where it is kept. */
export const filePage = route({
  method: 'get',
  path,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = sourceWords(language)
      const { file } = await fileOf(tx, visit)
      const importers = await knownImporters()
      const importer = importers.find(({ dataset }) => dataset === file.dataset)
      return workspacePage(visit, {
        title: file.name,
        lede: datasetName(importers, file.dataset, language),
        breadcrumbs: [{ href: sourcesAddress, label: w('sources') }],
        actions:
          file.kept !== null && can(tx.actor, 'export') ? (
            <LinkButton href={`${sourceAddress(file.id)}/content`} download>
              {w('download')}
            </LinkButton>
          ) : null,
        children: (
          <>
            {file.supersededBy === null ? null : (
              <Notice title={w('state_older')}>
                <a href={sourceAddress(file.supersededBy)}>{w('see_newer')}</a>
              </Notice>
            )}
            <FactList
              facts={[
                { label: w('version'), value: file.version || w('version_unknown') },
                { label: w('scope'), value: file.scope || w('scope_all') },
                { label: w('until'), value: file.dataUntil },
                { label: w('rows'), value: count(file.rows, language) },
                { label: w('size'), value: w('bytes', { count: count(file.size, language) }) },
                { label: w('hash'), value: <code className="hash">{file.sha256}</code> },
                { label: w('read_on'), value: moment(file.importedAt, language) },
                { label: w('read_by'), value: file.by },
                ...(file.kept === null ? [{ label: w('kept'), value: w('kept_no') }] : []),
                ...(importer ? [{ label: w('where'), value: label(importer.where, language) }] : []),
              ]}
            />
            <Findings {...{ file, visit, w }} />
            {can(tx.actor, 'administer') ? (
              <p>
                <LinkButton kind="plain" href={`${sourceAddress(file.id)}/remove`}>
                  {w('remove')}
                </LinkButton>
              </p>
            ) : null}
          </>
        ),
      })
    }),
})

function Findings({
  file,
  visit,
  w,
}: {
  readonly file: SourceFile
  readonly visit: Visit
  readonly w: SourceWords
}) {
  return (
    <Section title={w('findings')} id="findings">
      {file.findings.length === 0 ? (
        <p>{w('no_findings')}</p>
      ) : (
        <Table
          caption={w('findings')}
          captionHidden
          columns={[
            { key: 'what', label: w('findings'), heading: true },
            { key: 'count', label: w('times'), numeric: true },
            { key: 'examples', label: w('examples') },
          ]}
          rows={file.findings.map((finding) => ({
            key: finding.what.en,
            cells: {
              what: label(finding.what, visit.language),
              count: count(finding.count, visit.language),
              examples:
                finding.examples.length === 0 ? (
                  ''
                ) : (
                  <ul className="list" dir="auto">
                    {finding.examples.map((example) => (
                      <li key={example}>{example}</li>
                    ))}
                  </ul>
                ),
            },
          }))}
        />
      )}
    </Section>
  )
}

/** The file itself, byte for byte. */
export const fileContent = route({
  method: 'get',
  path: `${path}/content`,
  may: 'export',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { file } = await fileOf(tx, visit)
      if (file.kept === null) throw new Problem('not_found')
      const content = await visit.house.files.open(tx, file.kept)
      await writeLedger(tx, 'export.run', file.id, { observatory: 'file', dataset: file.dataset })
      return stream(content.stream, file.name, 'application/octet-stream')
    }),
})

/** What taking a file out means, and the reason for it. */
export const removePage = route({
  method: 'get',
  path: `${path}/remove`,
  may: 'administer',
  handle: (visit) => visit.within((tx) => removeForm(visit, tx, null)),
})

/** Takes a file out. */
export const removeOne = route({
  method: 'post',
  path: `${path}/remove`,
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = sourceWords(visit.language)
      const reason = visit.form.get('reason').trim().slice(0, 1000)
      if (reason === '') return removeForm(visit, tx, w('error_reason'))
      await removeFile(tx, visit.house.files, visit.params['id'] ?? '', reason)
      return redirect(sourcesAddress)
    }),
})

async function removeForm(visit: Visit, tx: Tx, error: string | null): Promise<Response> {
  const w = sourceWords(visit.language)
  const { file, all } = await fileOf(tx, visit)
  const before = file.supersededBy === null && all.some(({ supersededBy }) => supersededBy === file.id)
  return workspacePage(visit, {
    title: w('remove_title', { name: file.name }),
    lede: w('remove_lede'),
    status: error === null ? 200 : 422,
    breadcrumbs: [
      { href: sourcesAddress, label: w('sources') },
      { href: sourceAddress(file.id), label: file.name },
    ],
    children: (
      <Form action={`${sourceAddress(file.id)}/remove`} csrf={visit.session?.formToken ?? ''}>
        <FormErrors
          title={w('errors')}
          errors={error === null ? [] : [{ fieldId: 'reason', message: error }]}
        />
        <Notice kind="warning">
          <p>{w('remove_what', { rows: file.rows })}</p>
          {before ? <p>{w('remove_before')}</p> : null}
        </Notice>
        <TextInput
          id="reason"
          name="reason"
          label={w('remove_reason')}
          hint={w('remove_reason_hint')}
          error={error ?? undefined}
          maxLength={1000}
          required
        />
        <FormActions>
          <Button kind="warning">{w('remove_button')}</Button>
          <LinkButton kind="plain" href={sourceAddress(file.id)}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}
