import {
  Button,
  Checkboxes,
  ClassBadge,
  DateInput,
  FileInput,
  Form,
  FormActions,
  FormErrors,
  FormSection,
  LinkButton,
  Radios,
  Repeat,
  Select,
  Steps,
  TextArea,
  TextInput,
} from '#web/components'
import { type Assets, WorkspaceShell } from '#web/shell'
import { workFrame } from './sample-work.tsx'

const alias = (row: string, value = '') => (
  <TextInput
    id={`alias-${row}`}
    name={`alias.${row}`}
    label={`Other name ${row === '__row__' ? '' : Number(row) + 1}`}
    labelHidden
    value={value}
  />
)

/** A long form sent with mistakes, in English: what is wrong comes first, and nothing typed is lost. */
export function SampleForm({ assets }: { readonly assets: Assets }) {
  return (
    <WorkspaceShell
      {...workFrame(assets, 'people')}
      lang="en"
      title="New person"
      breadcrumbs={[{ href: '#', label: 'People' }]}
      lede="Write only what you need. What you leave empty can be added later."
    >
      <Steps
        label="Parts of this form"
        steps={[
          { label: 'Who', state: 'done', href: '#' },
          { label: 'What happened', state: 'current' },
          { label: 'Sources', state: 'ahead' },
          { label: 'Check and save', state: 'ahead' },
        ]}
      />
      <FormErrors
        title="Two things to mend before this can be saved"
        errors={[
          { fieldId: 'name', message: 'Write a name, or a code name if the name must stay sealed' },
          {
            fieldId: 'born',
            message: '“spring 1977” is not a date we can read. Write 1977-03/1977-05, or 1977~',
          },
        ]}
      />
      <Form action="#" csrf="sample" files confirmLeave label="New person">
        <FormSection title="Who it is">
          <TextInput
            id="name"
            name="name"
            label="Name"
            badge={<ClassBadge valueClass="identity" label="identity" />}
            hint="As the person writes it, in any script."
            error="Write a name, or a code name if the name must stay sealed"
            required
          />
          <Repeat
            name="alias"
            title="Also known as"
            rows={[alias('0', 'La que canta'), alias('1', 'Лара')]}
            blank={alias('__row__')}
            labels={{ add: 'Add another name', remove: 'Remove' }}
          />
          <DateInput
            id="born"
            name="born"
            label="Born"
            mark="optional"
            value="spring 1977"
            hint="As well as it is known: 1977-05-14, 1977-05, 1977~ for about, 1975/1978 for between."
            error="“spring 1977” is not a date we can read. Write 1977-03/1977-05, or 1977~"
          />
          <Select
            id="country"
            name="country"
            label="Country"
            empty="Choose a country"
            value="qm"
            options={[
              {
                label: 'Fictitious',
                options: [
                  { value: 'qm', label: 'Marenia' },
                  { value: 'qn', label: 'Norvalia' },
                ],
              },
              {
                label: 'America',
                options: [
                  { value: 'ar', label: 'Argentina' },
                  { value: 'co', label: 'Colombia' },
                ],
              },
            ]}
          />
        </FormSection>
        <FormSection
          title="Who may see it"
          hint="Sealed values are never shown in lists, searched or counted."
        >
          <Radios
            id="visibility"
            name="visibility"
            label="Visibility"
            value="internal"
            options={[
              { value: 'internal', label: 'Internal', hint: 'Everyone who works here' },
              { value: 'restricted', label: 'Restricted', hint: 'The people and teams you name' },
            ]}
          />
          <Checkboxes
            id="rights"
            name="rights"
            label="Rights at stake"
            mark="optional"
            values={['expression']}
            options={[
              { value: 'expression', label: 'Freedom of expression and opinion' },
              { value: 'liberty', label: 'Liberty and security of person' },
              { value: 'art', label: 'Freedom of artistic creation' },
            ]}
          />
          <TextArea
            id="account"
            name="account"
            label="What happened"
            hint="In the person’s own words where you can."
          />
          <FileInput
            id="files"
            name="files"
            label="Documents"
            mark="optional"
            hint="PDF, JPEG, PNG or DOCX, up to 50 MB each."
            multiple
            accept=".pdf,.jpg,.png,.docx"
          />
        </FormSection>
        <FormActions>
          <Button kind="primary">Save this person</Button>
          <Button name="then" value="draft">
            Keep as a draft
          </Button>
          <LinkButton kind="plain" href="#">
            Leave without saving
          </LinkButton>
        </FormActions>
      </Form>
    </WorkspaceShell>
  )
}
