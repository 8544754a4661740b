import { labels } from '#platform/i18n'
import { defineVocabulary, readTerms } from '#platform/records'

/** What anyone did for the victim or about the event, ours and others'. */
export const interventionKinds = defineVocabulary({
  name: 'intervention_kinds',
  label: labels('Kinds of intervention', 'Clases de intervención', "Classes d'intervenció"),
  terms: readTerms(
    `
legal | Before the courts | Ante la justicia | Davant la justícia
  habeas_corpus | Habeas corpus | Hábeas corpus | Habeas corpus
  criminal_complaint | Criminal complaint | Denuncia o querella penal | Denúncia o querella penal
  appeal | Appeal or remedy | Recurso judicial | Recurs judicial
  legal_defence | Legal defence | Defensa legal | Defensa legal
  trial_observation | Observation of a trial | Observación de un juicio | Observació d'un judici
before_authorities | Before the authorities | Ante las autoridades | Davant les autoritats
  letter_to_authorities | Letter to the authorities | Carta a las autoridades | Carta a les autoritats
  diplomatic_step | Diplomatic step | Gestión diplomática | Gestió diplomàtica
  consular_visit | Consular or prison visit | Visita consular o carcelaria | Visita consular o a la presó
  administrative_request | Administrative request | Presentación administrativa | Presentació administrativa
before_international_bodies | Before international bodies | Ante organismos internacionales | Davant organismes internacionals
  allegation_letter | Allegation letter | Carta de alegaciones | Carta d'al·legacions
  urgent_appeal | Urgent appeal to special procedures | Llamamiento urgente a procedimientos especiales | Crida urgent a procediments especials
  urgent_action | Urgent action to a committee | Acción urgente ante un comité | Acció urgent davant un comitè
  individual_petition | Individual petition | Petición individual | Petició individual
  precautionary_measures | Precautionary or provisional measures | Medidas cautelares o provisionales | Mesures cautelars o provisionals
  thematic_hearing | Thematic hearing | Audiencia temática | Audiència temàtica
public | In public | En público | En públic
  public_statement | Statement or press release | Pronunciamiento o comunicado | Pronunciament o comunicat
  public_petition | Public petition | Petición pública con adhesiones | Petició pública
  urgent_bulletin | Urgent bulletin to supporters | Boletín urgente a simpatizantes | Butlletí urgent a simpatitzants
  release_campaign | Campaign for release | Campaña por la liberación | Campanya per l'alliberament
  institutional_declaration | Declaration of a council | Declaración institucional | Declaració institucional
protection | Protection | Protección | Protecció
  temporary_refuge | Temporary refuge | Refugio temporal | Acollida temporal
  relocation | Relocation | Reubicación | Reubicació
  accompaniment | Accompaniment | Acompañamiento | Acompanyament
  security_support | Security support | Apoyo en seguridad | Suport en seguretat
  asylum_support | Support to an asylum request | Apoyo en una solicitud de refugio | Suport en una sol·licitud d'asil
support | Support | Apoyo | Suport
  medical_support | Medical care | Atención médica | Atenció mèdica
  psychosocial_support | Psychosocial support | Apoyo psicosocial | Suport psicosocial
  material_support | Material support | Apoyo material | Suport material
  family_support | Support to the family | Apoyo a la familia | Suport a la família
search_and_identification | Search and identification | Búsqueda e identificación | Cerca i identificació
verification | Verification of the facts | Verificación de los hechos | Verificació dels fets
other_intervention | Other | Otra | Altra
`,
    {
      urgent_appeal: labels(
        'Not the same as an urgent action (committees) nor as an urgent bulletin (our supporters).',
        'No es lo mismo que la acción urgente (comités) ni que el boletín urgente (nuestros simpatizantes).',
        "No és el mateix que l'acció urgent (comitès) ni que el butlletí urgent (els nostres simpatitzants).",
      ),
    },
  ),
})

/** What those who were asked did. */
export const responses = defineVocabulary({
  name: 'responses',
  label: labels('Responses', 'Respuestas', 'Respostes'),
  terms: readTerms(`
no_response | No response | Sin respuesta | Sense resposta
acknowledged | Acknowledged receipt | Acusó recibo | N'ha acusat recepció
answered | Answered | Respondió | Ha respost
  answered_fully | Answered in substance | Respondió al fondo | Ha respost al fons
  answered_partly | Answered in part | Respondió en parte | Ha respost en part
  answered_evasively | Evaded the question | Evadió la pregunta | Ha eludit la pregunta
denied_facts | Denied the facts | Negó los hechos | Ha negat els fets
justified_facts | Admitted and justified the facts | Admitió y justificó los hechos | Ha admès i justificat els fets
promised_action | Promised to act | Prometió actuar | Ha promès actuar
took_action | Acted | Actuó | Ha actuat
  opened_investigation | Opened an investigation | Abrió una investigación | Ha obert una investigació
  granted_measures | Granted measures | Otorgó medidas | Ha atorgat mesures
  freed_the_person | Freed the person | Liberó a la persona | Ha alliberat la persona
rejected_request | Rejected the request | Rechazó el pedido | Ha rebutjat la petició
declared_no_competence | Said it has no competence | Se declaró incompetente | S'ha declarat incompetent
retaliated | Retaliated | Tomó represalias | Ha pres represàlies
`),
})

/** What changed for the person or the situation. */
export const impacts = defineVocabulary({
  name: 'impacts',
  label: labels('Impacts', 'Efectos', 'Efectes'),
  terms: readTerms(`
resolved | The violation ended | La violación cesó | La violació ha cessat
improved | The situation improved | La situación mejoró | La situació ha millorat
improved_a_little | Some improvement | Alguna mejora | Alguna millora
no_change | No change | Sin cambios | Sense canvis
worsened | The situation worsened | La situación empeoró | La situació ha empitjorat
too_early | Too early to say | Es pronto para decirlo | És aviat per dir-ho
impact_unknown | Not known | Se desconoce | Es desconeix
`),
})

/** How far an intervention has come. */
export const interventionStatuses = defineVocabulary({
  name: 'intervention_statuses',
  label: labels('State of the intervention', 'Estado de la intervención', 'Estat de la intervenció'),
  terms: readTerms(`
considered | Being considered | En estudio | En estudi
planned_intervention | Planned | Prevista | Prevista
under_way | Under way | En curso | En curs
waiting_for_answer | Waiting for an answer | A la espera de respuesta | A l'espera de resposta
completed | Completed | Concluida | Acabada
declined_intervention | Decided against | Descartada | Descartada
stopped_by_wish | Stopped at the wish of the person or family | Interrumpida por voluntad de la persona o la familia | Aturada per voluntat de la persona o la família
`),
})
