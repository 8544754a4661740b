import type { Language } from './language.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** A number as a reader of the language writes it. Making a format costs as much as a hundred uses of it, so they are kept. */
export function formatNumber(
  value: number,
  language: Language,
  options: Intl.NumberFormatOptions = {},
): string {
  const key = `${language} ${JSON.stringify(options)}`
  const kept = formats.get(key) ?? new Intl.NumberFormat(language, options)
  formats.set(key, kept)
  return kept.format(value)
}
