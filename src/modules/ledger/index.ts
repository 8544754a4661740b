import { defineModule } from '#platform/house'
import { exportRoute } from './export-entries.ts'
import { ledgerRoutes } from './ledger-page.tsx'

/** What was done in the organisation, for whoever may audit: who, what, when, and never the content of a record. */
export const ledger = defineModule({
  name: 'ledger',
  routes: [...ledgerRoutes, exportRoute],
  navigation: [
    {
      href: '/workspace/ledger',
      label: { en: 'Ledger', es: 'Libro de registro', ca: 'Llibre de registre' },
      order: 986,
      may: 'audit',
    },
  ],
})
