import { labels } from '#platform/i18n'
import { defineVocabulary, readTerms } from '#platform/records'

/** What a person is in the register; one person may have several roles. */
export const personRoles = defineVocabulary({
  name: 'person_roles',
  label: labels('Roles', 'Roles', 'Rols'),
  terms: readTerms(`
defender | Human rights defender | Persona defensora de derechos humanos | Persona defensora de drets humans
  community_leader | Community leader | Referente comunitario | Referent comunitari
  land_defender | Defender of land and environment | Persona defensora de la tierra y el ambiente | Persona defensora de la terra i el medi ambient
  union_leader | Trade unionist | Sindicalista | Sindicalista
  democracy_activist | Democracy activist | Activista por la democracia | Activista per la democràcia
artist | Artist | Artista | Artista
journalist | Journalist or media worker | Periodista o trabajador de prensa | Periodista o treballador de premsa
academic | Academic | Académico | Acadèmic
student | Student | Estudiante | Estudiant
lawyer | Lawyer | Abogada o abogado | Advocada o advocat
victim | Victim | Víctima | Víctima
  disappeared | Disappeared person | Persona desaparecida | Persona desapareguda
  killed | Person killed | Persona asesinada | Persona assassinada
  survivor | Survivor | Sobreviviente | Supervivent
  prisoner | Prisoner | Persona presa | Persona presa
  former_prisoner | Former prisoner | Persona que estuvo presa | Persona que va estar presa
  child_sought | Child sought or identity restored | Niña o niño buscado o con identidad restituida | Infant cercat o amb identitat restituïda
relative | Relative | Familiar | Familiar
witness | Witness | Testigo | Testimoni
source_person | Source | Fuente | Font
guest | Guest of a stay or a visit | Persona invitada a una estadía o visita | Persona convidada a una estada o visita
alleged_perpetrator | Alleged perpetrator | Presunto perpetrador | Presumpte perpetrador
official | Official or authority | Funcionario o autoridad | Funcionari o autoritat
diplomat | Diplomat | Diplomático | Diplomàtic
politician | Politician | Dirigente político | Dirigent polític
expert | Expert or interpreter | Perito, experto o intérprete | Perit, expert o intèrpret
contact | Contact | Contacto | Contacte
`),
})

/** Where a person stands now; kept with the values on location. */
export const personStatuses = defineVocabulary({
  name: 'person_statuses',
  label: labels('Present situation', 'Situación actual', 'Situació actual'),
  terms: readTerms(
    `
at_liberty | At liberty | En libertad | En llibertat
  released_unconditionally | Released without conditions | Liberada sin condiciones | Alliberada sense condicions
  released_conditionally | Released under conditions | Excarcelada bajo condiciones | Excarcerada sota condicions
  in_hiding | In hiding | En la clandestinidad | En la clandestinitat
deprived_of_liberty | Deprived of liberty | Privada de libertad | Privada de llibertat
  in_detention | Detained without sentence | Detenida sin condena | Detinguda sense condemna
  in_prison | Serving a sentence | Cumpliendo condena | Complint condemna
  under_house_arrest | Under house arrest | En prisión domiciliaria | En arrest domiciliari
  in_psychiatric_confinement | Confined in psychiatry | En internación psiquiátrica | En internament psiquiàtric
barred_from_leaving | Barred from leaving the country | Impedida de salir del país | Impedida de sortir del país
outside_the_country | Outside the country | Fuera del país | Fora del país
  in_exile | In exile | En el exilio | A l'exili
  asylum_seeker | Asking for asylum | Solicitante de la condición de refugiado | Sol·licitant de protecció internacional
  refugee | Recognised refugee | Refugiada reconocida | Refugiada reconeguda
  on_refuge_stay | On a refuge stay | En refugio temporal | En acollida temporal
  stateless | Stateless | Apátrida | Apàtrida
displaced | Displaced inside the country | Desplazada dentro del país | Desplaçada dins del país
missing | Missing or disappeared | Desaparecida | Desapareguda
dead | Dead | Fallecida | Morta
  remains_returned | Remains returned to the family | Restos restituidos a la familia | Restes restituïdes a la família
not_known | Not known | Se desconoce | Es desconeix
`,
    {
      on_refuge_stay: labels(
        'A guest on a stay that gives respite is not called a refugee.',
        'A la persona invitada a una estadía no se la llama refugiada.',
        "De la persona convidada a una estada no se'n diu refugiada.",
      ),
    },
  ),
})

