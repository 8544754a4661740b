import { agendaRoom } from './agenda/index.ts'
import { answersRoom } from './answers/index.ts'
import { campaignsRoom } from './campaigns/index.ts'
import { chooseRoom } from './choose/index.ts'
import { draftsRoom } from './drafts/index.ts'
import { factsRoom } from './facts/index.ts'
import { pressRoom } from './press/index.ts'
import { publicationsRoom } from './publications/index.ts'
import { receivedRoom } from './received/index.ts'
import type { AdvocacyRoom } from './room.ts'
import { petitionsRoom } from './petitions/index.ts'
import { sendingRoom } from './sending/index.ts'

/** The rooms of advocacy, in the order of the work. A new room adds its line here. */
export const rooms: readonly AdvocacyRoom[] = [
  chooseRoom,
  factsRoom,
  receivedRoom,
  agendaRoom,
  draftsRoom,
  sendingRoom,
  answersRoom,
  petitionsRoom,
  campaignsRoom,
  publicationsRoom,
  pressRoom,
]
