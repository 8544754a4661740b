import { undoImportCommand } from '#modules/registry/commands'
import { openHouse } from '../open-house.ts'

/** `amparo import undo`. */
export const command = undoImportCommand(openHouse)
