import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { today } from '../today.ts'
import { countDue } from '../steps/work.ts'
import { decisionItems, signItems } from './day-items.ts'
import { dueOnHome } from './home-panel.tsx'
import { calendarRoutes } from './pages/calendar-page.tsx'
import { dayRoutes } from './pages/day-page.tsx'
import { weekRoutes } from './pages/week-page.tsx'

/** What waits for one person, and for one's team. */
export const dayRoom = defineRoom({
  routes: [...dayRoutes, ...weekRoutes, ...calendarRoutes],
  dayItems: [signItems, decisionItems],
  homePanels: [dueOnHome],
  startsAt: (actor) => (actor.role === 'case_officer' ? '/workspace/day' : null),
  navigation: [
    {
      href: '/workspace/day',
      label: labels('My day', 'Mi día', 'El meu dia'),
      order: 1,
      key: 'd',
      count: (tx) => countDue(tx, today()),
    },
    {
      href: '/workspace/week',
      label: labels("My team's week", 'La semana de mi equipo', 'La setmana del meu equip'),
      order: 2,
    },
  ],
})
