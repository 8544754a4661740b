import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { neutral, optionsOf, partFields, sealedWords } from './part-fields.ts'

const text = (name: string, label: ReturnType<typeof labels>, required = true) =>
  field('text', name, label, { required, listed: true, hint: neutral })

/** One line of the budget of a stay: what is planned, what was spent, in one currency, by one funder. */
export const budgetLine = defineRecordType({
  name: 'refuge_cost',
  label: labels('Budget line', 'Renglón del presupuesto', 'Línia del pressupost'),
  plural: labels('Budget lines', 'Renglones del presupuesto', 'Línies del pressupost'),
  title: ['what'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  fields: [
    ...partFields(labels('Budget', 'Presupuesto', 'Pressupost')),
    field('choice', 'purpose', labels('For', 'Para', 'Per a'), {
      required: true,
      facet: true,
      listed: true,
      options: optionsOf({
        travel: labels('Travel', 'Viaje', 'Viatge'),
        lodging: labels('Lodging', 'Alojamiento', 'Allotjament'),
        living: labels('Living', 'Manutención', 'Manutenció'),
        papers: labels('Papers and insurance', 'Documentos y seguro', 'Documents i assegurança'),
        personal: labels('Personal needs', 'Necesidades personales', 'Necessitats personals'),
        work: labels('Work and learning', 'Trabajo y formación', 'Feina i formació'),
        other: labels('Other', 'Otros', 'Altres'),
      }),
    }),
    text('what', labels('What', 'Concepto', 'Concepte')),
    field('choice', 'currency', labels('Currency', 'Moneda', 'Moneda'), {
      required: true,
      listed: true,
      options: (['USD', 'EUR', 'ARS', 'BRL', 'CLP', 'GBP', 'MXN', 'UYU'] as const).map((code) => ({
        code,
        label: labels(code, code, code),
      })),
    }),
    field('number', 'planned', labels('Planned', 'Previsto', 'Previst'), { required: true, listed: true }),
    field('number', 'spent', labels('Spent', 'Gastado', 'Gastat'), { listed: true }),
    field('reference', 'funder', labels('Funder', 'Quién financia', 'Qui finança'), {
      targets: ['organisation'],
      listed: true,
      inverse: labels('Stays funded', 'Estadías que financia', 'Estades que finança'),
    }),
    sealedWords('details', labels('Details', 'Detalles', 'Detalls')),
  ],
})

/** Something done during a stay. Rest is one of them, and is planned like the others. */
export const activity = defineRecordType({
  name: 'refuge_activity',
  label: labels('Activity or rest', 'Actividad o descanso', 'Activitat o descans'),
  plural: labels('Activities and rest', 'Actividades y descanso', 'Activitats i descans'),
  title: ['kind', 'from'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'from',
  fields: [
    ...partFields(labels('Activities and rest', 'Actividades y descanso', 'Activitats i descans')),
    field('choice', 'kind', labels('Kind', 'Tipo', 'Tipus'), {
      required: true,
      listed: true,
      options: optionsOf({
        rest: labels('Rest', 'Descanso', 'Descans'),
        appointment: labels('Appointment', 'Turno', 'Cita'),
        learning: labels('Learning', 'Formación', 'Formació'),
        work: labels('Own work', 'Trabajo propio', 'Feina pròpia'),
        meeting: labels('Meeting', 'Reunión', 'Reunió'),
        public: labels('In public', 'En público', 'En públic'),
      }),
    }),
    text('what', labels('What', 'Qué', 'Què')),
    field('date', 'from', labels('From', 'Desde', 'Des de'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('date', 'until', labels('Until', 'Hasta', 'Fins a'), { exact: true, listed: true }),
    field('choice', 'state', labels('State', 'Estado', 'Estat'), {
      options: optionsOf({
        planned: labels('Planned', 'Prevista', 'Prevista'),
        done: labels('Done', 'Hecha', 'Feta'),
        cancelled: labels('Cancelled', 'Cancelada', 'Cancel·lada'),
      }),
    }),
    sealedWords('details', labels('Where, with whom', 'Dónde, con quién', 'On, amb qui')),
  ],
})

export const standingLabels = {
  well: labels('Well', 'Está bien', 'Està bé'),
  needs: labels('Needs something', 'Necesita algo', 'Necessita alguna cosa'),
  danger: labels('In danger again', 'De nuevo en peligro', 'De nou en perill'),
  not_reached: labels('Not reached', 'No se logró contactar', 'No s’ha pogut contactar'),
} as const

/** A date, after the return, on which the guest is asked how they are. Its task waits on somebody's day. */
export const followUp = defineRecordType({
  name: 'refuge_follow_up',
  label: labels('Follow-up after a stay', 'Seguimiento tras la estadía', "Seguiment després de l'estada"),
  plural: labels('Follow-ups after a stay', 'Seguimientos tras la estadía', "Seguiments després de l'estada"),
  title: ['due'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'due',
  fields: [
    ...partFields(labels('Follow-ups', 'Seguimientos', 'Seguiments')),
    field('date', 'due', labels('On', 'El', 'El'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('reference', 'task', labels('Task', 'Tarea', 'Tasca'), {
      targets: ['task'],
      managed: true,
      inverse: labels('Follow-up', 'Seguimiento', 'Seguiment'),
    }),
    field('date', 'held_on', labels('Held on', 'Hecho el', 'Fet el'), {
      managed: true,
      exact: true,
      listed: true,
    }),
    field('choice', 'standing', labels('How the person is', 'Cómo está la persona', 'Com està la persona'), {
      managed: true,
      class: 'identity',
      options: optionsOf(standingLabels),
    }),
    sealedWords('words', labels('What they said', 'Lo que dijo', 'El que va dir')),
  ],
})
