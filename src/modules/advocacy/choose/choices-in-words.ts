import { formatDate } from '#platform/dates'
import { type Language, label } from '#platform/i18n'
import type { Choice, FilingDay } from './choose.ts'
import { chooseWords } from './messages.ts'

/** What is printed of a choice, and nothing of the people of the case: these keys and no others. */
export const choiceFigures = ({ mechanism, ...choice }: Choice) => ({
  mechanism: mechanism.id,
  evaluated: choice.evaluated,
  verdict: choice.verdict,
  pointed: choice.pointed,
  urgent: choice.urgent,
  reasons: choice.reasons.map(({ verdict, words, rule }) => ({ verdict, words, rule })),
  filing: choice.filing.map(({ rule, day, latest, safe, hard, kind, checked, closes, left, source }) => ({
    rule,
    day,
    latest,
    safe,
    hard,
    kind,
    checked,
    closes,
    left,
    source,
  })),
  duplications: choice.duplications.map((one) => ({
    mechanisms: one.with.mechanisms,
    state: one.with.state,
    words: one.words,
  })),
  unverified: choice.unverified,
})

/** The choices for a person at a terminal: those offered with reasons, the others by name. */
export function choicesInWords(choices: readonly Choice[], language: Language): string {
  const w = chooseWords(language)
  const day = ({ day: on, latest, left, hard, checked }: FilingDay): string =>
    [
      left < 0
        ? w('passed', { day: formatDate(on, language) })
        : latest !== null && latest !== on
          ? w('to', { from: formatDate(on, language), to: formatDate(latest, language) })
          : w('until', { day: formatDate(on, language) }),
      left < 0 ? '' : w('left', { days: left }),
      w(hard ? 'hard' : 'not_hard'),
      checked ? '' : w('unchecked'),
    ]
      .filter(Boolean)
      .join(' · ')
  const whole = ({ mechanism, urgent, verdict, filing, reasons, duplications }: Choice): string =>
    [
      `${mechanism.name[language]} (${mechanism.id})${urgent ? ` · ${w('urgent')}` : ''}${verdict ? ` · ${w(`verdict_${verdict}`)}` : ''}`,
      ...filing.map((one) => `  ${day(one)}`),
      ...duplications.map((one) => `  ${w('duplication')}: ${label(one.words, language)}`),
      ...reasons.map(
        (one) =>
          `  ${w(`verdict_${one.verdict}`)}: ${label(one.words, language)}${one.rule ? ` “${one.rule.text}”${one.rule.checked ? '' : ` (${w('unchecked')})`}` : ''}`,
      ),
    ].join('\n')
  const evaluated = choices.filter((one) => one.evaluated)
  const others = choices.filter((one) => !one.evaluated)
  return [
    ...evaluated.map(whole),
    `${w('other')} (${others.length}): ${others.map(({ mechanism }) => mechanism.id).join(', ')}`,
  ].join('\n\n')
}
