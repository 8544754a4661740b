import { activity, budgetLine, followUp } from './life-records.ts'
import { leg, lodging, paper } from './journey-records.ts'
import { refugeCall } from './refuge-call.ts'
import { refugeCapacity, refugeHost } from './refuge-host.ts'
import { refugeStay } from './refuge-stay.ts'
import { referenceCheck, selectionVoice } from './selection-records.ts'

/** What belongs to a stay, in the order in which it comes about. */
export const stayParts = [
  referenceCheck,
  selectionVoice,
  lodging,
  leg,
  paper,
  budgetLine,
  activity,
  followUp,
] as const

export const stayTypes = [refugeStay, ...stayParts, refugeHost, refugeCapacity, refugeCall]
