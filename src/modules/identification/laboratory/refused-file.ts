import { Problem } from '#platform/problem'

/** A file that cannot be read at all, and why. */
export const refusedFile = (en: string, es: string, ca: string): Problem =>
  new Problem('malformed', { explanation: { en, es, ca } })
