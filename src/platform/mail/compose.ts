import { type Language, languages } from '#platform/i18n'
import type { FieldKind, MailTemplate } from './template.ts'

/** The values of a template's fields: a link is a path, all else as its kind says. */
export type MailFields<Fields extends Readonly<Record<string, FieldKind>>> = {
  readonly [Name in keyof Fields]: Fields[Name] extends 'count' ? number : string
}

/** A path of route words, ids and tokens: a name or a title has no place in it. */
const path = /^(\/([a-z]{1,24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9_-]{22,}))+$/

const shapes: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  link: (value) => typeof value === 'string' && path.test(value),
  day: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
  hour: (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  code: (value) => typeof value === 'string' && /^[0-9A-Z]{4,12}$/.test(value),
}

/** Stands before every link until the mail is sent: only then is it known by which address people reach us. */
export const originMark = '\u0001'

/**
 * Subject and body in a language, links with the mark of the origin before them. Throws when a value is not of its
 * field's kind: whoever asks for the mail has made a mistake, and it must not leave the house.
 */
export function compose(
  template: MailTemplate,
  language: Language,
  fields: Readonly<Record<string, unknown>>,
): { readonly subject: string; readonly body: string } {
  if (!languages.includes(language))
    throw new TypeError(`mail ${template.name}: no language ${String(language)}`)
  for (const name of Object.keys(fields))
    if (!(name in template.fields))
      throw new TypeError(`mail ${template.name}: ${name} is not among its fields`)
  for (const [name, kind] of Object.entries(template.fields))
    if (!shapes[kind](fields[name])) throw new TypeError(`mail ${template.name}: ${name} is no ${kind}`)
  const body = template.text[language].replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) =>
    show(template.fields[name] ?? 'code', fields[name] as string | number, language),
  )
  return { subject: template.subject[language], body }
}

function show(kind: FieldKind, value: string | number, language: Language): string {
  if (kind === 'link') return `${originMark}${value}`
  if (kind === 'day')
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${value}T12:00:00Z`),
    )
  return String(value)
}

/** The body as plain text and as the least of HTML: no pictures, nothing fetched, nothing that tells of opening. */
export function bodies(
  body: string,
  language: string,
  origin: string,
): { readonly text: string; readonly html: string } {
  const paragraphs = body.trim().split(/\n{2,}/)
  const html = paragraphs
    .map((paragraph) =>
      escape(paragraph)
        .replaceAll('\n', '<br>')
        .replace(new RegExp(`${originMark}([/A-Za-z0-9_-]+)`, 'g'), (_whole, to: string) => {
          const address = `${escape(origin)}${to}`
          return `<a href="${address}">${address}</a>`
        }),
    )
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n')
  return {
    text: `${paragraphs.join('\n\n').replaceAll(originMark, origin)}\n`,
    html: `<!doctype html>\n<html lang="${escape(language)}"><head><meta charset="utf-8"><title></title></head><body>\n${html}\n</body></html>\n`,
  }
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
