import type { Client } from 'pg'

/** What the tests look for among the records that `loadRecords` writes. */
export const loaded = {
  people: 200_000,
  events: 100_000,
  hubId: '01900000-0000-7000-8000-0000000f4241',
  hubLinks: 1_000,
  /** Restricted records up to this number are granted to the reader. */
  granted: 1_500,
  /** Of the events that point at the hub, those that the reader may see. */
  hubBacklinks: 990,
} as const

/**
 * 300,000 records of an organisation with their keys, words, parts and links, written by SQL in the shapes that the
 * engine gives them. Takes the superuser's connection: foreign keys are not looked at, which is most of the time.
 * One in fifty is restricted, and the reader is granted the first few of them.
 */
export async function loadRecords(client: Client, orgId: string, accountId: string): Promise<void> {
  await client.query("set session_replication_role = replica; set maintenance_work_mem = '256MB'")
  await client.query(`
    create temporary table made as
    select n, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
           case when n % 3 = 0 then 'event' else 'person' end as type,
           (array['maria','juan','ana','jose','carmen','luis','oksana','fatima'])[1 + (n % 8)] || ' '
             || (array['moreno','garcia','perez','silva','okafor'])[1 + (n % 5)] || ' apellido' || (n::bigint * 7919) % 30011 as name,
           case when n % 50 = 0 then 'restricted' else 'internal' end as visibility,
           (array['AR','MX','CO','BR','ES','UA','NG','TR','VE','CU'])[1 + (n % 10) * (n % 7) % 10] as country,
           (array['victim','defender','journalist','lawyer'])[1 + n % 4] as role,
           (1950 + n % 70)::text || '-' || lpad((1 + n % 12)::text, 2, '0') || '-' || lpad((1 + n % 28)::text, 2, '0') as day
      from generate_series(1, ${loaded.people + loaded.events}) n`)
  const org = client.escapeLiteral(orgId)
  const by = client.escapeLiteral(accountId)
  const hub = client.escapeLiteral(loaded.hubId)
  const names =
    "case when type = 'person' then jsonb_build_object('name', jsonb_build_object('full', name)) else jsonb_build_object('title', name) end"
  // Indexes are made once the rows are there: a third of the time.
  const indexes = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = any('{record_key,record_search,link}'::regclass[]) and not i.indisunique`,
  )
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
  for (const statement of [
    `insert into record (org_id, id, type, title, values, visibility, created_by, updated_by, updated_at)
     select ${org}, id, type, name, ${names}, visibility, ${by}, ${by}, timestamptz '2026-01-01' + n / 1000 * interval '1 minute' from made`,
    `insert into record (org_id, id, type, title, values, visibility, created_by, updated_by)
     values (${org}, ${hub}, 'person', 'Hub', '{"name": {"full": "Hub"}}', 'internal', ${by}, ${by})`,
    `insert into record_grant (org_id, record_id, account_id)
     select ${org}, id, ${by} from made where visibility = 'restricted' and n <= ${loaded.granted}`,
    ...[
      ["'_title'", 'name', 'true'],
      ["case when type = 'person' then 'name' else 'title' end", 'name', 'true'],
      ["'country'", 'country', 'true'],
      ["'roles'", 'role', "type = 'person'"],
      ["case when type = 'person' then 'birth' else 'date' end", "'24' || day || '/24' || day", 'true'],
      ["case when type = 'person' then 'birth' else 'date' end || '.latest'", "'24' || day", 'true'],
    ].map(
      ([field, key, where]) =>
        `insert into record_key (org_id, record_id, type, field, key, visibility)
         select ${org}, id, type, ${field}, ${key}, visibility from made where ${where}`,
    ),
    `insert into record_key (org_id, record_id, type, field, key, visibility)
     values (${org}, ${hub}, 'person', '_title', 'hub', 'internal'), (${org}, ${hub}, 'person', 'name', 'hub', 'internal')`,
    `insert into record_search (org_id, record_id, type, visibility, words, names, body)
     select ${org}, id, type, visibility, to_tsvector('pg_catalog.simple', name), name, name from made`,
    `insert into record_part (org_id, record_id, class, values)
     select ${org}, id, 'identity', '{"religion": "x"}' from made where n % 3 = 1`,
    `insert into citation (org_id, id, record_id, field, since) select ${org}, gen_random_uuid(), id, 'name', 1 from made where n % 3 = 1`,
    `insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by)
     select ${org}::uuid, id, 1, 'open', 'create', '{}'::jsonb, visibility, ${by}::uuid from made where n % 3 = 1
     union all select ${org}::uuid, ${hub}::uuid, 1, 'open', 'create', '{}'::jsonb, 'internal', ${by}::uuid`,
    `insert into link (org_id, id, from_id, field, to_id, class, since)
     select ${org}, gen_random_uuid(), a.id, 'relatives', b.id, 'identity', 1
       from made a join made b on b.n = 1 + (a.n * 31) % ${loaded.people} where b.type = 'person'`,
    `insert into link (org_id, id, from_id, field, position, to_id, class, since)
     select ${org}, gen_random_uuid(), ${hub}, 'relatives', n, id, 'identity', 1 from made
      where type = 'person' and n <= ${(loaded.hubLinks * 3) / 2}`,
    `insert into link (org_id, id, from_id, field, to_id, since)
     select ${org}, gen_random_uuid(), id, 'places', ${hub}, 1 from made where type = 'event' and n <= ${loaded.hubLinks * 3}`,
  ])
    await client.query(statement)
  for (const { definition } of indexes.rows) await client.query(definition)
  await client.query('drop table made; set session_replication_role = origin')
  await client.query('vacuum (analyze)')
}
