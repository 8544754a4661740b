import { momentParts, parseMoment, instantOf } from '#platform/dates'
import type { FormBody } from '#platform/http'
import type { Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { Details, TextInput } from '#web/components'
import { type Words, labelsOf } from '../messages.ts'
import type { Publication } from '../publications.ts'
import { instantIn } from './instants.ts'

const ends = ['from', 'until'] as const

/** From when and until when it is public: empty for at once, and for as long as nothing ends it. */
export function WhenFields({
  published,
  earliest,
  language,
  w,
}: {
  readonly published: Publication | null
  readonly earliest: Date | null
  readonly language: Language
  readonly w: Words
}) {
  const given = { from: published?.notBefore ?? null, until: published?.notAfter ?? null }
  return (
    <Details summary={w('when_title')} open={given.from !== null || given.until !== null}>
      {earliest ? <p>{w('when_earliest', { when: instantIn(earliest, language) })}</p> : null}
      {ends.map((end) => {
        const at = given[end]
        const parts = at ? momentParts(`${at.toISOString().slice(0, 16)}[UTC]`) : null
        return (
          <fieldset key={end} className="field">
            <legend>{w(`when_${end}`)}</legend>
            <div className="row">
              <TextInput
                id={`${end}-day`}
                name={`${end}_day`}
                label={w('when_day')}
                value={parts?.day}
                maxLength={10}
                short
              />
              <TextInput
                id={`${end}-time`}
                name={`${end}_time`}
                label={w('when_time')}
                value={parts?.time}
                maxLength={5}
                short
              />
              <TextInput
                id={`${end}-zone`}
                name={`${end}_zone`}
                label={w('when_zone')}
                value={parts?.zone ?? 'UTC'}
                maxLength={60}
              />
            </div>
          </fieldset>
        )
      })}
    </Details>
  )
}

/** The two instants of the form above; a Problem that says what to write where one is none. */
export function readWhen(form: FormBody): {
  readonly notBefore: Date | null
  readonly notAfter: Date | null
} {
  const [notBefore, notAfter] = ends.map((end): Date | null => {
    const [day, time, zone] = (['day', 'time', 'zone'] as const).map((part) =>
      form.get(`${end}_${part}`).trim(),
    )
    if (!day && !time) return null
    const moment = parseMoment({ day, time, zone: zone || 'UTC' })
    if (moment === null) throw new Problem('invalid', { explanation: labelsOf('refused_moment') })
    return instantOf(moment)
  })
  return { notBefore: notBefore ?? null, notAfter: notAfter ?? null }
}
