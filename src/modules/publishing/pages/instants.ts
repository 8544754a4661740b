import type { Language } from '#platform/i18n'

/** An instant in words, in UTC, which it says. */
export const instantIn = (at: Date, language: Language): string =>
  `${at.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`

/** `2026-05-12T09:30` of a form in UTC; null where nothing was given, undefined where it is no instant. */
export function readInstant(text: string): Date | null | undefined {
  if (text.trim() === '') return null
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return undefined
  const at = new Date(`${text}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** An instant as an input of a form takes it, in UTC. */
export const inputInstant = (at: Date | null): string => at?.toISOString().slice(0, 16) ?? ''
