import { exportCommand } from '#modules/registry/commands'
import { openHouse } from '../open-house.ts'

/** `amparo export`. */
export const command = exportCommand(openHouse)
