import { formatMoment } from '#platform/dates'
import { can } from '#platform/access'
import { Button, Details, Form, FormActions, LinkButton, Notice, TextInput } from '#web/components'
import { words } from '../../messages.ts'
import type { CasePanel } from '../../room.ts'
import { checkInsOf } from '../check-ins.ts'

/** The signs that are waited for, and what to do where one does not come. */
export const checkInsPanel: CasePanel = {
  name: 'signs',
  title: (language) => words(language)('signs'),
  order: 10,
  place: 'aside',
  async show(visit, tx, record) {
    const w = words(visit.language)
    const signs = await checkInsOf(tx, record.id)
    const now = new Date()
    const mayWrite = can(tx.actor, 'write') && !record.deletedAt
    return (
      <>
        {signs.length === 0 ? <p className="quiet">{w('no_signs')}</p> : null}
        {signs.map((sign) => {
          const when = formatMoment(sign.due, visit.language)
          const missed = sign.dueAt < now
          const who = sign.personTitle ?? w('sign_anyone')
          return (
            <Notice
              key={sign.id}
              kind={missed ? 'danger' : 'info'}
              title={missed ? w('sign_missed', { when }) : w('sign_of', { who, when })}
            >
              {missed ? (
                <p>
                  <bdi>{who}</bdi>
                </p>
              ) : null}
              {sign.firstStep ? <p dir="auto">{w('sign_now', { what: sign.firstStep })}</p> : null}
              {sign.planB ? <p dir="auto">{w('sign_then', { what: sign.planB })}</p> : null}
              {mayWrite ? (
                <Details summary={w('heard')}>
                  <Form
                    action={`/workspace/case/${record.id}/heard/${sign.id}`}
                    csrf={visit.session?.formToken ?? ''}
                  >
                    <input type="hidden" name="version" value={sign.version} />
                    <TextInput
                      id={`how-${sign.id}`}
                      name="how"
                      label={w('heard_how')}
                      maxLength={500}
                      required
                    />
                    <FormActions>
                      <Button kind="primary">{w('heard')}</Button>
                    </FormActions>
                  </Form>
                </Details>
              ) : null}
            </Notice>
          )
        })}
        {mayWrite ? (
          <p>
            <LinkButton href={`/workspace/records/check_in/new?v.case=${record.id}`}>
              {w('add_sign')}
            </LinkButton>
          </p>
        ) : null}
      </>
    )
  },
}
