import { labels } from '#platform/i18n'
import { defineVocabulary, readTerms } from '#platform/records'

/** Who acts: agents of a government and others, landowners, paramilitaries and organised crime included. */
export const perpetratorKinds = defineVocabulary({
  name: 'perpetrator_kinds',
  label: labels('Kinds of perpetrator', 'Clases de perpetrador', 'Classes de perpetrador'),
  terms: readTerms(
    `
governmental | Governmental actors | Actores gubernamentales | Actors governamentals
  armed_forces | Armed forces | Fuerzas armadas | Forces armades
    army | Army | Ejército | Exèrcit
    navy | Navy | Armada | Marina de guerra
    air_force | Air force | Fuerza aérea | Força aèria
  police | Police | Policía | Policia
    political_police | Political police | Policía política | Policia política
    riot_police | Riot police | Policía antidisturbios | Policia antiavalots
    gendarmerie | Gendarmerie or border guard | Gendarmería o guardia de frontera | Gendarmeria o guàrdia de frontera
  intelligence | Intelligence service | Servicio de inteligencia | Servei d'intel·ligència
  joint_task_force | Joint task force | Fuerza de tareas conjunta | Força conjunta
  prison_service | Prison service | Servicio penitenciario | Servei penitenciari
  judiciary | Judiciary | Poder judicial | Poder judicial
  prosecution | Prosecution | Ministerio público | Fiscalia
  executive | Head of State or government | Presidencia o jefatura de gobierno | Presidència o cap de govern
  ministry | Ministry or national agency | Ministerio u organismo nacional | Ministeri o organisme nacional
  legislature | Legislature | Poder legislativo | Poder legislatiu
  electoral_authority | Electoral authority | Autoridad electoral | Autoritat electoral
  migration_authority | Migration authority | Autoridad migratoria | Autoritat migratòria
  local_authority | Local or regional authority | Autoridad local o regional | Autoritat local o regional
  state_media_outlet | State media | Medio estatal | Mitjà estatal
  state_company | State company | Empresa estatal | Empresa estatal
  school_or_university | State school or university | Escuela o universidad estatal | Escola o universitat estatal
  health_institution | State health institution | Institución estatal de salud | Institució estatal de salut
  foreign_state | Agents of another State | Agentes de otro Estado | Agents d'un altre Estat
other_actors | Other actors | Otros actores | Altres actors
  landowner | Landowner | Terrateniente | Terratinent
  company | Company | Empresa | Empresa
  private_security | Private security | Seguridad privada | Seguretat privada
  paramilitary | Paramilitaries | Paramilitares | Paramilitars
  pro_government_group | Pro-government civilians | Grupo civil afín al gobierno | Grup civil afí al govern
  organised_crime | Organised crime | Crimen organizado | Crim organitzat
  armed_group | Armed opposition group | Grupo armado de oposición | Grup armat d'oposició
  political_party | Political party | Partido político | Partit polític
  religious_group | Religious group | Grupo religioso | Grup religiós
  media_outlet | Private media | Medio privado | Mitjà privat
  community_members | Members of the community | Integrantes de la comunidad | Membres de la comunitat
  family_member | Family member or partner | Familiar o pareja | Familiar o parella
  employer | Employer | Empleador | Ocupador
  individual | Private individual | Particular | Particular
unknown_perpetrator | Not known | Se desconoce | Es desconeix
`,
    {
      paramilitary: labels(
        'Armed and outside the law; their link with the State is said in the degree of involvement.',
        'Armados y fuera de la ley; su vínculo con el Estado se dice en el grado de participación.',
        "Armats i fora de la llei; el vincle amb l'Estat es diu en el grau de participació.",
      ),
    },
  ),
})

/** What part someone had in an act. */
export const involvementDegrees = defineVocabulary({
  name: 'involvement_degrees',
  label: labels('Degrees of involvement', 'Grados de participación', 'Graus de participació'),
  terms: readTerms(`
carried_out | Carried it out | Ejecución directa | Execució directa
ordered | Ordered it | La ordenó | La va ordenar
planned | Planned it | La planificó | La va planificar
commanded | Commanded those who did | Mando de quienes la ejecutaron | Comandament de qui la va executar
signed | Signed the order, judgment or decree | Firmó la orden, sentencia o decreto | Va signar l'ordre, sentència o decret
took_part | Took part with others | Participó con otros | Hi va participar amb altres
guarded | Guarded or transported | Custodió o trasladó | Va custodiar o traslladar
denounced | Denounced the victim | Delató a la víctima | Va delatar la víctima
paid_for | Paid for it or gained from it | La financió o se benefició | La va finançar o se'n va beneficiar
gave_means | Gave means or premises | Aportó medios o instalaciones | Va aportar mitjans o instal·lacions
tolerated | Knew and did not prevent it | Supo y no la impidió | Ho sabia i no la va impedir
covered_up | Covered it up | La encubrió | La va encobrir
unknown_degree | Not known | Se desconoce | Es desconeix
`),
})

/** Where the person or body stands today before justice; accused persons by stage are five different statuses. */
export const perpetratorStatuses = defineVocabulary({
  name: 'perpetrator_statuses',
  label: labels('Situation of the perpetrator', 'Situación del perpetrador', 'Situació del perpetrador'),
  terms: readTerms(`
not_identified | Not identified | Sin identificar | Sense identificar
not_investigated | Identified, not investigated | Identificado, sin investigación | Identificat, sense investigació
under_investigation | Under investigation | Imputado | Investigat
charged | Charged | Procesado | Processat
sent_to_trial | Accused at trial | Acusado en juicio | Acusat en judici
convicted | Convicted | Condenado | Condemnat
acquitted | Acquitted | Absuelto | Absolt
amnestied | Amnestied or pardoned | Amnistiado o indultado | Amnistiat o indultat
fugitive | Fugitive | Prófugo | Pròfug
removed_from_post | Removed from the post | Apartado del cargo | Apartat del càrrec
still_in_post | Still in the post | Sigue en el cargo | Continua en el càrrec
promoted | Promoted | Ascendido | Ascendit
deceased | Dead | Fallecido | Mort
unknown_status | Not known | Se desconoce | Es desconeix
`),
})
