import { countryName } from '#catalogue/countries'
import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { type Language, label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import {
  Button,
  Checkboxes,
  Details,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Notice,
  Section,
  Table,
  TextArea,
  TextInput,
} from '#web/components'
import { type Refused, attempt, errorList, workspacePage } from '#web/workspace'
import { addProcedure, decideMargin } from '../actions/decide-in-book.ts'
import { asylumWords } from '../messages.ts'
import { readBook, unverifiedRules } from '../procedures/book.ts'
import { nameOf } from '../procedures/procedure.ts'
import { at } from './addresses.ts'
import { Decided } from './decided.tsx'

/** A country in words. */
export const countryInWords = (code: string, language: Language): string => countryName(code, language)

async function listScreen(visit: Visit, tx: Tx, refused: Refused | null): Promise<Response> {
  const { language, url } = visit
  const w = asylumWords(language)
  const book = await readBook(tx)
  const administers = can(tx.actor, 'administer')
  const countries = [
    ...new Set([...[...book.procedures.values()].map(({ country }) => country), ...book.calendars.keys()]),
  ]
  return workspacePage(visit, {
    title: w('procedures'),
    lede: w('procedures_lede'),
    status: refused ? 422 : 200,
    breadcrumbs: [{ href: at.list, label: w('list_title') }],
    notices: (
      <>
        {url.searchParams.has('saved') ? <Notice kind="success">{w('saved')}</Notice> : null}
        <FormErrors title={w('errors')} errors={errorList(refused)} />
      </>
    ),
    actions: administers ? (
      <LinkButton kind="primary" href={`${at.procedures}/new`}>
        {w('new_procedure')}
      </LinkButton>
    ) : null,
    children: (
      <>
        <Table
          caption={w('procedures')}
          captionHidden
          columns={[
            { key: 'name', label: w('procedure'), heading: true },
            { key: 'country', label: w('country') },
            { key: 'rules', label: w('rules'), numeric: true },
            { key: 'unverified', label: w('to_verify'), numeric: true },
            { key: 'from', label: w('sources') },
          ]}
          rows={[...book.procedures.values()].map((one) => ({
            key: one.id,
            cells: {
              name: <a href={at.procedure(one.id)}>{nameOf(one.name, language)}</a>,
              country: countryInWords(one.country, language),
              rules: one.rules.length,
              unverified: unverifiedRules(one).length,
              from: one.own
                ? `${w('own_procedure')}, ${w('version_n', { version: one.version })}`
                : w('shipped_procedure', { version: one.version }),
            },
          }))}
        />
        <Section id="calendars" title={w('calendar_short')}>
          <ul className="list">
            {countries.map((country) => (
              <li key={country}>
                <a href={at.calendar(country)}>{countryInWords(country, language)}</a>
              </li>
            ))}
          </ul>
        </Section>
        <Section id="margin" title={w('margin')}>
          <p>{w('margin_words', { days: book.margin })}</p>
          {administers ? (
            <Details summary={w('margin_do')} open={refused !== null}>
              <Form action={`${at.procedures}/margin`} csrf={visit.session?.formToken ?? ''}>
                <TextInput
                  id="days"
                  name="days"
                  label={w('margin_days')}
                  value={refused?.typed('days') ?? String(book.margin)}
                  error={refused?.errors['days']}
                  short
                  inputMode="numeric"
                  maxLength={2}
                />
                <TextInput
                  id="reason"
                  name="reason"
                  label={w('reason')}
                  value={refused?.typed('reason')}
                  error={refused?.errors['reason']}
                  maxLength={500}
                />
                <p>
                  <Button>{w('margin_do')}</Button>
                </p>
              </Form>
            </Details>
          ) : null}
          <Decided entries={book.entries.filter(({ kind }) => kind === 'margin')} {...{ language, w }} />
        </Section>
      </>
    ),
  })
}

async function newScreen(visit: Visit, tx: Tx, refused: Refused | null): Promise<Response> {
  const { language } = visit
  const w = asylumWords(language)
  const steps = [...(tx.schema.vocabularies.get('asylum_steps')?.byCode.values() ?? [])].filter(
    ({ retired }) => !retired,
  )
  const input = (
    name: string,
    text: string,
    more: { readonly hint?: string; readonly max?: number } = {},
  ) => (
    <TextInput
      id={name}
      name={name}
      label={text}
      hint={more.hint}
      value={refused?.typed(name)}
      error={refused?.errors[name]}
      maxLength={more.max ?? 200}
    />
  )
  return workspacePage(visit, {
    title: w('new_procedure'),
    lede: w('new_procedure_lede'),
    status: refused ? 422 : 200,
    breadcrumbs: [{ href: at.procedures, label: w('procedures') }],
    notices: <FormErrors title={w('errors')} errors={errorList(refused)} />,
    children: (
      <Form action={`${at.procedures}/new`} csrf={visit.session?.formToken ?? ''}>
        {input('id', w('code'), { hint: w('code_hint'), max: 43 })}
        {input('country', w('country_code'), { max: 2 })}
        {input('zone', w('zone'), { hint: w('zone_hint'), max: 60 })}
        {input('name', w('name_en'))}
        {input('name_es', w('name_es'))}
        {input('name_ca', w('name_ca'))}
        {input('body', w('body'))}
        <TextArea
          id="law"
          name="law"
          label={w('law')}
          value={refused?.typed('law')}
          error={refused?.errors['law']}
          rows={2}
          maxLength={2_000}
        />
        <Checkboxes
          id="steps"
          name="steps"
          label={w('steps')}
          hint={w('steps_hint')}
          error={refused?.errors['steps']}
          values={refused?.all('steps') ?? ['request', 'interview', 'decision', 'appeal']}
          options={steps.map(({ code, label: words }) => ({
            value: code,
            label: label(words, language) || code,
          }))}
        />
        {input('reason', w('reason'), { max: 500 })}
        <FormActions>
          <Button kind="primary">{w('save')}</Button>
          <LinkButton kind="plain" href={at.procedures}>
            {w('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    ),
  })
}

const newPath = `${at.procedures}/new`

export const proceduresRoutes = [
  route({
    method: 'get',
    path: at.procedures,
    may: 'read',
    handle: (visit) => visit.within((tx) => listScreen(visit, tx, null)),
  }),
  route({
    method: 'get',
    path: newPath,
    may: 'administer',
    handle: (visit) => visit.within((tx) => newScreen(visit, tx, null)),
  }),
  route({
    method: 'post',
    path: newPath,
    may: 'administer',
    handle: (visit) => {
      const { form } = visit
      const text = (name: string) => form.get(name).trim()
      return attempt(
        visit,
        async (tx) => {
          await addProcedure(tx, visit.house.shipped, {
            id: text('id'),
            definition: {
              country: text('country').toUpperCase(),
              zone: text('zone'),
              name: { en: text('name'), es: text('name_es'), ca: text('name_ca') },
              body: text('body'),
              law: text('law'),
              steps: [...form.all('steps')],
            },
            reason: form.get('reason'),
          })
          return redirect(`${at.procedure(text('id'))}?saved=1`)
        },
        (tx, refused) => newScreen(visit, tx, refused),
      )
    },
  }),
  route({
    method: 'post',
    path: `${at.procedures}/margin`,
    may: 'administer',
    handle: (visit) =>
      attempt(
        visit,
        async (tx) => {
          const days = visit.form.get('days').trim()
          await decideMargin(tx, {
            days: /^\d{1,2}$/.test(days) ? Number(days) : -1,
            reason: visit.form.get('reason'),
          })
          return redirect(`${at.procedures}?saved=1`)
        },
        (tx, refused) => listScreen(visit, tx, refused),
      ),
  }),
]
