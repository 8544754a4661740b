/** Acts against life, integrity and liberty. See `act-types.ts`. */
export const integrityActs = `
against_life | Acts against life | Actos contra la vida | Actes contra la vida
  extrajudicial_execution | Extrajudicial execution | Ejecución extrajudicial | Execució extrajudicial
  targeted_assassination | Assassination of a chosen person | Asesinato selectivo | Assassinat selectiu
  massacre | Massacre | Masacre | Massacre
  killing_in_protest | Killing in the repression of a protest | Muerte en la represión de una protesta | Mort en la repressió d'una protesta
  killing_in_armed_conflict | Unlawful killing in armed conflict | Muerte ilícita en conflicto armado | Mort il·lícita en conflicte armat
  killing_for_gender | Killing on account of gender | Femicidio o muerte por razón de género | Feminicidi o mort per raó de gènere
  death_in_custody | Death in custody | Muerte bajo custodia | Mort sota custòdia
  death_denied_care | Death for want of medical care | Muerte por falta de atención médica | Mort per manca d'atenció mèdica
  death_sentence | Death sentence | Condena a muerte | Condemna a mort
  death_penalty_carried_out | Death penalty carried out | Ejecución de una pena de muerte | Execució d'una pena de mort
  attempted_killing | Attempted killing | Tentativa de homicidio | Temptativa d'homicidi
against_integrity | Acts against integrity | Actos contra la integridad | Actes contra la integritat
  torture | Torture | Tortura | Tortura
    physical_torture | Physical torture | Tortura física | Tortura física
    psychological_torture | Psychological torture | Tortura psicológica | Tortura psicològica
    sexual_torture | Sexual torture | Tortura sexual | Tortura sexual
    mock_execution | Mock execution | Simulacro de ejecución | Simulacre d'execució
  ill_treatment | Cruel, inhuman or degrading treatment | Trato cruel, inhumano o degradante | Tracte cruel, inhumà o degradant
    prolonged_isolation | Prolonged isolation | Aislamiento prolongado | Aïllament perllongat
    inhuman_conditions | Inhuman conditions of detention | Condiciones de detención inhumanas | Condicions de detenció inhumanes
    care_denied_in_detention | Medical care denied in detention | Atención médica negada en detención | Atenció mèdica negada en detenció
    visits_denied | Family visits or letters denied | Visitas o correspondencia familiares negadas | Visites o correspondència familiars negades
    forced_feeding | Forced feeding | Alimentación forzada | Alimentació forçada
    forced_psychiatric_confinement | Forced psychiatric confinement | Internación psiquiátrica forzada | Internament psiquiàtric forçat
  physical_attack | Physical attack | Agresión física | Agressió física
    excessive_force | Excessive use of force | Uso excesivo de la fuerza | Ús excessiu de la força
    beating | Beating | Golpiza | Pallissa
    wounding_by_weapon | Wounding with a weapon | Herida con arma | Ferida amb arma
  sexual_violence | Sexual violence | Violencia sexual | Violència sexual
    rape | Rape | Violación | Violació
    sexual_harassment | Sexual harassment | Acoso sexual | Assetjament sexual
    forced_nudity | Forced nudity or degrading search | Desnudez forzada o requisa vejatoria | Nuesa forçada o escorcoll vexatori
    forced_sterilisation | Forced sterilisation or contraception | Esterilización o anticoncepción forzada | Esterilització o anticoncepció forçada
    forced_pregnancy | Forced pregnancy or abortion | Embarazo o aborto forzado | Embaràs o avortament forçat
  medical_experiment | Medical act without consent | Acto médico sin consentimiento | Acte mèdic sense consentiment
disappearance | Disappearance and abduction | Desaparición y secuestro | Desaparició i segrest
  enforced_disappearance | Enforced disappearance | Desaparición forzada | Desaparició forçada
  short_disappearance | Short-term enforced disappearance | Desaparición forzada de corta duración | Desaparició forçada de curta durada
  child_taken | Appropriation of a child | Apropiación de una niña o un niño | Apropiació d'una nena o un nen
  identity_replaced | Identity suppressed or replaced | Supresión o sustitución de identidad | Supressió o substitució d'identitat
  remains_concealed | Remains concealed or not returned | Ocultamiento o no entrega de restos | Ocultació o no lliurament de restes
  fate_denied | Information on fate refused | Negativa a informar sobre el paradero | Negativa a informar sobre el parador
  abduction | Abduction by non-State persons | Secuestro por particulares | Segrest per particulars
  abduction_abroad | Abduction in another country | Secuestro en otro país | Segrest en un altre país
against_liberty | Acts against liberty | Actos contra la libertad | Actes contra la llibertat
  arbitrary_detention | Arbitrary detention | Detención arbitraria | Detenció arbitrària
    arrest_without_warrant | Arrest without a warrant | Detención sin orden judicial | Detenció sense ordre judicial
    short_arrest | Short arrest to intimidate | Detención breve intimidatoria | Detenció breu intimidatòria
    mass_arrest | Mass arrest | Detención masiva | Detenció massiva
    incommunicado_detention | Incommunicado detention | Detención en incomunicación | Detenció en incomunicació
    secret_detention | Detention in a secret place | Detención en lugar clandestino | Detenció en lloc clandestí
    detention_without_charge | Detention without charge | Detención sin cargos | Detenció sense càrrecs
    prolonged_remand | Prolonged detention before trial | Prisión preventiva prolongada | Presó preventiva perllongada
    held_past_release | Held after sentence served or release ordered | Retención después de cumplida la pena u ordenada la libertad | Retenció després de complir la pena o d'ordenar-se la llibertat
    house_arrest | House arrest | Prisión domiciliaria | Arrest domiciliari
    migrant_detention | Detention of migrants or asylum seekers | Detención de migrantes o solicitantes de asilo | Detenció de migrants o sol·licitants d'asil
  imprisonment_for_conviction | Imprisonment on account of opinion or activity | Prisión por opiniones o actividades | Empresonament per opinions o activitats
  release_revoked | Conditional release revoked | Revocación de la libertad condicional | Revocació de la llibertat condicional
  summons_to_intimidate | Police summons or questioning to intimidate | Citación o interrogatorio intimidatorio | Citació o interrogatori intimidatori
  hostage_taking | Hostage-taking | Toma de rehenes | Presa d'ostatges
  slavery_or_trafficking | Slavery, servitude or trafficking | Esclavitud, servidumbre o trata | Esclavitud, servitud o tracta de persones
  forced_labour | Forced labour | Trabajo forzoso | Treball forçat
  forced_recruitment | Forced recruitment, children included | Reclutamiento forzado, incluso de niños | Reclutament forçat, també d'infants
`
