import { labels } from '#platform/i18n'
import { defineVocabulary, readTerms } from '#platform/records'

/** Bodies and groups of every sort, in whatever role: victim, perpetrator, source, addressee. */
export const organisationKinds = defineVocabulary({
  name: 'organisation_kinds',
  label: labels('Kinds of organisation', 'Clases de organización', "Classes d'organització"),
  terms: readTerms(
    `
civil_society | Civil society | Sociedad civil | Societat civil
  association | Association or NGO | Asociación u ONG | Associació o ONG
  independent_initiative | Independent initiative | Iniciativa independiente | Iniciativa independent
    independent_library | Independent library | Biblioteca independiente | Biblioteca independent
    independent_journal | Independent journal | Revista independiente | Revista independent
    independent_gallery | Independent gallery or art space | Galería o espacio de arte independiente | Galeria o espai d'art independent
  movement | Movement | Movimiento | Moviment
  relatives_association | Association of relatives | Organismo de familiares | Associació de familiars
  trade_union | Trade union | Sindicato | Sindicat
  student_body | Student body | Organización estudiantil | Organització estudiantil
  foundation | Foundation | Fundación | Fundació
  network | Network or coalition | Red o coalición | Xarxa o coalició
community | Community | Comunidad | Comunitat
  indigenous_people | Indigenous people or community | Pueblo o comunidad indígena | Poble o comunitat indígena
  peasant_community | Peasant community | Comunidad campesina | Comunitat pagesa
  group_of_people | Group of people without an organisation | Grupo de personas sin organización | Grup de persones sense organització
  family_group | Family | Familia | Família
state_body | State body | Órgano del Estado | Òrgan de l'Estat
  parliament | Parliament | Parlamento | Parlament
  court | Court | Tribunal | Tribunal
  prosecution_office | Prosecution | Fiscalía | Fiscalia
  government | Government or ministry | Gobierno o ministerio | Govern o ministeri
  electoral_body | Electoral body | Organismo electoral | Organisme electoral
  oversight_body | Ombudsperson or oversight body | Defensoría u órgano de control | Sindicatura o òrgan de control
  registry_office | Registry | Registro | Registre
  local_council | Town hall or local council | Municipio | Ajuntament
  embassy | Embassy or consulate | Embajada o consulado | Ambaixada o consolat
  armed_force | Armed force or unit | Fuerza o unidad armada | Força o unitat armada
  police_force | Police force or unit | Fuerza o unidad policial | Força o unitat policial
  intelligence_service | Intelligence service | Servicio de inteligencia | Servei d'intel·ligència
  prison_authority | Prison authority | Autoridad penitenciaria | Autoritat penitenciària
  public_university | Public university | Universidad pública | Universitat pública
  health_body | Public hospital or health body | Hospital u organismo de salud | Hospital o organisme de salut
media | Media | Medios | Mitjans
  newspaper | Newspaper or magazine | Diario o revista | Diari o revista
  news_site | News site | Sitio de noticias | Portal de notícies
  radio_or_television | Radio or television | Radio o televisión | Ràdio o televisió
  state_outlet | State outlet | Medio estatal | Mitjà estatal
  news_agency | News agency | Agencia de noticias | Agència de notícies
culture_and_education | Culture and education | Cultura y educación | Cultura i educació
  school | School | Escuela | Escola
  university | University | Universidad | Universitat
  museum_or_gallery | Museum or gallery | Museo o galería | Museu o galeria
  theatre_or_venue | Theatre or venue | Teatro o sala | Teatre o sala
  publisher | Publisher | Editorial | Editorial
business | Company | Empresa | Empresa
  extractive_company | Mining, oil or forestry company | Empresa minera, petrolera o forestal | Empresa minera, petrolera o forestal
  agricultural_company | Agricultural company or estate | Empresa agropecuaria o estancia | Empresa agrària o finca
  security_company | Security company | Empresa de seguridad | Empresa de seguretat
  technology_company | Technology company | Empresa tecnológica | Empresa tecnològica
armed_non_state | Armed group outside the State | Grupo armado no estatal | Grup armat no estatal
  paramilitary_group | Paramilitary group | Grupo paramilitar | Grup paramilitar
  rebel_group | Armed opposition group | Grupo armado de oposición | Grup armat d'oposició
  criminal_group | Criminal organisation | Organización criminal | Organització criminal
political_party_body | Political party | Partido político | Partit polític
religious_body | Religious body | Entidad religiosa | Entitat religiosa
international | International body | Organismo internacional | Organisme internacional
  universal_body | Body of the United Nations | Órgano de las Naciones Unidas | Òrgan de les Nacions Unides
  regional_body | Regional body | Órgano regional | Òrgan regional
`,
    {
      independent_initiative: labels(
        'Works without the State’s leave where leave is not given: its legal status is kept by date.',
        'Trabaja sin permiso del Estado allí donde no se lo da: su situación legal se registra por fecha.',
        "Treballa sense permís de l'Estat allà on no se'n dona: la situació legal es registra per data.",
      ),
    },
  ),
})

