import { can } from '#platform/access'
import { formatDate } from '#platform/dates'
import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import {
  type ListRow,
  type RecordView,
  type Tx,
  countFacets,
  listRecords,
  readRecord,
  readRecords,
  valuesOf,
} from '#platform/records'
import {
  Button,
  Columns,
  EmptyState,
  Facets,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Table,
  Tag,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { endLink } from '../actions/end-link.ts'
import { type Sent, mostAtOnce, sendText } from '../actions/send-text.ts'
import { type PressWords, pressWords } from '../messages.ts'
import { readApproved, readDeliveries } from '../queries/deliveries.ts'
import { plain } from '../../publications/plain.ts'

const path = '/workspace/publications'
const filterNames = ['beats', 'country', 'languages', 'standing'] as const

async function textOf(visit: Visit, tx: Tx): Promise<RecordView> {
  const record = await readRecord(tx, visit.params['id'] ?? '')
  if (record.type !== 'public_text' || record.deletedAt) throw new Problem('not_found')
  return record
}

/** The label of a key of a journalist's field. */
function keyLabel(tx: Tx, field: string, key: string, language: 'en' | 'es' | 'ca'): string {
  const type = tx.schema.types.get('journalist')
  const found = type?.fields.find(({ name }) => name === field)
  const option = found?.options?.find(({ code }) => code === key)
  if (option) return option.label[language]
  const term = tx.schema.vocabularies.get(found?.vocabulary ?? '')?.byCode.get(key)
  return term?.label[language] ?? term?.label.en ?? key
}

/** To whom a text goes: the press list by beat, country and language; who left it is not on it. */
const sendRoute = route({
  method: 'get',
  path: `${path}/:id/send`,
  may: 'publish',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { url, language } = visit
      const w = pressWords(language)
      const text = await textOf(visit, tx)
      const approved = await readApproved(tx, text.id)
      const chosen = Object.fromEntries(
        filterNames.flatMap((name) => {
          const key = url.searchParams.get(name)
          return key ? [[name, [key]]] : []
        }),
      ) as Readonly<Record<string, readonly string[]>>
      const query = { type: 'journalist', filters: chosen }
      const { fields } = await countFacets(tx, query, false)
      const { rows, more } = await listRecords(tx, { ...query, sort: 'name', limit: mostAtOnce })
      const had = new Set((await readDeliveries(tx, text.id)).map(({ journalistId }) => journalistId))
      const today = new Date().toISOString().slice(0, 10)
      const able = rows.filter(({ values }) => (plain(values['left_on']) || '9999') > today)
      // The address is of a class of its own, which the rows of a list do not have.
      const whole = new Map(
        (
          await readRecords(
            tx,
            able.map(({ id }) => id),
          )
        ).map((one) => [one.id, one]),
      )
      const link = (name: string, key: string | null) => {
        const search = new URLSearchParams(url.searchParams)
        if (key === null) search.delete(name)
        else search.set(name, key)
        return `${path}/${text.id}/send?${search}`
      }
      return workspacePage(visit, {
        title: w('send_title'),
        lede: w('send_lede'),
        fictitious: text.fictitious,
        breadcrumbs: [
          { href: path, label: w('publications') },
          { href: `${path}/${text.id}`, label: text.title },
        ],
        notices: (
          <>
            {approved ? null : <Notice kind="warning">{w('refused_not_approved')}</Notice>}
            {text.fictitious ? <Notice>{w('fictitious_text')}</Notice> : null}
            {more ? <Notice>{w('first_only', { count: mostAtOnce })}</Notice> : null}
          </>
        ),
        children: (
          <Columns
            asideAt="start"
            aside={
              <Facets
                label={w('filters')}
                labels={{ remove: w('all') }}
                groups={filterNames.map((name) => ({
                  label: w(`filter_${name}`),
                  values: (fields[name] ?? []).map(({ key, count }) => ({
                    label: keyLabel(tx, name, key, language),
                    href: link(name, chosen[name]?.[0] === key ? null : key),
                    count: String(count),
                    chosen: chosen[name]?.[0] === key,
                  })),
                }))}
              />
            }
            main={
              able.length === 0 ? (
                <EmptyState title={w('nobody')}>
                  {w('nobody_text')} <a href="/workspace/records/journalist/new">{w('add_journalist')}</a>
                </EmptyState>
              ) : (
                <Form
                  action={`${path}/${text.id}/send`}
                  csrf={visit.session?.formToken ?? ''}
                  label={w('send_title')}
                >
                  <JournalistTable {...{ rows: able, whole, had, tx, w, language }} />
                  <FormActions>
                    <Button kind="primary" name="way" value="mail" disabled={!approved || text.fictitious}>
                      {w('send_mail')}
                    </Button>
                    <Button name="way" value="hand" disabled={!approved}>
                      {w('make_links')}
                    </Button>
                    <LinkButton kind="plain" href={`${path}/${text.id}`}>
                      {w('cancel')}
                    </LinkButton>
                  </FormActions>
                </Form>
              )
            }
          />
        ),
      })
    }),
})

