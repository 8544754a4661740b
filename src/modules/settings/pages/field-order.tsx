import type { ReactNode } from 'react'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import type { Problem } from '#platform/problem'
import { type RecordTypeDefinition, type Tx, classOf, fingerprint } from '#platform/records'
import { Button, ClassBadge, Form, FormActions, Section, Table, Tag, TextInput } from '#web/components'
import { classLabel } from '#web/records'
import type { Words } from '../messages.ts'
import { Errors, at, sent } from './parts.tsx'

/** What the parts of a type's page are given. */
export interface TypeScreen {
  readonly visit: Visit
  readonly tx: Tx
  readonly type: RecordTypeDefinition
  readonly w: Words
  /** Which of the page's forms came back with a problem. */
  readonly sent?: { readonly form: 'order' | 'section' | 'words'; readonly problem: Problem }
}

/** The names of a type's fields, in their order. */
export const namesOf = (type: RecordTypeDefinition) => type.fields.map((field) => field.name)

/** The fields in their order. Every button sends the whole form, so that numbers typed before are not lost. */
export function FieldOrder({ visit, tx, type, w, sent: back }: TypeScreen) {
  const { language, house } = visit
  const base = house.shipped.types.get(type.name)
  const last = type.fields.length - 1
  const section = (name: string | undefined) => type.sections?.find((one) => one.name === name)
  return (
    <Section title={w('form_fields')}>
      <Form action={at.type(type.name)} csrf={visit.session?.formToken ?? ''} label={w('form_fields')}>
        {back?.form === 'order' ? (
          <Errors state={sent(visit.form, back.problem)} language={language} />
        ) : null}
        <input type="hidden" name="_seen" value={fingerprint(namesOf(type))} />
        <input type="hidden" name="_names" value={namesOf(type).join(' ')} />
        {/* Enter in a number box presses the first button of the form. */}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
        <p className="quiet">{w('form_fields_hint')}</p>
        <Table
          caption={w('form_fields')}
          captionHidden
          columns={[
            { key: 'position', label: w('position'), nowrap: true },
            { key: 'field', label: w('field'), heading: true },
            { key: 'type', label: w('field_type') },
            { key: 'section', label: w('section') },
            { key: 'marks', label: w('marks') },
            { key: 'move', label: w('move'), nowrap: true },
          ]}
          rows={type.fields.map((field, i) => {
            const name = label(field.label, language)
            const heading = section(field.section)
            const cls = classOf(field)
            return {
              key: field.name,
              cells: {
                position: (
                  <TextInput
                    id={`position.${field.name}`}
                    name={`position.${field.name}`}
                    label={w('position_of', { field: name })}
                    labelHidden
                    type="number"
                    min={1}
                    max={type.fields.length}
                    value={String(i + 1)}
                    short
                  />
                ),
                field: <a href={at.field(type.name, field.name)}>{name || field.name}</a>,
                type: (
                  <>
                    {w(`t_${field.type}`)}
                    {field.vocabulary ? (
                      <>
                        {': '}
                        <a href={at.vocabulary(field.vocabulary)}>
                          {label(
                            tx.schema.vocabularies.get(field.vocabulary)?.vocabulary.label ?? {},
                            language,
                          ) || field.vocabulary}
                        </a>
                      </>
                    ) : null}
                  </>
                ),
                section: heading ? label(heading.label, language) : null,
                marks: (
                  <span className="row">
                    {base?.fields.some((one) => one.name === field.name) ? null : <Tag>{w('own')}</Tag>}
                    {field.required ? <Tag>{w('required')}</Tag> : null}
                    {field.facet ? <Tag>{w('facet')}</Tag> : null}
                    {field.sortable ? <Tag>{w('sortable')}</Tag> : null}
                    {field.listed ? <Tag>{w('listed')}</Tag> : null}
                    {cls === 'open' ? null : (
                      <ClassBadge valueClass={cls} label={label(classLabel[cls], language)} />
                    )}
                  </span>
                ),
                move: (
                  // One box, so that they stay beside each other in the card that a row is on a phone.
                  <span>
                    <MoveButton way="up" field={field.name} disabled={i === 0}>
                      ↑<span className="hidden"> {w('move_up', { field: name })}</span>
                    </MoveButton>{' '}
                    <MoveButton way="down" field={field.name} disabled={i === last}>
                      ↓<span className="hidden"> {w('move_down', { field: name })}</span>
                    </MoveButton>
                  </span>
                ),
              },
            }
          })}
        />
        <FormActions>
          <Button kind="primary">{w('save_order')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

const MoveButton = (props: {
  readonly way: 'up' | 'down'
  readonly field: string
  readonly disabled: boolean
  readonly children: ReactNode
}) => (
  <Button small name={`_${props.way}`} value={props.field} disabled={props.disabled}>
    {props.children}
  </Button>
)
