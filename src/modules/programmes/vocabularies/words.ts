import type { Labels } from '#platform/i18n'

/** A label in the three interface languages, in the order English, Spanish, Catalan. */
export const words = (en: string, es: string, ca: string): Labels => ({ en, es, ca })
