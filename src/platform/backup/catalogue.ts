import type { ClientBase } from 'pg'

/**
 * What makes `COPY` write and read the same text whatever the server's or the login's defaults are; and with
 * row_security off, a policy that would hide rows is an error and not a gap.
 */
export const plainText = `set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set row_security = off;
  set client_encoding = 'UTF8'; set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set extra_float_digits = 1`

/** A table with the columns that are stored; those that the database computes are left out. */
export interface StoredTable {
  readonly name: string
  readonly columns: readonly string[]
}

/**
 * The tables that a backup holds, by name: all of the schema but the list of migrations, which the restore makes
 * itself, and what extensions own. Throws when there is a kind of table that would be passed over.
 */
export async function listTables(client: ClientBase): Promise<readonly StoredTable[]> {
  const { rows } = await client.query<{ name: string; kind: string; columns: string[] }>(`
    select c.relname as name, c.relkind as kind, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'f')
       and c.relname <> 'migration' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     group by 1, 2 order by 1`)
  for (const { name, kind } of rows)
    if (kind !== 'r') throw new Error(`the backup does not know how to keep the table ${name} (${kind})`)
  return rows.map(({ name, columns }) => ({ name, columns }))
}

/** The last number that each sequence has given; those that have given none are left out. */
export const listSequences = async (
  client: ClientBase,
): Promise<readonly { readonly name: string; readonly value: string }[]> =>
  (
    await client.query<{ name: string; value: string }>(
      `select sequencename as name, last_value::text as value from pg_sequences
        where schemaname = 'public' and last_value is not null order by 1`,
    )
  ).rows

/** `"name", "name"`, for COPY. */
export const quoteAll = (client: ClientBase, names: readonly string[]): string =>
  names.map((name) => client.escapeIdentifier(name)).join(', ')

/**
 * Takes off what would hinder loading rows in any order, and gives what puts it back as it was: foreign keys (which
 * are then checked anew on all rows), triggers, forced policies. Inside the caller's transaction, as the owner.
 */
export async function takeOffRules(client: ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ off: string; on: string; stage: number }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as "on",
           2 as stage
      from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f' and conparentid = 0
    union all
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
           format('alter table %s enable %s trigger %I', tgrelid::regclass,
                  case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname), 1
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not tgisinternal and tgenabled <> 'D'
    union all
    select format('alter table %s no force row level security', oid::regclass),
           format('alter table %s force row level security', oid::regclass), 3
      from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity
    order by stage`)
  for (const { off } of rows) await client.query(off)
  return async () => {
    for (const { on } of rows) await client.query(on)
  }
}
