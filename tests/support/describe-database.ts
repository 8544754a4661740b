import { sql } from 'kysely'
import type { Database } from '#platform/db'

const rows = async (db: Database, query: ReturnType<typeof sql<{ line: string }>>) =>
  (await query.execute(db)).rows.map(({ line }) => line)

/**
 * The database as text, from its own catalogue: tables with columns and constraints, indexes, policies, functions,
 * rights of the two serving logins. The same for every PostgreSQL from 15 on.
 */
export async function describeDatabase(db: Database): Promise<string> {
  const columns = await rows(
    db,
    sql<{ line: string }>`
      select format('  %I.%I %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end) as line
        from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       order by c.relname, a.attnum`,
  )
  const constraints = await rows(
    db,
    sql<{ line: string }>`
      select format('  %I: %s', conrelid::regclass, pg_get_constraintdef(oid)) as line from pg_constraint
       where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c') order by 1`,
  )
  const indexes = await rows(
    db,
    sql<{
      line: string
    }>`select '  ' || indexdef as line from pg_indexes where schemaname = 'public' order by 1`,
  )
  const policies = await rows(
    db,
    sql<{ line: string }>`
      select format('  %I on %I for %s to %s using (%s) with check (%s)', policyname, tablename, cmd, array_to_string(roles, ', '),
                    regexp_replace(coalesce(qual, '-'), '\s+', ' ', 'g'), regexp_replace(coalesce(with_check, '-'), '\s+', ' ', 'g')) as line
        from pg_policies where schemaname = 'public' order by 1`,
  )
  const unprotected = await rows(
    db,
    sql<{ line: string }>`
      select '  ' || relname as line from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity order by 1`,
  )
  const rights = await rows(
    db,
    sql<{ line: string }>`
      select format('  %s: %s on %s', grantee, string_agg(privilege_type, ', ' order by privilege_type), table_name) as line
        from information_schema.role_table_grants
       where table_schema = 'public' and grantee in ('amparo_app', 'amparo_public') group by grantee, table_name
      union all
      select format('  %s: %s (%s) on %s', grantee, privilege_type, string_agg(column_name, ', ' order by column_name), table_name)
        from information_schema.column_privileges c
       where table_schema = 'public' and grantee in ('amparo_app', 'amparo_public')
         and not exists (select 1 from information_schema.role_table_grants t where t.grantee = c.grantee
                          and t.table_schema = c.table_schema and t.table_name = c.table_name and t.privilege_type = c.privilege_type)
       group by grantee, privilege_type, table_name order by 1`,
  )
  const functions = await rows(
    db,
    sql<{ line: string }>`
      select format('  %s(%s) %s', p.proname, pg_get_function_identity_arguments(p.oid), case when p.prosecdef then 'security definer' else '' end) as line
        from pg_proc p
       where p.pronamespace = 'public'::regnamespace
         and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`,
  )
  const part = (title: string, lines: readonly string[]) => `-- ${title}\n${lines.join('\n')}\n`
  return [
    part('columns', columns),
    part('constraints', constraints),
    part('indexes', indexes),
    part('policies', policies),
    part('tables without row-level security', unprotected),
    part('rights', rights),
    part('functions', functions),
  ].join('\n')
}
