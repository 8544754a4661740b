import { redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import {
  compareValues,
  fieldOf,
  readHistory,
  readRecord,
  readRecords,
  readVersion,
  restoreVersion,
  revealValues,
  typeOf,
  valuesOf,
} from '#platform/records'
import { Button, Difference, Form, Section, Table, TextInput, Timestamp } from '#web/components'
import { ShowValue } from '#web/records'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'

/** Who changed what, when and why; `?from=1&to=3` shows the differences between any two versions. */
const historyRoute = route({
  method: 'get',
  path: '/workspace/record/:id/history',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, url } = visit
      const w = words(language)
      const record = await readRecord(tx, visit.params['id'] ?? '')
      const type = typeOf(tx, record.type)
      const history = await readHistory(tx, record.id)
      const version = (name: string, otherwise: number) => {
        const asked = Number(url.searchParams.get(name))
        return Number.isInteger(asked) && asked >= 1 && asked <= record.version ? asked : otherwise
      }
      const to = version('to', record.version)
      const from = version('from', Math.max(1, to - 1))
      // With what this session has opened in clear: past versions open together with the present one.
      const at = async (version: number) =>
        revealValues(tx, record.id, await readVersion(tx, record.id, version))
      const [before, after] = [await at(from), await at(to)]
      const differences = compareValues(before, after)
      const targets = differences.flatMap((one) =>
        fieldOf(type, one.field)?.type === 'reference'
          ? [...valuesOf(one.before), ...valuesOf(one.after)].map((r) => (r as { to: string }).to)
          : [],
      )
      const linked = new Map(
        (await readRecords(tx, targets)).map((r) => [
          r.id,
          { id: r.id, type: r.type, title: r.title, deleted: r.deletedAt !== null },
        ]),
      )
      const show = (name: string, value: unknown) => {
        const field = fieldOf(type, name)
        return value === undefined ? undefined : field ? (
          <ShowValue field={field} value={value} schema={tx.schema} language={language} linked={linked} />
        ) : (
          JSON.stringify(value)
        )
      }
      const path = `/workspace/record/${record.id}`
      return workspacePage(visit, {
        title: `${w('history')}: ${record.title}`,
        breadcrumbs: [
          { href: `/workspace/records/${type.name}`, label: label(type.plural, language) },
          { href: path, label: record.title },
        ],
        children: (
          <>
            <Table
              caption={w('history')}
              captionHidden
              columns={[
                { key: 'version', label: w('version', { version: '' }), heading: true },
                { key: 'what', label: w('what') },
                { key: 'who', label: w('who') },
                { key: 'when', label: w('when') },
                { key: 'why', label: w('why') },
                { key: 'compare', label: w('compare') },
              ]}
              rows={history.map((entry) => ({
                key: String(entry.version),
                cells: {
                  version: entry.version,
                  what: w(`op_${entry.operation}`),
                  who: entry.changedByName,
                  when: (
                    <Timestamp dateTime={entry.changedAt.toISOString()}>
                      {entry.changedAt.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}
                    </Timestamp>
                  ),
                  why: entry.reason,
                  compare:
                    entry.version === 1 ? null : (
                      <a href={`${path}/history?from=${entry.version - 1}&to=${entry.version}`}>
                        {entry.version - 1} → {entry.version}
                      </a>
                    ),
                },
              }))}
            />
            {from === to ? null : (
              <Section title={`${w('compare')}: ${from} → ${to}`}>
                <Table
                  caption={`${from} → ${to}`}
                  captionHidden
                  columns={[
                    { key: 'field', label: w('field'), heading: true },
                    { key: 'change', label: w('compare') },
                  ]}
                  rows={differences.map(({ field, before: was, after: is }) => {
                    const definition = fieldOf(type, field)
                    return {
                      key: field,
                      cells: {
                        field: definition ? label(definition.label, language) : field,
                        change: (
                          <Difference
                            before={show(field, was)}
                            after={show(field, is)}
                            labels={{ before: w('before'), after: w('after') }}
                          />
                        ),
                      },
                    }
                  })}
                />
                {from < record.version && !record.deletedAt ? (
                  <Form action={`${path}/history`} csrf={visit.session?.formToken ?? ''}>
                    <input type="hidden" name="version" value={from} />
                    <TextInput id="reason" name="reason" label={w('reason')} hint={w('reason_hint')} />
                    <Button>
                      {w('restore_version')}: {w('version', { version: from })}
                    </Button>
                  </Form>
                ) : null}
              </Section>
            )}
          </>
        ),
      })
    }),
})

const restoreRoute = route({
  method: 'post',
  path: '/workspace/record/:id/history',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const id = visit.params['id'] ?? ''
      await restoreVersion(tx, id, Number(visit.form.get('version')), visit.form.get('reason') || undefined)
      return redirect(`/workspace/record/${id}`)
    }),
})

export const historyRoutes = [historyRoute, restoreRoute]
