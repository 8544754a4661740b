import type { Labels } from '#platform/i18n'

/**
 * What may stand in a mail, and nothing else: mail travels in the open, and lies for years in boxes that others read.
 * There is no kind for free text, on purpose: no name, no title, no value of a record can be put into one.
 */
export const fieldKinds = ['link', 'day', 'hour', 'count', 'code'] as const

/** `link`: a path of ours; `day`: `YYYY-MM-DD`; `hour`: `HH:MM`; `count`: a whole number; `code`: to be typed in. */
export type FieldKind = (typeof fieldKinds)[number]

/** A kind of mail, declared once, in the three languages. */
export interface MailTemplate<
  Fields extends Readonly<Record<string, FieldKind>> = Readonly<Record<string, FieldKind>>,
> {
  /** `casework.reminder`. */
  readonly name: string
  /** Says that something waits, never what. Without fields. */
  readonly subject: Labels
  /** Paragraphs, divided by an empty line; `{name}` stands for a field. */
  readonly text: Labels
  readonly fields: Fields
  /** For mails to subscribers of a list: they carry the headers by which one leaves it. */
  readonly list?: boolean
}

const languages = ['en', 'es', 'ca'] as const

/** Declares a kind of mail; throws when it could carry more than its fields, or lacks one in a language. */
export function defineMailTemplate<const Fields extends Readonly<Record<string, FieldKind>>>(
  template: MailTemplate<Fields>,
): MailTemplate<Fields> {
  const say = (what: string): never => {
    throw new TypeError(`mail template ${template.name}: ${what}`)
  }
  if (!/^[a-z]+(\.[a-z_]+)+$/.test(template.name)) say('its name is not like room.purpose')
  const declared = Object.keys(template.fields)
  for (const [name, kind] of Object.entries(template.fields))
    if (!fieldKinds.includes(kind))
      say(`field ${name} is of the kind "${String(kind)}": a mail carries no content`)
  for (const language of languages) {
    const subject = template.subject[language]
    if (!subject || subject.length > 60 || /[{}\p{Cc}]/u.test(subject))
      say(`its subject (${language}) is not neutral`)
    const used = placeholders(template.text[language])
    for (const name of used)
      if (!declared.includes(name)) say(`{${name}} (${language}) is not among its fields`)
    for (const name of declared) if (!used.includes(name)) say(`{${name}} is missing (${language})`)
  }
  return template
}

/** The names between braces. */
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
