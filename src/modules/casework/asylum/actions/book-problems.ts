import { labels } from '#platform/i18n'

/** What may be wrong with a decision about procedures, besides what may be with any check, and how to mend it. */
export const bookProblems = {
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
