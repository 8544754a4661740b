import { languages } from '#platform/i18n'
import type { FieldProblem } from '#platform/problem'
import type { FieldDefinition, RecordTypeDefinition, RetentionRule } from '../definition.ts'
import { classOf, fieldOf } from '../schema.ts'
import { nameProblems } from './field-rules.ts'
import { ruleWords } from './rule-words.ts'

/**
 * What is wrong with the rules of keeping of a type. A rule looks at fields of class open alone: by the day on which a
 * record goes nobody may learn a value that they may not read, and the clock is the same for every reader.
 */
export function retentionProblems(
  type: RecordTypeDefinition,
  rules: readonly RetentionRule[],
): FieldProblem[] {
  return rules.flatMap((rule, i) => {
    const others = rules.filter((_, at) => at < i).map((one) => one.name)
    const open = (name: string, fits: (field: FieldDefinition) => boolean, at: string): FieldProblem[] => {
      const field = fieldOf(type, name)
      if (!field || !fits(field)) return [{ field: at, message: ruleWords.retention_field }]
      return classOf(field) === 'open' ? [] : [{ field: at, message: ruleWords.retention_class }]
    }
    const written = languages.some((language) => rule.why[language] !== '')
    return [
      ...nameProblems(rule.name, `${i}.name`, others),
      ...(written ? [] : [{ field: `${i}.why`, message: ruleWords.retention_why }]),
      ...(rule.when
        ? open(rule.when.field, ({ type: kind }) => kind === 'choice' || kind === 'term', `${i}.when`)
        : []),
      ...(rule.after.event === 'field'
        ? open(rule.after.field, ({ type: kind }) => kind === 'date', `${i}.after`)
        : []),
    ]
  })
}
