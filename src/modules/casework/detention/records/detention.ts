import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { beginnings, ends, statusOptions } from '../statuses.ts'

const options = (given: Readonly<Record<string, ReturnType<typeof labels>>>) =>
  Object.entries(given).map(([code, label]) => ({ code, label }))

const who = inSection('who', [
  field('reference', 'person', labels('Person', 'Persona', 'Persona'), {
    targets: ['person'],
    required: true,
    inverse: labels('Detentions', 'Detenciones', 'Detencions'),
  }),
  field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
    targets: ['case'],
    facet: true,
    inverse: labels('Detentions', 'Detenciones', 'Detencions'),
    hint: labels(
      'A detention of a case is seen by those who see the case.',
      'La detención de un caso la ven quienes ven el caso.',
      'La detenció d’un cas la veuen els qui veuen el cas.',
    ),
  }),
  field('term', 'country', labels('Held by', 'Estado que la detiene', 'Estat que la deté'), {
    vocabulary: 'countries',
    facet: true,
    listed: true,
  }),
  field('choice', 'minor', labels('Minor at arrest', 'Menor al ser detenida', 'Menor en ser detinguda'), {
    facet: true,
    options: options({ yes: labels('Yes', 'Sí', 'Sí'), no: labels('No', 'No', 'No') }),
  }),
])

const beginning = inSection('beginning', [
  field('date', 'from', labels('From', 'Desde', 'Des de'), {
    required: true,
    sortable: true,
    listed: true,
    hint: labels(
      'As precisely as it is known, and no more: 2026-03 is a date.',
      'Tan preciso como se sabe, y no más: 2026-03 es una fecha.',
      'Tan precís com se sap, i no més: 2026-03 és una data.',
    ),
  }),
  field('choice', 'status', labels('Held how, at first', 'Situación inicial', 'Situació inicial'), {
    required: true,
    facet: true,
    options: statusOptions(beginnings),
  }),
  field('term', 'cause', labels('By what', 'Causa', 'Causa'), { vocabulary: 'detention_causes' }),
  field('reference', 'place', labels('Where, at first', 'Primer lugar', 'Primer lloc'), {
    targets: ['place'],
    class: 'location',
    inverse: labels(
      'Detentions that began here',
      'Detenciones que empezaron aquí',
      'Detencions que van començar aquí',
    ),
  }),
  field('reference', 'held_by', labels('Arrested by', 'Detenida por', 'Detinguda per'), {
    targets: ['organisation'],
    multiple: true,
    inverse: labels('Arrests made', 'Detenciones practicadas', 'Detencions practicades'),
  }),
])

const law = inSection('law', [
  field('reference', 'charges', labels('Charges', 'Cargos', 'Càrrecs'), {
    targets: ['law_article'],
    multiple: true,
    facet: true,
    inverse: labels('People charged', 'Personas acusadas', 'Persones acusades'),
    attributes: [
      field('date', 'on', labels('Brought', 'Desde', 'Des de')),
      field('choice', 'state', labels('State', 'Estado', 'Estat'), {
        options: options({
          announced: labels('Said, not notified', 'Dicho, no notificado', 'Dit, no notificat'),
          pending: labels('Pending', 'Pendiente', 'Pendent'),
          convicted: labels('Convicted', 'Condena', 'Condemna'),
          acquitted: labels('Acquitted', 'Absolución', 'Absolució'),
          dropped: labels('Dropped', 'Retirado', 'Retirat'),
        }),
      }),
      field('text', 'words', labels('In its words', 'En sus palabras', 'En les seves paraules')),
    ],
  }),
  field(
    'reference',
    'sentences',
    labels('Sentences, by court', 'Sentencias, por tribunal', 'Sentències, per tribunal'),
    {
      targets: ['organisation'],
      multiple: true,
      inverse: labels('Sentences passed', 'Sentencias dictadas', 'Sentències dictades'),
      attributes: [
        field('date', 'on', labels('Date', 'Fecha', 'Data')),
        field('choice', 'kind', labels('Kind', 'Pena', 'Pena'), {
          options: options({
            prison: labels('Prison', 'Prisión', 'Presó'),
            life: labels('Prison for life', 'Prisión perpetua', 'Presó perpètua'),
            death: labels('Death', 'Muerte', 'Mort'),
            house_arrest: labels('House arrest', 'Arresto domiciliario', 'Arrest domiciliari'),
            labour: labels('Labour', 'Trabajos', 'Treballs'),
            suspended: labels('Suspended', 'En suspenso', 'En suspens'),
            fine: labels('Fine', 'Multa', 'Multa'),
            none: labels('Acquitted', 'Absolución', 'Absolució'),
          }),
        }),
        field('text', 'length', labels('Length', 'Duración', 'Durada')),
        field('choice', 'final', labels('Final', 'Firme', 'Ferma'), {
          options: options({
            yes: labels('Final', 'Firme', 'Ferma'),
            appealed: labels('Appealed', 'Apelada', 'Apel·lada'),
            open: labels('May be appealed', 'Apelable', 'Apel·lable'),
          }),
        }),
      ],
    },
  ),
])

const end = inSection('end', [
  field('date', 'until', labels('Until', 'Hasta', 'Fins a'), {
    sortable: true,
    listed: true,
    hint: labels(
      'The day it ended. What changed between stands in its changes.',
      'El día en que terminó. Lo que cambió en el medio va en sus cambios.',
      'El dia que va acabar. El que va canviar entremig va als seus canvis.',
    ),
  }),
  field('choice', 'ended_as', labels('Ended how', 'Cómo terminó', 'Com va acabar'), {
    facet: true,
    listed: true,
    options: statusOptions(ends),
  }),
  field('term', 'end_cause', labels('By what it ended', 'Causa del fin', 'Causa del final'), {
    vocabulary: 'detention_causes',
  }),
  field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
])

/** One time that somebody is deprived of liberty, from the first day to the last. */
export const detention = defineRecordType({
  name: 'detention',
  label: labels('Detention', 'Detención', 'Detenció'),
  plural: labels('Detentions', 'Detenciones', 'Detencions'),
  description: labels(
    'One time in prison, from the first day to the last. The list of prisoners is counted from these and their changes.',
    'Una vez en prisión, del primer día al último. La lista de presos se cuenta a partir de estas y de sus cambios.',
    'Una vegada a la presó, del primer dia a l’últim. La llista de presos es compta a partir d’aquestes i dels seus canvis.',
  ),
  title: ['from', 'country'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'from',
  sections: [
    { name: 'who', label: labels('Who', 'Quién', 'Qui') },
    { name: 'beginning', label: labels('How it began', 'Cómo empezó', 'Com va començar') },
    { name: 'law', label: labels('Charges and sentence', 'Cargos y sentencia', 'Càrrecs i sentència') },
    { name: 'end', label: labels('How it ended', 'Cómo terminó', 'Com va acabar') },
  ],
  fields: [...who, ...beginning, ...law, ...end],
})
