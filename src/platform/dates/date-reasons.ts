/** Why a text is not a date. `key` names the message; `params` fill it. */
export interface DateReason {
  readonly code: DateReasonCode
  readonly key: `dates.reason.${DateReasonCode}`
  readonly params: Readonly<Record<string, string | number>>
}

export type DateReasonCode =
  | 'empty'
  | 'too-long'
  | 'not-readable'
  | 'no-such-day'
  | 'no-such-month'
  | 'incomplete-year'
  | 'interval-reversed'
  | 'not-supported'

export type ReasonLanguage = 'en' | 'es' | 'ca'

/** The outcome of reading: the value, or the reason why there is none. */
export type Reading<T> = { readonly ok: true; readonly value: T } | Refusal
export interface Refusal {
  readonly ok: false
  readonly reason: DateReason
}

export function refuse(code: DateReasonCode, params: DateReason['params'] = {}): Refusal {
  return { ok: false, reason: { code, key: `dates.reason.${code}`, params } }
}

/** The messages of this room: what is wrong and the remedy. Words in braces are the reason's params. */
export const dateReasonMessages: Readonly<Record<ReasonLanguage, Readonly<Record<DateReasonCode, string>>>> =
  {
    en: {
      empty: 'The date is empty. Write a year, a month or a day, for example 1976-11.',
      'too-long':
        'The date has {length} characters; at most {limit} are read. Keep the date here and the rest in a note.',
      'not-readable':
        '“{text}” cannot be read as a date. Write for example 1976, November 1976, 12/03/1977 (day first), before 1978 or about 1976.',
      'no-such-day':
        'Day {day} does not exist in month {month} of {year}. Check the day (day first, then month).',
      'no-such-month': 'Month {month} does not exist. Write the day first, then the month, from 1 to 12.',
      'incomplete-year':
        'The year is missing or not complete in “{text}”. Write it with four digits, for example 1976.',
      'interval-reversed':
        'The period ends ({to}) before it begins ({from}). Swap the two dates or correct one.',
      'not-supported':
        '“{text}” is a form of date that is not supported here. Write the earliest and latest dates instead.',
    },
    es: {
      empty: 'La fecha está vacía. Escriba un año, un mes o un día, por ejemplo 1976-11.',
      'too-long':
        'La fecha tiene {length} caracteres; se leen {limit} como máximo. Deje aquí la fecha y el resto en una nota.',
      'not-readable':
        '«{text}» no se puede leer como fecha. Escriba por ejemplo 1976, noviembre de 1976, 12/03/1977 (primero el día), antes de 1978 o hacia 1976.',
      'no-such-day':
        'El día {day} no existe en el mes {month} de {year}. Revise el día (primero el día, después el mes).',
      'no-such-month': 'El mes {month} no existe. Escriba primero el día y después el mes, de 1 a 12.',
      'incomplete-year':
        'Falta el año, o no está completo, en «{text}». Escríbalo con cuatro cifras, por ejemplo 1976.',
      'interval-reversed':
        'El período termina ({to}) antes de empezar ({from}). Invierta las dos fechas o corrija una.',
      'not-supported':
        '«{text}» es una forma de fecha que aquí no se admite. Escriba en su lugar la primera y la última fecha posibles.',
    },
    ca: {
      empty: 'La data és buida. Escriviu un any, un mes o un dia, per exemple 1976-11.',
      'too-long':
        'La data té {length} caràcters; se’n llegeixen {limit} com a màxim. Deixeu aquí la data i la resta en una nota.',
      'not-readable':
        '«{text}» no es pot llegir com a data. Escriviu per exemple 1976, novembre de 1976, 12/03/1977 (primer el dia), abans de 1978 o cap a 1976.',
      'no-such-day':
        'El dia {day} no existeix en el mes {month} de {year}. Reviseu el dia (primer el dia, després el mes).',
      'no-such-month': 'El mes {month} no existeix. Escriviu primer el dia i després el mes, de l’1 al 12.',
      'incomplete-year':
        'L’any falta o no és complet a «{text}». Escriviu-lo amb quatre xifres, per exemple 1976.',
      'interval-reversed':
        'El període acaba ({to}) abans de començar ({from}). Intercanvieu les dates o corregiu-ne una.',
      'not-supported':
        '«{text}» és una forma de data que aquí no s’admet. Escriviu en lloc seu la primera i l’última data possibles.',
    },
  }

/** The reason in words of the language, with its remedy. */
export function dateReasonText(reason: DateReason, language: ReasonLanguage): string {
  return dateReasonMessages[language][reason.code].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(reason.params[name] ?? ''),
  )
}
