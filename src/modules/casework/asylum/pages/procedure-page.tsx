import {
  type Rule,
  anchors,
  confidenceLabels,
  kindLabels,
  sourceOf,
  uncheckedWords,
} from '#catalogue/mechanisms'
import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  Details,
  FactList,
  Form,
  FormErrors,
  LinkButton,
  Notice,
  Section,
  Tag,
  TextInput,
} from '#web/components'
import { type Refused, attempt, errorList, workspacePage } from '#web/workspace'
import { dayInWords } from '../../day.ts'
import { checkRule, removeRule, withdrawCheck, writeRule } from '../actions/decide-in-book.ts'
import { type AsylumWords, asylumWords } from '../messages.ts'
import { type Book, readBook } from '../procedures/book.ts'
import { type Procedure, isVerified, nameOf } from '../procedures/procedure.ts'
import { at } from './addresses.ts'
import { Decided } from './decided.tsx'
import { countryInWords } from './procedures-page.tsx'
import { CheckForm, RuleForm } from './rule-forms.tsx'
import { figureInWords, stepInWords } from './why.ts'

/** Which form came back: that of a rule's check, or the one that adds a rule. */
interface Again extends Refused {
  readonly rule: string | null
}

async function screen(visit: Visit, tx: Tx, refused: Again | null): Promise<Response> {
  const { language, params, url } = visit
  const w = asylumWords(language)
  const book = await readBook(tx)
  const procedure = book.procedures.get(params['id'] ?? '')
  if (!procedure) throw new Problem('not_found')
  const administers = can(tx.actor, 'administer')
  const unplaced = procedure.rules.filter(
    ({ id }) => !procedure.steps.some(({ clocks }) => clocks.includes(id)),
  )
  const part = { visit, tx, procedure, book, administers, refused, w }
  return workspacePage(visit, {
    title: nameOf(procedure.name, language),
    lede: w('procedures_lede'),
    status: refused ? 422 : 200,
    breadcrumbs: [
      { href: at.list, label: w('list_title') },
      { href: at.procedures, label: w('procedures') },
    ],
    notices: (
      <>
        {url.searchParams.has('saved') ? <Notice kind="success">{w('saved')}</Notice> : null}
        <FormErrors
          title={w('errors')}
          errors={errorList(refused, refused?.rule ? `${refused.rule}-` : 'new-')}
        />
      </>
    ),
    actions: <LinkButton href={at.calendar(procedure.country)}>{w('calendar_short')}</LinkButton>,
    children: (
      <>
        <FactList
          facts={[
            { label: w('country'), value: countryInWords(procedure.country, language) },
            { label: w('body'), value: nameOf(procedure.body, language) },
            { label: w('law'), value: procedure.law.join('; ') },
            { label: w('zone'), value: procedure.zone ?? '' },
            {
              label: w('sources'),
              value: procedure.own
                ? `${w('own_procedure')}, ${w('version_n', { version: procedure.version })}`
                : w('shipped_procedure', { version: procedure.version }),
            },
          ].filter(({ value }) => value !== '')}
        />
        {procedure.verify.length > 0 ? (
          <Notice kind="warning" title={w('verify_words')}>
            <ul className="list">
              {procedure.verify.map((words) => (
                <li key={words} lang="en">
                  {words}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {procedure.steps.map(({ id, clocks, text }, index) => (
          <Section key={id} id={`step-${id}`} title={`${index + 1}. ${stepInWords(tx, id, language) || id}`}>
            {text ? (
              <p lang="en" dir="auto">
                {text}
              </p>
            ) : null}
            {procedure.rules
              .filter((rule) => clocks.includes(rule.id))
              .map((rule) => (
                <RulePart key={rule.id} {...part} rule={rule} />
              ))}
          </Section>
        ))}
        {unplaced.map((rule) => (
          <RulePart key={rule.id} {...part} rule={rule} />
        ))}
        {administers && procedure.own ? (
          <Details summary={w('rule_add')} open={refused !== null && refused.rule === null}>
            <RuleForm {...{ visit, tx, procedure }} refused={refused?.rule === null ? refused : null} />
          </Details>
        ) : null}
        <Decided
          entries={book.entries.filter(
            ({ kind, key }) =>
              (kind === 'procedure' && key === procedure.id) ||
              (kind === 'check' && key.startsWith(`${procedure.id}/`)),
          )}
          {...{ language, w }}
        />
      </>
    ),
  })
}

interface Part {
  readonly visit: Visit
  readonly tx: Tx
  readonly procedure: Procedure
  readonly book: Book
  readonly administers: boolean
  readonly refused: Again | null
  readonly w: AsylumWords
  readonly rule: Rule
}

function RulePart(part: Part) {
  const { visit, tx, procedure, book, administers, refused, w, rule } = part
  const { language } = visit
  const event = anchors[rule.anchor]
  const only = procedure.only[rule.id]
  const failed = refused?.rule === rule.id ? refused : null
  const said = [
    figureInWords(rule, w) || w('figure_none'),
    event ? label(event, language).toLocaleLowerCase(language) : rule.anchor,
  ].join(': ')
  return (
    <article id={`rule-${rule.id}`} className="flow">
      <h3>
        {said} <Tag>{rule.check ? w('checked_here') : isVerified(rule) ? w('found') : w('unverified')}</Tag>
      </h3>
      <p lang={procedure.own ? undefined : 'en'} dir="auto">
        {rule.text}
      </p>
      <p className="quiet">
        {[
          rule.kind.value === null ? '' : label(kindLabels[rule.kind.value], language),
          rule.hard ? w('hard_yes') : w('hard_no'),
          only ? w(`only_${only}`) : '',
          rule.check
            ? w('checked_by', {
                on: dayInWords(rule.check.on, language),
                by: rule.check.by,
                page: rule.check.page,
              })
            : `${w('sources')}: ${rule.source.map((id) => sourceOf(id)?.title ?? id).join('; ')} · ${w('confidence')}: ${label(confidenceLabels[rule.confidence], language)}`,
          isVerified(rule) ? '' : label(uncheckedWords, language),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {book.outdated.has(`${procedure.id}/${rule.id}`) ? (
        <Notice kind="warning">{w('outdated')}</Notice>
      ) : null}
      {administers ? (
        <Details summary={w('check_title')} open={failed !== null}>
          <CheckForm {...{ visit, tx, procedure, rule }} refused={failed} />
          {rule.check || procedure.own ? (
            <Form
              action={`${at.procedure(procedure.id)}/${rule.check ? 'uncheck' : 'remove'}`}
              csrf={visit.session?.formToken ?? ''}
            >
              <input type="hidden" name="rule" value={rule.id} />
              <TextInput
                id={`${rule.id}-reason`}
                name="reason"
                label={w('reason')}
                error={failed?.errors['reason']}
                maxLength={500}
              />
              <p>
                <Button>{rule.check ? w('uncheck') : w('rule_remove')}</Button>
              </p>
            </Form>
          ) : null}
        </Details>
      ) : null}
    </article>
  )
}

const path = '/workspace/asylum/procedure/:id'

/** A form of this page that writes: what is refused gives the page again, the form of its rule open. */
const writing = (name: string, write: (visit: Visit, tx: Tx) => Promise<void>, ofRule: boolean) =>
  route({
    method: 'post',
    path: `${path}/${name}`,
    may: 'administer',
    handle: (visit) => {
      const rule = ofRule ? visit.form.get('rule') : null
      return attempt(
        visit,
        async (tx) => {
          await write(visit, tx)
          return redirect(
            `${at.procedure(visit.params['id'] ?? '')}?saved=1${ofRule && name !== 'remove' ? `#rule-${visit.form.get('rule')}` : ''}`,
          )
        },
        (tx, refused) => screen(visit, tx, { ...refused, rule }),
      )
    },
  })

const amountOf = (text: string): number | undefined =>
  text.trim() === '' ? undefined : /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : -1

export const procedureRoutes = [
  route({
    method: 'get',
    path,
    may: 'read',
    handle: (visit) => visit.within((tx) => screen(visit, tx, null)),
  }),
  writing(
    'check',
    async ({ form, params }, tx) => {
      const amount = amountOf(form.get('amount'))
      const chosen = (name: string) => form.get(name) || undefined
      await checkRule(tx, {
        procedure: params['id'] ?? '',
        rule: form.get('rule'),
        found: {
          on: form.get('on').trim(),
          by: form.get('by'),
          page: form.get('page'),
          ...(amount !== undefined && { amount }),
          ...(chosen('unit') && { unit: form.get('unit') }),
          ...(chosen('direction') && { direction: form.get('direction') }),
          ...(chosen('hard') && { hard: form.get('hard') === 'yes' }),
        },
      })
    },
    true,
  ),
  writing(
    'uncheck',
    ({ form, params }, tx) =>
      withdrawCheck(tx, {
        procedure: params['id'] ?? '',
        rule: form.get('rule'),
        reason: form.get('reason'),
      }),
    true,
  ),
  writing(
    'remove',
    ({ form, params }, tx) =>
      removeRule(tx, { procedure: params['id'] ?? '', rule: form.get('rule'), reason: form.get('reason') }),
    true,
  ),
  writing(
    'rule',
    ({ form, params }, tx) => {
      const only = form.get('only')
      return writeRule(tx, {
        procedure: params['id'] ?? '',
        rule: {
          id: form.get('id').trim(),
          step: form.get('step'),
          text: form.get('text'),
          anchor: form.get('anchor'),
          amount: amountOf(form.get('amount')) ?? null,
          unit: form.get('unit'),
          direction: form.get('direction'),
          hard: form.get('hard') === 'yes',
          kind: form.get('kind'),
          ...(only && { only }),
        },
        reason: form.get('reason'),
      })
    },
    false,
  ),
]
