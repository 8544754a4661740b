import { labelsOf } from './messages.ts'
import { defineRoom } from '../room.ts'
import { documentRoute } from './pages/document-routes.ts'
import { listRoute } from './pages/list-page.tsx'
import { textPageRoutes } from './pages/text-page.tsx'
import { publicTexts } from './public-kind.tsx'
import { publicText, reportSection, textAppearance, textCorrection, textQuote } from './records/index.ts'

export { countSection } from './actions/count-section.ts'
export type { SectionKind, ShownSection, ShownTable } from './sections/index.ts'

/** Releases, columns, bulletins, letters, statements and reports: written, agreed to, approved, released, corrected. */
export const publicationsRoom = defineRoom({
  types: [publicText, textQuote, textCorrection, textAppearance, reportSection],
  routes: [listRoute, documentRoute, ...textPageRoutes],
  publicKinds: [publicTexts],
  navigation: [{ href: '/workspace/publications', label: labelsOf('publications'), order: 36 }],
})
