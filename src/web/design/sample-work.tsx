import type { Assets } from '#web/shell'

type Place = 'day' | 'cases' | 'people' | 'import'

/** What the sample pages of the workspace share: a fictitious advocacy organisation, in Spanish. */
export function workFrame(assets: Assets, current: Place) {
  return {
    assets,
    lang: 'es',
    org: { name: 'Puertas Abiertas', href: '#' },
    person: { name: 'Inés Paz', href: '#me', role: 'incidencia' },
    languages: [
      { code: 'es', label: 'Español', href: '#', current: true },
      { code: 'ca', label: 'Català', href: '#' },
      { code: 'en', label: 'English', href: '#' },
    ],
    navigation: [
      { href: '#1', label: 'Mi día', current: current === 'day' },
      { href: '#2', label: 'Casos', group: 'Registro', current: current === 'cases' },
      { href: '#3', label: 'Personas', group: 'Registro', current: current === 'people' },
      { href: '#4', label: 'Organizaciones', group: 'Registro' },
      { href: '#5', label: 'Hechos', group: 'Registro' },
      { href: '#6', label: 'Peticiones', group: 'Incidencia' },
      { href: '#7', label: 'Presentaciones', group: 'Incidencia' },
      { href: '#8', label: 'Estados', group: 'Observatorio' },
      { href: '#9', label: 'Exámenes y votos', group: 'Observatorio' },
      { href: '#10', label: 'Sitio público', group: 'Publicación' },
      { href: '#11', label: 'Importar', group: 'Organización', current: current === 'import' },
      { href: '#12', label: 'Personas y permisos', group: 'Organización' },
    ],
    labels: {
      skip: 'Ir al contenido',
      menu: 'Menú',
      languages: 'Idiomas',
      breadcrumbs: 'Dónde está',
      audience: 'Quién ve esta pantalla',
    },
    search: { action: '#', label: 'Buscar en todo el registro', button: 'Buscar' },
    signOut: { action: '#', csrf: 'sample', label: 'Salir' },
    stamp: 'Ficticio',
  } as const
}
