import { labels } from '#platform/i18n'
import { defineVocabulary, readTerms } from '#platform/records'

/** What kind of thing knowledge comes from; also says in what form it was received. */
export const sourceKinds = defineVocabulary({
  name: 'source_kinds',
  label: labels('Kinds of source', 'Clases de fuente', 'Classes de font'),
  terms: readTerms(`
testimony | Testimony | Testimonio | Testimoni
  interview | Interview | Entrevista | Entrevista
  written_statement | Written statement | Declaración escrita | Declaració escrita
  sworn_statement | Sworn or court statement | Declaración jurada o judicial | Declaració jurada o judicial
  message | Letter, call or message | Carta, llamada o mensaje | Carta, trucada o missatge
  field_report | Report from the field | Informe de campo | Informe de camp
official_document | Official document | Documento oficial | Document oficial
  judgment | Judgment or court file | Sentencia o expediente judicial | Sentència o expedient judicial
  law_or_decree | Law or decree | Ley o decreto | Llei o decret
  official_gazette | Official gazette | Boletín oficial | Butlletí oficial
  administrative_file | Administrative file | Expediente administrativo | Expedient administratiu
  declassified_document | Declassified document | Documento desclasificado | Document desclassificat
  medical_record | Medical or forensic document | Documento médico o forense | Document mèdic o forense
  identity_record | Civil registry entry | Partida o registro civil | Partida o registre civil
register | Register or list | Registro o listado | Registre o llista
  official_register | Official register | Registro oficial | Registre oficial
  organisation_register | Register of an organisation | Registro de una organización | Registre d'una organització
  prisoner_list | List of prisoners | Lista de personas presas | Llista de persones preses
report | Report | Informe | Informe
  ngo_report | Report of an organisation | Informe de una organización | Informe d'una organització
  international_report | Report of an international body | Informe de un organismo internacional | Informe d'un organisme internacional
  academic_work | Academic work | Trabajo académico | Treball acadèmic
press | Press | Prensa | Premsa
  news_article | News article | Nota de prensa | Notícia de premsa
  state_press | State press | Prensa estatal | Premsa estatal
  press_release | Press release | Comunicado | Comunicat
web | Web and networks | Web y redes | Web i xarxes
  web_page | Web page | Página web | Pàgina web
  social_post | Post on a network | Publicación en redes | Publicació a les xarxes
  directory_entry | Entry of a public directory | Ficha de un directorio público | Fitxa d'un directori públic
image_or_sound | Image or sound | Imagen o sonido | Imatge o so
  photograph | Photograph | Fotografía | Fotografia
  video | Video | Video | Vídeo
  audio | Audio | Audio | Àudio
  satellite_image | Satellite image | Imagen satelital | Imatge de satèl·lit
archive_material | Archive material | Material de archivo | Material d'arxiu
data_set | Data set | Conjunto de datos | Conjunt de dades
observation | Own observation | Observación propia | Observació pròpia
other_source | Other | Otra | Altra
`),
})

/** One scale in words, for a source and for a statement: never a bare number. */
export const reliability = defineVocabulary({
  name: 'reliability',
  label: labels('Reliability', 'Fiabilidad', 'Fiabilitat'),
  terms: readTerms(
    `
fully_reliable | Fully reliable | Plenamente fiable | Plenament fiable
usually_reliable | Usually reliable | Habitualmente fiable | Habitualment fiable
partly_reliable | Reliable in part | Fiable en parte | Fiable en part
doubtful | Doubtful | Dudosa | Dubtosa
not_reliable | Not reliable | No fiable | No fiable
not_yet_judged | Not yet judged | Aún sin evaluar | Encara sense avaluar
`,
    {
      fully_reliable: labels(
        'Right every time it could be checked, and placed to know.',
        'Acertó cada vez que se pudo verificar, y está en condiciones de saber.',
        'Ha encertat cada cop que s’ha pogut verificar, i està en condicions de saber-ho.',
      ),
      partly_reliable: labels(
        'Say in the note which part.',
        'Indique en la nota en qué parte.',
        'Indiqueu a la nota en quina part.',
      ),
      not_yet_judged: labels(
        'The value of a new source: it says nothing against it.',
        'Es el valor de una fuente nueva: no dice nada en su contra.',
        "És el valor d'una font nova: no diu res en contra seva.",
      ),
    },
  ),
})

/** How the source knows. */
export const informationConnections = defineVocabulary({
  name: 'information_connections',
  label: labels('How the source knows', 'Cómo lo sabe la fuente', 'Com ho sap la font'),
  terms: readTerms(`
was_there | Was there | Estuvo presente | Hi era
  suffered_it | Suffered it | Lo padeció | Ho va patir
  saw_it | Saw or heard it | Lo vio u oyó | Ho va veure o sentir
  took_part_in_it | Took part in it | Participó | Hi va participar
  detained_there | Was detained there | Estuvo detenida allí | Hi va estar detinguda
was_told | Was told | Se lo contaron | Li ho van explicar
  told_by_victim | Told by the victim | Se lo contó la víctima | Li ho va explicar la víctima
  told_by_witness | Told by a witness | Se lo contó un testigo | Li ho va explicar un testimoni
  told_by_family | Told by the family | Se lo contó la familia | Li ho va explicar la família
  told_by_perpetrator | Told by the perpetrator | Se lo contó el perpetrador | Li ho va explicar el perpetrador
professional | Knows by profession | Lo sabe por su profesión | Ho sap per la professió
  as_lawyer | As lawyer in the case | Como abogada o abogado de la causa | Com a advocada o advocat de la causa
  as_doctor | As doctor or forensic expert | Como médica, médico o perito | Com a metgessa, metge o perit
  as_journalist | As journalist | Como periodista | Com a periodista
  as_official | As official | Como funcionaria o funcionario | Com a funcionària o funcionari
  as_monitor | As monitor in the field | Como observadora u observador de campo | Com a observadora o observador de camp
from_documents | From documents or images | Por documentos o imágenes | Per documents o imatges
  official_record | Official record of it | Constancia oficial del hecho | Constància oficial del fet
repeats_others | Repeats other sources | Repite otras fuentes | Repeteix altres fonts
connection_unknown | Not known | Se desconoce | Es desconeix
`),
})
