import { defineModule } from '#platform/house'
import { reindexJob } from './jobs.ts'
import { fieldRoutes } from './pages/field-page.tsx'
import { settingsRoutes } from './pages/settings-page.tsx'
import { termRoutes } from './pages/term-page.tsx'
import { thesaurusRoutes } from './pages/thesaurus-page.tsx'
import { typeRoutes } from './pages/type-page.tsx'
import { typesRoutes } from './pages/types-page.tsx'
import { vocabulariesRoutes } from './pages/vocabularies-page.tsx'
import { vocabularyRoutes } from './pages/vocabulary-page.tsx'

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
  ],
  jobs: [reindexJob],
  navigation: [
    {
      href: '/workspace/settings',
      label: { en: 'Settings', es: 'Configuración', ca: 'Configuració' },
      order: 985,
      may: 'administer',
    },
  ],
})

export { reindexTypes } from './actions/reindex-types.ts'
