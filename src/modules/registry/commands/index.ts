/** Commands of the registry. Each is given how the program opens the house. */
export { exportCommand } from './export.ts'
export { importCommand } from './import-records.ts'
export { undoImportCommand } from './import-undo.ts'
export type { OpenedHouse, OpenHouse } from './opened-house.ts'
