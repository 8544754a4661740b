import type { Visit } from '#platform/http'
import {
  Button,
  Checkboxes,
  ClassBadge,
  Columns,
  Details,
  Form,
  FormActions,
  FormErrors,
  LinkButton,
  Notice,
  Radios,
  Section,
  Table,
  Tag,
  TextInput,
} from '#web/components'
import type { DirectoryRow } from '../directory/index.ts'
import {
  type AnswerError,
  type RowAnswer,
  candidatesOf,
  codeFields,
  control,
  later,
  mayType,
  none,
  proposalsOf,
  questionsOf,
} from './directory-answers.ts'
import { type DirectoryGiven, directoryPath } from './directory-form.tsx'
import type { Words } from './messages.ts'
import { type CodeField, codeLabel, codeList } from './typed-codes.ts'

/** A row of the page with what was answered about it so far, and who of our records it is. */
export interface ReviewedRow {
  readonly at: number
  readonly row: DirectoryRow
  readonly answer: RowAnswer
  readonly known?: string | undefined
}

interface Review {
  readonly visit: Visit
  readonly given: DirectoryGiven
  readonly rows: readonly ReviewedRow[]
  readonly errors: readonly AnswerError[]
  readonly w: Words
}

/** The proposals, doubtful ones first; nothing of it is saved. The text travels along in the form. */
export function DirectoryReview(review: Review) {
  const { visit, given, rows, errors, w } = review
  const doubtful = rows.filter(({ row }) => row.status === 'review')
  const sure = rows.filter(({ row }) => row.status === 'certain')
  const known = rows.filter((one) => one.known !== undefined).length
  return (
    <Form action={directoryPath} csrf={visit.session?.formToken ?? ''} files confirmLeave>
      <FormErrors
        title={w('errors')}
        errors={errors.map(({ control: id, message }) => ({ ...(id && { fieldId: id }), message }))}
      />
      <Notice title={w('not_saved')}>
        <p>{w('not_published')}</p>
        {known > 0 ? <p>{w('already_text', { count: known })}</p> : null}
      </Notice>
      <input type="hidden" name="step" value="confirm" />
      <input type="hidden" name="text" value={given.text} />
      <input type="hidden" name="title" value={given.title} />
      <input type="hidden" name="url" value={given.url} />
      {doubtful.length > 0 ? (
        <Section title={`${w('to_confirm')}: ${doubtful.length}`}>
          {doubtful.map((one) => (
            <DoubtfulRow key={one.at} {...review} one={one} />
          ))}
        </Section>
      ) : null}
      {sure.length > 0 ? <SureRows {...review} rows={sure} /> : null}
      {codeFields.map((field) => (
        <datalist key={field} id={`list-${field}`}>
          {codeList(field, visit.language).map((words) => (
            <option key={words} value={words} />
          ))}
        </datalist>
      ))}
      <Details summary={w('page_text')}>
        <OriginalText text={given.text} />
      </Details>
      <FormActions>
        <Button kind="primary" describedBy="confirm-hint">
          {w('confirm')}
        </Button>
        <LinkButton kind="plain" href={directoryPath}>
          {w('start_again')}
        </LinkButton>
      </FormActions>
      <p className="hint" id="confirm-hint">
        {w('confirm_hint')}
      </p>
    </Form>
  )
}

/** Words of the page as they stand, line for line. */
function OriginalText({ text }: { readonly text: string }) {
  return (
    <p dir="auto">
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never move
          <span key={at}>
            {line}
            <br />
          </span>
        ))}
    </p>
  )
}

type OneRow = Omit<Review, 'rows'> & { readonly one: ReviewedRow }

const errorOf = (errors: readonly AnswerError[], id: string) =>
  errors.find((error) => error.control === id)?.message

function DoubtfulRow(props: OneRow) {
  const { one, errors, w } = props
  const { row, answer, at } = one
  return (
    <article className="form-section" aria-label={row.name.value}>
      <Columns
        asideAt="start"
        aside={<Original {...props} />}
        main={
          <>
            <TextInput
              id={control(at, 'name')}
              name={control(at, 'name')}
              label={w('name')}
              hint={row.name.status === 'review' ? w('name_doubtful') : undefined}
              badge={<Tag>{row.name.status === 'review' ? w('to_confirm_value') : w('sure_value')}</Tag>}
              value={answer.name}
              error={errorOf(errors, control(at, 'name'))}
            />
            {codeFields.map((field) => (
              <Values key={field} {...props} field={field} />
            ))}
            <Leave {...props} label={w('leave')} />
          </>
        }
      />
    </article>
  )
}

function Original({ one: { row, known }, w }: OneRow) {
  return (
    <>
      <p className="quiet">{w('line', { line: row.line })}</p>
      <OriginalText text={row.text} />
      {row.personStatus ? (
        <p className="hint">
          <ClassBadge valueClass="location" label={w('location')} />{' '}
          {w('status', { words: row.personStatus.original })}
        </p>
      ) : null}
      {known ? <Known id={known} w={w} /> : null}
    </>
  )
}

