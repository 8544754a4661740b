import type { ReactNode } from 'react'
import { type Language, label } from '#platform/i18n'
import {
  type FieldDefinition,
  type LinkedRecord,
  type LocalizedText,
  type Reference,
  type Schema,
  fieldType,
  valuesOf,
} from '#platform/records'
import { isSealed } from '#platform/vault'
import { Details, Prose, Sealed, Tag } from '#web/components'
import { formWords } from './record-words.ts'

/** A value in the reader's language: names and texts in any script, relations as links to what may be seen. */
export function ShowValue(props: {
  readonly field: FieldDefinition
  readonly value: unknown
  readonly schema: Schema
  readonly language: Language
  readonly linked?: ReadonlyMap<string, LinkedRecord>
}): ReactNode {
  const { field, value, schema, language, linked } = props
  if (isSealed(value)) return <Sealed label={label(formWords.sealed, language)} />
  const all = valuesOf(value)
  if (all.length === 0) return null
  if (field.type === 'long_text')
    return all.map((text) => (
      <Prose key={String(text)}>
        <p className="written">{String(text)}</p>
      </Prose>
    ))
  if (field.type === 'localized_text') return <Localized text={all[0] as LocalizedText} language={language} />
  if (field.type === 'url')
    return all.map((href) => (
      <a key={String(href)} href={String(href)} rel="noreferrer noopener">
        {String(href)}
      </a>
    ))
  if (field.type === 'reference')
    return (
      <Several>
        {(all as Reference[]).map((reference, i) => {
          const target = linked?.get(reference.to)
          const about = (field.attributes ?? []).flatMap((attribute) => {
            const held = reference.attributes?.[attribute.name]
            return valuesOf(held).map((one) =>
              fieldType(attribute.type).show(one, attribute, schema, language),
            )
          })
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same record may be pointed at twice
            <span key={`${reference.to}${i}`} dir="auto">
              {target ? (
                <a href={`/workspace/record/${reference.to}`}>{target.title || reference.to.slice(0, 8)}</a>
              ) : (
                reference.to.slice(0, 8)
              )}
              {about.length > 0 ? <span className="quiet"> ({about.join('; ')})</span> : null}
            </span>
          )
        })}
      </Several>
    )
  const texts = all.map((one) => fieldType(field.type).show(one, field, schema, language))
  if (field.type === 'term' || field.type === 'choice')
    return field.multiple ? (
      <span>
        {texts.map((text) => (
          <span key={text}>
            <Tag>{text}</Tag>{' '}
          </span>
        ))}
      </span>
    ) : (
      texts[0]
    )
  return (
    <Several>
      {texts.map((text) => (
        <bdi key={text}>{text}</bdi>
      ))}
    </Several>
  )
}

/** The text in the reader's language, the others at hand. */
function Localized({ text, language }: { readonly text: LocalizedText; readonly language: Language }) {
  const languages = Object.keys(text).sort((a, b) => Number(b === language) - Number(a === language))
  const [first = '', ...others] = languages
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const prose = (lang: string) => (
    <Prose lang={lang}>
      {(text[lang] ?? '').split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Prose>
  )
  return (
    <>
      {prose(first)}
      {others.map((lang) => (
        <Details key={lang} summary={names.of(lang) ?? lang}>
          {prose(lang)}
        </Details>
      ))}
    </>
  )
}

/** One as it is, several as a list. */
function Several({ children }: { readonly children: readonly ReactNode[] }) {
  if (children.length === 1) return children[0]
  return (
    <ul className="list">
      {children.map((child, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values have no other identity
        <li key={i}>{child}</li>
      ))}
    </ul>
  )
}
