import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { indicatorsAddress } from './addresses.ts'
import { comparePage } from './pages/compare-page.tsx'
import { indicatorsPage } from './pages/indicators-page.tsx'
import { ownTablePage, readOwnTable } from './pages/own-table-page.tsx'
import { profilesPage, uploadTable } from './pages/profiles-page.tsx'
import { seriesPage } from './pages/series-page.tsx'
import { valuePage } from './pages/value-page.tsx'
import { shippedTables } from './profiles/index.ts'
import { tableImporter } from './table-importer.ts'

export { indicesPanel } from './panel/indices-panel.tsx'

/** Measures of states by year: brought in from tables, shown, compared. */
export const indicatorsRoom = defineRoom({
  routes: [
    indicatorsPage,
    comparePage,
    profilesPage,
    uploadTable,
    ownTablePage,
    readOwnTable,
    seriesPage,
    valuePage,
  ],
  importers: shippedTables.map(tableImporter),
  navigation: [{ href: indicatorsAddress, label: labels('Indices', 'Índices', 'Índexs'), order: 47 }],
})
