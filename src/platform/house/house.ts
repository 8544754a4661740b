import type { ReactNode } from 'react'
import type { Actor, Capability } from '#platform/access'
import type { Approval } from '#platform/approvals'
import type { Database } from '#platform/db'
import type { FileStore } from '#platform/files'
import type { Route, Visit } from '#platform/http'
import type { Secrets } from '#platform/identity'
import type { Labels, Language } from '#platform/i18n'
import type { JobKind } from '#platform/jobs'
import type { RecordTypeDefinition, RecordView, Schema, Tx, Vocabulary } from '#platform/records'
import type { Openings } from '#platform/vault'
import type { PublicKind } from './public-kind.ts'

/** An entry of the workspace's menu. */
export interface NavigationEntry {
  readonly href: string
  readonly label: Labels
  /** Smaller comes first. */
  readonly order: number
  /** Heading it shares with its neighbours. */
  readonly group?: Labels
  /** Shown to these only; to those who read records unless told. The route itself decides who may enter. */
  readonly may?: Capability | 'member'
  /** The access key that leads there from any page: one letter. */
  readonly key?: string
  /** How many things wait there for the actor; shown behind the label when there are any. Asked on every page: one query. */
  readonly count?: (tx: Tx) => Promise<number>
}

/**
 * What a module adds to the page of a record of any module: nothing (null) where it has nothing to say.
 * It reads through `tx`, so that it can show no more than the reader may see.
 */
export type RecordPanel = (visit: Visit, tx: Tx, record: RecordView) => Promise<ReactNode>

/** What a module adds to the start page; nothing (null) where it has nothing to say. */
export type HomePanel = (visit: Visit, tx: Tx) => Promise<ReactNode>

/** A kind of thing that a second person decides on: a row of `approval_kind`, and what is particular to it. */
export interface ApprovalKind {
  readonly kind: string
  readonly label: Labels
  /**
   * What exactly would leave, for who decides and who asked; `holds` false when it is no longer what was asked for, so
   * that approving it would be approving something else.
   */
  readonly show: (
    visit: Visit,
    tx: Tx,
    approval: Approval,
  ) => Promise<{ readonly title: string; readonly holds: boolean; readonly content: ReactNode }>
  /** What follows from approving, in the same transaction and in the name of who approved; nothing where who asked acts. */
  readonly carryOut?: (tx: Tx, approval: Approval, house: Pick<House, 'publicKinds'>) => Promise<void>
}

/**
 * Which records open together with one that has sealed values, by one passphrase and reason: a case and what belongs to
 * it. Nothing (null) where a module has nothing to say; the record itself is always among them.
 */
export type SealingScope = (tx: Tx, record: RecordView) => Promise<readonly string[] | null>

/**
 * What is shown, with 401, to who asks for a page without being signed in. `draft`: what they were sending, sealed, to
 * be given back once they are.
 */
export type SignInScreen = (at: {
  readonly house: House
  readonly request: Request
  readonly url: URL
  readonly language: Language
  readonly draft: string | null
}) => Promise<Response>

/**
 * Told, in the transaction itself, that a consent of a person was withdrawn, so that a module freezes what it keeps of
 * them that has not left yet. `publishable`: another consent still lets them be public.
 */
export type ConsentListener = (
  tx: Tx,
  ended: { readonly consentId: string; readonly personId: string; readonly publishable: boolean },
) => Promise<void>

/** Something that waits for the person who asks. What it is called here is for their eyes, and leaves by no mail or calendar. */
export interface DayItem {
  /** The record to which it leads, or what else it is known by; unique within its source. */
  readonly id: string
  readonly href: string
  readonly title: string
  /** A few words more, in the reader's language. */
  readonly detail?: string
  /** The case it is part of. */
  readonly caseId?: string
  readonly caseTitle?: string
  /** The day that orders it, `YYYY-MM-DD`: the safe one where there are two; null where it waits without a day. */
  readonly due: string | null
  /** The instant, where one was set. */
  readonly dueAt?: Date
  /** The last day by law or rule. */
  readonly legal?: string
}

/** One kind of thing that a module puts on a person's day. */
export interface DayItemSource {
  /** `snake_case`, unique in the house; also the id of its part of the page. */
  readonly name: string
  readonly label: Labels
  /** Smaller comes first: missed signs of life 0, tasks 10, answers awaited 20, decisions 30, reviews 40. */
  readonly order: number
  /**
   * What waits for the actor of `tx`: overdue, due up to and with the day `until`, or without a day; soonest first and
   * no more than `limit`. One query, through the policies: it can give no more than the actor may see.
   */
  readonly read: (
    tx: Tx,
    asked: {
      readonly now: Date
      readonly until: string
      readonly limit: number
      readonly language: Language
    },
  ) => Promise<readonly DayItem[]>
}

