import { labels } from '#platform/i18n'
import { defineVocabulary, readTerms } from '#platform/records'

/** Places where things happen or are remembered. */
export const placeKinds = defineVocabulary({
  name: 'place_kinds',
  label: labels('Kinds of place', 'Clases de lugar', 'Classes de lloc'),
  terms: readTerms(
    `
territory | Territory | Territorio | Territori
  region | Region or province | Región o provincia | Regió o província
  town | City, town or village | Ciudad, pueblo o paraje | Ciutat, poble o llogaret
  district | District or neighbourhood | Barrio o distrito | Barri o districte
  indigenous_territory | Indigenous territory | Territorio indígena | Territori indígena
  rural_area | Rural area or road | Zona rural o camino | Zona rural o camí
place_of_detention | Place of detention | Lugar de detención | Lloc de detenció
  prison | Prison | Prisión | Presó
  remand_centre | Remand centre | Unidad de detención preventiva | Centre de presó preventiva
  police_station | Police station | Comisaría | Comissaria
  barracks | Barracks or military base | Cuartel o base militar | Caserna o base militar
  clandestine_detention_centre | Clandestine detention centre (CCD) | Centro clandestino de detención (CCD) | Centre clandestí de detenció (CCD)
  migrant_detention_centre | Migrant detention centre | Centro de detención de migrantes | Centre de detenció de migrants
  psychiatric_institution | Psychiatric institution | Institución psiquiátrica | Institució psiquiàtrica
  labour_camp | Labour camp | Campo de trabajo | Camp de treball
burial_place | Place of burial | Lugar de inhumación | Lloc d'inhumació
  cemetery | Cemetery | Cementerio | Cementiri
  unmarked_grave | Unmarked or mass grave | Fosa clandestina o común | Fossa clandestina o comuna
memory_site | Site of memory | Sitio de memoria | Lloc de memòria
public_place | Public place | Espacio público | Espai públic
  street_or_square | Street or square | Calle o plaza | Carrer o plaça
  border_crossing | Border crossing, port or airport | Paso fronterizo, puerto o aeropuerto | Pas fronterer, port o aeroport
  public_building | Public building | Edificio público | Edifici públic
  court_house | Court house | Sede judicial | Seu judicial
cultural_place | Place of culture or press | Espacio de cultura o prensa | Espai de cultura o premsa
  library_building | Library | Biblioteca | Biblioteca
  gallery_or_theatre | Gallery, theatre or venue | Galería, teatro o sala | Galeria, teatre o sala
  newsroom | Newsroom | Redacción | Redacció
school_or_campus | School or university | Escuela o universidad | Escola o universitat
place_of_worship | Place of worship | Templo | Temple
health_place | Hospital or clinic | Hospital o clínica | Hospital o clínica
workplace | Workplace | Lugar de trabajo | Lloc de treball
home | Home | Vivienda | Habitatge
natural_place | River, forest, mountain or coast | Río, monte, cerro o costa | Riu, bosc, muntanya o costa
online_place | On line | En línea | En línia
other_place | Other | Otro | Altre
`,
    {
      clandestine_detention_centre: labels(
        'Where people were held outside any law, even inside an ordinary building.',
        'Donde se retuvo a personas fuera de toda ley, incluso dentro de un edificio corriente.',
        "On es va retenir persones fora de tota llei, fins i tot dins d'un edifici corrent.",
      ),
    },
  ),
})
