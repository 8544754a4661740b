import { type Visit, redirect, route } from '#platform/http'
import { enqueueJob } from '#platform/jobs'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  Button,
  FileInput,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Select,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { sourcesAddress } from '../addresses.ts'
import type { DatasetImporter } from '../importer.ts'
import { knownImporters } from '../known-importers.ts'
import { sourceWords } from '../messages.ts'
import { readHeadOf } from '../read-head.ts'
import { importerOf, recogniseOrRefuse } from '../recognise.ts'

const path = `${sourcesAddress}/add`
const mostBytes = 1024 ** 3

type FormError = { readonly fieldId: string; readonly message: string }

/** A file, what it is, and which edition. */
export const addPage = route({
  method: 'get',
  path,
  may: 'write',
  handle: async (visit) => formPage(visit, await knownImporters(), []),
})

/** Keeps the file encrypted and asks for its reading; what nobody recognises is told at once. */
export const addFile = route({
  method: 'post',
  path,
  may: 'write',
  bodyLimit: mostBytes,
  hiddenUploads: true,
  handle: async (visit) => {
    const w = sourceWords(visit.language)
    const importers = await knownImporters()
    const { form } = visit
    const file = form.files.find(({ field }) => field === 'file')
    const refuse = (fieldId: string, message: string) => formPage(visit, importers, [{ fieldId, message }])
    if (!file || file.name === '') return refuse('file', w('error_no_file'))
    if (file.size === 0) return refuse('file', w('error_empty'))
    let importer: DatasetImporter
    try {
      importer = form.get('kind')
        ? importerOf(importers, form.get('kind'))
        : recogniseOrRefuse(importers, await readHeadOf(file.content(), file.name))
    } catch (error) {
      if (!(error instanceof Problem) || !error.explanation) throw error
      return refuse('kind', error.explanation[visit.language])
    }
    const job = await visit.within(async (tx) => {
      const { id } = await visit.house.files.add(tx, { name: file.name, content: file.content() })
      return enqueueJob(tx, {
        kind: 'observatory-import',
        payload: { upload: id, dataset: importer.dataset, version: form.get('version').trim().slice(0, 200) },
      })
    })
    return redirect(`${sourcesAddress}/imports/${job}`)
  },
})

function formPage(
  visit: Visit,
  importers: readonly DatasetImporter[],
  errors: readonly FormError[],
): Response {
  const w = sourceWords(visit.language)
  const error = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message
  return workspacePage(visit, {
    title: w('add'),
    lede: w('add_lede'),
    status: errors.length > 0 ? 422 : 200,
    breadcrumbs: [{ href: sourcesAddress, label: w('sources') }],
    children: (
      <Form action={path} csrf={visit.session?.formToken ?? ''} files>
        <FormErrors title={w('errors')} errors={errors} />
        <FileInput
          id="file"
          name="file"
          label={w('choose_file')}
          hint={w('choose_file_hint')}
          error={error('file')}
          required
        />
        <Select
          id="kind"
          name="kind"
          label={w('kind')}
          empty={w('kind_auto')}
          value={visit.form.get('kind') || visit.url.searchParams.get('kind') || ''}
          options={importers.map((one) => ({ value: one.dataset, label: label(one.label, visit.language) }))}
          error={error('kind')}
        />
        <TextInput
          id="version"
          name="version"
          label={w('version_typed')}
          mark={w('optional')}
          hint={w('version_hint')}
          value={visit.form.get('version')}
          maxLength={200}
        />
        <FormActions>
          <Button kind="primary">{w('read_it')}</Button>
          <LinkButton kind="plain" href={sourcesAddress}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}
