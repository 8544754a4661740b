import {
  Button,
  Form,
  FormActions,
  FormErrors,
  FormSection,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '#web/components'
import type { IndicatorWords } from '../messages.ts'
import {
  codeSystems,
  type FormMistake,
  type FormValues,
  mostOwnMeasures,
  numberStyles,
} from '../profiles/form-reading.ts'
import type { SavedProfile } from '../profiles/saved.ts'

const styleExamples: Readonly<Record<keyof typeof numberStyles, string>> = {
  point: '1234.5',
  comma: '1234,5',
  'point-comma': '1,234.5',
  'comma-point': '1.234,5',
  'point-space': '1 234.5',
  'comma-space': '1 234,5',
}

/** What the columns of a table are: states, years, numbers, measures. */
export function ProfileForm(props: {
  readonly action: string
  readonly csrf: string
  readonly header: readonly string[]
  readonly values: FormValues
  readonly mistakes: readonly FormMistake[]
  readonly profiles: readonly SavedProfile[]
  /** It was looked at how the table would be read: it may be kept. */
  readonly ready: boolean
  readonly w: IndicatorWords
}) {
  const { action, csrf, header, values, mistakes, profiles, ready, w } = props
  const error = (id: string) => mistakes.find(({ fieldId }) => fieldId === id)?.message
  const columns = header.filter((name) => name !== '').map((name) => ({ value: name, label: name }))
  const select = (id: string, label: string, hint?: string) => (
    <Select
      id={id}
      name={id}
      label={label}
      hint={hint}
      empty={w('no_column')}
      value={values[id] ?? ''}
      options={columns}
      error={error(id)}
    />
  )
  const text = (
    id: string,
    label: string,
    more: { readonly hint?: string; readonly short?: boolean } = {},
  ) => (
    <TextInput
      id={id}
      name={id}
      label={label}
      value={values[id] ?? ''}
      maxLength={200}
      error={error(id)}
      {...more}
    />
  )
  const better = [
    { value: '', label: w('better_none') },
    { value: 'higher', label: w('better_higher') },
    { value: 'lower', label: w('better_lower') },
  ]
  return (
    <>
      {profiles.length === 0 ? null : (
        <p>
          {w('use_profile')}{' '}
          {profiles.map((profile, i) => (
            <span key={profile.name}>
              {i > 0 ? ' · ' : ''}
              <a href={`${action}?profile=${profile.name}`}>{profile.label}</a>
            </span>
          ))}
        </p>
      )}
      <Form action={action} csrf={csrf}>
        <FormErrors title={w('errors')} errors={mistakes} />
        {text('label', w('table_name'), { hint: w('table_name_hint') })}
        {text('author', w('author'), { hint: w('author_hint') })}
        {text('version', w('edition'), { hint: w('edition_hint') })}
        <FormSection title={w('states_part')} hint={w('states_hint')}>
          {select('code_column', w('code_column'))}
          <Select
            id="code_system"
            name="code_system"
            label={w('code_system')}
            value={values['code_system'] ?? 'iso3'}
            options={codeSystems.map((one) => ({ value: one, label: w(`system_${one}`) }))}
          />
          {select('name_column', w('name_column'))}
        </FormSection>
        <FormSection title={w('years_part')}>
          <Radios
            id="year_at"
            name="year_at"
            label={w('year_at')}
            value={values['year_at'] ?? 'column'}
            options={[
              { value: 'column', label: w('year_at_column') },
              { value: 'columns', label: w('year_at_columns') },
              { value: 'fixed', label: w('year_at_fixed') },
            ]}
          />
          {select('year_column', w('year_column'))}
          {text('year_fixed', w('year_fixed'), { short: true })}
        </FormSection>
        <FormSection title={w('numbers_part')}>
          <Select
            id="style"
            name="style"
            label={w('style')}
            empty={w('style_guess')}
            value={values['style'] ?? ''}
            options={Object.entries(styleExamples).map(([value, label]) => ({ value, label }))}
            error={error('style')}
          />
          {text('missing', w('missing_words'), { hint: w('missing_hint') })}
        </FormSection>
        {Array.from({ length: mostOwnMeasures }, (_, i) => i).map((i) => {
          const fields = (
            <>
              {select(`value_${i}`, w('value_column'), i === 0 ? w('value_column_hint') : undefined)}
              {text(`label_${i}`, w('measure_name'))}
              {select(`low_${i}`, w('low_column'))}
              {select(`high_${i}`, w('high_column'))}
              {select(`deviation_${i}`, w('deviation_column'))}
              {text(`lowest_${i}`, w('lowest'), { short: true })}
              {text(`highest_${i}`, w('highest'), { short: true })}
              <Select
                id={`better_${i}`}
                name={`better_${i}`}
                label={w('better')}
                value={values[`better_${i}`] ?? ''}
                options={better}
              />
              <TextArea
                id={`classes_${i}`}
                name={`classes_${i}`}
                label={w('classes')}
                hint={w('classes_hint')}
                value={values[`classes_${i}`] ?? ''}
                rows={3}
                error={error(`classes_${i}`)}
              />
            </>
          )
          const used = i === 0 || (values[`value_${i}`] ?? '') !== ''
          return used ? (
            <FormSection key={i} title={w('measure_number', { number: i + 1 })}>
              {fields}
            </FormSection>
          ) : (
            <details key={i}>
              <summary>{w('measure_number', { number: i + 1 })}</summary>
              {fields}
            </details>
          )
        })}
        <FormActions>
          <Button kind={ready ? 'plain' : 'primary'} name="do" value="preview">
            {w('see_preview')}
          </Button>
          {ready ? (
            <Button kind="primary" name="do" value="save">
              {w('save_and_read')}
            </Button>
          ) : null}
          <Button kind="plain" name="do" value="leave">
            {w('cancel')}
          </Button>
        </FormActions>
      </Form>
    </>
  )
}
