import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { checkJob } from './jobs/check-job.ts'
import { newsJob } from './jobs/news-job.ts'
import { actionRoutes } from './pages/action-routes.ts'
import { checkRoute } from './pages/check-page.tsx'
import { petitionListRoute } from './pages/list-page.tsx'
import { petitionRoute } from './pages/petition-page.tsx'
import { signaturesRoute } from './pages/signatures-page.tsx'
import { letterKind, petitionKind } from './public/kinds.tsx'
import { letterRoutes } from './public/letter-routes.tsx'
import { linkPageRoutes } from './public/link-routes.tsx'
import { signRoutes } from './public/sign-routes.tsx'
import { petitionAddressee } from './records/petition-addressee.ts'
import { petition } from './records/petition.ts'
import { petitionVocabularies } from './vocabularies/index.ts'

/** Open letters signed by invitation, and petitions that anyone may sign. */
export const petitionsRoom = defineRoom({
  types: [petition, petitionAddressee],
  vocabularies: petitionVocabularies,
  routes: [
    petitionListRoute,
    petitionRoute,
    signaturesRoute,
    checkRoute,
    ...actionRoutes,
    ...signRoutes,
    ...letterRoutes,
    ...linkPageRoutes,
  ],
  jobs: [checkJob, newsJob],
  publicKinds: [petitionKind, letterKind],
  navigation: [
    {
      href: '/workspace/petitions',
      label: labels('Petitions', 'Peticiones', 'Peticions'),
      order: 40,
    },
  ],
})
