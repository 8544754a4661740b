import { countries, fictionalStates } from '#catalogue/countries'
import { rights } from '#catalogue/rights'
import { defineModule } from '#platform/house'
import { defineVocabulary } from '#platform/records'
import { importJob, undoImportJob } from '#platform/transfer'
import { apiRoutes } from './api/routes.ts'
import { eventRoutes } from './events/index.ts'
import { evidenceJobs, evidenceRoutes } from './evidence/index.ts'
import { exportApproval, importRoutes } from './import-screens/index.ts'
import { editRoutes } from './pages/edit-page.tsx'
import { historyRoutes } from './pages/history-page.tsx'
import { homeRoutes } from './pages/home-page.tsx'
import { listRoute } from './pages/list-page.tsx'
import { mergeRoutes } from './pages/merge-page.tsx'
import { recordActionRoutes, recordRoute } from './pages/record-page.tsx'
import { registryPanels } from './pages/record-panels.tsx'
import { registryTypes } from './records/index.ts'
import { registryVocabularies } from './vocabularies/index.ts'

/** Countries as a vocabulary; the fictional states of demonstrations are among them and named as what they are. */
const countryVocabulary = defineVocabulary({
  name: 'countries',
  label: { en: 'Countries', es: 'Países', ca: 'Països' },
  source: 'ISO 3166-1, CLDR',
  terms: [
    ...countries.map(({ code, name }) => ({ code, label: name })),
    ...fictionalStates.map(({ code, name }) => ({
      code,
      label: { en: `${name.en} (fictional)`, es: `${name.es} (ficticio)`, ca: `${name.ca} (fictici)` },
    })),
  ],
})

const rightVocabulary = defineVocabulary({
  name: 'rights',
  label: { en: 'Rights', es: 'Derechos', ca: 'Drets' },
  terms: rights.map(({ code, label }) => ({ code, label: { en: label.en, es: label.es, ca: label.ca } })),
})

const tools = { en: 'Tools', es: 'Herramientas', ca: 'Eines' }
const group = { en: 'Records', es: 'Registros', ca: 'Registres' }

/** People, organisations, events and where it is known from: the ground of everything else. */
export const registry = defineModule({
  name: 'registry',
  types: registryTypes,
  vocabularies: [countryVocabulary, rightVocabulary, ...registryVocabularies],
  routes: [
    ...homeRoutes,
    ...editRoutes,
    listRoute,
    ...historyRoutes,
    ...mergeRoutes,
    ...recordActionRoutes,
    recordRoute,
    ...importRoutes,
    ...apiRoutes,
    ...evidenceRoutes,
    ...eventRoutes,
  ],
  jobs: [...evidenceJobs, importJob, undoImportJob],
  recordPanels: registryPanels,
  approvalKinds: [exportApproval],
  navigation: [
    { href: '/workspace', label: { en: 'Start', es: 'Inicio', ca: 'Inici' }, order: 0 },
    ...registryTypes.map((type, i) => ({
      href: `/workspace/records/${type.name}`,
      label: type.plural,
      order: 100 + i,
      group,
    })),
    {
      href: '/workspace/import/directory',
      label: { en: 'Paste a directory', es: 'Pegar un directorio', ca: 'Enganxa un directori' },
      order: 970,
      group: tools,
      may: 'write',
    },
    {
      href: '/workspace/imports',
      label: { en: 'Imports', es: 'Importaciones', ca: 'Importacions' },
      order: 980,
      group: tools,
      may: 'write',
    },
    {
      href: '/workspace/trash',
      label: { en: 'Trash', es: 'Papelera', ca: 'Paperera' },
      order: 990,
      group: tools,
      may: 'write',
    },
  ],
})

export {
  type ConfirmedRow,
  type DirectoryImport,
  certainPart,
  importDirectory,
} from './actions/import-directory.ts'
export { listQuery } from './pages/list-query.ts'
export { type Unresolved, resolveReferences } from './actions/resolve-references.ts'
export { type Dated, timelineItems } from './events/panels/timeline-items.ts'
export { type DirectoryRow, parseDirectory } from './directory/index.ts'
export { type DependantGroup, type Family, type FamilyScreens, familyRoutes } from './events/index.ts'
