import { type Visit, redirect, route } from '#platform/http'
import { Button, EmptyState, FileInput, Form, FormActions, FormErrors, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { eraseGiven, giveTable } from '../actions/given-tables.ts'
import { indicatorsAddress, profilesAddress } from '../addresses.ts'
import { indicatorWords } from '../messages.ts'
import { readProfiles, type SavedProfile } from '../profiles/saved.ts'

/** A table of one's own, of states and years, is never larger. */
const mostBytes = 100 * 1024 ** 2

/** The profiles of the organisation, and where a table begins. */
export const profilesPage = route({
  method: 'get',
  path: profilesAddress,
  may: 'write',
  handle: (visit) => visit.within(async (tx) => listPage(visit, await readProfiles(tx), null)),
})

/** Keeps the table encrypted, and leads to its columns. */
export const uploadTable = route({
  method: 'post',
  path: profilesAddress,
  may: 'write',
  bodyLimit: mostBytes,
  hiddenUploads: true,
  handle: async (visit) => {
    const w = indicatorWords(visit.language)
    const file = visit.form.files.find(({ field }) => field === 'file')
    if (!file || file.size === 0)
      return visit.within(async (tx) => listPage(visit, await readProfiles(tx), w('error_file')))
    const id = await visit.within(async (tx) => {
      await eraseGiven(tx, visit.house.files)
      const added = await visit.house.files.add(tx, { name: file.name, content: file.content() })
      await giveTable(tx, added.id)
      return added.id
    })
    return redirect(`${profilesAddress}/tables/${id}`)
  },
})

function listPage(visit: Visit, profiles: readonly SavedProfile[], error: string | null): Response {
  const w = indicatorWords(visit.language)
  return workspacePage(visit, {
    title: w('own_table'),
    lede: w('own_lede'),
    status: error === null ? 200 : 422,
    breadcrumbs: [{ href: indicatorsAddress, label: w('indicators') }],
    children: (
      <>
        <Form action={profilesAddress} csrf={visit.session?.formToken ?? ''} files>
          <FormErrors
            title={w('errors')}
            errors={error === null ? [] : [{ fieldId: 'file', message: error }]}
          />
          <FileInput
            id="file"
            name="file"
            label={w('table_file')}
            hint={w('table_hint')}
            error={error ?? undefined}
            accept=".csv,.tsv,.txt"
            required
          />
          <FormActions>
            <Button kind="primary">{w('see_columns')}</Button>
          </FormActions>
        </Form>
        <Section id="saved" title={w('saved_profiles')}>
          {profiles.length === 0 ? (
            <EmptyState title={w('no_profiles')}>{w('no_profiles_text')}</EmptyState>
          ) : (
            <Table
              caption={w('saved_profiles')}
              captionHidden
              columns={[
                { key: 'label', label: w('table_name'), heading: true },
                { key: 'name', label: w('profile_name') },
                { key: 'series', label: w('measures') },
                { key: 'changed', label: w('changed') },
              ]}
              rows={profiles.map((profile) => ({
                key: profile.name,
                cells: {
                  label: profile.label,
                  name: <code>{profile.name}</code>,
                  series: profile.reading.series.map(({ series }) => series.label[visit.language]).join(', '),
                  changed: `${profile.changedAt.toLocaleDateString(visit.language)}, ${profile.by}`,
                },
              }))}
            />
          )}
        </Section>
      </>
    ),
  })
}
