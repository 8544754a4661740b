import type { Messages } from '#platform/i18n'

type Key =
  | 'skip'
  | 'menu'
  | 'languages'
  | 'breadcrumbs'
  | 'audience'
  | 'search'
  | 'search_button'
  | 'sign_out'
  | 'fault'
  | 'home'
  | 'group_records'
  | 'fictitious'

/** The workspace's own words. */
export const messages: Messages<Key> = {
  en: {
    skip: 'Skip to the content',
    menu: 'Menu',
    languages: 'Languages',
    breadcrumbs: 'Where you are',
    audience: 'Who can see this',
    search: 'Search everything',
    search_button: 'Search',
    sign_out: 'Sign out',
    fault:
      'It has been written down under the number {id}. Give that number to whoever looks after this system.',
    home: 'Go to the start',
    group_records: 'Records',
    fictitious: 'Fictitious: demonstration data, cannot be sent',
  },
  es: {
    skip: 'Ir al contenido',
    menu: 'Menú',
    languages: 'Idiomas',
    breadcrumbs: 'Dónde está',
    audience: 'Quién puede ver esto',
    search: 'Buscar en todo',
    search_button: 'Buscar',
    sign_out: 'Cerrar sesión',
    fault: 'Quedó anotado con el número {id}. Indíquelo a quien atiende este sistema.',
    home: 'Ir al inicio',
    group_records: 'Registros',
    fictitious: 'Ficticio: datos de demostración, no se puede enviar',
  },
  ca: {
    skip: 'Vés al contingut',
    menu: 'Menú',
    languages: 'Llengües',
    breadcrumbs: 'On sou',
    audience: 'Qui pot veure això',
    search: 'Cerca-ho tot',
    search_button: 'Cerca',
    sign_out: 'Tanca la sessió',
    fault: "Ha quedat anotat amb el número {id}. Indiqueu-lo a qui s'ocupa d'aquest sistema.",
    home: "Vés a l'inici",
    group_records: 'Registres',
    fictitious: 'Fictici: dades de demostració, no es pot enviar',
  },
}
