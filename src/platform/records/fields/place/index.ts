import { type FieldType, cleanText, notText, tooLong } from '../field-type.ts'
import { number } from '../number/index.ts'

export const precisions = ['point', 'block', 'town', 'district', 'province', 'country'] as const

/** Where something is: the words as written, and as much of the map as is known, at the precision declared. */
export interface Place {
  readonly text?: string
  readonly country?: string
  readonly lat?: number
  readonly lon?: number
  readonly precision?: (typeof precisions)[number]
}

const outside = {
  en: 'Latitude lies between -90 and 90, longitude between -180 and 180; give both or none.',
  es: 'La latitud va de -90 a 90 y la longitud de -180 a 180; indique ambas o ninguna.',
  ca: 'La latitud va de -90 a 90 i la longitud de -180 a 180; indiqueu-les totes dues o cap.',
}

/** A place in words, with country, coordinates and their precision where known. */
export const place: FieldType<Place> = {
  name: 'place',
  parse(raw, field, schema) {
    const given = typeof raw === 'string' ? { text: raw } : raw
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return { problem: notText }
    const { text, country, lat, lon, precision } = given as Record<string, unknown>
    const value: { -readonly [Part in keyof Place]: Place[Part] } = {}
    if (typeof text === 'string' && cleanText(text) !== '') {
      value.text = cleanText(text).replace(/\s+/g, ' ')
      if (value.text.length > 1_000) return { problem: tooLong(1_000) }
    }
    if (typeof country === 'string' && country.trim() !== '') {
      const code = country.trim().toUpperCase()
      if (!schema.vocabularies.get('countries')?.byCode.has(code))
        return {
          problem: {
            en: `“${country}” is not a country code (ISO 3166: AR, MX…).`,
            es: `«${country}» no es un código de país (ISO 3166: AR, MX…).`,
            ca: `«${country}» no és un codi de país (ISO 3166: AR, MX…).`,
          },
        }
      value.country = code
    }
    const present = (part: unknown) => part !== undefined && part !== null && part !== ''
    if (present(lat) !== present(lon)) return { problem: outside }
    if (present(lat)) {
      const [y, x] = [number.parse(lat, field, schema), number.parse(lon, field, schema)]
      if ('problem' in y || 'problem' in x || Math.abs(y.value) > 90 || Math.abs(x.value) > 180)
        return { problem: outside }
      value.lat = y.value
      value.lon = x.value
    }
    if (present(precision)) {
      const known = precisions.find((p) => p === precision)
      if (!known)
        return {
          problem: {
            en: `Precision is one of: ${precisions.join(', ')}.`,
            es: `La precisión es una de: ${precisions.join(', ')}.`,
            ca: `La precisió és una de: ${precisions.join(', ')}.`,
          },
        }
      value.precision = known
    }
    return { value }
  },
  keys: (value) => (value.country ? [value.country] : []),
  words: (value) => (value.text ? { names: value.text } : {}),
  show(value, _field, schema, lang) {
    const country =
      value.country && schema.vocabularies.get('countries')?.byCode.get(value.country)?.label[lang]
    return (
      [value.text, country].filter(Boolean).join(', ') ||
      (value.lat === undefined ? '' : `${value.lat}, ${value.lon}`)
    )
  },
  parts: () => ['', 'country', 'lat', 'lon', 'precision'],
  jsonSchema: () => ({
    type: 'object',
    properties: {
      text: { type: 'string' },
      country: { type: 'string' },
      lat: { type: 'number', minimum: -90, maximum: 90 },
      lon: { type: 'number', minimum: -180, maximum: 180 },
      precision: { type: 'string', enum: precisions },
    },
    additionalProperties: false,
  }),
}
