import { defineRoom } from '../room.ts'
import { saysRoutes } from './pages/says-page.tsx'

export { saysPanel } from './state-panel.tsx'

/** What states promise and tell others, beside what they do. */
export const saysRoom = defineRoom({ routes: saysRoutes })
