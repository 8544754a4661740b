import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** An open call for stays: from when until when, for whom, how many places. */
export const refugeCall = defineRecordType({
  name: 'refuge_call',
  label: labels('Open call', 'Convocatoria', 'Convocatòria'),
  plural: labels('Open calls', 'Convocatorias', 'Convocatòries'),
  title: ['name'],
  timeline: 'opens',
  fields: [
    field('text', 'name', labels('Name', 'Nombre', 'Nom'), { required: true, sortable: true, listed: true }),
    field('date', 'opens', labels('Opens', 'Se abre', "S'obre"), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('date', 'closes', labels('Closes', 'Se cierra', 'Es tanca'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('number', 'places', labels('Places offered', 'Plazas que ofrece', 'Places que ofereix'), {
      listed: true,
    }),
    field(
      'text',
      'length',
      labels('Length of the stays', 'Duración de las estadías', 'Durada de les estades'),
    ),
    field('localized_text', 'for_whom', labels('For whom', 'A quiénes se dirige', 'A qui s’adreça'), {
      hint: labels(
        'The criteria, as they are published. Selection gives its reasons by these.',
        'Los criterios, tal como se publican. La selección se funda en ellos.',
        'Els criteris, tal com es publiquen. La selecció s’hi fonamenta.',
      ),
    }),
  ],
})
