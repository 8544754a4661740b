import { importCommand } from '#modules/registry/commands'
import { openHouse } from '../open-house.ts'

/** `amparo import`. */
export const command = importCommand(openHouse)
