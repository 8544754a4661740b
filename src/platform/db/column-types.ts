import type { ColumnType } from 'kysely'

/** How jsonb and moments are read and written; a moment may be left to the table's default. */
export type Json = ColumnType<unknown, string, string>
export type Values = ColumnType<Readonly<Record<string, unknown>>, string, string>
export type At = ColumnType<Date, Date | string | undefined, Date | string>
export type MaybeAt = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
