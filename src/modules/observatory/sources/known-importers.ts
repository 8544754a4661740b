import type { DatasetImporter } from './importer.ts'
import type { ObservatoryRoom } from '../room.ts'

// This room is itself in the list that gives them: it is asked for at once, and is there when the first page is shown.
const rooms = import('../rooms.ts')
rooms.catch(() => undefined)

/** Every importer of the observatory, in the order in which a file is offered to them. */
export const knownImporters = async (): Promise<readonly DatasetImporter[]> => (await rooms).importers

/** Every room of the observatory. */
export const knownRooms = async (): Promise<readonly ObservatoryRoom[]> => (await rooms).rooms
