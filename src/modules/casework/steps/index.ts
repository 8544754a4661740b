import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { answerItems, taskItems } from './day-items.ts'
import { answersRoutes } from './pages/answers-page.tsx'
import { stepRecordPanel } from './pages/step-record-panel.tsx'
import { stepRoutes } from './pages/step-page.tsx'
import { stepsPanel, tasksPanel } from './pages/case-panels.tsx'
import { taskRoutes } from './pages/task-routes.tsx'
import { step } from './records/step.ts'
import { task } from './records/task.ts'

/** Steps taken, and what is to be done next, by whom and until when. */
export const stepsRoom = defineRoom({
  types: [step, task],
  routes: [...stepRoutes, ...taskRoutes, ...answersRoutes],
  recordPanels: [stepRecordPanel],
  casePanels: [tasksPanel, stepsPanel],
  dayItems: [taskItems, answerItems],
  navigation: [
    {
      href: '/workspace/steps/new',
      label: labels('Log a step', 'Anotar una gestión', 'Anota una gestió'),
      order: 3,
      key: 'g',
      may: 'write',
    },
    {
      href: '/workspace/answers',
      label: labels('Asked, unanswered', 'Pedido y sin respuesta', 'Demanat i sense resposta'),
      order: 22,
    },
    {
      href: '/workspace/records/task',
      label: labels('Tasks and deadlines', 'Tareas y plazos', 'Tasques i terminis'),
      order: 23,
    },
    { href: '/workspace/records/step', label: labels('Steps taken', 'Gestiones', 'Gestions'), order: 24 },
  ],
})
