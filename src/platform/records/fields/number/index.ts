import type { FieldType } from '../field-type.ts'

/** A number as text that sorts in C order as the number does: the bits of its IEEE 754 form, sign turned. */
export function numberKey(value: number): string {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value === 0 ? 0 : value)
  const bits = view.getBigUint64(0)
  const ordered = bits >> 63n ? ~bits & 0xffffffffffffffffn : bits | 0x8000000000000000n
  return ordered.toString(16).padStart(16, '0')
}

/** A finite decimal number. A decimal comma is read; a thousands separator is not guessed. */
export const number: FieldType<number> = {
  name: 'number',
  parse(raw) {
    const value =
      typeof raw === 'number'
        ? raw
        : typeof raw === 'string' && /^\s*[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d{1,3})?\s*$/i.test(raw)
          ? Number(raw.replace(',', '.'))
          : Number.NaN
    return Number.isFinite(value)
      ? { value: value === 0 ? 0 : value }
      : {
          problem: {
            en: 'Write a number in digits, without separators of thousands: 2140 or 12.5.',
            es: 'Escriba un número en cifras, sin separador de miles: 2140 o 12,5.',
            ca: 'Escriviu un nombre en xifres, sense separador de milers: 2140 o 12,5.',
          },
        }
  },
  keys: (value) => [numberKey(value)],
  show: (value, _field, _schema, lang) => value.toLocaleString(lang, { maximumFractionDigits: 12 }),
  jsonSchema: () => ({ type: 'number' }),
}
