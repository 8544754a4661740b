/** Acts against institutions, participation, equality, land and livelihood. See `act-types.ts`. */
export const societyActs = `
against_institutions | Attacks on institutions | Ataques a las instituciones | Atacs a les institucions
  parliament_closed | Parliament closed or stripped of powers | Parlamento clausurado o despojado de funciones | Parlament clausurat o desposseït de funcions
  courts_subdued | Court packed or judges removed | Tribunal sometido o jueces removidos | Tribunal sotmès o jutges destituïts
  judgment_disobeyed | Judgment openly disobeyed | Sentencia desobedecida abiertamente | Sentència desobeïda obertament
  electoral_body_captured | Electoral body captured | Captura del organismo electoral | Captura de l'organisme electoral
  oversight_dismantled | Oversight body dismantled | Desmantelamiento de un órgano de control | Desmantellament d'un òrgan de control
  local_government_seized | Local government taken over | Intervención de un gobierno local | Intervenció d'un govern local
  university_seized | University taken over | Intervención de una universidad | Intervenció d'una universitat
  emergency_abused | State of emergency abused | Abuso del estado de excepción | Abús de l'estat d'excepció
  constitution_broken | Constitution changed against its own rules | Constitución modificada contra sus propias reglas | Constitució modificada contra les seves pròpies regles
  coup | Government overthrown by force | Gobierno derrocado por la fuerza | Govern enderrocat per la força
against_participation | Acts against political participation | Actos contra la participación política | Actes contra la participació política
  candidate_barred | Candidate barred | Candidatura impedida | Candidatura impedida
  party_outlawed | Party outlawed or taken over | Partido proscripto o intervenido | Partit il·legalitzat o intervingut
  vote_falsified | Vote falsified or prevented | Voto falseado o impedido | Vot falsejat o impedit
  elected_office_taken | Elected office taken away | Despojo de un cargo electivo | Despossessió d'un càrrec electe
discrimination | Discrimination | Discriminación | Discriminació
  discrimination_origin | On account of origin, colour or people | Por origen, color o pueblo | Per origen, color o poble
  discrimination_gender | On account of gender | Por género | Per gènere
  discrimination_orientation | On account of orientation or gender identity | Por orientación o identidad de género | Per orientació o identitat de gènere
  discrimination_belief | On account of religion or belief | Por religión o creencia | Per religió o creença
  discrimination_opinion | On account of political opinion | Por opinión política | Per opinió política
  discrimination_disability | On account of disability | Por discapacidad | Per discapacitat
  discrimination_status | On account of migrant or refugee status | Por ser persona migrante o refugiada | Per ser persona migrant o refugiada
  incitement_to_hatred | Incitement to hatred or violence | Incitación al odio o a la violencia | Incitació a l'odi o a la violència
against_land | Acts against land, territory and environment | Actos contra la tierra, el territorio y el ambiente | Actes contra la terra, el territori i el medi ambient
  land_dispossession | Land taken | Despojo de tierras | Despossessió de terres
  forced_eviction | Forced eviction | Desalojo forzoso | Desallotjament forçós
  consultation_omitted | Peoples not consulted | Falta de consulta a los pueblos | Manca de consulta als pobles
  environment_damaged | Environment damaged or water poisoned | Daño ambiental o contaminación del agua | Dany ambiental o contaminació de l'aigua
  crops_destroyed | Crops or animals destroyed | Destrucción de cultivos o animales | Destrucció de conreus o animals
  home_destroyed | Home or property destroyed | Destrucción de vivienda o bienes | Destrucció d'habitatge o béns
  heritage_destroyed | Heritage or sacred place destroyed | Destrucción de patrimonio o lugar sagrado | Destrucció de patrimoni o lloc sagrat
against_livelihood | Acts against economic, social and cultural rights | Actos contra derechos económicos, sociales y culturales | Actes contra drets econòmics, socials i culturals
  dismissed_for_activity | Dismissed or sanctioned at work for activity | Despido o sanción laboral por su actividad | Acomiadament o sanció laboral per la seva activitat
  work_conditions_abusive | Abusive conditions of work | Condiciones de trabajo abusivas | Condicions de treball abusives
  studies_ended | Expelled from studies | Expulsión de los estudios | Expulsió dels estudis
  education_denied | Education denied | Educación negada | Educació negada
  health_denied | Health care denied | Atención de salud negada | Atenció sanitària negada
  reproductive_health_denied | Reproductive health denied | Salud reproductiva negada | Salut reproductiva negada
  food_or_water_denied | Food or water denied | Alimento o agua negados | Aliment o aigua negats
  housing_denied | Housing denied | Vivienda negada | Habitatge negat
  benefits_withdrawn | Pension or benefit withdrawn to punish | Quita de pensión o beneficio como castigo | Retirada de pensió o prestació com a càstig
  language_suppressed | Language or culture suppressed | Lengua o cultura reprimida | Llengua o cultura reprimida
`
