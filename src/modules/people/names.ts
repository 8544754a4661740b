import { classesOfValue } from '#platform/access'
import type { Language } from '#platform/i18n'
import type { Words } from './messages.ts'

/** The classes of value in words: "identity, health"; "None". */
export const classNames = (w: Words, classes: readonly string[]): string =>
  classesOfValue
    .filter((one) => classes.includes(one))
    .map((one) => w(`class_${one}`))
    .join(', ') || w('none')

/** 21 November 2026 */
export const longDate = (at: Date, language: Language): string =>
  at.toLocaleDateString(language, { dateStyle: 'long' })

/** 21 Nov 2026, 20:46 */
export const moment = (at: Date, language: Language): string =>
  at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
