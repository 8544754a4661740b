import { polities, polityName } from '#catalogue/polities'
import type { Language } from '#platform/i18n'
import { type OptionGroup, Select } from '#web/components'
import type { GroupOption } from '../queries/read-group.ts'

/** Groups under their headings, for a list to choose from. */
export function headed(options: readonly GroupOption[]): readonly OptionGroup[] {
  const headings = [...new Set(options.map(({ heading }) => heading))]
  return headings.map((heading) => ({
    label: heading,
    options: options
      .filter((one) => one.heading === heading)
      .map(({ key, name }) => ({ value: key, label: name })),
  }))
}

/** Every state that ever had a vote, by name. */
const named = (language: Language) =>
  polities
    .filter(({ territory }) => !territory)
    .map(({ code }) => ({ value: code, label: polityName(code, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language))

/** One state to choose. */
export function StateField(props: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly empty?: string
  readonly language: Language
}) {
  const { name, value, language } = props
  return (
    <Select
      id={name}
      {...{ name, value }}
      options={named(language)}
      label={props.label}
      empty={props.empty}
    />
  )
}
