import { labels } from '#platform/i18n'

/** What may be wrong with a decision about procedures, and how to mend it. */
export const bookProblems = {
  needed: labels('This is needed.', 'Hace falta.', 'Cal omplir-ho.'),
  wrong: labels('This cannot be read as it stands.', 'Así no se puede leer.', 'Així no es pot llegir.'),
  day: labels(
    'A whole day is needed, such as 2026-11-30.',
    'Hace falta un día completo, por ejemplo 2026-11-30.',
    'Cal un dia complet, per exemple 2026-11-30.',
  ),
  future: labels(
    'The day on which it was looked up has not come yet.',
    'El día de la verificación todavía no llegó.',
    'El dia de la comprovació encara no ha arribat.',
  ),
  figure: labels(
    'Write the figure that the page gives: without it there is no date.',
    'Escriba la cifra que da la página: sin ella no hay fecha.',
    'Escriviu la xifra que dona la pàgina: sense ella no hi ha data.',
  ),
  direction: labels(
    'Say whether it counts before or after the event.',
    'Diga si se cuenta antes o después del hecho.',
    'Digueu si es compta abans o després del fet.',
  ),
  id: labels(
    'Write a code with the country first, in lower case: es-asilo.',
    'Escriba un código que empiece por el país, en minúsculas: es-asilo.',
    'Escriviu un codi que comenci pel país, en minúscules: es-asilo.',
  ),
  taken: labels(
    'There is one with this code.',
    'Ya hay uno con este código.',
    'Ja n’hi ha un amb aquest codi.',
  ),
  country: labels(
    'There is no such country: write its two letters.',
    'No existe ese país: escriba sus dos letras.',
    'No existeix aquest país: escriviu-ne les dues lletres.',
  ),
  name: labels(
    'Give it a name in one language at least.',
    'Dele un nombre en un idioma al menos.',
    'Poseu-li nom en un idioma com a mínim.',
  ),
  order: labels(
    'The last day comes after the first.',
    'El último día va después del primero.',
    'L’últim dia va després del primer.',
  ),
} as const
