import { labels } from '#platform/i18n'
import { defineRecordType } from '#platform/records'
import {
  endFields,
  exposureFields,
  needsFields,
  offerFields,
  originFields,
  returnFields,
} from './stay-fields.ts'

/** A temporary refuge: from the nomination or application to the last follow-up after the return. */
export const refugeStay = defineRecordType({
  name: 'refuge_stay',
  label: labels('Refuge stay', 'Refugio temporal', 'Acollida temporal'),
  plural: labels('Refuge stays', 'Refugios temporales', 'Acollides temporals'),
  description: labels(
    'Some weeks or months of safety and rest for somebody at risk. Who comes is a guest.',
    'Unas semanas o meses de seguridad y descanso para alguien en riesgo. Quien viene es huésped.',
    'Unes setmanes o mesos de seguretat i descans per a algú en risc. Qui ve és hoste.',
  ),
  title: ['reference'],
  numbered: { field: 'reference', prefix: 'RS' },
  belongsTo: 'case',
  beginsAs: 'restricted',
  page: '/workspace/refuge-stays/:id',
  timeline: 'from',
  sections: [
    { name: 'origin', label: labels('Proposal', 'Propuesta', 'Proposta') },
    { name: 'needs', label: labels('Needs', 'Necesidades', 'Necessitats') },
    {
      name: 'offer',
      label: labels('Selection and offer', 'Selección y ofrecimiento', 'Selecció i oferiment'),
    },
    {
      name: 'exposure',
      label: labels('What may be said, and when', 'Qué se puede decir y cuándo', 'Què es pot dir i quan'),
    },
    { name: 'return', label: labels('Stay and return', 'Estadía y regreso', 'Estada i retorn') },
    { name: 'end', label: labels('End', 'Fin', 'Fi') },
  ],
  fields: [...originFields, ...needsFields, ...offerFields, ...exposureFields, ...returnFields, ...endFields],
})
