import { sql } from 'kysely'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import {
  type RecordTypeDefinition,
  type Tx,
  fingerprint,
  isOwnType,
  setRetention,
  typeOf,
} from '#platform/records'
import { rulesAreInDoubt, rulesOf } from '#platform/retention'
import { Button, Form, FormActions, Notice, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { attempt } from '../pages/attempt.ts'
import { Errors, type Typed, at as settingsAt, sent, typed } from '../pages/parts.tsx'
import { words as settingsWords } from '../messages.ts'
import { at } from './addresses.ts'
import { words } from './messages.ts'
import { ruleWords } from './rule-words.ts'
import { RuleInputs, readRules, ruleValues } from './rule-form.tsx'

const settingsCrumb = (visit: Visit) => ({
  href: settingsAt.settings,
  label: settingsWords(visit.language)('settings'),
})

/** How long each type is kept, and whether a restore has put the rules in doubt. */
const rulesRoute = route({
  method: 'get',
  path: at.rules,
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = words(language)
      const doubt = await rulesAreInDoubt(tx)
      return workspacePage(visit, {
        title: w('rules'),
        lede: w('rules_lede'),
        breadcrumbs: [settingsCrumb(visit)],
        notices: (
          <>
            {visit.url.searchParams.has('saved') ? <Notice kind="success">{w('saved_rules')}</Notice> : null}
            {doubt ? (
              <Notice kind="warning" title={w('doubt')}>
                <p>{w('doubt_text')}</p>
                <Form action={`${at.rules}/looked`} csrf={visit.session?.formToken ?? ''}>
                  <Button>{w('doubt_over')}</Button>
                </Form>
              </Notice>
            ) : null}
          </>
        ),
        children: (
          <Table
            caption={w('rules')}
            captionHidden
            columns={[
              { key: 'type', label: w('type'), heading: true },
              { key: 'rules', label: w('reason_column') },
              { key: 'change', label: w('change_rules') },
            ]}
            rows={[...tx.schema.types.values()].map((type) => ({
              key: type.name,
              cells: {
                type: label(type.plural, language),
                rules: (
                  <ol className="list">
                    {triedOf(type).map((rule, i) => (
                      <li key={rule.name}>
                        {i > 0 && rule.name === 'default' ? `${w('default_rule')}: ` : ''}
                        {ruleWords(rule, type, tx.schema, w, language)}.{' '}
                        {w('then_line', { what: w(`then_${rule.end}`) })}
                        <br />
                        <span className="quiet">
                          {label(rule.why, language)} {rule.basis ? label(rule.basis, language) : ''}
                        </span>
                      </li>
                    ))}
                  </ol>
                ),
                change: (
                  <a href={at.type(type.name)}>
                    {w('change_rules')}
                    <span className="hidden"> {label(type.plural, language)}</span>
                  </a>
                ),
              },
            }))}
          />
        ),
      })
    }),
})

/** The rules of a type as far as any record can come: what stands after one that always holds is never asked. */
function triedOf(type: RecordTypeDefinition) {
  const rules = rulesOf(type)
  const last = rules.findIndex((rule) => !rule.when && rule.after.event !== 'field')
  return rules.slice(0, last + 1)
}

const lookedRoute = route({
  method: 'post',
  path: `${at.rules}/looked`,
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      await sql`update org set settings = settings - 'retention_doubt' where id = ${tx.actor.orgId}::uuid`.execute(
        tx.sql,
      )
      await writeLedger(tx, 'settings.change', null, { retentionDoubt: false })
      return redirect(at.rules)
    }),
})

function typeScreen(visit: Visit, tx: Tx, back?: Typed): Response {
  const { language, house } = visit
  const w = words(language)
  const type: RecordTypeDefinition = typeOf(tx, visit.params['type'] ?? '')
  const rules = type.retention ?? []
  const state = back ?? typed(ruleValues(rules))
  // One more than there are, for another.
  const count = back ? Number(back.get('count')) || rules.length + 1 : rules.length + 1
  return workspacePage(visit, {
    title: w('type_rules', { type: label(type.plural, language) }),
    lede: w('rules_lede'),
    status: back?.problem?.status ?? 200,
    breadcrumbs: [settingsCrumb(visit), { href: at.rules, label: w('rules') }],
    children: (
      <>
        <Form action={at.type(type.name)} csrf={visit.session?.formToken ?? ''} confirmLeave>
          <Errors {...{ state, language }} />
          <input type="hidden" name="_seen" value={fingerprint(rules)} />
          <input type="hidden" name="count" value={count} />
          {Array.from({ length: Math.min(count, 21) }, (_, i) => (
            <RuleInputs
              // biome-ignore lint/suspicious/noArrayIndexKey: rules are told apart by their place
              key={i}
              {...{ i, type, state, language, w, schema: tx.schema }}
              fresh={i >= rules.length}
            />
          ))}
          <FormActions>
            <Button kind="primary">{w('save_rules')}</Button>
          </FormActions>
        </Form>
        {isOwnType(house.shipped, type.name) ? null : (
          <Form action={`${at.type(type.name)}/shipped`} csrf={visit.session?.formToken ?? ''}>
            <Button kind="plain">{w('shipped_rules')}</Button>
          </Form>
        )}
      </>
    ),
  })
}

const typePath = `${at.rules}/:type`

export const ruleRoutes = [
  rulesRoute,
  lookedRoute,
  route({
    method: 'get',
    path: typePath,
    may: 'administer',
    handle: (visit) => visit.within(async (tx) => typeScreen(visit, tx)),
  }),
  route({
    method: 'post',
    path: typePath,
    may: 'administer',
    handle: (visit) =>
      attempt(
        visit,
        async (tx) => {
          const type = typeOf(tx, visit.params['type'] ?? '')
          const rules = readRules(visit.form, type)
          await setRetention(tx, visit.house.shipped, type.name, rules, visit.form.get('_seen'))
          return redirect(`${at.rules}?saved`)
        },
        (tx, problem) => typeScreen(visit, tx, sent(visit.form, problem)),
      ),
  }),
  route({
    method: 'post',
    path: `${typePath}/shipped`,
    may: 'administer',
    handle: (visit) =>
      visit.within(async (tx) => {
        const type = typeOf(tx, visit.params['type'] ?? '')
        await setRetention(tx, visit.house.shipped, type.name, null)
        return redirect(`${at.rules}?saved`)
      }),
  }),
]
