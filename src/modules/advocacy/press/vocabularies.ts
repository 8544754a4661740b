import { labels } from '#platform/i18n'
import { defineVocabulary } from '#platform/records'

/** What journalists write about. */
export const pressVocabularies = [
  defineVocabulary({
    name: 'press_beats',
    label: labels('Beats of the press', 'Temas de la prensa', 'Temes de la premsa'),
    terms: [
      { code: 'human_rights', label: labels('Human rights', 'Derechos humanos', 'Drets humans') },
      { code: 'foreign', label: labels('Foreign affairs', 'Política exterior', 'Política exterior') },
      { code: 'politics', label: labels('Politics', 'Política', 'Política') },
      { code: 'culture', label: labels('Culture and arts', 'Cultura y artes', 'Cultura i arts') },
      { code: 'courts', label: labels('Courts', 'Tribunales', 'Tribunals') },
      { code: 'local', label: labels('Local news', 'Noticias locales', 'Notícies locals') },
      {
        code: 'environment',
        label: labels('Land and environment', 'Tierra y ambiente', 'Terra i medi ambient'),
      },
      {
        code: 'migration',
        label: labels('Migration and refuge', 'Migración y refugio', 'Migració i refugi'),
      },
      { code: 'memory', label: labels('Memory and history', 'Memoria e historia', 'Memòria i història') },
      { code: 'opinion', label: labels('Opinion pages', 'Páginas de opinión', 'Pàgines d’opinió') },
      { code: 'agency', label: labels('News agency', 'Agencia de noticias', 'Agència de notícies') },
    ],
  }),
]
