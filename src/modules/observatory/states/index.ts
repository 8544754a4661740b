import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { statesAddress } from './addresses.ts'
import { statePage } from './pages/state-page.tsx'
import { statesPage } from './pages/states-page.tsx'

/** The states: a list of all, and a page of each, made of what every room knows of it. */
export const statesRoom = defineRoom({
  routes: [statesPage, statePage],
  navigation: [{ href: statesAddress, label: labels('States', 'Estados', 'Estats'), order: 41 }],
})
