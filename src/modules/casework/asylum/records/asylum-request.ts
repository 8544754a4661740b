import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { optionsOf, placeLabels, stateLabels } from '../options.ts'

/** Somebody asks a State to be recognised as a refugee: by which procedure, since when, who helps. */
export const asylumRequest = defineRecordType({
  name: 'asylum_request',
  label: labels(
    'Asylum request',
    'Solicitud de la condición de refugiado',
    'Sol·licitud de protecció internacional',
  ),
  plural: labels(
    'Asylum requests',
    'Solicitudes de la condición de refugiado',
    'Sol·licituds de protecció internacional',
  ),
  description: labels(
    'One request before one authority. Its dates are counted from what is noted in it.',
    'Una solicitud ante una autoridad. Sus fechas se cuentan a partir de lo que se anota en ella.',
    'Una sol·licitud davant d’una autoritat. Les seves dates es compten a partir del que s’hi anota.',
  ),
  title: ['procedure', 'received_on'],
  belongsTo: 'case',
  beginsAs: 'restricted',
  timeline: 'received_on',
  sections: [
    { name: 'what', label: labels('The request', 'La solicitud', 'La sol·licitud') },
    { name: 'help', label: labels('Who helps', 'Quién ayuda', 'Qui ajuda') },
    { name: 'file', label: labels('The file', 'El expediente', 'L’expedient') },
  ],
  fields: [
    ...inSection('what', [
      field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
        targets: ['case'],
        required: true,
        facet: true,
        inverse: labels('Asylum requests', 'Solicitudes de refugio', 'Sol·licituds d’asil'),
      }),
      field('reference', 'person', labels('Person', 'Persona', 'Persona'), {
        targets: ['person'],
        required: true,
        inverse: labels('Asylum requests', 'Solicitudes de refugio', 'Sol·licituds d’asil'),
      }),
      field('term', 'procedure', labels('Procedure', 'Procedimiento', 'Procediment'), {
        vocabulary: 'asylum_procedures',
        required: true,
        facet: true,
        listed: true,
      }),
      field('choice', 'state', labels('State', 'Estado', 'Estat'), {
        facet: true,
        listed: true,
        options: optionsOf(stateLabels),
      }),
      field(
        'date',
        'received_on',
        labels('Received by the authority on', 'Recibida por la autoridad el', 'Rebuda per l’autoritat el'),
        {
          sortable: true,
          listed: true,
          hint: labels(
            'Terms run from it. Leave it empty until it is filed.',
            'De ella corren plazos. Déjela vacía hasta presentarla.',
            'En corren terminis. Deixeu-la buida fins que es presenti.',
          ),
        },
      ),
      field(
        'moment',
        'received_at',
        labels('At what hour, where it counts', 'A qué hora, si importa', 'A quina hora, si compta'),
        {
          hint: labels(
            'At a border, terms are counted in hours.',
            'En una frontera, los plazos se cuentan en horas.',
            'En una frontera, els terminis es compten en hores.',
          ),
        },
      ),
      field('choice', 'made_at', labels('Where it was made', 'Dónde se presentó', 'On es va presentar'), {
        options: optionsOf(placeLabels),
      }),
      field('reference', 'family', labels('Family included', 'Familia incluida', 'Família inclosa'), {
        targets: ['person'],
        multiple: true,
        inverse: labels('Included in requests', 'En solicitudes de', 'Inclosa en sol·licituds'),
        attributes: [field('text', 'relation', labels('Relation', 'Vínculo', 'Vincle'))],
      }),
    ]),
    ...inSection('help', [
      field('term', 'owner', labels('Whose', 'De quién', 'De qui'), {
        vocabulary: 'colleagues',
        facet: true,
        listed: true,
        hint: labels(
          'On whose day its dates stand; empty: on that of whoever follows the case.',
          'En el día de quién figuran sus fechas; vacío: en el de quien sigue el caso.',
          'En el dia de qui surten les dates; buit: en el de qui segueix el cas.',
        ),
      }),
      field('reference', 'counsel', labels('Counsel', 'Defensa', 'Defensa'), {
        targets: ['person', 'organisation'],
        multiple: true,
        inverse: labels(
          'Counsel in asylum requests',
          'Defensa en solicitudes de refugio',
          'Defensa en sol·licituds d’asil',
        ),
      }),
      field(
        'term',
        'language',
        labels('Language of the interviews', 'Idioma de las entrevistas', 'Idioma de les entrevistes'),
        {
          vocabulary: 'languages',
        },
      ),
    ]),
    ...inSection('file', [
      field('text', 'file_number', labels('File number', 'Número de expediente', 'Número d’expedient'), {
        class: 'legal',
      }),
      field('text', 'authority', labels('Office', 'Oficina', 'Oficina'), { class: 'legal' }),
      field('long_text', 'grounds', labels('Grounds', 'Motivos', 'Motius'), { class: 'sealed' }),
      field('long_text', 'notes', labels('Notes', 'Notas', 'Notes'), { class: 'legal' }),
    ]),
  ],
})
