import { asylumRoom } from './asylum/index.ts'
import { cases } from './cases/index.ts'
import { consentRoom } from './consent/index.ts'
import { detentionRoom } from './detention/index.ts'
import { dayRoom } from './day/index.ts'
import { riskRoom } from './risk/index.ts'
import { figuresRoom } from './figures/index.ts'
import type { CaseworkRoom } from './room.ts'
import { referralRoom } from './referral/index.ts'
import { staysRoom } from './stays/index.ts'
import { stepsRoom } from './steps/index.ts'

/** The rooms of casework, in the order of the work. A new room adds its line here. */
export const rooms: readonly CaseworkRoom[] = [
  cases,
  consentRoom,
  stepsRoom,
  dayRoom,
  detentionRoom,
  riskRoom,
  staysRoom,
  asylumRoom,
  referralRoom,
  figuresRoom,
]
