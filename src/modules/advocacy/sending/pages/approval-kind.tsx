import { text } from 'node:stream/consumers'
import type { ApprovalKind } from '#platform/house'
import { label, labels } from '#platform/i18n'
import { type Tx, readRecord } from '#platform/records'
import type { FileStore } from '#platform/files'
import { Details, FactList, Notice } from '#web/components'
import { type AskedContent, setStatus, submissionKind } from '../actions/ask-approval.ts'
import { textIn } from '../../drafts/gather/parts.ts'
import { lackInWords, readLacks } from '../consent-gate.ts'
import { sendingWords } from '../messages.ts'
import { copyThatGoes, ruleOf } from '../rules.ts'
import { type CopyAudience, type Snapshot, digestOf, readSnapshots } from '../snapshot.ts'
import { wroteSubmission } from '../wrote-submission.ts'
import { hrefOf } from './file-address.ts'
import { Hash } from './hash.tsx'
import { statusWords } from './sending-page.tsx'

/** The text of a frozen copy, for whoever has to read it before it goes. */
async function textOfCopy(
  tx: Tx,
  files: FileStore,
  snapshot: Snapshot,
  audience: CopyAudience,
): Promise<string> {
  const file = snapshot.files.find((one) => one.audience === audience && one.format === 'txt')
  return file ? text((await files.open(tx, file.fileId)).stream) : ''
}

/** A submission, as a second person is asked for it: exactly the files that would go. */
export const submissionApproval: ApprovalKind = {
  kind: submissionKind,
  label: labels('Submission to a mechanism', 'Presentación a un mecanismo', 'Presentació a un mecanisme'),
  async show(visit, tx, approval) {
    const { language } = visit
    const w = sendingWords(language)
    const record = await readRecord(tx, approval.subject)
    const { snapshot: wanted } = approval.content as AskedContent
    const [snapshot] = await readSnapshots(tx, approval.subject)
    const rule = ruleOf(textIn(record, 'mechanism'))
    const same = snapshot?.id === wanted && rule && (await digestOf(tx, snapshot.id)).equals(approval.digest)
    if (!snapshot || !same || !rule)
      return { title: record.title, holds: false, content: <Notice kind="warning">{w('gone')}</Notice> }
    const lacks = await readLacks(tx, {
      mechanism: snapshot.mechanism,
      people: snapshot.people,
      told: snapshot.told,
      named:
        rule.audience === 'public'
          ? snapshot.namedInPublic
          : rule.audience === 'state'
            ? snapshot.namedToState
            : [],
    })
    const against = lacks.filter(
      ({ follows }) => follows === 'refuses' || (follows === 'justify' && snapshot.reason === ''),
    )
    const wrote = approval.askedBy.id !== tx.actor.accountId && (await wroteSubmission(tx, record.id))
    const goes = copyThatGoes(rule)
    const body = visit.house.shipped.types
      .get('submission')
      ?.fields.find(({ name }) => name === 'mechanism')
      ?.options?.find(({ code }) => code === snapshot.mechanism)
    return {
      title: record.title,
      holds: against.length === 0 && !wrote,
      content: (
        <>
          <p>
            {w('would', {
              who: approval.askedBy.name,
              body: body ? label(body.label, language) : snapshot.mechanism,
            })}{' '}
            <a href={`/workspace/submission/${record.id}/sending`}>{w('go_to_sending')}</a>
          </p>
          <p className="quiet">{statusWords(tx, textIn(record, 'status') || 'draft', visit)}</p>
          {wrote ? <Notice kind="warning">{w('drafter_cannot')}</Notice> : null}
          {lacks.length > 0 ? (
            <Notice kind={against.length > 0 ? 'danger' : 'warning'} title={w('gate')}>
              <ul className="list">
                {lacks.map((lack) => (
                  <li key={`${lack.personId} ${lack.scope}`}>{lackInWords(lack, language)}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          {snapshot.reason ? (
            <FactList facts={[{ label: w('why_without'), value: snapshot.reason }]} />
          ) : null}
          <ul className="list">
            {snapshot.files
              .filter(({ format }) => format === 'pdf' || format === 'annex')
              .map((file) => (
                <li key={file.fileId}>
                  <a href={hrefOf(snapshot, file)} download>
                    {w(`copy_${file.audience}`)} · {file.format === 'annex' ? file.name : 'PDF'}
                  </a>{' '}
                  <Hash of={file.sha256} />
                </li>
              ))}
          </ul>
          <Details summary={w('goes_text')} open>
            <p className="written" lang={snapshot.language} dir="auto">
              {await textOfCopy(tx, visit.house.files, snapshot, goes)}
            </p>
          </Details>
          {goes === 'mechanism' ? (
            <Details summary={w('state_text')}>
              <p className="written" lang={snapshot.language} dir="auto">
                {await textOfCopy(tx, visit.house.files, snapshot, 'state')}
              </p>
            </Details>
          ) : null}
        </>
      ),
    }
  },
  carryOut: (tx, approval) => setStatus(tx, approval.subject, 'approved'),
}
