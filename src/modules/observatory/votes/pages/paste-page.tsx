import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { polities, polity, polityName } from '#catalogue/polities'
import { type Visit, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  Form,
  FormActions,
  FormErrors,
  Notice,
  Section,
  Select,
  Table,
  TextArea,
  TextInput,
} from '#web/components'
import { attempt, errorList, type Refused, workspacePage } from '#web/workspace'
import { importFile } from '../../sources/import-file.ts'
import { readHead } from '../../sources/read-head.ts'
import { pasteAddress, rollCallAddress, votesAddress } from '../addresses.ts'
import { oas } from '../importers/oas.ts'
import { isoDay } from '../importers/read-cells.ts'
import { bodyName, type VoteWords, voteWords } from '../messages.ts'
import { oasBodies, type OasText, writeOasText } from '../prose/oas-text.ts'
import { proseBallots } from '../prose/prose-ballots.ts'
import { proseLists, type ProseList, type ProseVote, readProse } from '../prose/read-prose.ts'
import { crumb } from './list-page.tsx'

/** Minutes of one vote are a page or two. */
const longest = 50_000

interface Typed {
  readonly body: string
  readonly day: string
  readonly symbol: string
  readonly session: string
  readonly title: string
  readonly words: string
  /** What a person said of names that were not sure, by the name as it is written. */
  readonly names: ReadonlyMap<string, string>
}

const nothing: Typed = {
  body: 'oas-pc',
  day: '',
  symbol: '',
  session: '',
  title: '',
  words: '',
  names: new Map(),
}

function readTyped({ form }: Visit): Typed {
  const get = (name: string, most: number) => form.get(name).trim().slice(0, most)
  const written = form.all('name')
  const codes = form.all('code')
  return {
    body: oasBodies.find((one) => one === get('body', 20)) ?? 'oas-pc',
    day: get('day', 20),
    symbol: get('symbol', 100),
    session: get('session', 100),
    title: get('title', 500),
    words: get('words', longest),
    names: new Map(
      written.flatMap((name, i) => (polity(codes[i] ?? '') ? [[name, codes[i] ?? ''] as const] : [])),
    ),
  }
}

const listWord = { yes: 'yes', no: 'no', abstain: 'abstained', absent: 'silent' } as const satisfies Record<
  ProseList,
  Parameters<VoteWords>[0]
>

const form = route({
  method: 'get',
  path: pasteAddress,
  may: 'write',
  handle: (visit) =>
    visit.within(async () => {
      const w = voteWords(visit.language)
      return workspacePage(visit, {
        ...frame(w),
        children: <Entry {...{ visit, w }} typed={nothing} refused={null} button={w('paste_read')} />,
      })
    }),
})

const frame = (w: VoteWords) => ({
  title: w('paste'),
  lede: w('paste_lede'),
  breadcrumbs: [crumb(w), { href: votesAddress, label: w('votes') }],
})

const read = route({
  method: 'post',
  path: pasteAddress,
  may: 'write',
  handle: (visit) => {
    const w = voteWords(visit.language)
    const typed = readTyped(visit)
    const keep = visit.form.get('keep') === '1'
    const shown = (refused: Refused | null) => {
      const vote = readProse(typed.words, isoDay(typed.day) || undefined)
      return workspacePage(visit, {
        ...frame(w),
        children: (
          <>
            {refused === null && vote.found.length === 0 ? (
              <Notice kind="warning">{w('paste_no_lists')}</Notice>
            ) : null}
            <Entry
              {...{ visit, w, typed, refused }}
              vote={vote}
              button={vote.found.length === 0 ? w('paste_read') : w('paste_again')}
            />
          </>
        ),
      })
    }
    return attempt(
      visit,
      async (tx) => {
        check(typed)
        return keep ? await keepIt(visit, tx, typed) : shown(null)
      },
      (_, refused) => shown(refused),
      ['invalid', 'malformed'],
    )
  },
})

const field = (name: string, message: { readonly en: string; readonly es: string; readonly ca: string }) => ({
  field: name,
  message,
})

const inAll = (key: Parameters<VoteWords>[0]) => ({
  en: voteWords('en')(key),
  es: voteWords('es')(key),
  ca: voteWords('ca')(key),
})

function check(typed: Typed): void {
  const fields = [
    ...(isoDay(typed.day) === '' ? [field('day', inAll('paste_day_bad'))] : []),
    ...(typed.title === '' ? [field('title', inAll('paste_title_bad'))] : []),
    ...(typed.words === '' ? [field('words', inAll('paste_no_lists'))] : []),
  ]
  if (fields.length > 0) throw new Problem('invalid', { fields })
}