/** One number of a figure, with the records that it counts, so that it can be opened. */
export interface FigureCell {
  readonly key: string
  readonly label: Labels
  readonly count: number
  readonly ids: readonly string[]
}

/** A figure of a period that a module adds to those for a report to funders (`/workspace/figures`). */
export interface FigureSource {
  /** `snake_case`, unique in the house. */
  readonly name: string
  readonly label: Labels
  /** Smaller comes first, after the figures of casework. */
  readonly order: number
  /** Whether its cells are people, who could be recognised in small ones: those are kept back. */
  readonly ofPeople?: boolean
  /** How it is counted, in a sentence of the method. */
  readonly method?: Labels
  /**
   * Counts what the actor of `tx` may see between two days, both included (`2026-01-01`), in the order in which it is to
   * be told. A date known to the month or year counts where all of it lies within.
   */
  readonly read: (
    tx: Tx,
    period: { readonly from: string; readonly to: string },
  ) => Promise<readonly FigureCell[]>
}

/** One room of the house: everything that it gives to the whole, and nothing that runs by being imported. */
export interface Module {
  readonly name: string
  readonly types?: readonly RecordTypeDefinition[]
  readonly vocabularies?: readonly Vocabulary[]
  readonly routes?: readonly Route[]
  readonly jobs?: readonly JobKind[]
  readonly navigation?: readonly NavigationEntry[]
  readonly recordPanels?: readonly RecordPanel[]
  /** The same, of the work itself: they stand before who may see a record and how long it is kept. */
  readonly workPanels?: readonly RecordPanel[]
  readonly consentListeners?: readonly ConsentListener[]
  readonly homePanels?: readonly HomePanel[]
  /** Where somebody begins instead of at the start page; null: there. */
  readonly startsAt?: (actor: Actor) => string | null
  /** What it puts on a person's day. */
  readonly dayItems?: readonly DayItemSource[]
  /** What it adds to the figures of a period. */
  readonly figures?: readonly FigureSource[]
  readonly approvalKinds?: readonly ApprovalKind[]
  /** What it lets become public, through the one door of `#modules/publishing`. */
  readonly publicKinds?: readonly PublicKind[]
  readonly sealingScope?: SealingScope
  readonly signIn?: SignInScreen
}

/** Identity function that types a module. */
export const defineModule = (module: Module): Module => module

/** What every module adds to the page of a record, in the order in which it stands there. */
export const panelsOf = (modules: readonly Module[]): readonly RecordPanel[] => [
  ...modules.flatMap((module) => module.workPanels ?? []),
  ...modules.flatMap((module) => module.recordPanels ?? []),
]

/** What runs: the databases, the shipped definitions, the rooms. Handed to whoever serves a request or a job. */
export interface House {
  readonly db: Database
  readonly publicDb: Database
  readonly shipped: Schema
  readonly files: FileStore
  /** What is derived from the instance's key for signing in. */
  readonly secrets: Secrets
  /** Folder for what is being uploaded or computed; emptied at start. */
  readonly scratch: string
  readonly navigation: readonly NavigationEntry[]
  readonly routes: readonly Route[]
  /** Those of the work first, then in the order of the modules. */
  readonly recordPanels: readonly RecordPanel[]
  readonly consentListeners: readonly ConsentListener[]
  readonly homePanels: readonly HomePanel[]
  /** Where somebody begins instead of at the start page; the first that says so counts. */
  readonly starts: readonly ((actor: Actor) => string | null)[]
  /** In the order in which they stand on the day. */
  readonly dayItems: readonly DayItemSource[]
  /** In the order in which they are told. */
  readonly figures: readonly FigureSource[]
  readonly approvalKinds: readonly ApprovalKind[]
  readonly publicKinds: readonly PublicKind[]
  readonly sealingScopes: readonly SealingScope[]
  /** What sessions have opened of what is sealed, in memory alone. */
  readonly openings: Openings
  /** None: a bare problem is shown. */
  readonly signIn?: SignInScreen | undefined
  readonly origins: readonly string[]
  /** Hashed names of styles and islands: `site.css` → `/assets/site.1a2b.css`. */
  readonly assets: Readonly<Record<string, string>>
  readonly development: boolean
  /** Public pages are made for a copy on disk, where nobody answers. */
  readonly static?: boolean
}
