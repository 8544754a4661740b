import { labels } from '#platform/i18n'
import { field, inSection } from '#platform/records'
import { outcomeLabels, stayStageLabels } from '../stages.ts'
import { optionsOf, sealedWords } from './part-fields.ts'

const yesNo = optionsOf({ yes: labels('Yes', 'Sí', 'Sí'), no: labels('No', 'No', 'No') })

export const originFields = inSection('origin', [
  field('text', 'reference', labels('Number', 'Número', 'Número'), {
    sortable: true,
    listed: true,
    hint: labels('Given by itself.', 'Se asigna solo.', "S'assigna sol."),
  }),
  field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
    targets: ['case'],
    required: true,
    inverse: labels('Refuge stays', 'Refugios temporales', 'Acollides temporals'),
  }),
  field('reference', 'guest', labels('Guest', 'Huésped', 'Hoste'), {
    targets: ['person'],
    required: true,
    inverse: labels('Refuge stays', 'Refugios temporales', 'Acollides temporals'),
  }),
  field('choice', 'stage', labels('Stage', 'Etapa', 'Etapa'), {
    managed: true,
    facet: true,
    listed: true,
    options: optionsOf(stayStageLabels),
  }),
  field('choice', 'route', labels('How it came', 'Cómo llegó', 'Com va arribar'), {
    required: true,
    facet: true,
    options: optionsOf({
      nomination: labels(
        'Nominated by a trusted partner',
        'Propuesta por una organización de confianza',
        'Proposta per una organització de confiança',
      ),
      application: labels(
        'Application to an open call',
        'Postulación a una convocatoria',
        'Sol·licitud a una convocatòria',
      ),
    }),
  }),
  field('reference', 'nominated_by', labels('Nominated by', 'Quién la propone', 'Qui la proposa'), {
    targets: ['organisation', 'person'],
    requiredWhen: { field: 'route', is: ['nomination'] },
    when: { field: 'route', is: ['nomination'] },
    inverse: labels('Nominated for refuge', 'Propuso para refugio', 'Va proposar per a acollida'),
  }),
  field(
    'text',
    'trusted_since',
    labels('Trusted because', 'Por qué es de confianza', 'Per què és de confiança'),
    {
      when: { field: 'route', is: ['nomination'] },
      requiredWhen: { field: 'route', is: ['nomination'] },
    },
  ),
  field('reference', 'call', labels('Open call', 'Convocatoria', 'Convocatòria'), {
    targets: ['refuge_call'],
    when: { field: 'route', is: ['application'] },
    requiredWhen: { field: 'route', is: ['application'] },
    facet: true,
    inverse: labels('Applications', 'Postulaciones', 'Sol·licituds'),
  }),
  field('choice', 'applied_by', labels('Who applied', 'Quién se postuló', 'Qui va sol·licitar-la'), {
    when: { field: 'route', is: ['application'] },
    requiredWhen: { field: 'route', is: ['application'] },
    options: optionsOf({
      person: labels('The person', 'La persona', 'La persona'),
      contact: labels('A contact, for them', 'Un contacto, en su nombre', 'Un contacte, en nom seu'),
    }),
  }),
  field(
    'choice',
    'guest_agrees',
    labels(
      'The guest knows of it and agrees',
      'La persona lo sabe y está de acuerdo',
      'La persona ho sap i hi està d’acord',
    ),
    { options: yesNo },
  ),
  field(
    'choice',
    'reach',
    labels('To reach the guest', 'Para contactar a la persona', 'Per contactar la persona'),
    {
      options: optionsOf({
        direct: labels(
          'Directly, by the safe contact plan',
          'Directamente, según el plan de contacto seguro',
          'Directament, segons el pla de contacte segur',
        ),
        contact_only: labels(
          'Never directly: by the contact alone',
          'Nunca directamente: solo por el contacto',
          'Mai directament: només pel contacte',
        ),
      }),
    },
  ),
  field('date', 'received', labels('Received', 'Recibida', 'Rebuda'), { exact: true, sortable: true }),
])