/** Keeps what was read as a file of ours, so that it is read, replaced and taken out as any other. */
async function keepIt(visit: Visit, tx: Tx, typed: Typed): Promise<Response> {
  const text: Omit<OasText, 'line'> = { ...typed, day: isoDay(typed.day) }
  const folder = await mkdtemp(join(visit.house.scratch, 'oas-'))
  try {
    const path = join(folder, `${typed.body}-${text.day}.txt`)
    await writeFile(path, writeOasText(text))
    const { fileId } = await importFile(tx, oas, { path, head: await readHead(path) })
    const { rows } = await sql<{ readonly id: string }>`
      select id from observatory_roll_call where org_id = ${tx.actor.orgId}::uuid and file_id = ${fileId}::uuid limit 1`.execute(
      tx.sql,
    )
    return redirect(rows[0] ? rollCallAddress(rows[0].id) : votesAddress)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function Entry(props: {
  readonly visit: Visit
  readonly w: VoteWords
  readonly typed: Typed
  readonly refused: Refused | null
  readonly vote?: ProseVote
  readonly button: string
}) {
  const { visit, w, typed, refused, vote, button } = props
  const error = (name: string) => refused?.errors[name]
  return (
    <Form action={pasteAddress} csrf={visit.session?.formToken ?? ''} confirmLeave>
      {refused ? <FormErrors title={w('paste_check')} errors={errorList(refused)} /> : null}
      {vote && vote.found.length > 0 ? <Preview {...{ visit, w, typed, vote }} /> : null}
      <TextArea
        id="words"
        name="words"
        label={w('paste_text')}
        hint={w('paste_text_hint')}
        value={typed.words}
        rows={10}
        maxLength={longest}
        error={error('words')}
      />
      <Select
        id="body"
        name="body"
        label={w('body')}
        value={typed.body}
        options={oasBodies.map((value) => ({ value, label: bodyName(w, value) }))}
      />
      <TextInput
        id="day"
        name="day"
        label={w('day')}
        hint={w('day_hint')}
        value={typed.day}
        short
        error={error('day')}
      />
      <TextInput
        id="title"
        name="title"
        label={w('paste_title')}
        value={typed.title}
        maxLength={500}
        error={error('title')}
      />
      <TextInput id="symbol" name="symbol" label={w('symbol')} value={typed.symbol} maxLength={100} />
      <TextInput id="session" name="session" label={w('session')} value={typed.session} maxLength={100} />
      <FormActions>
        {/* The first button is the one that the Enter key presses: it keeps nothing. */}
        <Button>{button}</Button>
        {vote && vote.found.length > 0 ? (
          <Button kind="primary" name="keep" value="1">
            {w('paste_keep')}
          </Button>
        ) : null}
      </FormActions>
    </Form>
  )
}

/** What was read: totals against the text's, names that are not sure, and everybody in their list. */
function Preview({
  visit,
  w,
  typed,
  vote,
}: {
  readonly visit: Visit
  readonly w: VoteWords
  readonly typed: Typed
  readonly vote: ProseVote
}) {
  const { language } = visit
  const { counted, twice } = proseBallots(vote, typed.names, 1)
  const unsure = proseLists.flatMap((list) =>
    vote.names[list].filter(({ code }) => code === null).map((one) => ({ ...one, list })),
  )
  const differing = proseLists.filter(
    (list) => vote.totals[list] !== null && vote.totals[list] !== counted[list],
  )
  const stated = proseLists.some((list) => vote.totals[list] !== null)
  const all = polities
    .map(({ code }) => ({ value: code, label: polityName(code, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
  return (
    <Section title={w('paste_check')} id="check">
      {twice.length > 0 ? (
        <Notice kind="danger">
          {twice.map((code) => w('paste_twice', { name: polityName(code, language) })).join(' ')}
        </Notice>
      ) : null}
      {differing.map((list) => (
        <Notice key={list} kind="warning">
          {w('paste_sum', { list: w(listWord[list]), said: vote.totals[list] ?? 0, count: counted[list] })}
        </Notice>
      ))}
      {differing.length === 0 ? (
        <Notice kind={stated ? 'success' : 'info'}>
          {w(stated ? 'paste_sums_agree' : 'paste_no_totals')}
        </Notice>
      ) : null}
      {unsure.length > 0 ? (
        <Section title={w('paste_names')} id="names">
          <p>{w('paste_names_text')}</p>
          {unsure.map(({ text, candidates, list }, i) => (
            <div key={`${list} ${text}`}>
              <input type="hidden" name="name" value={text} />
              <Select
                id={`code-${i}`}
                name="code"
                label={`${text} (${w(listWord[list])})`}
                empty={w('paste_leave')}
                value={typed.names.get(text) ?? ''}
                options={[
                  ...candidates.map((code) => ({ value: code, label: polityName(code, language) })),
                  ...all.filter(({ value }) => !candidates.includes(value)),
                ]}
              />
            </div>
          ))}
        </Section>
      ) : null}
      <Table
        caption={w('states')}
        captionHidden
        columns={[
          { key: 'list', label: w('vote'), heading: true },
          { key: 'count', label: w('paste_count'), numeric: true },
          { key: 'names', label: w('paste_who') },
        ]}
        rows={proseLists
          .filter((list) => vote.names[list].length > 0)
          .map((list) => ({
            key: list,
            cells: {
              list: w(listWord[list]),
              count: counted[list],
              names: vote.names[list]
                .flatMap(({ text, code }) => {
                  const known = typed.names.get(text) ?? code
                  return known === null ? [] : [polityName(known, language)]
                })
                .join(', '),
            },
          }))}
      />
    </Section>
  )
}

/** A roll call pasted from words: read, looked at, kept. Works without scripts. */
export const pasteRoutes = [form, read]
