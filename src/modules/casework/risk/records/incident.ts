import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'

/**
 * Something that happened to somebody at risk, noted in a minute. Where it is more than that, the registry's event tells
 * it whole, and the incident points there.
 */
export const incident = defineRecordType({
  name: 'incident',
  label: labels('Security incident', 'Incidente de seguridad', 'Incident de seguretat'),
  plural: labels('Security incidents', 'Incidentes de seguridad', 'Incidents de seguretat'),
  description: labels(
    'A call without a voice, a car at the corner, a search: a light note, which may become an event.',
    'Una llamada muda, un auto en la esquina, un allanamiento: una nota breve, que puede pasar a ser un acontecimiento.',
    'Una trucada muda, un cotxe a la cantonada, un escorcoll: una nota breu, que pot passar a ser un esdeveniment.',
  ),
  title: ['kind', 'on'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'on',
  sections: [
    { name: 'what', label: labels('What happened', 'Qué pasó', 'Què va passar') },
    { name: 'who', label: labels('By whom, to whom', 'Quién y a quién', 'Qui i a qui') },
    { name: 'known', label: labels('How it is known', 'Cómo se sabe', 'Com se sap') },
  ],
  fields: [
    ...inSection('what', [
      field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
        targets: ['case'],
        required: true,
        inverse: labels('Security incidents', 'Incidentes de seguridad', 'Incidents de seguretat'),
      }),
      field('term', 'kind', labels('Kind', 'Clase', 'Classe'), {
        vocabulary: 'incident_kinds',
        required: true,
        facet: true,
        listed: true,
      }),
      field('date', 'on', labels('When', 'Cuándo', 'Quan'), {
        required: true,
        sortable: true,
        listed: true,
        hint: labels(
          'A day, a month, a range, or as uncertain as it is: 2026-11?, 2026-10-28/2026-11-02.',
          'Un día, un mes, un intervalo, o tan incierto como sea: 2026-11?, 2026-10-28/2026-11-02.',
          'Un dia, un mes, un interval, o tan incert com sigui: 2026-11?, 2026-10-28/2026-11-02.',
        ),
      }),
      field('long_text', 'what', labels('What', 'Qué', 'Què'), { required: true, class: 'identity' }),
      field('reference', 'place', labels('Where', 'Dónde', 'On'), {
        targets: ['place'],
        class: 'location',
        inverse: labels(
          'Security incidents here',
          'Incidentes de seguridad aquí',
          'Incidents de seguretat aquí',
        ),
      }),
      field('text', 'where_words', labels('Where, in words', 'Dónde, en palabras', 'On, en paraules'), {
        class: 'location',
      }),
      field(
        'long_text',
        'health_words',
        labels('What it did to health', 'Qué causó en la salud', 'Què va causar en la salut'),
        {
          class: 'health',
        },
      ),
    ]),
    ...inSection('who', [
      field('reference', 'to_whom', labels('To whom', 'A quién', 'A qui'), {
        targets: ['person', 'organisation'],
        multiple: true,
        inverse: labels('Security incidents', 'Incidentes de seguridad', 'Incidents de seguretat'),
      }),
      field('reference', 'by_whom', labels('By whom', 'Quién', 'Qui'), {
        targets: ['person', 'organisation'],
        multiple: true,
        inverse: labels('Named in incidents', 'Señalado en incidentes', 'Assenyalat en incidents'),
      }),
      field('text', 'by_words', labels('By whom, in words', 'Quién, en palabras', 'Qui, en paraules'), {
        class: 'identity',
        hint: labels(
          'Two men in a grey van; not known.',
          'Dos hombres en una camioneta gris; no se sabe.',
          'Dos homes en una furgoneta grisa; no se sap.',
        ),
      }),
    ]),
    ...inSection('known', [
      field('term', 'reliability', labels('Reliability', 'Fiabilidad', 'Fiabilitat'), {
        vocabulary: 'reliability',
        listed: true,
      }),
      field('reference', 'sources', labels('Sources', 'Fuentes', 'Fonts'), {
        targets: ['source'],
        multiple: true,
        inverse: labels('Security incidents', 'Incidentes de seguridad', 'Incidents de seguretat'),
      }),
      field(
        'reference',
        'event',
        labels('Told by the event', 'Lo relata el acontecimiento', 'Ho relata l’esdeveniment'),
        {
          targets: ['event'],
          inverse: labels('Noted as incidents', 'Anotado como incidente', 'Anotat com a incident'),
        },
      ),
    ]),
  ],
})
