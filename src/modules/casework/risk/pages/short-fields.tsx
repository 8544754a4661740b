import type { ReactNode } from 'react'
import { type Language, label } from '#platform/i18n'
import { type RecordTypeDefinition, classOf, fieldOf, valuesOf } from '#platform/records'
import { ClassBadge, Select, TextArea, TextInput } from '#web/components'
import { type FormState, classLabel } from '#web/records'
import { textOf } from '../../show.ts'
import { riskWords } from '../messages.ts'

/**
 * Texts and menus of a form, small enough that ten factors are one form: texts of two lines that grow by hand, a choice as
 * a menu in which nothing is chosen. They post as a `RecordForm` with the same prefix would.
 */
export function ShortFields(props: {
  readonly type: RecordTypeDefinition
  readonly prefix: string
  readonly names: readonly string[]
  readonly state: FormState
  readonly language: Language
}): ReactNode {
  const { type, prefix, names, state, language } = props
  const w = riskWords(language)
  return (
    <>
      <input type="hidden" name={prefix === 'f' ? '_fields' : `${prefix}._fields`} value={names.join(' ')} />
      {names.flatMap((name) => {
        const field = fieldOf(type, name)
        if (!field) return []
        const cls = classOf(field)
        const shared = {
          id: `${prefix}.${name}`,
          name: `${prefix}.${name}`,
          label: label(field.label, language),
          hint: field.hint ? label(field.hint, language) : undefined,
          error: state.problems?.find((problem) => problem.field === name)?.message[language],
          mark: field.required ? undefined : w('optional'),
          badge:
            cls === 'health' || cls === 'location' ? (
              <ClassBadge valueClass={cls} label={label(classLabel[cls], language)} />
            ) : undefined,
        }
        const value = textOf(valuesOf(state.values[name])[0])
        return [
          field.type === 'choice' ? (
            <Select
              key={name}
              {...shared}
              empty="—"
              value={value}
              options={(field.options ?? []).map((one) => ({
                value: one.code,
                label: label(one.label, language),
              }))}
            />
          ) : field.type === 'text' ? (
            <TextInput key={name} {...shared} value={value} maxLength={300} />
          ) : (
            <TextArea key={name} {...shared} value={value} rows={2} />
          ),
        ]
      })}
    </>
  )
}
