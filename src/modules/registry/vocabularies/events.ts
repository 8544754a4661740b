import { labels } from '#platform/i18n'
import { defineVocabulary, readTerms } from '#platform/records'

/** What kind of happening an event is; what was done inside it is said by its acts. */
export const eventKinds = defineVocabulary({
  name: 'event_kinds',
  label: labels('Kinds of event', 'Clases de acontecimiento', "Classes d'esdeveniment"),
  terms: readTerms(`
attack_on_person | Attack on a person | Ataque contra una persona | Atac contra una persona
attack_on_group | Attack on a group or community | Ataque contra un grupo o comunidad | Atac contra un grup o comunitat
attack_on_institution | Attack on an institution | Ataque contra una institución | Atac contra una institució
arrest_or_detention | Arrest or detention | Detención | Detenció
disappearance_case | Disappearance | Desaparición | Desaparició
security_operation | Security operation | Operativo de seguridad | Operatiu de seguretat
protest | Protest and its repression | Protesta y su represión | Protesta i la seva repressió
trial_or_hearing | Trial or hearing | Juicio o audiencia | Judici o audiència
legal_measure | Law, decree or administrative measure | Ley, decreto o medida administrativa | Llei, decret o mesura administrativa
election | Election | Elección | Elecció
closure | Closure of a place, outlet or organisation | Clausura de un lugar, medio u organización | Tancament d'un lloc, mitjà o organització
censorship | Censorship | Censura | Censura
eviction_or_dispossession | Eviction or dispossession | Desalojo o despojo | Desallotjament o despossessió
armed_conflict | Armed clash or conflict | Enfrentamiento o conflicto armado | Enfrontament o conflicte armat
prison_incident | Incident in prison | Hecho en una prisión | Fet en una presó
release | Release | Liberación | Alliberament
exile_or_displacement | Exile or displacement | Exilio o desplazamiento | Exili o desplaçament
digital_incident | Digital incident | Incidente digital | Incident digital
identification | Identification or return of remains | Identificación o restitución de restos | Identificació o restitució de restes
commemoration | Commemoration | Conmemoración | Commemoració
other_event | Other event | Otro acontecimiento | Altre esdeveniment
`),
})

/** How one event stands to another; each reads from the record where it is written. */
export const eventRelations = defineVocabulary({
  name: 'event_relations',
  label: labels(
    'Relations between events',
    'Relaciones entre acontecimientos',
    'Relacions entre esdeveniments',
  ),
  terms: readTerms(`
comes_before | Comes before | Es anterior a | És anterior a
comes_after | Comes after | Es posterior a | És posterior a
causes | Is a cause of | Es causa de | És causa de
follows_from | Is a consequence of | Es consecuencia de | És conseqüència de
contains | Contains | Comprende | Comprèn
is_part_of | Is part of | Forma parte de | Forma part de
same_time | Happens at the same time as | Es simultáneo con | És simultani amb
same_pattern | Follows the same pattern as | Sigue el mismo patrón que | Segueix el mateix patró que
retaliates_for | Is a reprisal for | Es represalia por | És represàlia per
`),
})

/** How far the organisation stands behind the statement that a violation took place. */
export const violationStatuses = defineVocabulary({
  name: 'violation_statuses',
  label: labels('Status of the violation', 'Estado de la violación', 'Estat de la violació'),
  terms: readTerms(
    `
claimed | Claimed, not yet checked | Denunciada, sin verificar | Denunciada, sense verificar
likely | Likely | Probable | Probable
confirmed | Confirmed | Confirmada | Confirmada
established_by_court | Established by a court or body | Establecida por un tribunal u órgano | Establerta per un tribunal o òrgan
disputed | Disputed: sources contradict each other | Controvertida: las fuentes se contradicen | Controvertida: les fonts es contradiuen
unlikely | Unlikely | Improbable | Improbable
unfounded | Checked and unfounded | Verificada y sin fundamento | Verificada i sense fonament
`,
    {
      confirmed: labels(
        'Two independent sources at least, or one official document.',
        'Al menos dos fuentes independientes, o un documento oficial.',
        'Almenys dues fonts independents, o un document oficial.',
      ),
    },
  ),
})

