import type { ApprovalKind } from '#platform/house'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { Notice, Stamp } from '#web/components'
import { preparedFor, publicationKind, publishApproved } from '../actions/ask-to-publish.ts'
import { labelsOf, words } from '../messages.ts'
import { readPublication } from '../publications.ts'
import { Changes } from './changes.tsx'
import { ProjectionFacts, changedValues } from './projection-facts.tsx'
import { instantIn } from './instants.ts'

/** Publishing as a second person is asked for it: what anyone in the world would see, against what they see now. */
export const publicationApproval: ApprovalKind = {
  kind: publicationKind,
  label: labelsOf('approval_kind'),
  carryOut: publishApproved,
  async show(visit, tx, approval) {
    const { language } = visit
    const w = words(language)
    const to = `/workspace/record/${approval.subject}/public`
    try {
      const { prepared, holds, opening } = await preparedFor(tx, approval, visit.house)
      const { data, record, kind } = prepared
      const published = await readPublication(tx, record.id, kind.kind)
      const about = { kind, schema: tx.schema, language }
      return {
        title: kind.entry(data, language).title,
        holds,
        content: (
          <>
            <p>
              {w(published ? 'approval_widen' : 'approval_new')} <a href={to}>{w('approval_record')}</a>
            </p>
            <p className="quiet">{label(kind.one, language)}</p>
            {data['fictitious'] === true ? <Stamp>{w('fictitious')}</Stamp> : null}
            {opening ? <p>{w('approval_opening')}</p> : null}
            {prepared.notBefore ? (
              <p>{w('from_instant', { when: instantIn(prepared.notBefore, language) })}</p>
            ) : null}
            {prepared.notAfter ? (
              <p>{w('until_instant', { when: instantIn(prepared.notAfter, language) })}</p>
            ) : null}
            {published ? (
              <Changes changes={changedValues(published.data, data, about)} language={language} />
            ) : (
              <ProjectionFacts data={data} {...about} />
            )}
          </>
        ),
      }
    } catch (error) {
      if (!(error instanceof Problem) || (error.kind !== 'conflict' && error.kind !== 'not_found'))
        throw error
      return {
        title: w('approval_kind'),
        holds: false,
        content: (
          <Notice kind="warning">
            {error.explanation?.[language] ?? w('approval_gone')} <a href={to}>{w('approval_record')}</a>
          </Notice>
        ),
      }
    }
  },
}
