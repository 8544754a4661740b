import type { CompiledQuery } from 'kysely'
import type { Client } from 'pg'

/** A node of `explain (analyze, format json)`, as far as it is looked at. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly PlanNode[]
}

/** One reading of a table by a statement. */
export interface TableScan {
  readonly table: string
  readonly how: string
  /** Rows looked at, those included that were then thrown away. */
  readonly examined: number
}

/** Every reading of a table in a plan. */
export function scansOf(node: PlanNode): readonly TableScan[] {
  const table = node['Relation Name']
  const examined =
    ((node['Actual Rows'] ?? 0) +
      (node['Rows Removed by Filter'] ?? 0) +
      (node['Rows Removed by Index Recheck'] ?? 0)) *
    (node['Actual Loops'] ?? 0)
  const own = table === undefined ? [] : [{ table, how: node['Node Type'], examined: Math.round(examined) }]
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)]
}

/** The readings of a statement, from running it. */
export async function explain(client: Client, query: Pick<CompiledQuery, 'sql' | 'parameters'>) {
  const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(
    `explain (analyze, buffers, format json) ${query.sql}`,
    [...query.parameters],
  )
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  if (!plan) throw new Error('no plan')
  return scansOf(plan)
}

/**
 * The readings of the statements inside of a function, which EXPLAIN does not show: they run as its owner. Needs a
 * superuser's connection and the server's own `auto_explain`.
 */
export async function explainInside(client: Client, call: string, parameters: readonly unknown[]) {
  const plans: PlanNode[] = []
  const listen = ({ message }: { message?: string | undefined }) => {
    const json = /^duration: .*? plan:\n([\s\S]*)$/.exec(message ?? '')?.[1]
    if (json) plans.push((JSON.parse(json) as { readonly Plan: PlanNode }).Plan)
  }
  client.on('notice', listen)
  await client.query(`load 'auto_explain';
    set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on; set auto_explain.log_format = json;
    set auto_explain.log_nested_statements = on; set client_min_messages = log`)
  try {
    await client.query(call, [...parameters])
  } finally {
    await client.query('set client_min_messages = notice; set auto_explain.log_min_duration = -1')
    client.off('notice', listen)
  }
  return plans.flatMap(scansOf)
}

const watched = new Set([
  ...[
    'record',
    'record_key',
    'record_search',
    'record_part',
    'record_version',
    'link',
    'citation',
    'work_item',
  ],
])

/** What is wrong with how tables are read, in words: a sequential scan, or an index read for most of its rows. */
export function faultsOf(scans: readonly TableScan[], sizes: ReadonlyMap<string, number>): readonly string[] {
  return scans
    .filter(({ table }) => watched.has(table))
    .flatMap(({ table, how, examined }) => [
      ...(how === 'Seq Scan' ? [`${table} is read from end to end`] : []),
      ...(examined > (sizes.get(table) ?? 0) * 0.12
        ? [`${how} of ${table} looks at ${examined} of ${sizes.get(table)} rows`]
        : []),
    ])
}
