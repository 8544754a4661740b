import type { ReactNode } from 'react'
import type { Module } from '#platform/house'
import type { Visit } from '#platform/http'
import type { Language } from '#platform/i18n'
import type { RecordView, Tx } from '#platform/records'

/**
 * A part of the page of a case, given by one of the rooms of casework. It reads through `tx`, so that it can show no
 * more than the reader may see; null where it has nothing to say of this case.
 */
export interface CasePanel {
  /** Also the id of its part of the page: `#consent`. */
  readonly name: string
  /** Its heading, and its place among the parts. */
  readonly title: (language: Language) => string
  /** Smaller comes first. */
  readonly order: number
  /** `head`: before everything else, without a heading; `aside`: short, what is due; `main` unless told. */
  readonly place?: 'head' | 'main' | 'aside'
  readonly show: (visit: Visit, tx: Tx, record: RecordView) => Promise<ReactNode>
}

/** One room of casework: what it gives to the module, and the parts that it adds to the page of a case. */
export interface CaseworkRoom
  extends Pick<
    Module,
    | 'types'
    | 'vocabularies'
    | 'routes'
    | 'jobs'
    | 'navigation'
    | 'recordPanels'
    | 'dayItems'
    | 'homePanels'
    | 'startsAt'
    | 'approvalKinds'
  > {
  readonly casePanels?: readonly CasePanel[]
}

/** Identity function that types a room. */
export const defineRoom = (room: CaseworkRoom): CaseworkRoom => room