const Known = ({ id, w }: { readonly id: string; readonly w: Words }) => (
  <p className="hint">
    <a href={`/workspace/record/${id}`}>{w('already')}</a>
  </p>
)

/** What a row says of one field: the sure as boxes, each doubtful value with its candidates, and words of one's own. */
function Values(props: OneRow & { readonly field: CodeField }) {
  const { one, field, errors, visit, w } = props
  const { row, answer, at } = one
  const typed = control(at, field, 'typed')
  return (
    <>
      <Ticks {...props} label={field === 'country' ? w('countries') : w('rights')} />
      {questionsOf(row, field).map(({ first, original, proposals }) => {
        const codes = [...new Set(proposals.flatMap(candidatesOf))]
        const options = codes.map((code) => ({ value: code, label: codeLabel(field, code, visit.language) }))
        const text = {
          id: control(at, field, first),
          name: control(at, field, first),
          label: w(`${field}_meant`, { words: original }),
          badge: <Tag>{w('to_confirm_value')}</Tag>,
        }
        const chosen = answer.choices[field][first] ?? []
        return proposals.length > 1 ? (
          <Checkboxes
            key={first}
            {...text}
            label={w(`${field}_meant_several`, { words: original })}
            values={chosen}
            options={[...options, { value: later, label: w('later') }]}
          />
        ) : (
          <Radios
            key={first}
            {...text}
            value={chosen[0]}
            options={[
              ...options,
              { value: none, label: codes.length > 0 ? w('none_of_these') : w('none_alone') },
              { value: later, label: w('later') },
            ]}
          />
        )
      })}
      {mayType(row, field) ? (
        <TextInput
          id={typed}
          name={typed}
          label={w(`${proposalsOf(row, field).length > 0 ? 'other' : 'add'}_${field}`)}
          mark={w('optional')}
          list={`list-${field}`}
          autoComplete="off"
          value={answer.typed[field]}
          error={errorOf(errors, typed)}
          short
        />
      ) : null}
    </>
  )
}

/** The sure values of a field, ticked until somebody unticks them. */
function Ticks({
  one,
  field,
  visit,
  w,
  label,
  hidden,
}: OneRow & { readonly field: CodeField; readonly label: string; readonly hidden?: boolean }) {
  const { row, answer, at } = one
  return proposalsOf(row, field).some(({ status }) => status === 'certain') ? (
    <fieldset className="field">
      <legend className={hidden ? 'hidden' : undefined}>
        {label} {hidden ? null : <Tag>{w('sure_value')}</Tag>}
      </legend>
      {proposalsOf(row, field).map((proposal, i) =>
        proposal.status === 'certain' && proposal.code !== null ? (
          <Tick
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the page is their identity
            key={i}
            id={control(at, field, i)}
            value={proposal.code}
            chosen={answer.choices[field][i]?.includes(proposal.code) ?? false}
            label={codeLabel(field, proposal.code, visit.language)}
          />
        ) : null,
      )}
    </fieldset>
  ) : null
}

function Tick({
  id,
  value,
  chosen,
  label,
}: {
  readonly id: string
  readonly value: string
  readonly chosen: boolean
  readonly label: string
}) {
  return (
    <div className="option">
      <input type="checkbox" id={id} name={id} value={value} defaultChecked={chosen} />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}

function Leave({ one: { at, answer, row }, w, label }: OneRow & { readonly label: string }) {
  return (
    <Checkboxes
      id={control(at, 'leave')}
      name={control(at, 'leave')}
      label={w('leave_of', { name: row.name.value })}
      labelHidden
      options={[{ value: 'yes', label }]}
      values={answer.leave ? ['yes'] : []}
    />
  )
}

function SureRows(review: Review) {
  const { rows, errors, w } = review
  return (
    <Section title={`${w('sure')}: ${rows.length}`}>
      <p className="hint">{w('sure_hint')}</p>
      <Table
        caption={w('sure')}
        captionHidden
        columns={[
          { key: 'text', label: w('as_written') },
          { key: 'name', label: w('name') },
          { key: 'country', label: w('countries') },
          { key: 'rights', label: w('rights') },
          { key: 'leave', label: w('leave_short') },
        ]}
        rows={rows.map((one) => {
          const { at, row, answer } = one
          const props = { ...review, one }
          const name = row.name.value
          return {
            key: String(at),
            cells: {
              text: (
                <div>
                  <Original {...props} />
                </div>
              ),
              name: (
                <TextInput
                  id={control(at, 'name')}
                  name={control(at, 'name')}
                  label={w('name_of', { line: row.line })}
                  labelHidden
                  value={answer.name}
                  error={errorOf(errors, control(at, 'name'))}
                />
              ),
              country: <Ticks {...props} field="country" label={w('countries_of', { name })} hidden />,
              rights: <Ticks {...props} field="rights" label={w('rights_of', { name })} hidden />,
              leave: <Leave {...props} label={w('leave_short')} />,
            },
          }
        })}
      />
    </Section>
  )
}
