import { draftsRoom } from './drafts/index.ts'
import type { AdvocacyRoom } from './room.ts'

/** The rooms of advocacy, in the order of the work. A new room adds its line here. */
export const rooms: readonly AdvocacyRoom[] = [draftsRoom]