export const needsFields = inSection('needs', [
  field('date', 'needs_on', labels('Spoken about on', 'Conversadas el', 'Parlades el'), { exact: true }),
  field('choice', 'needs_with', labels('With whom', 'Con quién', 'Amb qui'), {
    options: optionsOf({
      guest: labels('The guest', 'La persona', 'La persona'),
      contact: labels('The contact', 'El contacto', 'El contacte'),
      papers: labels('From papers alone', 'Solo por escrito', 'Només per escrit'),
    }),
  }),
  field(
    'choice',
    'able_to_return',
    labels('Wants to go back, and could', 'Quiere y podría regresar', 'Vol i podria tornar'),
    {
      options: optionsOf({
        yes: labels('Yes', 'Sí', 'Sí'),
        unsure: labels('Not sure yet', 'Todavía no se sabe', 'Encara no se sap'),
        no: labels(
          'No: look for another protection',
          'No: buscar otra protección',
          'No: cal una altra protecció',
        ),
      }),
    },
  ),
  field('number', 'people', labels('How many come', 'Cuántas personas vienen', 'Quantes persones venen'), {
    hint: labels('The guest and who comes along.', 'Con quienes acompañan.', 'Amb qui acompanya.'),
  }),
  field('choice', 'need_kinds', labels('Needs', 'Necesidades', 'Necessitats'), {
    class: 'health',
    multiple: true,
    options: optionsOf({
      medical: labels('Medical', 'Médicas', 'Mèdiques'),
      psychosocial: labels('Psychosocial', 'Psicosociales', 'Psicosocials'),
      family: labels('Family', 'Familiares', 'Familiars'),
      visa: labels('Visa and papers', 'Visa y documentos', 'Visat i documents'),
      language: labels('Language', 'Idioma', 'Llengua'),
      rest: labels('Rest', 'Descanso', 'Descans'),
      work: labels('Room to work', 'Lugar para trabajar', 'Lloc per treballar'),
    }),
  }),
  field('term', 'languages', labels('Languages spoken', 'Idiomas que habla', 'Llengües que parla'), {
    class: 'identity',
    vocabulary: 'languages',
    multiple: true,
  }),
  sealedWords('medical', labels('Medical', 'Médicas', 'Mèdiques')),
  sealedWords('psychosocial', labels('Psychosocial', 'Psicosociales', 'Psicosocials')),
  sealedWords('family', labels('Family', 'Familiares', 'Familiars')),
  sealedWords('visa_needs', labels('Visa and papers', 'Visa y documentos', 'Visat i documents')),
  sealedWords('other_needs', labels('Other needs', 'Otras necesidades', 'Altres necessitats')),
])

export const offerFields = inSection('offer', [
  field('date', 'selected_on', labels('Selected on', 'Seleccionada el', 'Seleccionada el'), {
    managed: true,
    exact: true,
  }),
  field(
    'long_text',
    'selection_reasons',
    labels('Reasons of the selection', 'Motivos de la selección', 'Motius de la selecció'),
    {
      managed: true,
    },
  ),
  field('date', 'offered_on', labels('Offered on', 'Ofrecida el', 'Oferta el'), { exact: true }),
  field('date', 'from', labels('Stays from', 'Estadía desde', 'Estada des de'), {
    exact: true,
    sortable: true,
    listed: true,
  }),
  field('date', 'until', labels('Until', 'Hasta', 'Fins a'), { exact: true, sortable: true, listed: true }),
  field('choice', 'answer', labels('Answer', 'Respuesta', 'Resposta'), {
    options: optionsOf({
      accepted: labels('Accepted', 'Aceptada', 'Acceptada'),
      declined: labels('Declined', 'No aceptada', 'No acceptada'),
    }),
  }),
  field('date', 'answered_on', labels('Answered on', 'Respondida el', 'Resposta del'), { exact: true }),
])