/** With what, or how, an act was carried out. */
export const methods = defineVocabulary({
  name: 'methods',
  label: labels('Methods', 'Métodos', 'Mètodes'),
  terms: readTerms(`
weapons | Weapons | Armas | Armes
  firearm | Firearm | Arma de fuego | Arma de foc
  blade | Blade | Arma blanca | Arma blanca
  blunt_object | Blunt object | Objeto contundente | Objecte contundent
  explosive | Explosive | Explosivo | Explosiu
  crowd_control_weapon | Gas, pellets or rubber bullets | Gases, perdigones o balas de goma | Gasos, perdigons o bales de goma
  military_weapon | Artillery, aircraft or drone | Artillería, aeronave o dron | Artilleria, aeronau o dron
body | Violence on the body | Violencia sobre el cuerpo | Violència sobre el cos
  blows | Blows and kicks | Golpes y patadas | Cops i puntades
  electric_shock | Electric shock | Descarga eléctrica | Descàrrega elèctrica
  suffocation | Suffocation or water | Asfixia o inmersión | Asfíxia o immersió
  suspension | Suspension or stress position | Suspensión o postura forzada | Suspensió o postura forçada
  burning | Burning | Quemaduras | Cremades
  drugging | Drugging | Suministro de drogas | Subministrament de drogues
  thrown_from_aircraft | Thrown from an aircraft | Arrojamiento desde una aeronave | Llançament des d'una aeronau
  vehicle_used | Vehicle used as a weapon | Vehículo usado como arma | Vehicle usat com a arma
mind | Pressure on the mind | Presión psicológica | Pressió psicològica
  sleep_deprivation | Deprivation of sleep | Privación del sueño | Privació del son
  sensory_deprivation | Hooding or darkness | Encapuchamiento u oscuridad | Encaputxament o foscor
  isolation | Isolation | Aislamiento | Aïllament
  threats_to_family | Threats against the family | Amenazas contra la familia | Amenaces contra la família
  deprivation_of_food_or_care | Food, water or medicine withheld | Privación de alimento, agua o remedios | Privació d'aliment, aigua o medicines
law_and_office | Law and office used as a weapon | Uso abusivo del derecho y del cargo | Ús abusiu del dret i del càrrec
  court_order | Court order | Orden judicial | Ordre judicial
  decree | Decree or regulation | Decreto o reglamento | Decret o reglament
  inspection | Inspection, fine or audit | Inspección, multa o auditoría | Inspecció, multa o auditoria
  migration_control | Border or migration control | Control fronterizo o migratorio | Control fronterer o migratori
  verbal_order | Verbal order, nothing in writing | Orden verbal, sin constancia escrita | Ordre verbal, sense constància escrita
communication | Words and networks | Palabras y redes | Paraules i xarxes
  phone_or_message | Telephone call or message | Llamada o mensaje | Trucada o missatge
  in_person | In person | En persona | En persona
  pamphlet_or_graffiti | Pamphlet or painted wall | Panfleto o pintada | Pamflet o pintada
  state_media | State media | Medios estatales | Mitjans estatals
  social_networks | Social networks | Redes sociales | Xarxes socials
  malicious_software | Malicious software | Programa malicioso | Programa maliciós
property | Damage to property | Daño a bienes | Dany a béns
  fire | Fire | Incendio | Incendi
  break_in | Break-in | Irrupción | Irrupció
  machinery | Heavy machinery | Maquinaria pesada | Maquinària pesant
other_method | Other | Otro | Altre
unknown_method | Not known | Se desconoce | Es desconeix
`),
})
