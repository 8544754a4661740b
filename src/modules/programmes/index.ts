import { defineModule } from '#platform/house'
import { calendarRoutes } from './pages/calendar-routes.ts'
import { editionRoute } from './pages/edition-page.tsx'
import { figureRoute } from './pages/figure-page.tsx'
import { personSheetRoute } from './pages/person-sheet.tsx'
import { townSheetRoute } from './pages/town-sheet.tsx'
import { visitPanel } from './pages/visit-panel.tsx'
import { visitsRoute } from './pages/visits-page.tsx'
import { programmesTypes } from './records/index.ts'
import { programmesVocabularies } from './vocabularies/index.ts'

const group = { en: 'Visits', es: 'Visitas', ca: 'Visites' }

/** The cities' visits: editions, invitations, stays, activities. */
export const programmes = defineModule({
  name: 'programmes',
  types: programmesTypes,
  vocabularies: programmesVocabularies,
  routes: [visitsRoute, figureRoute, editionRoute, personSheetRoute, townSheetRoute, ...calendarRoutes],
  recordPanels: [visitPanel],
  navigation: [
    {
      href: '/workspace/visits',
      label: {
        en: 'Tables and totals',
        es: 'Tablas y totales',
        ca: 'Taules i totals',
      },
      order: 299,
      group,
    },
    ...programmesTypes.map((type, i) => ({
      href: `/workspace/records/${type.name}`,
      label: type.plural,
      order: 300 + i,
      group,
    })),
  ],
})
