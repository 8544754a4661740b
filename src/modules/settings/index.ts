import { defineModule } from '#platform/house'
import { retentionJob } from '#platform/retention'
import { reindexJob } from './jobs.ts'
import { fieldRoutes } from './pages/field-page.tsx'
import { settingsRoutes } from './pages/settings-page.tsx'
import { termRoutes } from './pages/term-page.tsx'
import { thesaurusRoutes } from './pages/thesaurus-page.tsx'
import { typeRoutes } from './pages/type-page.tsx'
import { typesRoutes } from './pages/types-page.tsx'
import { vocabulariesRoutes } from './pages/vocabularies-page.tsx'
import { vocabularyRoutes } from './pages/vocabulary-page.tsx'
import { retentionPanel, retentionRoutes } from './retention/index.ts'

/** What an organisation makes of the product by itself: record types, fields, forms, vocabularies. */
export const settings = defineModule({
  name: 'settings',
  routes: [
    ...settingsRoutes,
    ...typesRoutes,
    ...fieldRoutes,
    ...typeRoutes,
    ...vocabulariesRoutes,
    ...termRoutes,
    ...vocabularyRoutes,
    ...thesaurusRoutes,
    ...retentionRoutes,
  ],
  jobs: [reindexJob, retentionJob],
  recordPanels: [retentionPanel],
  navigation: [
    {
      href: '/workspace/retention',
      label: { en: 'Keeping', es: 'Conservación', ca: 'Conservació' },
      order: 983,
      may: 'retain',
    },
    {
      href: '/workspace/settings',
      label: { en: 'Settings', es: 'Configuración', ca: 'Configuració' },
      order: 985,
      may: 'administer',
    },
  ],
})

export { reindexTypes } from './actions/reindex-types.ts'
