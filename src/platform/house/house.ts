import type { ReactNode } from 'react'
import type { Capability } from '#platform/access'
import type { Database } from '#platform/db'
import type { FileStore } from '#platform/files'
import type { Route, Visit } from '#platform/http'
import type { Secrets } from '#platform/identity'
import type { Labels, Language } from '#platform/i18n'
import type { JobKind } from '#platform/jobs'
import type { RecordTypeDefinition, RecordView, Schema, Tx, Vocabulary } from '#platform/records'

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
}

/**
 * What a module adds to the page of a record of any module: nothing (null) where it has nothing to say.
 * It reads through `tx`, so that it can show no more than the reader may see.
 */
export type RecordPanel = (visit: Visit, tx: Tx, record: RecordView) => Promise<ReactNode>

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

/** One room of the house: everything that it gives to the whole, and nothing that runs by being imported. */
export interface Module {
  readonly name: string
  readonly types?: readonly RecordTypeDefinition[]
  readonly vocabularies?: readonly Vocabulary[]
  readonly routes?: readonly Route[]
  readonly jobs?: readonly JobKind[]
  readonly navigation?: readonly NavigationEntry[]
  readonly recordPanels?: readonly RecordPanel[]
  readonly signIn?: SignInScreen
}

/** Identity function that types a module. */
export const defineModule = (module: Module): Module => module

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
  /** In the order of the modules. */
  readonly recordPanels: readonly RecordPanel[]
  /** None: a bare problem is shown. */
  readonly signIn?: SignInScreen | undefined
  readonly origins: readonly string[]
  /** Hashed names of styles and islands: `site.css` → `/assets/site.1a2b.css`. */
  readonly assets: Readonly<Record<string, string>>
  readonly development: boolean
}
