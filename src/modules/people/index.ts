import { defineModule } from '#platform/house'
import { accessRoutes } from './pages/access-actions.ts'
import { accessPanel } from './pages/access-panel.tsx'
import { fourEyesApproval } from './pages/four-eyes-section.tsx'
import { invitationRoutes } from './pages/invitation-page.tsx'
import { ownRoutes } from './pages/me-page.tsx'
import { passkeyRoutes } from './pages/passkey-routes.tsx'
import { peopleRoutes } from './pages/people-page.tsx'
import { personRoutes } from './pages/person-page.tsx'
import { secondFactorRoutes } from './pages/second-factor-page.tsx'
import { signInScreen } from './pages/sign-in-form.tsx'
import { signInRoutes } from './pages/sign-in-page.tsx'
import { teamRoutes } from './pages/team-actions.ts'
import { custodianRoutes } from './sealing/custodians-page.tsx'
import { keyRoutes } from './sealing/key-page.tsx'
import { sealedRoutes } from './sealing/sealed-actions.ts'
import { sealedPanel } from './sealing/sealed-panel.tsx'

export { type Holder, giveAccess, readHolders, takeAccess } from './grants.ts'

/** Who works here: how they sign in, what they may do, whom they let in. */
export const people = defineModule({
  name: 'people',
  routes: [
    ...signInRoutes,
    ...passkeyRoutes,
    ...invitationRoutes,
    ...ownRoutes,
    ...secondFactorRoutes,
    ...peopleRoutes,
    ...personRoutes,
    ...teamRoutes,
    ...accessRoutes,
    ...keyRoutes,
    ...custodianRoutes,
    ...sealedRoutes,
  ],
  recordPanels: [sealedPanel, accessPanel],
  approvalKinds: [fourEyesApproval],
  signIn: signInScreen,
  navigation: [
    {
      href: '/workspace/people',
      label: { en: 'People and access', es: 'Personas y acceso', ca: 'Persones i accés' },
      order: 984,
      may: 'administer',
    },
    {
      href: '/workspace/custodians',
      label: { en: 'Custodians', es: 'Custodios', ca: 'Custodis' },
      order: 985,
      may: 'administer',
    },
    {
      href: '/workspace/me',
      label: { en: 'My account', es: 'Mi cuenta', ca: 'El meu compte' },
      order: 995,
      may: 'member',
    },
  ],
})
