import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'

/** What is asked for somebody until it is done: it joins letters, petitions, releases, events and the days in prison. */
export const campaign = defineRecordType({
  name: 'campaign',
  label: labels('Campaign', 'Campaña', 'Campanya'),
  plural: labels('Campaigns', 'Campañas', 'Campanyes'),
  description: labels(
    'For somebody’s release, or for something else that is asked until it is granted.',
    'Por la liberación de alguien, o por otra cosa que se pide hasta conseguirla.',
    'Per l’alliberament d’algú, o per una altra cosa que es demana fins a aconseguir-la.',
  ),
  title: ['title'],
  page: '/workspace/campaigns/:id',
  timeline: 'from',
  map: 'country',
  sections: [
    { name: 'what', label: labels('What is asked', 'Qué se pide', 'Què es demana') },
    { name: 'joined', label: labels('What it joins', 'Qué reúne', 'Què aplega') },
    { name: 'end', label: labels('How it ended', 'Cómo terminó', 'Com va acabar') },
  ],
  fields: [
    ...inSection('what', [
      field('localized_text', 'title', labels('Title', 'Título', 'Títol'), { required: true, listed: true }),
      field('choice', 'kind', labels('For', 'Por', 'Per'), {
        required: true,
        facet: true,
        listed: true,
        options: [
          { code: 'release', label: labels('Release', 'Liberación', 'Alliberament') },
          { code: 'charges', label: labels('Charges dropped', 'Retiro de cargos', 'Retirada de càrrecs') },
          { code: 'travel', label: labels('Leave to travel', 'Permiso para viajar', 'Permís per viatjar') },
          { code: 'recognition', label: labels('Recognition', 'Reconocimiento', 'Reconeixement') },
          {
            code: 'truth',
            label: labels(
              'Truth about what happened',
              'Verdad sobre lo ocurrido',
              'Veritat sobre el que va passar',
            ),
          },
          { code: 'law', label: labels('A change of law', 'Un cambio en la ley', 'Un canvi en la llei') },
          { code: 'other', label: labels('Something else', 'Otra cosa', 'Una altra cosa') },
        ],
      }),
      field('localized_text', 'aim', labels('Aim', 'Objetivo', 'Objectiu'), {
        hint: labels(
          'One sentence: what is asked, and of whom.',
          'Una oración: qué se pide y a quién.',
          'Una frase: què es demana i a qui.',
        ),
      }),
      field('localized_text', 'about', labels('About it', 'De qué se trata', 'De què es tracta'), {
        hint: labels(
          'Written as the text of a publication: an empty line begins a paragraph, “- ” an item of a list.',
          'Se escribe como el texto de una publicación: una línea vacía empieza un párrafo, «- » un ítem de lista.',
          'S’escriu com el text d’una publicació: una línia buida comença un paràgraf, «- » un element de llista.',
        ),
      }),
      field('reference', 'people', labels('For whom', 'Por quiénes', 'Per qui'), {
        targets: ['person'],
        multiple: true,
        inverse: labels('Campaigns', 'Campañas', 'Campanyes'),
        hint: labels(
          'Each of them has to agree to be named; nobody of whom silence is asked can be here.',
          'Cada una tiene que aceptar ser nombrada; nadie de quien se pide silencio puede estar aquí.',
          'Cadascuna ha d’acceptar ser anomenada; ningú de qui es demana silenci no pot ser aquí.',
        ),
      }),
      field('date', 'from', labels('Began', 'Empezó', 'Va començar'), {
        exact: true,
        sortable: true,
        listed: true,
      }),
      field('term', 'country', labels('Country', 'País', 'País'), {
        vocabulary: 'countries',
        multiple: true,
        facet: true,
        listed: true,
      }),
      field('term', 'rights', labels('Rights', 'Derechos', 'Drets'), {
        vocabulary: 'rights',
        multiple: true,
        facet: true,
      }),
    ]),
    ...inSection('joined', [
      field('reference', 'cases', labels('Cases', 'Casos', 'Casos'), {
        targets: ['case'],
        multiple: true,
        inverse: labels('Campaigns', 'Campañas', 'Campanyes'),
      }),
      field('reference', 'submissions', labels('Submissions', 'Presentaciones', 'Presentacions'), {
        targets: ['submission'],
        multiple: true,
        inverse: labels('Campaigns', 'Campañas', 'Campanyes'),
      }),
      field(
        'reference',
        'events',
        labels('Events and activities', 'Actos y actividades', 'Actes i activitats'),
        {
          targets: ['event', 'activity'],
          multiple: true,
          inverse: labels('Campaigns', 'Campañas', 'Campanyes'),
        },
      ),
      field(
        'reference',
        'recognitions',
        labels('Recognition asked', 'Reconocimientos pedidos', 'Reconeixements demanats'),
        {
          targets: ['recognition_request'],
          multiple: true,
          inverse: labels('Campaigns', 'Campañas', 'Campanyes'),
        },
      ),
      field('long_text', 'notes', labels('Notes', 'Notas', 'Notes')),
    ]),
    ...inSection('end', [
      field('date', 'to', labels('Ended', 'Terminó', 'Va acabar'), { exact: true, sortable: true }),
      field('choice', 'outcome', labels('Outcome', 'Resultado', 'Resultat'), {
        facet: true,
        listed: true,
        options: [
          { code: 'granted', label: labels('Granted', 'Conseguido', 'Aconseguit') },
          { code: 'in_part', label: labels('Granted in part', 'Conseguido en parte', 'Aconseguit en part') },
          { code: 'not', label: labels('Not granted', 'No conseguido', 'No aconseguit') },
          { code: 'dropped', label: labels('Taken back', 'Retirada', 'Retirada') },
        ],
      }),
      field('localized_text', 'ending', labels('How it ended', 'Cómo terminó', 'Com va acabar')),
    ]),
  ],
})
