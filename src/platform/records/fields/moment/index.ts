import { formatMoment, instantOf, parseMoment } from '#platform/dates'
import { type FieldType } from '../field-type.ts'

/** A day and a time on the clocks of a place, kept as `2026-11-21T20:00[Europe/Madrid]`; its key is the instant. */
export const moment: FieldType<string> = {
  name: 'moment',
  parse(raw) {
    const value = parseMoment(raw)
    return value === null
      ? {
          problem: {
            en: 'Write a day (2026-11-21), a time (20:00) and whose clocks it is by (Europe/Madrid).',
            es: 'Escriba un día (2026-11-21), una hora (20:00) y de qué lugar es la hora (America/Argentina/Buenos_Aires).',
            ca: "Escriviu un dia (2026-11-21), una hora (20:00) i de quin lloc és l'hora (Europe/Madrid).",
          },
        }
      : { value }
  },
  // `2026-11-21T23:00`: in order of time, wherever the clocks are.
  keys: (value) => [instantOf(value).toISOString().slice(0, 16)],
  show: (value, _field, _schema, lang) => formatMoment(value, lang),
  jsonSchema: () => ({
    type: 'string',
    description: 'A moment by the clocks of a place: 2026-11-21T20:00[America/Argentina/Buenos_Aires]',
  }),
}
