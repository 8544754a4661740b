import { dueRoutes } from './due-page.tsx'
import { holdRoutes } from './holds-page.tsx'
import { recordHoldRoutes } from './retention-panel.tsx'
import { ruleRoutes } from './rules-page.tsx'
import { runRoutes } from './run-page.tsx'

/** What is kept how long, what is held, and what goes: the screens. */
export const retentionRoutes = [...dueRoutes, ...runRoutes, ...holdRoutes, ...recordHoldRoutes, ...ruleRoutes]
export { retentionPanel } from './retention-panel.tsx'
