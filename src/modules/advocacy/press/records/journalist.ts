import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection, ofClass } from '#platform/records'

/** A journalist to whom releases go: for whom they write, about what, and on what ground we hold their address. */
export const journalist = defineRecordType({
  name: 'journalist',
  label: labels('Journalist', 'Periodista', 'Periodista'),
  plural: labels('Journalists', 'Periodistas', 'Periodistes'),
  description: labels(
    'Of the press list: no subject of a case.',
    'De la lista de prensa: no es sujeto de un caso.',
    'De la llista de premsa: no és subjecte d’un cas.',
  ),
  title: ['name'],
  sections: [
    { name: 'work', label: labels('Work', 'Trabajo', 'Feina') },
    { name: 'contact', label: labels('Contact', 'Contacto', 'Contacte') },
    {
      name: 'basis',
      label: labels('Why we may write', 'Por qué podemos escribirle', 'Per què li podem escriure'),
    },
  ],
  retention: [
    {
      name: 'quiet',
      after: { event: 'activity' },
      period: { count: 2, unit: 'years' },
      end: 'review',
      why: labels(
        'Addresses of the press go stale, and are held on a ground that may no longer be there.',
        'Los contactos de prensa caducan, y se guardan por un motivo que puede ya no existir.',
        'Els contactes de premsa caduquen, i es desen per un motiu que pot ja no existir.',
      ),
    },
  ],
  fields: [
    ...inSection('work', [
      field('person_name', 'name', labels('Name', 'Nombre', 'Nom'), {
        required: true,
        sortable: true,
        listed: true,
      }),
      field('text', 'outlets', labels('Outlets', 'Medios', 'Mitjans'), { multiple: true, listed: true }),
      field('term', 'beats', labels('Writes about', 'Temas', 'Temes'), {
        vocabulary: 'press_beats',
        multiple: true,
        facet: true,
        listed: true,
      }),
      field('term', 'country', labels('Country', 'País', 'País'), {
        vocabulary: 'countries',
        multiple: true,
        facet: true,
        listed: true,
      }),
      field('term', 'languages', labels('Languages', 'Idiomas', 'Llengües'), {
        vocabulary: 'languages',
        multiple: true,
        facet: true,
        listed: true,
      }),
      field('choice', 'standing', labels('Standing', 'Trato', 'Tracte'), {
        facet: true,
        listed: true,
        options: [
          { code: 'warm', label: labels('Warm: knows us', 'Cercano: nos conoce', 'Proper: ens coneix') },
          { code: 'cold', label: labels('Cold: not yet', 'Frío: todavía no', 'Fred: encara no') },
        ],
      }),
      field('date', 'last_contact', labels('Last contact', 'Último contacto', 'Darrer contacte'), {
        exact: true,
        sortable: true,
        listed: true,
      }),
    ]),
    ...inSection(
      'contact',
      ofClass('identity', [
        field('text', 'mail', labels('Mail', 'Correo', 'Correu')),
        field('text', 'phone', labels('Telephone', 'Teléfono', 'Telèfon')),
        field('text', 'messenger', labels('Messenger', 'Mensajería', 'Missatgeria')),
        field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
      ]),
    ),
    ...inSection('basis', [
      field('choice', 'basis', labels('Ground', 'Motivo', 'Motiu'), {
        required: true,
        facet: true,
        options: [
          {
            code: 'consent',
            label: labels(
              'Asked for our releases',
              'Pidió nuestros comunicados',
              'Va demanar els nostres comunicats',
            ),
          },
          {
            code: 'contact',
            label: labels('Has worked with us', 'Trabajó con nosotros', 'Ha treballat amb nosaltres'),
          },
          {
            code: 'published',
            label: labels(
              'Publishes the address for this',
              'Publica la dirección para esto',
              'Publica l’adreça per a això',
            ),
          },
        ],
      }),
      field('date', 'basis_on', labels('Since', 'Desde', 'Des de'), { required: true, exact: true }),
      field('text', 'basis_where', labels('Where it is seen', 'Dónde consta', 'On consta')),
      field(
        'date',
        'left_on',
        labels('Wants no more mail since', 'No quiere más correo desde', 'No vol més correu des de'),
        {
          exact: true,
          sortable: true,
          hint: labels(
            'Nothing is sent to them from that day on.',
            'Desde ese día no se le envía nada.',
            'Des d’aquell dia no se li envia res.',
          ),
        },
      ),
    ]),
  ],
})
