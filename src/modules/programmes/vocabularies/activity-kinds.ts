import { defineVocabulary } from '#platform/records'
import { words } from './words.ts'

/** What is done in a town during a visit, in the towns' own words. */
export const activityKinds = defineVocabulary({
  name: 'activity_kinds',
  label: words('Kinds of activity', 'Clases de actividad', "Classes d'activitat"),
  terms: [
    { code: 'awareness', label: words('Awareness-raising', 'Sensibilización', 'Sensibilització') },
    { code: 'talk', parent: 'awareness', label: words('Public talk', 'Charla abierta', 'Xerrada oberta') },
    { code: 'round_table', parent: 'awareness', label: words('Round table', 'Mesa redonda', 'Taula rodona') },
    {
      code: 'film_and_debate',
      parent: 'awareness',
      label: words('Film and debate', 'Cine debate', 'Cinefòrum'),
    },
    { code: 'exhibition', parent: 'awareness', label: words('Exhibition', 'Muestra', 'Exposició') },
    {
      code: 'concert_or_reading',
      parent: 'awareness',
      label: words('Concert or reading', 'Concierto o lectura', 'Concert o lectura'),
    },
    {
      code: 'commemorative_act',
      parent: 'awareness',
      label: words('Commemoration', 'Acto de memoria', 'Acte de memòria'),
    },
    { code: 'education', label: words('Education', 'Educación', 'Educació') },
    {
      code: 'school',
      parent: 'education',
      label: words('School class', 'Clase en una escuela', 'Classe en un institut o escola'),
    },
    {
      code: 'university_session',
      parent: 'education',
      label: words('University session', 'Sesión universitaria', 'Sessió universitària'),
    },
    { code: 'workshop', parent: 'education', label: words('Workshop', 'Taller', 'Taller') },
    { code: 'institutional', label: words('Institutional', 'Institucional', 'Institucional') },
    {
      code: 'reception',
      parent: 'institutional',
      label: words(
        'Reception by the mayor or council',
        'Recepción en el municipio',
        "Recepció a l'ajuntament",
      ),
    },
    {
      code: 'institutional_declaration',
      parent: 'institutional',
      label: words('Institutional declaration', 'Declaración institucional', 'Declaració institucional'),
    },
    {
      code: 'motion',
      parent: 'institutional',
      label: words('Motion in the council', 'Moción en el concejo', 'Moció al ple'),
    },
    {
      code: 'political_meeting',
      parent: 'institutional',
      label: words('Meeting with authorities', 'Reunión con autoridades', 'Reunió amb autoritats'),
    },
    {
      code: 'opening_day',
      parent: 'institutional',
      label: words('Opening day', 'Jornada de apertura', "Jornada d'obertura"),
    },
    {
      code: 'closing_day',
      parent: 'institutional',
      label: words('Closing day', 'Jornada de cierre', 'Jornada de cloenda'),
    },
    {
      code: 'meeting',
      label: words('Meeting with organisations', 'Encuentro con organizaciones', 'Trobada amb entitats'),
    },
    { code: 'media', label: words('Media', 'Medios', 'Mitjans') },
    { code: 'interview', parent: 'media', label: words('Interview', 'Entrevista', 'Entrevista') },
    {
      code: 'press_conference',
      parent: 'media',
      label: words('Press conference', 'Conferencia de prensa', 'Roda de premsa'),
    },
    { code: 'rest', label: words('Rest or own time', 'Descanso o tiempo propio', 'Descans o temps propi') },
    { code: 'health_visit', label: words('Health visit', 'Consulta de salud', 'Visita de salut') },
  ],
})
