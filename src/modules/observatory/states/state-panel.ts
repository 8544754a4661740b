import type { ReactNode } from 'react'
import type { Polity } from '#catalogue/polities'
import type { Labels, Language } from '#platform/i18n'
import type { Tx } from '#platform/records'
import type { DatasetImporter } from '../sources/importer.ts'

/** What a panel is asked about. */
export interface PanelAsk {
  readonly tx: Tx
  /** A fictional state has `n` 0 and no codes of sources: no ballot and no file speaks of it. */
  readonly polity: Polity
  readonly language: Language
  /** Nothing later than this day (`YYYY-MM-DD`); all there is when left out. */
  readonly until?: string
}

/** One part of the page of a state, given by the room that knows it. A query or two: the whole page takes 150 ms. */
export interface StatePanel {
  /** `kebab-case`, unique; also the address of the part within the page. */
  readonly id: string
  /** Smaller comes first: regime 10, says versus does 20, votes 30, treaties 40, reviews 50, positions 60, prevention 70. */
  readonly order: number
  readonly title: Labels
  /** Files any of which would fill it: named, with where to get them, when there is nothing to show. */
  readonly filledBy?: readonly Pick<DatasetImporter, 'dataset' | 'label' | 'where'>[]
  /** Null: nothing to show of this state. */
  render(at: PanelAsk): Promise<ReactNode | null>
}
