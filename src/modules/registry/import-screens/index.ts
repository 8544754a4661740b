import { directoryRoutes } from './directory-page.tsx'
import { importsRoutes } from './imports-page.tsx'

/** Everything that comes in from lists and directories, and goes out as files. */
export const importRoutes = [...directoryRoutes, ...importsRoutes]
