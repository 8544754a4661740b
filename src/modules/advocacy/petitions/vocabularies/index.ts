import { labels } from '#platform/i18n'
import { defineVocabulary } from '#platform/records'

/** What an addressee is asked to do. */
export const petitionAsks = defineVocabulary({
  name: 'petition_asks',
  label: labels('What is asked', 'Qué se pide', 'Què es demana'),
  terms: [
    { code: 'vote', label: labels('To vote', 'Que vote', 'Que voti') },
    {
      code: 'vote_for',
      parent: 'vote',
      label: labels('To vote for', 'Que vote a favor', 'Que voti a favor'),
    },
    {
      code: 'vote_against',
      parent: 'vote',
      label: labels('To vote against', 'Que vote en contra', 'Que voti en contra'),
    },
    {
      code: 'co_sponsor',
      label: labels('To co-sponsor', 'Que copatrocine', 'Que copatrocini'),
    },
    {
      code: 'convene_ambassador',
      label: labels(
        'To convene the ambassador',
        'Que convoque al embajador o la embajadora',
        "Que convoqui l'ambaixador o l'ambaixadora",
      ),
    },
    {
      code: 'observe_trial',
      label: labels('To observe a trial', 'Que observe un juicio', 'Que observi un judici'),
    },
    {
      code: 'visit',
      label: labels(
        'To visit somebody held',
        'Que visite a una persona detenida',
        'Que visiti una persona detinguda',
      ),
    },
    {
      code: 'recognise',
      label: labels('To recognise', 'Que reconozca', 'Que reconegui'),
    },
    {
      code: 'release',
      label: labels('To release', 'Que libere', 'Que alliberi'),
    },
    {
      code: 'drop_charges',
      label: labels('To drop the charges', 'Que retire los cargos', 'Que retiri els càrrecs'),
    },
    {
      code: 'grant_entry',
      label: labels(
        'To grant entry or a visa',
        'Que otorgue el ingreso o una visa',
        "Que concedeixi l'entrada o un visat",
      ),
    },
    {
      code: 'speak_out',
      label: labels('To speak out', 'Que se pronuncie', 'Que es pronunciï'),
    },
    { code: 'other', label: labels('Something else', 'Otra cosa', 'Una altra cosa') },
  ],
})

/** To whom a petition goes. */
export const addresseeKinds = defineVocabulary({
  name: 'addressee_kinds',
  label: labels('Kinds of addressee', 'Clases de destinatarios', 'Classes de destinataris'),
  terms: [
    {
      code: 'head_of_state',
      label: labels(
        'Head of state or government',
        'Jefatura de Estado o de Gobierno',
        "Cap d'Estat o de Govern",
      ),
    },
    { code: 'ministry', label: labels('Ministry', 'Ministerio', 'Ministeri') },
    { code: 'embassy', label: labels('Embassy', 'Embajada', 'Ambaixada') },
    { code: 'parliament', label: labels('Parliament', 'Parlamento', 'Parlament') },
    { code: 'court', label: labels('Court', 'Tribunal', 'Tribunal') },
    { code: 'regional_group', label: labels('Regional group', 'Grupo regional', 'Grup regional') },
    {
      code: 'body',
      label: labels('International body', 'Organismo internacional', 'Organisme internacional'),
    },
    { code: 'municipality', label: labels('Municipality', 'Municipio', 'Municipi') },
    { code: 'company', label: labels('Company', 'Empresa', 'Empresa') },
    { code: 'organisation', label: labels('Organisation', 'Organización', 'Organització') },
    { code: 'other', label: labels('Another', 'Otro', 'Un altre') },
  ],
})

export const petitionVocabularies = [petitionAsks, addresseeKinds]
