import { labels } from '#platform/i18n'
import { defineVocabulary } from '#platform/records'

/** What is done in a town during a visit, in the towns' own words. */
export const activityKinds = defineVocabulary({
  name: 'activity_kinds',
  label: labels('Kinds of activity', 'Clases de actividad', "Classes d'activitat"),
  terms: [
    { code: 'awareness', label: labels('Awareness-raising', 'Sensibilización', 'Sensibilització') },
    { code: 'talk', parent: 'awareness', label: labels('Public talk', 'Charla abierta', 'Xerrada oberta') },
    {
      code: 'round_table',
      parent: 'awareness',
      label: labels('Round table', 'Mesa redonda', 'Taula rodona'),
    },
    {
      code: 'film_and_debate',
      parent: 'awareness',
      label: labels('Film and debate', 'Cine debate', 'Cinefòrum'),
    },
    { code: 'exhibition', parent: 'awareness', label: labels('Exhibition', 'Muestra', 'Exposició') },
    {
      code: 'concert_or_reading',
      parent: 'awareness',
      label: labels('Concert or reading', 'Concierto o lectura', 'Concert o lectura'),
    },
    {
      code: 'commemorative_act',
      parent: 'awareness',
      label: labels('Commemoration', 'Acto de memoria', 'Acte de memòria'),
    },
    { code: 'education', label: labels('Education', 'Educación', 'Educació') },
    {
      code: 'school',
      parent: 'education',
      label: labels('School class', 'Clase en una escuela', 'Classe en un institut o escola'),
    },
    {
      code: 'university_session',
      parent: 'education',
      label: labels('University session', 'Sesión universitaria', 'Sessió universitària'),
    },
    { code: 'workshop', parent: 'education', label: labels('Workshop', 'Taller', 'Taller') },
    { code: 'institutional', label: labels('Institutional', 'Institucional', 'Institucional') },
    {
      code: 'reception',
      parent: 'institutional',
      label: labels(
        'Reception by the mayor or council',
        'Recepción en el municipio',
        "Recepció a l'ajuntament",
      ),
    },
    {
      code: 'institutional_declaration',
      parent: 'institutional',
      label: labels('Institutional declaration', 'Declaración institucional', 'Declaració institucional'),
    },
    {
      code: 'motion',
      parent: 'institutional',
      label: labels('Motion in the council', 'Moción en el concejo', 'Moció al ple'),
    },
    {
      code: 'political_meeting',
      parent: 'institutional',
      label: labels('Meeting with authorities', 'Reunión con autoridades', 'Reunió amb autoritats'),
    },
    {
      code: 'opening_day',
      parent: 'institutional',
      label: labels('Opening day', 'Jornada de apertura', "Jornada d'obertura"),
    },
    {
      code: 'closing_day',
      parent: 'institutional',
      label: labels('Closing day', 'Jornada de cierre', 'Jornada de cloenda'),
    },
    {
      code: 'meeting',
      label: labels('Meeting with organisations', 'Encuentro con organizaciones', 'Trobada amb entitats'),
    },
    { code: 'media', label: labels('Media', 'Medios', 'Mitjans') },
    { code: 'interview', parent: 'media', label: labels('Interview', 'Entrevista', 'Entrevista') },
    {
      code: 'press_conference',
      parent: 'media',
      label: labels('Press conference', 'Conferencia de prensa', 'Roda de premsa'),
    },
    { code: 'rest', label: labels('Rest or own time', 'Descanso o tiempo propio', 'Descans o temps propi') },
    { code: 'health_visit', label: labels('Health visit', 'Consulta de salud', 'Visita de salut') },
  ],
})
