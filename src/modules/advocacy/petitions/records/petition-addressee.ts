import { labels } from '#platform/i18n'
import { defineRecordType, field, inSection } from '#platform/records'
import { optionsOf, responseLabels } from '../words-of-petitions.ts'

/** One to whom a petition goes: what exactly they are asked, and what they answered and did. */
export const petitionAddressee = defineRecordType({
  name: 'petition_addressee',
  label: labels('Addressee', 'Destinatario', 'Destinatari'),
  plural: labels('Addressees of petitions', 'Destinatarios de peticiones', 'Destinataris de peticions'),
  title: ['name'],
  belongsTo: 'petition',
  timeline: 'asked_on',
  sections: [
    { name: 'who', label: labels('Who', 'Quién', 'Qui') },
    { name: 'ask', label: labels('What is asked', 'Qué se pide', 'Què es demana') },
    { name: 'answer', label: labels('What came of it', 'Qué resultó', 'Què en va resultar') },
  ],
  fields: [
    ...inSection('who', [
      field('reference', 'petition', labels('Petition', 'Petición', 'Petició'), {
        targets: ['petition'],
        required: true,
        facet: true,
        inverse: labels('Addressees', 'Destinatarios', 'Destinataris'),
      }),
      field('text', 'name', labels('Name', 'Nombre', 'Nom'), {
        required: true,
        sortable: true,
        listed: true,
        hint: labels(
          'As the public reads it: “Ministry of Foreign Affairs”.',
          'Como la lee el público: «Ministerio de Relaciones Exteriores».',
          "Com el llegeix el públic: «Ministeri d'Afers Exteriors».",
        ),
      }),
      field('term', 'kind', labels('Kind', 'Clase', 'Classe'), {
        vocabulary: 'addressee_kinds',
        facet: true,
        listed: true,
      }),
      field('term', 'state', labels('State', 'Estado', 'Estat'), {
        vocabulary: 'countries',
        facet: true,
        listed: true,
      }),
      field(
        'reference',
        'organisation',
        labels('In our records', 'En nuestros registros', 'Als nostres registres'),
        {
          targets: ['organisation'],
          inverse: labels(
            'Addressed by petitions',
            'Destinataria de peticiones',
            'Destinatària de peticions',
          ),
        },
      ),
    ]),
    ...inSection('ask', [
      field('term', 'ask', labels('Ask', 'Pedido', 'Petició feta'), {
        vocabulary: 'petition_asks',
        required: true,
        facet: true,
        listed: true,
      }),
      field('localized_text', 'ask_words', labels('In words', 'En palabras', 'En paraules'), {
        hint: labels(
          'What exactly: which resolution, which trial.',
          'Qué exactamente: qué resolución, qué juicio.',
          'Què exactament: quina resolució, quin judici.',
        ),
      }),
      field('date', 'asked_on', labels('Asked on', 'Pedido el', 'Demanat el'), {
        exact: true,
        sortable: true,
      }),
    ]),
    ...inSection('answer', [
      field('choice', 'response', labels('Answer', 'Respuesta', 'Resposta'), {
        facet: true,
        listed: true,
        options: optionsOf(responseLabels),
      }),
      field(
        'date',
        'acknowledged_on',
        labels('Acknowledged on', 'Acusó recibo el', 'Va acusar recepció el'),
        {
          exact: true,
        },
      ),
      field('date', 'answered_on', labels('Answered on', 'Respondió el', 'Va respondre el'), {
        exact: true,
        sortable: true,
      }),
      field('date', 'acted_on', labels('Acted on', 'Actuó el', 'Va actuar el'), { exact: true }),
      field('date', 'refused_on', labels('Refused on', 'Se negó el', "S'hi va negar el"), { exact: true }),
      field('localized_text', 'answer', labels('What was answered', 'Qué respondió', 'Què va respondre'), {
        hint: labels(
          'In words that may be published.',
          'Con palabras que se puedan publicar.',
          'Amb paraules que es puguin publicar.',
        ),
      }),
      field('reference', 'source', labels('Where it is known from', 'Cómo se sabe', 'Com se sap'), {
        targets: ['source'],
        inverse: labels('Answers to petitions', 'Respuestas a peticiones', 'Respostes a peticions'),
      }),
    ]),
  ],
})
