import { labels } from '#platform/i18n'
import { defineVocabulary, readTerms } from '#platform/records'
import { freedomActs } from './act-types-freedoms.ts'
import { integrityActs } from './act-types-integrity.ts'
import { societyActs } from './act-types-society.ts'

/** What is done to people, organisations and institutions. Our own list, with what older ones lack. */
export const actTypes = defineVocabulary({
  name: 'act_types',
  label: labels('Types of act', 'Tipos de acto', "Tipus d'acte"),
  terms: readTerms([integrityActs, freedomActs, societyActs].join('\n'), {
    enforced_disappearance: labels(
      'By agents of the State or with its support, followed by refusal to say where the person is.',
      'Por agentes del Estado o con su apoyo, seguida de la negativa a informar dónde está la persona.',
      "Per agents de l'Estat o amb el seu suport, seguida de la negativa a informar on és la persona.",
    ),
    short_disappearance: labels(
      'The person reappeared, alive, within days; the law does not ask for a minimum time.',
      'La persona reapareció con vida a los pocos días; el derecho no exige un tiempo mínimo.',
      'La persona va reaparèixer amb vida al cap de pocs dies; el dret no exigeix un temps mínim.',
    ),
    abduction: labels(
      'Without part, support or tolerance of the State. Otherwise choose enforced disappearance.',
      'Sin participación, apoyo ni tolerancia del Estado. En otro caso, elija desaparición forzada.',
      "Sense participació, suport ni tolerància de l'Estat. Altrament, trieu desaparició forçada.",
    ),
    exile_as_condition: labels(
      'Freedom given only against leaving the country. It is not a release.',
      'La libertad se concede solo a cambio de salir del país. No es una liberación.',
      'La llibertat només es concedeix a canvi de sortir del país. No és un alliberament.',
    ),
    abusive_lawsuit: labels(
      'A civil or criminal suit whose purpose is to wear down, not to win.',
      'Demanda civil o penal cuyo fin es desgastar, no ganar.',
      'Demanda civil o penal que té per fi desgastar, no guanyar.',
    ),
    organised_mob: labels(
      'A gathering that the authorities call or allow in order to insult and frighten.',
      'Reunión que las autoridades convocan o toleran para insultar y atemorizar.',
      'Aplec que les autoritats convoquen o toleren per insultar i espantar.',
    ),
    parliament_closed: labels(
      'The one who suffers the act is the institution: choose the parliament as victim.',
      'Quien sufre el acto es la institución: elija el parlamento como víctima.',
      "Qui pateix l'acte és la institució: trieu el parlament com a víctima.",
    ),
  }),
})
