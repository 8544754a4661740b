import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'
import { optionsOf, partFields, sealedWords } from './part-fields.ts'

/** Nights with a host. The host stands by its code name; where it is, is sealed. */
export const lodging = defineRecordType({
  name: 'refuge_lodging',
  label: labels('Lodging', 'Alojamiento', 'Allotjament'),
  plural: labels('Lodgings', 'Alojamientos', 'Allotjaments'),
  title: ['from', 'until'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'from',
  fields: [
    ...partFields(labels('Lodgings', 'Alojamientos', 'Allotjaments')),
    field('reference', 'host', labels('Host', 'Lugar de acogida', "Lloc d'acollida"), {
      targets: ['refuge_host'],
      required: true,
      listed: true,
      inverse: labels('Guests received', 'Huéspedes', 'Hostes'),
    }),
    field('date', 'from', labels('From the night of', 'Desde la noche del', 'Des de la nit del'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('date', 'until', labels('Until the day', 'Hasta el día', 'Fins al dia'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
      hint: labels(
        'The day of leaving; that night does not count.',
        'El día de salida; esa noche no cuenta.',
        'El dia de sortida; aquella nit no compta.',
      ),
    }),
    field('number', 'people', labels('How many people', 'Cuántas personas', 'Quantes persones'), {
      required: true,
      listed: true,
    }),
    sealedWords(
      'details',
      labels(
        'Room, keys, what to know',
        'Habitación, llaves, lo que hay que saber',
        'Habitació, claus, el que cal saber',
      ),
    ),
  ],
})

/** One leg of the journey: when and by what; from where to where is sealed. */
export const leg = defineRecordType({
  name: 'refuge_leg',
  label: labels('Leg of the journey', 'Tramo del viaje', 'Tram del viatge'),
  plural: labels('Legs of the journey', 'Tramos del viaje', 'Trams del viatge'),
  title: ['direction', 'on'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'on',
  fields: [
    ...partFields(labels('Legs of the journey', 'Tramos del viaje', 'Trams del viatge')),
    field('choice', 'direction', labels('Which way', 'En qué sentido', 'En quin sentit'), {
      required: true,
      listed: true,
      options: optionsOf({
        out: labels('To the stay', 'Hacia la estadía', "Cap a l'estada"),
        within: labels('During the stay', 'Durante la estadía', "Durant l'estada"),
        back: labels('Back', 'De regreso', 'De tornada'),
        onward: labels('Onward', 'Hacia otro destino', 'Cap a un altre lloc'),
      }),
    }),
    field('date', 'on', labels('On', 'El', 'El'), {
      required: true,
      exact: true,
      sortable: true,
      listed: true,
    }),
    field('choice', 'by', labels('By', 'En', 'En'), {
      options: optionsOf({
        air: labels('Air', 'Avión', 'Avió'),
        road: labels('Road', 'Carretera', 'Carretera'),
        rail: labels('Rail', 'Tren', 'Tren'),
        water: labels('Water', 'Barco', 'Vaixell'),
      }),
    }),
    field('choice', 'state', labels('State', 'Estado', 'Estat'), {
      required: true,
      listed: true,
      options: optionsOf({
        planned: labels('Planned', 'Previsto', 'Previst'),
        booked: labels('Booked', 'Reservado', 'Reservat'),
        done: labels('Done', 'Hecho', 'Fet'),
        cancelled: labels('Cancelled', 'Cancelado', 'Cancel·lat'),
      }),
    }),
    field('choice', 'escort', labels('Accompanied', 'Con acompañamiento', 'Amb acompanyament'), {
      options: optionsOf({ yes: labels('Yes', 'Sí', 'Sí'), no: labels('No', 'No', 'No') }),
    }),
    sealedWords(
      'journey',
      labels(
        'From, to, hours, booking',
        'Desde, hasta, horarios, reserva',
        'Des de, fins a, horaris, reserva',
      ),
    ),
  ],
})

/** A paper without which nobody travels, and until when it is good. */
export const paper = defineRecordType({
  name: 'refuge_paper',
  label: labels('Travel document', 'Documento de viaje', 'Document de viatge'),
  plural: labels('Travel documents', 'Documentos de viaje', 'Documents de viatge'),
  title: ['kind', 'state'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  fields: [
    ...partFields(labels('Travel documents', 'Documentos de viaje', 'Documents de viatge')),
    field('choice', 'kind', labels('Document', 'Documento', 'Document'), {
      required: true,
      listed: true,
      options: optionsOf({
        passport: labels('Passport', 'Pasaporte', 'Passaport'),
        visa: labels('Visa', 'Visa', 'Visat'),
        insurance: labels('Insurance', 'Seguro', 'Assegurança'),
        invitation: labels('Letter of invitation', 'Carta de invitación', "Carta d'invitació"),
        permit: labels('Permit to stay', 'Permiso de permanencia', 'Permís de permanència'),
        minor: labels('Authorisation of a minor', 'Autorización de menor', 'Autorització de menor'),
        other: labels('Other', 'Otro', 'Altre'),
      }),
    }),
    field('choice', 'whose', labels('Whose', 'De quién', 'De qui'), {
      options: optionsOf({
        guest: labels('The guest', 'La persona huésped', 'La persona hoste'),
        companion: labels('Who comes along', 'Quien acompaña', 'Qui acompanya'),
      }),
    }),
    field('choice', 'state', labels('State', 'Estado', 'Estat'), {
      required: true,
      listed: true,
      options: optionsOf({
        needed: labels('Needed', 'Hace falta', 'Cal'),
        asked: labels('Asked for', 'Solicitado', 'Sol·licitat'),
        granted: labels('In hand', 'Otorgado', 'Atorgat'),
        refused: labels('Refused', 'Denegado', 'Denegat'),
        not_needed: labels('Not needed', 'No hace falta', 'No cal'),
      }),
    }),
    field('date', 'asked_on', labels('Asked for on', 'Solicitado el', 'Sol·licitat el'), { exact: true }),
    field('date', 'valid_until', labels('Good until', 'Vence el', 'Caduca el'), {
      exact: true,
      sortable: true,
      listed: true,
      hint: labels('The last day.', 'El último día.', "L'últim dia."),
    }),
    sealedWords(
      'number',
      labels(
        'Number, issued by, remarks',
        'Número, quién lo emite, observaciones',
        'Número, qui l’emet, observacions',
      ),
    ),
  ],
})
