import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** What was done to those who cooperate with the United Nations, as a report of it tells: who, where in the report, in which words. */
export const reprisal = defineRecordType({
  name: 'reprisal',
  label: labels('Reprisal reported', 'Represalia denunciada', 'Represàlia denunciada'),
  plural: labels('Reprisals reported', 'Represalias denunciadas', 'Represàlies denunciades'),
  description: labels(
    'A reprisal for cooperating with the United Nations, as its Secretary-General or an expert reported it.',
    'Una represalia por cooperar con las Naciones Unidas, como la denunció el Secretario General o un experto.',
    'Una represàlia per cooperar amb les Nacions Unides, com la va denunciar el Secretari General o un expert.',
  ),
  title: ['state', 'report', 'paragraph'],
  timeline: 'reported_on',
  map: 'state',
  fields: [
    field('term', 'state', labels('State', 'Estado', 'Estat'), {
      vocabulary: 'countries',
      required: true,
      facet: true,
      listed: true,
    }),
    field('date', 'reported_on', labels('Date of the report', 'Fecha del informe', "Data de l'informe"), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field(
      'text',
      'report',
      labels('Symbol of the report', 'Signatura del informe', "Signatura de l'informe"),
      {
        required: true,
        sortable: true,
        listed: true,
        hint: labels('As A/HRC/57/62.', 'Como A/HRC/57/62.', 'Com ara A/HRC/57/62.'),
      },
    ),
    field('text', 'paragraph', labels('Paragraph or page', 'Párrafo o página', 'Paràgraf o pàgina'), {
      listed: true,
    }),
    field('choice', 'kind', labels('What was done', 'Qué se hizo', 'Què es va fer'), {
      multiple: true,
      facet: true,
      options: [
        {
          code: 'threat',
          label: labels('Threats, intimidation', 'Amenazas, intimidación', 'Amenaces, intimidació'),
        },
        { code: 'attack', label: labels('Attack, killing', 'Ataque, asesinato', 'Atac, assassinat') },
        {
          code: 'detention',
          label: labels('Arrest, trial, prison', 'Detención, juicio, prisión', 'Detenció, judici, presó'),
        },
        { code: 'travel', label: labels('Travel ban', 'Prohibición de viajar', 'Prohibició de viatjar') },
        {
          code: 'law',
          label: labels(
            'Law or measure against organisations',
            'Ley o medida contra organizaciones',
            'Llei o mesura contra organitzacions',
          ),
        },
        {
          code: 'vilified',
          label: labels('Vilified in public', 'Descalificación pública', 'Desqualificació pública'),
        },
        {
          code: 'accreditation',
          label: labels('Accreditation blocked', 'Acreditación bloqueada', 'Acreditació bloquejada'),
        },
        { code: 'other', label: labels('Something else', 'Otra cosa', 'Una altra cosa') },
      ],
    }),
    field(
      'long_text',
      'words',
      labels('In the words of the report', 'En palabras del informe', "En paraules de l'informe"),
      {},
    ),
    field('url', 'link', labels('Where it can be read', 'Dónde se puede leer', 'On es pot llegir'), {}),
  ],
})
