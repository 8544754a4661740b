import { directoryRoutes } from './directory-page.tsx'
import { exportRoutes } from './export-page.tsx'
import { importsRoutes } from './imports-page.tsx'
import { listImportRoutes } from './list-page.tsx'

/** Everything that comes in from lists and directories, and goes out as files. `directory` is no record type. */
export const importRoutes = [...directoryRoutes, ...importsRoutes, ...listImportRoutes, ...exportRoutes]

export { exportApproval } from './export-approval.tsx'
