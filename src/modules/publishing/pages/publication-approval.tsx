import type { ApprovalKind } from '#platform/house'
import { Problem } from '#platform/problem'
import { Difference, Notice, Stamp } from '#web/components'
import { preparedFor, publicationKind, publishApproved } from '../actions/ask-to-publish.ts'
import { labelsOf, words } from '../messages.ts'
import { readPublication } from '../publications.ts'
import { ProfileFacts, changedFields } from './profile-facts.tsx'

/** Publishing as a second person is asked for it: what anyone in the world would see, against what they see now. */
export const publicationApproval: ApprovalKind = {
  kind: publicationKind,
  label: labelsOf('approval_kind'),
  carryOut: publishApproved,
  async show(visit, tx, approval) {
    const { language } = visit
    const w = words(language)
    const to = `/workspace/record/${approval.subject}#public-view`
    try {
      const { prepared, holds, opening } = await preparedFor(tx, approval)
      const { profile, record } = prepared
      const published = await readPublication(tx, record.id)
      const changes = published ? changedFields(published.profile, profile, language) : []
      return {
        title: profile.name,
        holds,
        content: (
          <>
            <p>
              {w(published ? 'approval_widen' : 'approval_new')} <a href={to}>{w('approval_record')}</a>
            </p>
            {profile.fictitious ? <Stamp>{w('fictitious')}</Stamp> : null}
            {opening ? <p>{w('approval_opening')}</p> : null}
            {published ? (
              <dl className="facts">
                {changes.map(({ field, before, after }) => (
                  <div key={field}>
                    <dt>{field}</dt>
                    <dd>
                      <Difference
                        before={before || undefined}
                        after={after || undefined}
                        labels={{ before: w('before'), after: w('after') }}
                      />
                    </dd>
                  </div>
                ))}
              </dl>
            ) : (
              <ProfileFacts profile={profile} language={language} />
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
