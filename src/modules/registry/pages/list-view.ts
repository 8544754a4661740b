import type { Visit } from '#platform/http'
import type { ExcerptPart, Facets, ListPage, RecordTypeDefinition, Tx } from '#platform/records'
import type { Words } from '../messages.ts'

/** What the list's parts are given. */
export interface ListView {
  readonly visit: Visit
  readonly tx: Tx
  readonly type: RecordTypeDefinition
  readonly page: ListPage
  readonly facets: Facets
  readonly w: Words
  readonly facetTitles: ReadonlyMap<string, string>
  readonly excerpts: ReadonlyMap<string, readonly ExcerptPart[]>
}
