import { dateReasonText } from '#platform/dates'
import { type Anchor, type AnchorReading, readAnchor } from '#platform/deadlines'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'

/** The events as they can be counted from, by anchor id. Throws Problem `invalid` naming each that cannot be read. */
export function readEvents(events: Readonly<Record<string, string>>): ReadonlyMap<string, Anchor> {
  const read = new Map<string, Anchor>()
  const wrong: { field: string; message: Labels }[] = []
  for (const [field, text] of Object.entries(events)) {
    const reading = readAnchor(text)
    if (reading.ok) read.set(field, reading.anchor)
    else wrong.push({ field, message: reasonWords(text, reading.reason) })
  }
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong })
  return read
}

type Reason = Extract<AnchorReading, { ok: false }>['reason']

function reasonWords(text: string, reason: Reason): Labels {
  const why = typeof reason === 'string' ? phrases[reason] : null
  const said = (language: keyof Labels) =>
    why ? why[language] : typeof reason === 'string' ? '' : dateReasonText(reason, language)
  return { en: `“${text}”: ${said('en')}`, es: `«${text}»: ${said('es')}`, ca: `«${text}»: ${said('ca')}` }
}

const phrases = {
  'no-such-hour': {
    en: 'there is no such hour. Write 2026-11-21T18:30-03:00.',
    es: 'esa hora no existe. Escriba 2026-11-21T18:30-03:00.',
    ca: 'aquesta hora no existeix. Escriviu 2026-11-21T18:30-03:00.',
  },
  'no-such-zone': {
    en: 'there is no such zone. Write an offset (-03:00) or a name ([America/Argentina/Buenos_Aires]).',
    es: 'esa zona horaria no existe. Escriba una diferencia (-03:00) o un nombre ([America/Argentina/Buenos_Aires]).',
    ca: 'aquest fus horari no existeix. Escriviu una diferència (-03:00) o un nom ([America/Argentina/Buenos_Aires]).',
  },
  'year-outside': {
    en: 'terms are counted between the years 1000 and 9999.',
    es: 'los plazos se cuentan entre los años 1000 y 9999.',
    ca: 'els terminis es compten entre els anys 1000 i 9999.',
  },
} as const satisfies Record<Extract<Reason, string>, Labels>
