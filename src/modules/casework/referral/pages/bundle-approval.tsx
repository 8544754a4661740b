import type { ApprovalKind } from '#platform/house'
import { Button, Form, FormActions, Notice } from '#web/components'
import { dayInWords } from '../../day.ts'
import { bundleKind, readApproved } from '../actions/make-bundle.ts'
import { labelsOf, words } from '../messages.ts'
import type { Selection } from '../project-case.ts'
import { RecipientKey } from './partner-page.tsx'
import { PortionView } from './portion-view.tsx'

/** Handing a case over, as a second person is asked for it: every value and file that would leave. */
export const bundleApproval: ApprovalKind = {
  kind: bundleKind,
  label: labelsOf('kind'),
  async show(visit, tx, approval) {
    const { language } = visit
    const w = words(language)
    const selection = approval.content as Selection
    const referred = await readApproved(tx, visit.house.files, approval)
    if (!referred)
      return { title: w('kind'), holds: false, content: <Notice kind="warning">{w('gone')}</Notice> }
    const { record, partner } = referred.referable
    const until = dayInWords(selection.until, language)
    return {
      title: `${record.title} → ${partner.name}`,
      holds: true,
      content: (
        <>
          <p>
            {w('would', {
              who: approval.askedBy.name,
              partner: partner.name,
              until,
              purpose: selection.purpose,
            })}{' '}
            <a href={`/workspace/case/${record.id}`}>{w('case')}</a>
          </p>
          <RecipientKey {...{ partner, language, w }} />
          <PortionView {...{ tx, language, w }} portion={referred} />
          {approval.askedBy.id === tx.actor.accountId && approval.state === 'open' ? (
            <Form action="/workspace/bundles/make" csrf={visit.session?.formToken ?? ''}>
              <input type="hidden" name="approval" value={approval.id} />
              <p className="hint" id="take-hint">
                {w('take_hint', { partner: partner.name })}
              </p>
              <FormActions>
                <Button kind="primary" describedBy="take-hint">
                  {w('take')}
                </Button>
              </FormActions>
            </Form>
          ) : null}
        </>
      ),
    }
  },
}
