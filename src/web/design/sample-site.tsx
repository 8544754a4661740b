import type { Assets } from '#web/shell'

/** What the sample pages of the public site share: a fictitious network of cities, in Catalan. */
export function siteFrame(assets: Assets, current: 'people' | 'campaigns' | 'data') {
  return {
    assets,
    lang: 'ca',
    org: { name: 'Ciutats per la Defensa', href: '#' },
    languages: [
      { code: 'ca', label: 'Català', href: '#', current: true },
      { code: 'es', label: 'Castellano', href: '#' },
      { code: 'en', label: 'English', href: '#' },
    ],
    menu: [
      { href: '#', label: 'Qui som' },
      { href: '#p', label: 'Persones defensores', current: current === 'people' },
      { href: '#c', label: 'Campanyes', current: current === 'campaigns' },
      { href: '#e', label: 'Edicions' },
      { href: '#d', label: 'Dades', current: current === 'data' },
    ],
    labels: { skip: 'Ves al contingut', menu: 'Menú', languages: 'Llengües' },
    footerLinks: [
      { href: '#', label: 'Com tractem les dades' },
      { href: '#', label: 'Canvis' },
      { href: '#', label: 'Contacte segur' },
    ],
    footer: 'Una xarxa de municipis i entitats. Cap pàgina d’aquest lloc no demana res a tercers.',
  } as const
}
