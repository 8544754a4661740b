import { type Language, formatNumber } from '#platform/i18n'

/** A share from 0 to 1 (or a position) as a reader of the language writes it; a dash for what is not known. */
export const decimals = (value: number, language: Language, places = 2): string =>
  Number.isFinite(value)
    ? formatNumber(value, language, { minimumFractionDigits: places, maximumFractionDigits: places })
    : '–'

/** A number of things. */
export const whole = (value: number, language: Language): string => formatNumber(value, language)

/** For a file that a program reads: so many places and no more. */
export const rounded = (value: number, places = 6): number => Math.round(value * 10 ** places) / 10 ** places
