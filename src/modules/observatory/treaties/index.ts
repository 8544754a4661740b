import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { treatiesAddress } from './addresses.ts'
import { ratificationYears } from './importers/ratification-years.ts'
import { untcDeclarations } from './importers/untc-declarations.ts'
import { untc } from './importers/untc.ts'
import { treatiesRoutes } from './pages/treaties-page.tsx'
import { treatyRoutes } from './pages/treaty-page.tsx'

export { treatiesPanel } from './state-panel.tsx'

/** Which state is bound by which treaty, as the files say and as it was typed in. */
export const treatiesRoom = defineRoom({
  importers: [ratificationYears, untc, untcDeclarations],
  routes: [...treatiesRoutes, ...treatyRoutes],
  navigation: [{ href: treatiesAddress, label: labels('Treaties', 'Tratados', 'Tractats'), order: 48 }],
})
