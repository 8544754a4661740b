import type { Module } from '#platform/house'

/** One room of advocacy: what it gives to the module. */
export type AdvocacyRoom = Pick<
  Module,
  | 'types'
  | 'vocabularies'
  | 'routes'
  | 'jobs'
  | 'navigation'
  | 'recordPanels'
  | 'consentListeners'
  | 'dayItems'
  | 'figures'
  | 'homePanels'
  | 'approvalKinds'
  | 'publicKinds'
>

/** Identity function that types a room. */
export const defineRoom = (room: AdvocacyRoom): AdvocacyRoom => room
