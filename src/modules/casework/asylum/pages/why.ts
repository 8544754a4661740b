import { type Rule, anchors, noDateWords } from '#catalogue/mechanisms'
import { formatDate } from '#platform/dates'
import { termUnits } from '#platform/deadlines'
import { type Language, label } from '#platform/i18n'
import { type Tx } from '#platform/records'
import { dayInWords } from '../../day.ts'
import { valueInWords } from '../../show.ts'
import type { RequestDate } from '../clocks/request-dates.ts'
import { type AsylumWords, asylumWords } from '../messages.ts'
import { certificateLabels } from '../options.ts'

/** `90 days after`; empty where no figure or direction is known. */
export function figureInWords(rule: Rule, w: AsylumWords): string {
  const unit = termUnits.find((one) => one === rule.unit)
  if (rule.amount === null || !unit || rule.direction.value === null) return ''
  return w(rule.direction.value, { span: w(`unit_${unit}`, { count: rule.amount }) })
}

/** The event that a date is counted from, as it was written. */
const eventInWords = (date: RequestDate, language: Language) => {
  const { event } = date.clock ?? {}
  const name = event ? anchors[event.anchor] : undefined
  // A moment is said by its day: the rule that needs the hour says so itself.
  const on = event ? formatDate(event.text.replace(/T.*$/, ''), language) : ''
  return { event: name ? label(name, language).toLocaleLowerCase(language) : '', on }
}

/** Why a date is the day that it is: the rule and its event, the paper, or the person who set it. */
export function whyInWords(date: RequestDate, language: Language): string {
  const w = asylumWords(language)
  const { clock } = date
  if (clock?.override) {
    const { computed, reason } = clock.override
    return [
      w('why_hand', { reason }),
      ...(computed.earliest
        ? [w('why_hand_computed', { day: dayInWords(computed.earliest, language) })]
        : []),
    ].join('; ')
  }
  const said = eventInWords(date, language)
  const figure = clock ? figureInWords(clock.rule, w) : ''
  if (date.basis === 'paper') {
    if (date.byRule !== null) return w('why_paper_rule', { day: dayInWords(date.byRule, language) })
    return figure === '' ? w('why_paper') : w('why_paper_same', { figure, ...said })
  }
  if (!clock) return ''
  if (figure === '') return w('why_no_figure', said)
  const why = w('why_rule', { figure, ...said })
  return clock.why === null ? why : `${why}. ${label(noDateWords[clock.why], language)}`
}

/** What a date is about: the step of the procedure, or the paper that ends. */
export function nameOfDate(tx: Tx, date: RequestDate, language: Language): string {
  const w = asylumWords(language)
  if (date.paper) {
    const kind = Object.entries(certificateLabels).find(([code]) => code === date.paper?.kind)
    return w('ends', { what: kind ? label(kind[1], language) : '' })
  }
  return stepInWords(tx, date.step, language)
}

/** The name of a step. */
export const stepInWords = (tx: Tx, step: unknown, language: Language): string =>
  valueInWords(tx, 'asylum_event', 'step', step, language)

/** What an interview that is to come is called: by its step, where that is not the interview itself. */
export function nameOfInterview(tx: Tx, step: unknown, language: Language): string {
  const name = stepInWords(tx, step, language)
  return step === 'interview' ? name : asylumWords(language)('interview_on', { what: name })
}
