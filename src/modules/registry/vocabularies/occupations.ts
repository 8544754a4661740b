import { labels } from '#platform/i18n'
import { defineVocabulary, readTerms } from '#platform/records'

/** Occupations that matter to the work; the person's own word for it has a field beside. */
export const occupations = defineVocabulary({
  name: 'occupations',
  label: labels('Occupations', 'Ocupaciones', 'Ocupacions'),
  terms: readTerms(`
arts_and_culture | Arts and culture | Artes y cultura | Arts i cultura
  visual_artist | Visual artist | Artista visual | Artista visual
  musician | Musician or singer | Música o cantante | Música o cantant
  writer | Writer or poet | Escritura o poesía | Escriptura o poesia
  performer | Actor, dancer or performer | Actuación, danza o performance | Actuació, dansa o performance
  film_maker | Film-maker or photographer | Cine o fotografía | Cinema o fotografia
  librarian | Librarian or bookseller | Bibliotecaria o librería | Biblioteca o llibreria
  curator | Curator or gallery owner | Curaduría o galería | Comissariat o galeria
press | Press | Prensa | Premsa
  reporter | Reporter or editor | Periodista o editora | Periodista o editora
  broadcaster | Radio or television worker | Trabajo en radio o televisión | Feina a ràdio o televisió
  blogger | Blogger or independent communicator | Comunicación independiente | Comunicació independent
law_and_public_life | Law and public life | Derecho y vida pública | Dret i vida pública
  attorney | Lawyer | Abogacía | Advocacia
  judge_or_prosecutor | Judge or prosecutor | Judicatura o fiscalía | Judicatura o fiscalia
  legislator | Member of parliament | Legisladora o legislador | Legisladora o legislador
  public_servant | Public servant | Empleo público | Funció pública
  soldier_or_police | Soldier or police officer | Fuerzas armadas o de seguridad | Forces armades o de seguretat
  party_member | Political party worker | Militancia partidaria | Militància de partit
  association_worker | Worker of an association | Trabajo en una asociación | Feina en una associació
education_and_science | Education and science | Educación y ciencia | Educació i ciència
  teacher | Teacher | Docente | Docent
  researcher | Researcher or professor | Investigación o cátedra | Recerca o càtedra
  university_student | University student | Estudiante universitario | Estudiant universitari
  pupil | School pupil | Estudiante secundario | Alumne de secundària
health_and_care | Health and care | Salud y cuidados | Salut i cures
  physician | Doctor | Medicina | Medicina
  nurse | Nurse or midwife | Enfermería o partería | Infermeria o llevadoria
  psychologist | Psychologist or social worker | Psicología o trabajo social | Psicologia o treball social
  carer_at_home | Carer at home | Cuidados en el hogar | Cures a la llar
land_and_sea | Land and sea | Tierra y mar | Terra i mar
  farmer | Farmer or peasant | Trabajo rural o campesino | Pagesia
  fisher | Fisher | Pesca | Pesca
  forester | Forest or herding work | Monte o pastoreo | Bosc o ramaderia
trades | Trades and industry | Oficios e industria | Oficis i indústria
  factory_worker | Factory worker | Obrera u obrero industrial | Obrera o obrer industrial
  miner | Miner | Minería | Mineria
  construction_worker | Construction worker | Construcción | Construcció
  driver | Driver or transport worker | Transporte | Transport
  shop_worker | Shop or street vendor | Comercio o venta ambulante | Comerç o venda ambulant
  domestic_worker | Domestic worker | Trabajo en casas particulares | Treball de la llar
  office_worker | Office worker | Empleo administrativo | Feina administrativa
  engineer | Engineer or technician | Ingeniería o técnica | Enginyeria o tècnica
  programmer | Computing | Informática | Informàtica
  business_owner | Business owner | Empresaria o empresario | Empresària o empresari
religious_minister | Religious minister | Vida o ministerio religioso | Vida o ministeri religiós
traditional_authority | Traditional authority | Autoridad tradicional | Autoritat tradicional
retired | Retired | Jubilada o jubilado | Jubilada o jubilat
unemployed | Without paid work | Sin empleo | Sense feina
other_occupation | Other | Otra | Altra
`),
})

/** What an artist works in. */
export const disciplines = defineVocabulary({
  name: 'disciplines',
  label: labels('Artistic disciplines', 'Disciplinas artísticas', 'Disciplines artístiques'),
  terms: readTerms(`
music | Music | Música | Música
  rap_and_urban | Rap and urban music | Rap y música urbana | Rap i música urbana
  traditional_music | Traditional music | Música tradicional | Música tradicional
visual_arts | Visual arts | Artes visuales | Arts visuals
  painting | Painting and drawing | Pintura y dibujo | Pintura i dibuix
  sculpture | Sculpture and installation | Escultura e instalación | Escultura i instal·lació
  photography | Photography | Fotografía | Fotografia
  street_art | Street art | Arte callejero | Art de carrer
  cartoon | Cartoon and comic | Historieta y humor gráfico | Còmic i humor gràfic
literature | Literature | Literatura | Literatura
  poetry | Poetry | Poesía | Poesia
theatre | Theatre | Teatro | Teatre
dance | Dance | Danza | Dansa
performance_art | Performance | Performance | Performance
cinema | Cinema and video | Cine y video | Cinema i vídeo
digital_art | Digital art | Arte digital | Art digital
crafts | Crafts and textile | Artesanía y textil | Artesania i tèxtil
curating | Curating and cultural management | Curaduría y gestión cultural | Comissariat i gestió cultural
humour | Humour and satire | Humor y sátira | Humor i sàtira
`),
})