/** What an initiative is before the law, at a date. */
export const legalStatuses = defineVocabulary({
  name: 'legal_statuses',
  label: labels('Legal statuses', 'Situaciones legales', 'Situacions legals'),
  terms: readTerms(
    `
never_applied | Never applied | Nunca solicitó | No ho ha sol·licitat mai
  never_applied_unsafe | Never applied: unsafe | Nunca solicitó: no es seguro | No ho ha sol·licitat mai: no és segur
  never_applied_no_law | Never applied: no law allows it | Nunca solicitó: ninguna ley lo permite | No ho ha sol·licitat mai: cap llei ho permet
  never_applied_choice | Never applied: by choice | Nunca solicitó: por decisión propia | No ho ha sol·licitat mai: per decisió pròpia
preparing_application | Preparing its application | Prepara la solicitud | Prepara la sol·licitud
applied_pending | Applied, awaiting an answer | Solicitud en trámite | Sol·licitud en tràmit
applied_unanswered | Applied, time expired without answer | Solicitud sin respuesta en plazo | Sol·licitud sense resposta dins del termini
refused | Refused | Negada | Denegada
under_appeal | Refusal under appeal | Negativa recurrida | Denegació recorreguda
registered | Registered | Registrada | Registrada
  registered_abroad | Registered in another country | Registrada en otro país | Registrada en un altre país
  registered_under_cover | Registered under another form | Registrada bajo otra figura | Registrada amb una altra forma
tolerated_unregistered | Tolerated without registration | Tolerada sin registro | Tolerada sense registre
suspended | Suspended | Suspendida | Suspesa
dissolved_by_authority | Dissolved by the authorities | Disuelta por la autoridad | Dissolta per l'autoritat
closed_by_force | Closed by force, without a decision | Clausurada de hecho, sin resolución | Tancada de fet, sense resolució
outlawed | Outlawed | Proscripta | Il·legalitzada
dissolved_by_members | Dissolved by its members | Disuelta por sus integrantes | Dissolta pels seus membres
legal_status_unknown | Not known | Se desconoce | Es desconeix
`,
    {
      never_applied_unsafe: labels(
        'To apply would give the State the names of members: that is a fact to report, not a gap.',
        'Solicitarlo entregaría al Estado los nombres de sus integrantes: es un dato a informar, no un vacío.',
        "Sol·licitar-ho donaria a l'Estat els noms dels membres: és una dada per informar, no un buit.",
      ),
    },
  ),
})

/** What the one who was asked to recognise an initiative answered. */
export const recognitionAnswers = defineVocabulary({
  name: 'recognition_answers',
  label: labels(
    'Answers to a request',
    'Respuestas a un pedido de reconocimiento',
    'Respostes a una petició de reconeixement',
  ),
  terms: readTerms(`
awaiting_answer | Awaiting an answer | En espera de respuesta | A l'espera de resposta
granted | Granted | Concedido | Concedit
granted_in_part | Granted in part | Concedido en parte | Concedit en part
refused_with_reasons | Refused, with reasons | Negado, con fundamentos | Denegat, amb fonaments
refused_without_reasons | Refused, without reasons | Negado, sin fundamentos | Denegat, sense fonaments
returned_for_formalities | Sent back for formalities | Devuelto por requisitos formales | Retornat per requisits formals
not_received | Refused to take the papers | Negativa a recibir la presentación | Negativa a rebre la presentació
silence | No answer within the time allowed | Silencio vencido el plazo | Silenci un cop vençut el termini
withdrawn_by_applicant | Withdrawn by those who asked | Retirado por quienes lo pidieron | Retirat per qui ho va demanar
`),
})

/** What someone is in an organisation. */
export const affiliationRoles = defineVocabulary({
  name: 'affiliation_roles',
  label: labels('Roles in an organisation', 'Cargos o funciones', 'Càrrecs o funcions'),
  terms: readTerms(`
founder | Founder | Fundación | Fundació
director | Director or president | Dirección o presidencia | Direcció o presidència
board_member | Member of the board | Integrante de la comisión directiva | Membre de la junta
coordinator | Coordinator | Coordinación | Coordinació
spokesperson | Spokesperson | Vocería | Portaveu
member | Member | Integrante | Membre
employee | Employee | Empleada o empleado | Treballadora o treballador
volunteer | Volunteer | Voluntariado | Voluntariat
student_of | Student | Estudiante | Estudiant
editor | Editor or journalist | Edición o redacción | Edició o redacció
legal_adviser | Legal adviser | Asesoría legal | Assessoria legal
elected_member | Elected member | Integrante electo | Membre electe
judge_of | Judge | Juez o jueza | Jutge o jutgessa
officer | Officer | Oficial | Oficial
commander | Commander | Comandante | Comandant
agent | Agent or rank and file | Agente o tropa | Agent o tropa
owner | Owner | Propietaria o propietario | Propietària o propietari
former_member | Former member | Ex integrante | Antic membre
`),
})
