import { route } from '#platform/http'
import { Card, CardGrid, EmptyState, Section, Table, Timestamp } from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from '../messages.ts'
import { at as retention } from '../retention/addresses.ts'
import { words as retentionWords } from '../retention/messages.ts'
import { at } from './parts.tsx'

const changesShown = 15

/** Where an administrator begins, and what was changed last, by whom. */
const settingsRoute = route({
  method: 'get',
  path: at.settings,
  may: 'administer',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = words(language)
      const kept = retentionWords(language)
      const changes = await tx.sql
        .selectFrom('ledger as l')
        .leftJoin('account as a', (join) =>
          join.onRef('a.org_id', '=', 'l.org_id').onRef('a.id', '=', 'l.account_id'),
        )
        .select(['l.seq', 'l.at', 'l.detail', 'a.name'])
        .where('l.org_id', '=', tx.actor.orgId)
        .where('l.act', '=', 'schema.change')
        .orderBy('l.seq', 'desc')
        .limit(changesShown)
        .execute()
      const own = [...tx.schema.types.keys()].filter((name) => !visit.house.shipped.types.has(name)).length
      return workspacePage(visit, {
        title: w('settings'),
        lede: w('settings_lede'),
        children: (
          <>
            <CardGrid label={w('settings')}>
              <Card
                href={at.types}
                title={w('types')}
                lines={[w('types_about')]}
                note={w('types_count', { count: tx.schema.types.size, own })}
              />
              <Card
                href={at.vocabularies}
                title={w('vocabularies')}
                lines={[w('vocabularies_about')]}
                note={w('vocabularies_count', { count: tx.schema.vocabularies.size })}
              />
              <Card href={at.thesaurus} title={w('thesaurus')} lines={[w('thesaurus_about')]} />
              <Card href={retention.rules} title={kept('rules')} lines={[kept('rules_about')]} />
            </CardGrid>
            <Section title={w('changes')}>
              {changes.length === 0 ? (
                <EmptyState title={w('no_changes')}>{w('no_changes_text')}</EmptyState>
              ) : (
                <Table
                  caption={w('changes')}
                  captionHidden
                  columns={[
                    { key: 'what', label: w('what'), heading: true },
                    { key: 'how', label: w('how') },
                    { key: 'who', label: w('who') },
                    { key: 'when', label: w('when'), nowrap: true },
                  ]}
                  rows={changes.map((row) => {
                    const detail = row.detail as { what?: string; name?: string; before?: unknown }
                    const what = whats.find((one) => one === detail.what)
                    return {
                      key: String(row.seq),
                      cells: {
                        what: <code>{detail.name}</code>,
                        how: what
                          ? `${w(`what_${what}`)}: ${w(detail.before === null ? 'was_added' : 'was_changed')}`
                          : '',
                        who: row.name,
                        when: (
                          <Timestamp dateTime={row.at.toISOString()}>
                            {row.at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}
                          </Timestamp>
                        ),
                      },
                    }
                  })}
                />
              )}
            </Section>
          </>
        ),
      })
    }),
})

const whats = ['retention', 'type', 'field', 'order', 'section', 'vocabulary', 'term', 'thesaurus'] as const

export const settingsRoutes = [settingsRoute]
