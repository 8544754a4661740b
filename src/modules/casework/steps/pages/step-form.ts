import { labels } from '#platform/i18n'
import { type FieldDefinition, type RecordTypeDefinition, field, inSection } from '#platform/records'
import { step } from '../records/step.ts'

/** What is asked when a step is logged; the rest is on its page. In the order of telling it. */
const asked = [
  'kind',
  'case',
  'counterpart',
  'with',
  'with_words',
  'on',
  'at',
  'asked',
  'promised',
  'notes',
  'answer',
  'answer_by',
]
/** Asked when the message dates itself. */
const named: ReadonlyMap<string, FieldDefinition> = new Map(step.fields.map((one) => [one.name, one]))

/** The fields of the next step, which becomes a task. */
export const nextFields = [
  field(
    'text',
    'next_what',
    labels('What is to be done next', 'Qué hay que hacer después', 'Què cal fer després'),
    {
      hint: labels(
        'Without names: it stands in lists.',
        'Sin nombres: figura en listas.',
        'Sense noms: surt en llistes.',
      ),
    },
  ),
  field('term', 'next_owner', labels('Whose', 'De quién', 'De qui'), { vocabulary: 'colleagues' }),
  field('date', 'next_safe', labels('Safe day', 'Fecha segura', 'Data segura'), { exact: true }),
  field('date', 'next_legal', labels('Legal day', 'Fecha legal', 'Data legal'), { exact: true }),
] as const

/** A step and the step after it as one form. */
export const stepForm: RecordTypeDefinition = {
  ...step,
  sections: [...step.sections, { name: 'next', label: labels('Next step', 'Próximo paso', 'Pròxim pas') }],
  fields: [...asked.flatMap((name) => named.get(name) ?? []), ...inSection('next', nextFields)],
}
