import { sql } from 'kysely'
import type { ApprovalKind } from '#platform/house'
import { label } from '#platform/i18n'
import { type Tx, classOf, typeOf } from '#platform/records'
import { exportKind, readExport } from '#platform/transfer'
import { Button, FactList, Form, FormActions } from '#web/components'
import { classLabel } from '#web/records'
import { labelsOf, words } from './messages.ts'

/** The most that are named one by one. */
const mostNamed = 500

/** Taking restricted records or protected values away, as a second person is asked for it. */
export const exportApproval: ApprovalKind = {
  kind: exportKind,
  label: labelsOf('export_kind'),
  async show(visit, tx, approval) {
    const { language } = visit
    const w = words(language)
    const { spec, ids, holds } = await readExport(tx, approval)
    const type = typeOf(tx, spec.type)
    const named = await titlesOf(tx, ids.slice(0, mostNamed))
    const classes = new Set(spec.classes)
    const fields = type.fields.filter((field) => classes.has(classOf(field)))
    const own = approval.askedBy.id === tx.actor.accountId
    const filters = [
      spec.query?.text ?? '',
      ...Object.entries(spec.query?.filters ?? {}).map(([name, keys]) => `${name}: ${keys.join(', ')}`),
      spec.query?.dates ? JSON.stringify(spec.query.dates) : '',
    ].filter(Boolean)
    return {
      title: `${label(type.plural, language)} (${ids.length})`,
      holds,
      content: (
        <>
          <p>
            {w('export_would', {
              who: approval.askedBy.name,
              format: spec.format.toUpperCase(),
              count: ids.length,
            })}
          </p>
          <ul className="list">
            {named.map((record) => (
              <li key={record.id}>
                <a href={`/workspace/record/${record.id}`} dir="auto">
                  {record.title || record.id.slice(-6)}
                </a>
                {record.restricted ? <span className="quiet"> · {w('export_restricted')}</span> : null}
              </li>
            ))}
            {ids.length > named.length ? (
              <li>{w('export_more', { count: ids.length - named.length })}</li>
            ) : null}
          </ul>
          <FactList
            facts={[
              {
                label: w('export_classes'),
                value: spec.classes
                  .filter((one) => one !== 'open')
                  .map((one) => label(classLabel[one], language))
                  .join(', '),
              },
              {
                label: w('export_fields'),
                value: fields.map((field) => label(field.label, language)).join(', '),
              },
              ...(filters.length > 0 ? [{ label: w('export_filter'), value: filters.join(' · ') }] : []),
            ]}
          />
          {own && approval.state === 'open' && holds ? (
            <Form action={`/workspace/export/${spec.type}/file`} csrf={visit.session?.formToken ?? ''}>
              <input type="hidden" name="approval" value={approval.id} />
              <p className="hint" id="take-hint">
                {w('export_take_hint')}
              </p>
              <FormActions>
                <Button kind="primary" describedBy="take-hint">
                  {w('export_take')}
                </Button>
              </FormActions>
            </Form>
          ) : null}
        </>
      ),
    }
  },
}

async function titlesOf(tx: Tx, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; title: string; restricted: boolean }>`
    select id, title, visibility = 'restricted' as restricted from record
     where org_id = ${tx.actor.orgId}::uuid and id = any(${[...ids]}::uuid[]) order by title, id`.execute(
    tx.sql,
  )
  return rows
}