function JournalistTable(props: {
  readonly rows: readonly ListRow[]
  readonly whole: ReadonlyMap<string, RecordView>
  readonly had: ReadonlySet<string>
  readonly tx: Tx
  readonly w: PressWords
  readonly language: 'en' | 'es' | 'ca'
}) {
  const { rows, whole, had, tx, w, language } = props
  const said = (row: ListRow, name: string) =>
    valuesOf(row.values[name])
      .map((one) => keyLabel(tx, name, String(one), language))
      .join(', ')
  return (
    <Table
      caption={w('journalists')}
      captionHidden
      columns={[
        { key: 'who', label: w('journalist'), heading: true },
        { key: 'outlets', label: w('outlets') },
        { key: 'beats', label: w('filter_beats') },
        { key: 'languages', label: w('filter_languages') },
        { key: 'last', label: w('last_contact'), nowrap: true },
        { key: 'state', label: w('state') },
      ]}
      rows={rows.map((row) => {
        const mail = whole.get(row.id)?.values['mail']
        return {
          key: row.id,
          cells: {
            who: (
              <label>
                <input type="checkbox" name="journalist" value={row.id} /> <bdi>{row.title}</bdi>
              </label>
            ),
            outlets: valuesOf(row.values['outlets']).join(', '),
            beats: said(row, 'beats'),
            languages: said(row, 'languages'),
            last: plain(row.values['last_contact'])
              ? formatDate(plain(row.values['last_contact']), language)
              : '',
            state: (
              <>
                {had.has(row.id) ? <Tag>{w('had_already')}</Tag> : null}
                {mail ? null : <span className="quiet">{w('no_address')}</span>}
              </>
            ),
          },
        }
      })}
    />
  )
}

const sendAction = route({
  method: 'post',
  path: `${path}/:id/send`,
  may: 'publish',
  handle: (visit) =>
    visit.within(async (tx) => {
      const text = await textOf(visit, tx)
      const way = visit.form.get('way') === 'hand' ? 'hand' : 'mail'
      const sent = await sendText(tx, { textId: text.id, journalists: visit.form.all('journalist'), way })
      return way === 'mail'
        ? redirect(`${path}/${text.id}#press`)
        : linksPage(visit, text, sent, visit.house.origins[0] ?? visit.url.origin)
    }),
})

/** The links that are handed over, shown this once: only their hashes are kept. */
function linksPage(visit: Visit, text: RecordView, sent: readonly Sent[], origin: string): Response {
  const w = pressWords(visit.language)
  return workspacePage(visit, {
    title: w('links_title'),
    lede: w('links_lede'),
    fictitious: text.fictitious,
    breadcrumbs: [
      { href: path, label: w('publications') },
      { href: `${path}/${text.id}`, label: text.title },
    ],
    children: (
      <>
        <Table
          caption={w('links_title')}
          captionHidden
          columns={[
            { key: 'who', label: w('journalist'), heading: true },
            { key: 'link', label: w('link') },
          ]}
          rows={sent.map(({ journalistId, name, address }) => ({
            key: journalistId,
            cells: { who: name, link: <code>{`${origin}${address ?? ''}`}</code> },
          }))}
        />
        <p>
          <LinkButton href={`${path}/${text.id}#press`}>{w('back')}</LinkButton>
        </p>
      </>
    ),
  })
}

const endRoute = route({
  method: 'post',
  path: '/workspace/press/end',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      if (!can(tx.actor, 'write')) throw new Problem('forbidden')
      return redirect(`${path}/${await endLink(tx, visit.form.get('link'))}#press`)
    }),
})

export const sendRoutes = [sendRoute, sendAction, endRoute]
