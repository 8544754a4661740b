import type { Module } from '#platform/house'
import type { DatasetImporter } from './sources/importer.ts'

/** One room of the observatory: what it gives to the module, and the files that it can read. */
export type ObservatoryRoom = Pick<
  Module,
  | 'types'
  | 'vocabularies'
  | 'routes'
  | 'jobs'
  | 'navigation'
  | 'recordPanels'
  | 'dayItems'
  | 'figures'
  | 'homePanels'
  | 'approvalKinds'
  | 'publicKinds'
> & { readonly importers?: readonly DatasetImporter[] }

/** Identity function that types a room. */
export const defineRoom = (room: ObservatoryRoom): ObservatoryRoom => room