const exposure = optionsOf({
  nothing: labels('Nothing', 'Nada', 'Res'),
  unnamed: labels(
    'That there is a stay, without a name',
    'Que hay una estadía, sin nombre',
    'Que hi ha una estada, sense nom',
  ),
  named: labels('By name', 'Con su nombre', 'Amb el seu nom'),
})

export const exposureFields = inSection('exposure', [
  field('date', 'exposure_on', labels('Agreed on', 'Acordado el', 'Acordat el'), { exact: true }),
  field('choice', 'exposure_before', labels('Before the stay', 'Antes de la estadía', "Abans de l'estada"), {
    options: exposure,
  }),
  field('choice', 'exposure_during', labels('During the stay', 'Durante la estadía', "Durant l'estada"), {
    options: exposure,
  }),
  field('choice', 'exposure_after', labels('After it', 'Después', 'Després'), { options: exposure }),
  field('long_text', 'exposure_words', labels('In what terms', 'En qué términos', 'En quins termes'), {
    hint: labels(
      'Photographs, interviews, networks: what is said, and what never is. The place itself is not written here.',
      'Fotografías, entrevistas, redes: qué se dice y qué nunca. El lugar mismo no se escribe aquí.',
      'Fotografies, entrevistes, xarxes: què es diu i què mai. El lloc mateix no s’escriu aquí.',
    ),
  }),
  field('reference', 'exposure_consents', labels('Consents', 'Consentimientos', 'Consentiments'), {
    targets: ['consent'],
    multiple: true,
    inverse: labels('Stays that rest on it', 'Estadías que se fundan en él', "Estades que s'hi fonamenten"),
  }),
])

export const returnFields = inSection('return', [
  field('date', 'arrived_on', labels('Arrived on', 'Llegó el', 'Va arribar el'), { exact: true }),
  field('date', 'left_on', labels('Left on', 'Se fue el', 'Va marxar el'), { exact: true }),
  field('choice', 'return_kind', labels('Afterwards', 'Después', 'Després'), {
    options: optionsOf({
      home: labels('Goes back home', 'Regresa a su lugar', 'Torna al seu lloc'),
      elsewhere_in_country: labels(
        'Goes back to the country, to another place',
        'Regresa al país, a otro lugar',
        'Torna al país, a un altre lloc',
      ),
      onward: labels('Goes on to another country', 'Sigue a otro país', 'Continua cap a un altre país'),
      stays: labels('Remains by other means', 'Permanece por otros medios', 'Es queda per altres mitjans'),
    }),
  }),
  field('date', 'return_on', labels('Planned for', 'Prevista para el', 'Previst per al'), { exact: true }),
  field('date', 'risk_on', labels('Risk assessed again on', 'Riesgo revisado el', 'Risc revisat el'), {
    exact: true,
    hint: labels(
      'With the guest, for the place to which they go.',
      'Con la persona, para el lugar adonde va.',
      'Amb la persona, per al lloc on va.',
    ),
  }),
  field('choice', 'risk_outcome', labels('What it says', 'Qué dice', 'Què diu'), {
    options: optionsOf({
      can_go: labels('Can go', 'Puede ir', 'Hi pot anar'),
      with_measures: labels(
        'Can go, with the measures of the plan',
        'Puede ir, con las medidas del plan',
        'Hi pot anar, amb les mesures del pla',
      ),
      cannot: labels('Cannot go there', 'No puede ir', 'No hi pot anar'),
    }),
  }),
  sealedWords(
    'return_plan',
    labels('The plan', 'El plan', 'El pla'),
    labels(
      'Where to, how, who meets them, what is done if something goes wrong.',
      'Adónde, cómo, quién le espera, qué se hace si algo sale mal.',
      'Cap a on, com, qui l’espera, què es fa si alguna cosa va malament.',
    ),
  ),
])

export const endFields = inSection('end', [
  field('choice', 'outcome', labels('How it ended', 'Cómo terminó', 'Com va acabar'), {
    managed: true,
    facet: true,
    options: optionsOf(outcomeLabels),
  }),
  field('date', 'closed_on', labels('Closed on', 'Cerrada el', 'Tancada el'), { managed: true, exact: true }),
])
