import { type DateReason, refuse } from './date-reasons.ts'
import { LONGEST_DATE, readEdtf } from './edtf-reading.ts'
import { readSpokenDate } from './spoken-date.ts'
import { SPOKEN_LANGUAGES, type SpokenLanguage } from './spoken-lexicon.ts'

/**
 * A date read: its EDTF text, and in `readAs` what was made of a text that was not EDTF already, for the person to
 * confirm. Or the reason why it cannot be read.
 */
export type ParsedDate =
  | { readonly ok: true; readonly edtf: string; readonly readAs?: string }
  | { readonly ok: false; readonly reason: DateReason }

/**
 * Reads a date a person wrote: EDTF (ISO 8601-2; see `readEdtf` for the levels) or the common forms of the given
 * languages (all four unless stated). Numeric dates are day first; a month above twelve is refused, never swapped.
 */
export function parseDate(
  text: string,
  options: { readonly languages?: readonly SpokenLanguage[] } = {},
): ParsedDate {
  const trimmed = text.trim()
  if (trimmed === '') return refuse('empty')
  if (trimmed.length > LONGEST_DATE)
    return refuse('too-long', { length: trimmed.length, limit: LONGEST_DATE })
  const upper = trimmed.replace(/x/g, 'X')
  const strict = looksLikeEdtf(upper) ? readEdtf(upper) : undefined
  if (strict?.ok) return { ok: true, edtf: upper, ...(upper === text ? {} : { readAs: upper }) }
  // Numeric dates look like EDTF too: 12/03/1977 has three sides, 11/1976 would begin in the eleventh century.
  if (strict && !['not-readable', 'incomplete-year'].includes(strict.reason.code)) return strict
  const spoken = readSpokenDate(trimmed, options.languages ?? SPOKEN_LANGUAGES)
  if (spoken.ok) return { ok: true, edtf: spoken.value, readAs: spoken.value }
  return strict && spoken.reason.code === 'not-readable' ? strict : spoken
}

function looksLikeEdtf(text: string): boolean {
  return /^[[{]|^[\d?~%XY./-][\d?~%XYSETZ:+./-]*$/.test(text)
}
