import { labels } from '#platform/i18n'
import type { Family } from './dependants/index.ts'

/** Who did what to whom: the event and everything that is written with it on one screen. */
export const eventFamily: Family = {
  type: 'event',
  fields: ['title', 'kind', 'date', 'country', 'places', 'description'],
  more: ['location', 'rights', 'violation_status', 'impact', 'date_received', 'monitoring', 'notes'],
  groups: [
    {
      name: 'act',
      type: 'act',
      back: 'event',
      title: labels(
        'Acts: what was done, and to whom',
        'Actos: qué se hizo y a quién',
        'Actes: què es va fer i a qui',
      ),
      one: labels('Act', 'Acto', 'Acte'),
      hint: labels(
        'One act for each victim: three people arrested are three acts.',
        'Un acto por cada víctima: tres personas detenidas son tres actos.',
        'Un acte per a cada víctima: tres persones detingudes són tres actes.',
      ),
      add: labels('Add an act', 'Agregar un acto', 'Afegeix un acte'),
      fields: ['act_type', 'victim', 'date', 'outcome', 'methods'],
      inherits: ['date', 'country'],
      hints: {
        date: labels(
          'Leave empty if it is that of the event.',
          'Deje vacío si es la del acontecimiento.',
          "Deixeu-ho buit si és la de l'esdeveniment.",
        ),
      },
      summary: { field: 'summary', of: [['act_type'], ['victim']] },
    },
    {
      name: 'perpetrator',
      type: 'involvement',
      back: 'event',
      title: labels(
        'Perpetrators: who did it',
        'Perpetradores: quién lo hizo',
        'Perpetradors: qui ho va fer',
      ),
      one: labels('Perpetrator', 'Perpetrador', 'Perpetrador'),
      hint: labels(
        'The State’s agents, and others: landowner, company, paramilitary, organised crime. If no name is known, the kind is enough.',
        'Agentes del Estado y otros: terrateniente, empresa, paramilitar, crimen organizado. Si no se conoce el nombre, basta la clase.',
        "Agents de l'Estat i altres: terratinent, empresa, paramilitar, crim organitzat. Si no se'n coneix el nom, n'hi ha prou amb la classe.",
      ),
      add: labels('Add a perpetrator', 'Agregar un perpetrador', 'Afegeix un perpetrador'),
      fields: ['perpetrator', 'perpetrator_kind', 'degree', 'certainty'],
      numbers: {
        field: 'acts',
        group: 'act',
        label: labels('Which acts', 'En qué actos', 'En quins actes'),
        hint: labels(
          'All of them, unless you write their numbers: 1, 3. With 0, none in particular.',
          'En todos, salvo que escriba sus números: 1, 3. Con 0, en ninguno en particular.',
          'En tots, si no n’escriviu els números: 1, 3. Amb 0, en cap en particular.',
        ),
      },
      summary: { field: 'summary', of: [['perpetrator', 'perpetrator_kind'], ['degree']] },
    },
    {
      name: 'source',
      type: 'information',
      back: 'about',
      title: labels('Sources: how it is known', 'Fuentes: cómo se sabe', 'Fonts: com se sap'),
      one: labels('Source', 'Fuente', 'Font'),
      add: labels('Add a source', 'Agregar una fuente', 'Afegeix una font'),
      fields: ['source', 'kind', 'connection', 'source_reliability', 'information_reliability'],
      single: ['source'],
      cites: { source: 'source', into: ['description', 'title'] },
      gives: { source: { kind: 'kind', reliability: 'source_reliability' } },
      summary: { field: 'summary', of: [['source'], ['connection']] },
    },
    {
      name: 'intervention',
      type: 'intervention',
      back: 'events',
      title: labels(
        'Interventions: what was done about it',
        'Intervenciones: qué se hizo al respecto',
        "Intervencions: què s'hi va fer",
      ),
      one: labels('Intervention', 'Intervención', 'Intervenció'),
      add: labels('Add an intervention', 'Agregar una intervención', 'Afegeix una intervenció'),
      fields: ['intervening', 'kind', 'date', 'victims', 'asked_of', 'response', 'response_date'],
      single: ['kind', 'response'],
      summary: { field: 'summary', of: [['kind'], ['intervening']] },
    },
  ],
}
