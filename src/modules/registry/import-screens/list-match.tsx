import type { Visit } from '#platform/http'
import type { RecordTypeDefinition, Schema } from '#platform/records'
import {
  Button,
  Form,
  FormActions,
  FormSection,
  LinkButton,
  Notice,
  Radios,
  Select,
  Table,
  TextInput,
} from '#web/components'
import { type ColumnChoices, codeField, fieldChoices, fittingMaps, mapDescription } from './column-choices.ts'
import type { Words } from './messages.ts'
import type { ListHead } from './uploaded-list.ts'

const examplesShown = 3
const exampleLength = 60

/** Which column becomes which field, and by what a row is known again. */
export function ListMatch({
  visit,
  type,
  schema,
  head,
  choices,
  remembered,
  w,
}: {
  readonly visit: Visit
  readonly type: RecordTypeDefinition
  readonly schema: Schema
  readonly head: ListHead
  readonly choices: ColumnChoices
  readonly remembered: boolean
  readonly w: Words
}) {
  const options = [
    ...fieldChoices(type, schema, visit.language),
    ...(head.hasFiles ? [{ value: '@files', label: w('attached_files') }] : []),
  ]
  const maps = fittingMaps(head.columns)
  const hasCodes = type.fields.some(({ name }) => name === codeField)
  return (
    <Form action={visit.url.pathname} csrf={visit.session?.formToken ?? ''}>
      <input type="hidden" name="step" value="preview" />
      <input type="hidden" name="on_problem" value={choices.onProblem} />
      <Notice>{w(remembered ? 'match_remembered' : 'match_proposed')}</Notice>
      {maps.length > 0 ? (
        <Radios
          id="map"
          name="map"
          label={w('map')}
          hint={w('map_hint')}
          value={choices.map || maps[0]}
          options={[
            ...maps.map((name) => ({ value: name, label: name, hint: mapDescription(name) })),
            { value: '', label: w('map_none') },
          ]}
        />
      ) : null}
      <Table
        caption={w('match_title')}
        captionHidden
        columns={[
          { key: 'column', label: w('column'), heading: true },
          { key: 'examples', label: w('examples') },
          { key: 'becomes', label: w('becomes') },
          { key: 'unread', label: w('unread') },
        ]}
        rows={head.columns.map((column, at) => ({
          key: String(at),
          cells: {
            column,
            examples: (
              <div>
                {examplesOf(head, column).map((example) => (
                  <p key={example} className="quiet" dir="auto">
                    {example}
                  </p>
                ))}
              </div>
            ),
            becomes: (
              <Select
                id={`c.${at}`}
                name={`c.${at}`}
                label={w('becomes_of', { column })}
                labelHidden
                value={choices.fields[at] ?? ''}
                empty={w('left_out')}
                options={options}
              />
            ),
            unread: (
              <Select
                id={`u.${at}`}
                name={`u.${at}`}
                label={w('unread_of', { column })}
                labelHidden
                value={choices.unread[at] ?? 'refuse'}
                options={(['refuse', 'review', 'ignore'] as const).map((value) => ({
                  value,
                  label: w(`unread_${value}`),
                }))}
              />
            ),
          },
        }))}
      />
      {hasCodes ? (
        <FormSection title={w('key')} hint={w('key_hint')}>
          <Select
            id="key"
            name="key"
            label={w('column')}
            value={choices.key}
            empty={w('key_none')}
            // A brace in a header would be taken for the beginning of another.
            options={head.columns.flatMap((column, at) =>
              /[{}]/.test(column) ? [] : [{ value: String(at), label: column }],
            )}
          />
          <TextInput
            id="prefix"
            name="prefix"
            label={w('register')}
            mark={w('optional')}
            hint={w('register_hint')}
            value={choices.prefix}
            maxLength={100}
            short
          />
          <Radios
            id="existing"
            name="existing"
            label={w('existing')}
            value={choices.existing}
            options={(['update', 'fill', 'keep'] as const).map((value) => ({
              value,
              label: w(`existing_${value}`),
            }))}
          />
        </FormSection>
      ) : null}
      <FormActions>
        <Button kind="primary">{w('preview')}</Button>
        <LinkButton kind="plain" href={`/workspace/import/${type.name}`}>
          {w('another_file')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

const examplesOf = (head: ListHead, column: string): readonly string[] =>
  [...new Set(head.cells[column] ?? [])]
    .slice(0, examplesShown)
    .map((cell) => (cell.length > exampleLength ? `${cell.slice(0, exampleLength)}…` : cell))