/** How an act left the one who suffered it. */
export const victimStatuses = defineVocabulary({
  name: 'victim_statuses',
  label: labels(
    'Outcome for the victim',
    'Situación de la víctima al final del acto',
    "Situació de la víctima al final de l'acte",
  ),
  terms: readTerms(`
alive_free | Alive, at liberty | Con vida, en libertad | Amb vida, en llibertat
alive_injured | Alive, injured | Con vida, con lesiones | Amb vida, amb lesions
  permanent_harm | With lasting harm | Con secuelas permanentes | Amb seqüeles permanents
alive_detained | Alive, deprived of liberty | Con vida, privada de libertad | Amb vida, privada de llibertat
released | Released | Liberada | Alliberada
released_on_condition | Released under conditions | Excarcelada bajo condiciones | Excarcerada sota condicions
exiled | Left the country | Salió del país | Va sortir del país
displaced_inside | Displaced inside the country | Desplazada dentro del país | Desplaçada dins del país
still_missing | Still missing | Continúa desaparecida | Continua desapareguda
reappeared | Reappeared alive | Reapareció con vida | Va reaparèixer amb vida
died | Dead | Murió | Va morir
  remains_found | Dead, remains found | Murió, restos hallados | Va morir, restes trobades
  remains_not_found | Dead, remains not found | Murió, restos no hallados | Va morir, restes no trobades
identity_returned | Identity restored | Identidad restituida | Identitat restituïda
institution_suspended | Institution suspended | Institución suspendida | Institució suspesa
institution_closed | Institution or organisation closed | Institución u organización clausurada | Institució o organització tancada
institution_working | Institution at work, weakened | Institución en funciones, debilitada | Institució en funcions, debilitada
outcome_unknown | Not known | Se desconoce | Es desconeix
`),
})

/** Gender as the person says it. */
export const genders = defineVocabulary({
  name: 'genders',
  label: labels('Gender', 'Género', 'Gènere'),
  terms: readTerms(`
woman | Woman | Mujer | Dona
  trans_woman | Trans woman | Mujer trans | Dona trans
man | Man | Varón | Home
  trans_man | Trans man | Varón trans | Home trans
non_binary | Non-binary person | Persona no binaria | Persona no binària
travesti | Travesti | Travesti | Travesti
intersex | Intersex person | Persona intersex | Persona intersexual
other_gender | Another, as the person says | Otro, como la persona lo diga | Un altre, com ho digui la persona
gender_not_stated | Not stated | No consta | No consta
`),
})

/** What one person is to another, read from the record where it is written: "is the … of". */
export const relationships = defineVocabulary({
  name: 'relationships',
  label: labels('Relationships', 'Vínculos', 'Vincles'),
  terms: readTerms(`
family | Family | Familia | Família
  parent_of | Parent of | Madre o padre de | Mare o pare de
  child_of | Child of | Hija o hijo de | Filla o fill de
  sibling_of | Sibling of | Hermana o hermano de | Germana o germà de
  grandparent_of | Grandparent of | Abuela o abuelo de | Àvia o avi de
  grandchild_of | Grandchild of | Nieta o nieto de | Neta o nét de
  partner_of | Partner or spouse of | Pareja o cónyuge de | Parella o cònjuge de
  former_partner_of | Former partner of | Ex pareja de | Exparella de
  aunt_or_uncle_of | Aunt or uncle of | Tía o tío de | Tia o oncle de
  niece_or_nephew_of | Niece or nephew of | Sobrina o sobrino de | Neboda o nebot de
  cousin_of | Cousin of | Prima o primo de | Cosina o cosí de
  in_law_of | Relative by marriage of | Familiar político de | Familiar polític de
work | Work and activity | Trabajo y actividad | Feina i activitat
  colleague_of | Colleague of | Colega de | Col·lega de
  lawyer_of | Lawyer of | Abogada o abogado de | Advocada o advocat de
  fellow_activist_of | Fellow activist of | Compañera o compañero de militancia de | Companya o company de militància de
  superior_of | Superior of | Superior jerárquico de | Superior jeràrquic de
  subordinate_of | Subordinate of | Subordinado de | Subordinat de
  teacher_of | Teacher of | Docente de | Docent de
shared_fate | Shared events | Hechos compartidos | Fets compartits
  detained_with | Detained with | Estuvo detenida o detenido con | Va estar detinguda o detingut amb
  witness_of | Witness of what was done to | Testigo de lo ocurrido a | Testimoni del que va patir
trusted_contact_of | Trusted contact of | Contacto de confianza de | Contacte de confiança de
legal_guardian_of | Legal guardian of | Tutora o tutor legal de | Tutora o tutor legal de
friend_of | Friend of | Amistad de | Amistat de
`),
})
