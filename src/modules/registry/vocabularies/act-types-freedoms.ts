/** Acts against movement, fair trial, privacy, expression, art, association and assembly. See `act-types.ts`. */
export const freedomActs = `
against_movement | Acts against movement and residence | Actos contra la circulación y la residencia | Actes contra la circulació i la residència
  travel_ban | Barred from leaving the country | Prohibición de salida del país | Prohibició de sortir del país
  documents_refused | Passport or documents refused or taken | Pasaporte o documentos negados o retenidos | Passaport o documents negats o retinguts
  entry_denied | Return or entry denied | Ingreso o regreso negado | Entrada o retorn negats
  expulsion | Expulsion from the country | Expulsión del país | Expulsió del país
  exile_as_condition | Exile as a condition of release | Destierro como condición de la libertad | Desterrament com a condició de la llibertat
  driven_into_exile | Driven into exile | Empuje al exilio | Forçat a exiliar-se
  nationality_taken | Nationality taken away | Privación de la nacionalidad | Privació de la nacionalitat
  internal_confinement | Confined to a town or district | Confinamiento a una localidad o distrito | Confinament a una localitat o districte
  forced_displacement | Forced displacement | Desplazamiento forzado | Desplaçament forçat
  return_to_danger | Sent back to a country of danger | Devolución a un país de riesgo | Devolució a un país de risc
against_fair_trial | Acts against justice and fair trial | Actos contra la justicia y el debido proceso | Actes contra la justícia i el procés degut
  criminalisation | Criminal case for defending rights | Criminalización por la defensa de derechos | Criminalització per la defensa de drets
  abusive_lawsuit | Lawsuit to silence (SLAPP) | Demanda judicial para silenciar (SLAPP) | Demanda judicial per silenciar (SLAPP)
  false_evidence | Fabricated charge or evidence | Acusación o prueba fabricada | Acusació o prova fabricada
  unfair_trial | Unfair trial | Juicio sin garantías | Judici sense garanties
  military_trial_of_civilian | Civilian tried by a military court | Civil juzgado por un tribunal militar | Civil jutjat per un tribunal militar
  counsel_denied | Lawyer of own choice denied | Defensa de confianza negada | Defensa de confiança negada
  lawyer_harassed | Lawyer harassed or disbarred | Hostigamiento o inhabilitación de la defensa | Assetjament o inhabilitació de la defensa
  forced_confession | Forced or broadcast confession | Confesión forzada o difundida | Confessió forçada o difosa
  disproportionate_sentence | Disproportionate sentence or fine | Condena o multa desproporcionada | Condemna o multa desproporcionada
  remedy_denied | Remedy denied | Denegación de recurso efectivo | Denegació de recurs efectiu
  investigation_obstructed | Investigation obstructed | Obstrucción de la investigación | Obstrucció de la investigació
  amnesty_of_crimes | Crimes left unpunished by law | Impunidad establecida por ley | Impunitat establerta per llei
threats_and_harassment | Threats and harassment | Amenazas y hostigamiento | Amenaces i assetjament
  death_threat | Death threat | Amenaza de muerte | Amenaça de mort
  threat | Other threat | Otra amenaza | Altra amenaça
  relatives_targeted | Reprisal against relatives | Represalia contra familiares | Represàlia contra familiars
  organised_mob | Organised mob at the home | Acto de repudio organizado | Acte de repudi organitzat
  smear_campaign | Smear campaign | Campaña de desprestigio | Campanya de desprestigi
  official_stigmatisation | Stigmatised by officials | Estigmatización por autoridades | Estigmatització per autoritats
  reprisal_for_cooperation | Reprisal for addressing an international body | Represalia por acudir a un organismo internacional | Represàlia per adreçar-se a un organisme internacional
against_privacy | Acts against privacy and home | Actos contra la intimidad y el domicilio | Actes contra la intimitat i el domicili
  surveillance | Surveillance or following | Vigilancia o seguimiento | Vigilància o seguiment
  interception | Interception of communications | Interceptación de comunicaciones | Interceptació de comunicacions
  home_raid | Raid on a home | Allanamiento de domicilio | Escorcoll de domicili
  office_raid | Raid or break-in at an office | Allanamiento o robo en una sede | Escorcoll o robatori en una seu
  equipment_seized | Equipment or archive seized | Incautación de equipos o archivos | Confiscació d'equips o arxius
digital_attack | Digital attacks | Ataques digitales | Atacs digitals
  spyware | Spyware on a device | Programa espía en un dispositivo | Programa espia en un dispositiu
  account_taken | Account broken into | Cuenta vulnerada | Compte vulnerat
  impersonation | Impersonation or false images | Suplantación o imágenes falsas | Suplantació o imatges falses
  private_data_exposed | Private data exposed | Exposición de datos privados | Exposició de dades privades
  online_harassment | Online harassment | Hostigamiento en línea | Assetjament en línia
  site_blocked | Site or service blocked | Sitio o servicio bloqueado | Web o servei blocat
  service_flooded | Site brought down by attack | Sitio derribado por un ataque | Web fet caure per un atac
  account_suspended_by_order | Account or content removed by order | Cuenta o contenido dados de baja por orden | Compte o contingut donats de baixa per ordre
  network_shutdown | Internet or telephone cut off | Corte de internet o telefonía | Tall d'internet o telefonia
against_expression | Acts against expression and press | Actos contra la expresión y la prensa | Actes contra l'expressió i la premsa
  publication_banned | Publication banned or seized | Publicación prohibida o secuestrada | Publicació prohibida o segrestada
  outlet_closed | Media outlet closed | Cierre de un medio | Tancament d'un mitjà
  licence_withdrawn | Licence or frequency withdrawn | Licencia o frecuencia retirada | Llicència o freqüència retirada
  supply_cut | Paper, advertising or supply cut to punish | Corte de papel, pauta o insumos como castigo | Tall de paper, publicitat o subministraments com a càstig
  coverage_prevented | Coverage or accreditation prevented | Cobertura o acreditación impedida | Cobertura o acreditació impedida
  criminal_defamation | Prosecuted for insult or defamation | Proceso por injurias o calumnias | Procés per injúries o calúmnies
  access_to_information_refused | Public information refused | Información pública negada | Informació pública negada
  academic_freedom_restricted | Teaching or research restricted | Restricción a la docencia o investigación | Restricció de la docència o la recerca
against_art | Acts against artistic freedom | Actos contra la libertad artística | Actes contra la llibertat artística
  work_censored | Work banned, removed or altered | Obra prohibida, retirada o alterada | Obra prohibida, retirada o alterada
  show_closed | Show or exhibition closed or cancelled | Función o muestra clausurada o cancelada | Funció o exposició clausurada o cancel·lada
  work_destroyed | Work destroyed | Obra destruida | Obra destruïda
  venue_closed | Venue closed or destroyed | Espacio cultural clausurado o destruido | Espai cultural clausurat o destruït
  artist_blacklisted | Blacklisted or kept from working | Lista negra o impedimento de trabajar | Llista negra o impediment de treballar
  compulsory_artist_register | Punished for working unregistered | Sanción por trabajar sin registro oficial | Sanció per treballar sense registre oficial
against_association | Acts against association | Actos contra la asociación | Actes contra l'associació
  registration_refused | Registration refused | Registro negado | Registre negat
  registration_left_unanswered | Registration left unanswered | Solicitud de registro sin respuesta | Sol·licitud de registre sense resposta
  organisation_dissolved | Organisation dissolved | Disolución de una organización | Dissolució d'una organització
  premises_closed | Premises closed | Clausura de la sede | Clausura de la seu
  funding_restricted | Funding restricted or forbidden | Financiamiento restringido o prohibido | Finançament restringit o prohibit
  hostile_label_imposed | "Foreign agent" or hostile label imposed | Rótulo de «agente extranjero» u otro hostil | Etiqueta d'«agent estranger» o una altra d'hostil
  assets_frozen | Accounts frozen or assets seized | Cuentas congeladas o bienes incautados | Comptes congelats o béns confiscats
  leadership_imposed | Leadership imposed | Autoridades impuestas | Direcció imposada
  union_repressed | Trade union repressed | Represión sindical | Repressió sindical
against_assembly | Acts against assembly | Actos contra la reunión | Actes contra la reunió
  protest_forbidden | Protest forbidden | Protesta prohibida | Protesta prohibida
  protest_dispersed | Protest dispersed by force | Protesta dispersada por la fuerza | Protesta dispersada per la força
  private_meeting_broken_up | Private meeting broken up | Reunión privada interrumpida | Reunió privada interrompuda
against_belief | Acts against religion or belief | Actos contra la religión o las creencias | Actes contra la religió o les creences
  worship_prevented | Worship prevented | Culto impedido | Culte impedit
  place_of_worship_closed | Place of worship closed or attacked | Templo clausurado o atacado | Temple clausurat o atacat
`
