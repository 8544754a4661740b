import { atrocityFactors, atrocityFramework } from '#catalogue/atrocity-factors'
import { labels } from '#platform/i18n'
import { type Vocabulary, defineVocabulary, readTerms } from '#platform/records'

/** The fourteen factors, numbered as the Framework numbers them. */
const factors = defineVocabulary({
  name: 'atrocity_factors',
  label: labels(
    'Risk factors of atrocity crimes',
    'Factores de riesgo de crímenes atroces',
    'Factors de risc de crims atroços',
  ),
  source: atrocityFramework,
  terms: atrocityFactors.map(({ id, number, name }) => ({
    code: id,
    label: { en: `${number}. ${name.en}`, es: `${number}. ${name.es}`, ca: `${number}. ${name.ca}` },
  })),
})

const focalPointRoles = defineVocabulary({
  name: 'focal_point_roles',
  label: labels('Roles of focal points', 'Funciones de los puntos focales', 'Funcions dels punts focals'),
  source: 'Amparo',
  terms: readTerms(`
own | Our own: who follows the state | Nuestro: quien sigue al Estado | Nostre: qui segueix l'Estat
state | Of the State | Del Estado | De l'Estat
  state_genocide | Of the State: genocide prevention | Del Estado: prevención del genocidio | De l'Estat: prevenció del genocidi
  state_protect | Of the State: responsibility to protect | Del Estado: responsabilidad de proteger | De l'Estat: responsabilitat de protegir
  state_mechanism | Of the State: national mechanism | Del Estado: mecanismo nacional | De l'Estat: mecanisme nacional
regional | Of a regional network | De una red regional | D'una xarxa regional
un | Of the United Nations | De las Naciones Unidas | De les Nacions Unides
civil_society | Of civil society | De la sociedad civil | De la societat civil
`),
})

export const preventionVocabularies: readonly Vocabulary[] = [factors, focalPointRoles]
