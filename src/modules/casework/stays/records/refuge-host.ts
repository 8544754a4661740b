import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { optionsOf, sealedWords } from './part-fields.ts'

/** Who receives, and where: known by a code name; everything that says where it is, is sealed. */
export const refugeHost = defineRecordType({
  name: 'refuge_host',
  label: labels('Host', 'Lugar de acogida', "Lloc d'acollida"),
  plural: labels('Hosts', 'Lugares de acogida', "Llocs d'acollida"),
  description: labels(
    'A place that receives guests. Named by a code name, so that no list, calendar or mail says where it is.',
    'Un lugar que recibe huéspedes. Lleva un nombre en clave: ninguna lista, calendario ni correo dice dónde está.',
    'Un lloc que rep hostes. Porta un nom en clau: cap llista, calendari ni correu no diu on és.',
  ),
  title: ['code_name'],
  beginsAs: 'restricted',
  sections: [
    { name: 'host', label: labels('The place', 'El lugar', 'El lloc') },
    { name: 'where', label: labels('Where it is', 'Dónde está', 'On és') },
  ],
  fields: [
    {
      ...field('text', 'code_name', labels('Code name', 'Nombre en clave', 'Nom en clau'), {
        required: true,
        sortable: true,
        listed: true,
        hint: labels(
          'Says nothing of where it is: no street, town or country.',
          'No dice nada de dónde está: ni calle, ni localidad, ni país.',
          'No diu res d’on és: ni carrer, ni població, ni país.',
        ),
      }),
      section: 'host',
    },
    {
      ...field('choice', 'kind', labels('Kind', 'Tipo', 'Tipus'), {
        facet: true,
        listed: true,
        options: optionsOf({
          organisation: labels('Organisation', 'Organización', 'Organització'),
          person: labels('Person or family', 'Persona o familia', 'Persona o família'),
          residence: labels('Residence', 'Residencia', 'Residència'),
          rented: labels('Rented', 'Alquilado', 'Llogat'),
        }),
      }),
      section: 'host',
    },
    {
      ...field('choice', 'step_free', labels('Without steps', 'Sin escalones', 'Sense esglaons'), {
        options: optionsOf({ yes: labels('Yes', 'Sí', 'Sí'), no: labels('No', 'No', 'No') }),
      }),
      section: 'host',
    },
    {
      ...field('choice', 'children', labels('Children', 'Niñas y niños', 'Infants'), {
        options: optionsOf({ yes: labels('Yes', 'Sí', 'Sí'), no: labels('No', 'No', 'No') }),
      }),
      section: 'host',
    },
    {
      ...field('reference', 'run_by', labels('Who receives', 'Quién recibe', 'Qui rep'), {
        targets: ['organisation', 'person'],
        multiple: true,
        class: 'sealed',
      }),
      section: 'where',
    },
    { ...sealedWords('address', labels('Address', 'Dirección', 'Adreça')), section: 'where' },
    {
      ...sealedWords(
        'reaching',
        labels('How to reach it', 'Cómo llegar y a quién llamar', 'Com arribar-hi i a qui trucar'),
      ),
      section: 'where',
    },
  ],
})

/** How many places a host has in a time. */
export const refugeCapacity = defineRecordType({
  name: 'refuge_capacity',
  label: labels('Places of a host', 'Plazas de un lugar', "Places d'un lloc"),
  plural: labels('Places of the hosts', 'Plazas de los lugares', 'Places dels llocs'),
  title: ['places', 'from', 'until'],
  belongsTo: 'host',
  beginsAs: 'restricted',
  timeline: 'from',
  fields: [
    field('reference', 'host', labels('Host', 'Lugar de acogida', "Lloc d'acollida"), {
      targets: ['refuge_host'],
      required: true,
      facet: true,
      inverse: labels('Places by dates', 'Plazas por fechas', 'Places per dates'),
    }),
    field('number', 'places', labels('Places', 'Plazas', 'Places'), { required: true, listed: true }),
    field('date', 'from', labels('From the night of', 'Desde la noche del', 'Des de la nit del'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('date', 'until', labels('Until the day', 'Hasta el día', 'Fins al dia'), {
      exact: true,
      sortable: true,
      listed: true,
      hint: labels(
        'The day on which they are no longer there; that night does not count. Empty: with no end.',
        'El día en que dejan de estar; esa noche no cuenta. Vacío: sin fin.',
        'El dia que deixen de ser-hi; aquella nit no compta. Buit: sense fi.',
      ),
    }),
  ],
})
