import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { isId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import {
  type Tx,
  compareValues,
  fieldOf,
  listRecords,
  mergeRecords,
  readRecord,
  typeOf,
} from '#platform/records'
import { Button, Checkboxes, Form, FormActions, LinkButton, SearchBox, Section, Table } from '#web/components'
import { ShowValue } from '#web/records'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'

async function mergeScreen(visit: Visit, tx: Tx): Promise<Response> {
  const { language, url } = visit
  const w = words(language)
  const kept = await readRecord(tx, visit.params['id'] ?? '')
  const type = typeOf(tx, kept.type)
  const path = `/workspace/record/${kept.id}/merge`
  const withId = url.searchParams.get('with') ?? ''
  const text = url.searchParams.get('q') ?? kept.title
  const lost = isId(withId) && withId !== kept.id ? await readRecord(tx, withId) : null
  const found = lost ? null : await listRecords(tx, { type: type.name, text, limit: 20 })
  const similar =
    lost || !found || found.count > 1
      ? found
      : await listRecords(tx, { type: type.name, text: text.split(' ').slice(0, 1).join(' '), limit: 20 })
  return workspacePage(visit, {
    title: w('merge_title'),
    lede: w('merge_lede'),
    breadcrumbs: [
      { href: `/workspace/records/${type.name}`, label: label(type.plural, language) },
      { href: `/workspace/record/${kept.id}`, label: kept.title },
    ],
    children: lost ? (
      <Form action={path} csrf={visit.session?.formToken ?? ''}>
        <input type="hidden" name="lose" value={lost.id} />
        <Table
          caption={w('merge_title')}
          captionHidden
          columns={[
            { key: 'field', label: w('field'), heading: true },
            { key: 'kept', label: `${w('kept')}: ${kept.title}` },
            { key: 'lost', label: `${w('lost')}: ${lost.title}` },
          ]}
          rows={compareValues(kept.values, lost.values).flatMap(({ field: name }) => {
            const field = fieldOf(type, name)
            if (!field) return []
            const show = (record: typeof kept) => (
              <ShowValue
                field={field}
                value={record.values[name]}
                schema={tx.schema}
                language={language}
                linked={record.linked}
              />
            )
            const both = kept.values[name] !== undefined && lost.values[name] !== undefined && !field.multiple
            return [
              {
                key: name,
                cells: {
                  field: label(field.label, language),
                  kept: show(kept),
                  lost: (
                    <>
                      {show(lost)}
                      {both ? (
                        <Checkboxes
                          id={`choose-${name}`}
                          name="choose"
                          label={label(field.label, language)}
                          labelHidden
                          options={[{ value: name, label: w('merge_take') }]}
                        />
                      ) : null}
                    </>
                  ),
                },
              },
            ]
          })}
        />
        <FormActions>
          <Button kind="primary">{w('merge_do')}</Button>
          <LinkButton kind="plain" href={`/workspace/record/${kept.id}`}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ) : (
      <Section title={w('merge_find')}>
        <SearchBox
          id="merge-search"
          action={path}
          label={w('merge_find')}
          button={w('search')}
          value={text}
        />
        <ul className="list">
          {(similar ?? found)?.rows
            .filter((row) => row.id !== kept.id)
            .map((row) => (
              <li key={row.id}>
                <a href={`${path}?with=${row.id}`}>{row.title}</a>
              </li>
            ))}
        </ul>
      </Section>
    ),
  })
}

/** Two records that are one. */
export const mergeRoutes = [
  route({
    method: 'get',
    path: '/workspace/record/:id/merge',
    may: 'write',
    handle: (visit) => visit.within((tx) => mergeScreen(visit, tx)),
  }),
  route({
    method: 'post',
    path: '/workspace/record/:id/merge',
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        const keep = visit.params['id'] ?? ''
        const { id } = await mergeRecords(tx, {
          keep,
          lose: visit.form.get('lose'),
          choose: visit.form.all('choose'),
        })
        await writeLedger(tx, 'record.merge', keep, { merge: id })
        return redirect(`/workspace/record/${keep}`)
      }),
  }),
]
