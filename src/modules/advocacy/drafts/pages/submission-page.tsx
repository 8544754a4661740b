import { Fragment, type ReactNode } from 'react'
import { can } from '#platform/access'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecords } from '#platform/records'
import {
  Button,
  Columns,
  Details,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Section,
  Select,
  Tabs,
  TextInput,
} from '#web/components'
import { visibilityLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { draftFormats } from '../actions/take-draft.ts'
import { isDraft } from '../actions/require-draft.ts'
import type { LengthCount } from '../document/length.ts'
import { labelOf } from '../gaps/gaps-of.ts'
import { textIn } from '../gather/parts.ts'
import { type DraftWords, draftWords } from '../messages.ts'
import { readCaseFiles } from '../queries/case-files.ts'
import { audienceLabels, audiences } from '../records/submission-annex.ts'
import { sendingWords } from '../../sending/messages.ts'
import { AnnexesView, type TypedAnnex } from './annexes-view.tsx'
import { FoundView } from './found-view.tsx'
import { GapsView } from './gaps-view.tsx'
import { NamesView } from './names-view.tsx'
import { PaperPreview } from './paper-preview.tsx'
import { type SubmissionState, readState } from './submission-state.ts'
import { type Typed, WordsForm } from './words-form.tsx'

/** What was sent to the page and not taken: shown again as it was typed. */
export interface RefusedDraft {
  readonly status: number
  readonly notice?: ReactNode
  readonly typed?: Typed
  readonly annex?: TypedAnnex
}

/** The page on which a submission is drafted; `refused`: one of its forms as it was typed. */
export async function showSubmission(
  visit: Visit,
  tx: Tx,
  id: string,
  refused: RefusedDraft | null = null,
): Promise<Response> {
  const { language } = visit
  const w = draftWords(language)
  const state = await readState(visit, tx, id)
  const { draft, base } = state
  const { record, mechanism } = draft
  if (!record) throw new Problem('not_found')
  const [of] = await readRecords(tx, [draft.caseId])
  const mayWrite = can(tx.actor, 'write') && isDraft(record)
  const files = await readCaseFiles(tx, visit.house.files, base.gathered)
  const panels: ReactNode[] = []
  for (const panel of visit.house.recordPanels) panels.push(await panel(visit, tx, record))
  const { required, recommended, conditional } = mechanism.fields
  const asked = [...required, ...recommended, ...conditional.map(({ field }) => field)]
  return workspacePage(visit, {
    title: `${textIn(record, 'reference')} · ${mechanism.name[language]}`,
    status: refused?.status ?? 200,
    lede: mechanism.body[language] ?? mechanism.body.en ?? '',
    breadcrumbs: [
      { href: '/workspace/records/submission', label: w('submissions') },
      { href: `/workspace/case/${draft.caseId}`, label: of?.title ?? '' },
    ],
    fictitious: record.fictitious,
    audience: {
      visibility: record.visibility,
      visibilityLabel: label(visibilityLabel[record.visibility], language),
      seenBy: w('to_be_shown'),
      publicSees: w('public_sees'),
    },
    actions: (
      <>
        <LinkButton href={`/workspace/submission/${record.id}/sending`} kind="primary">
          {sendingWords(language)('open_sending')}
        </LinkButton>
        <LinkButton href={`/workspace/record/${record.id}?whole=1`}>{w('record')}</LinkButton>
      </>
    ),
    notices: (
      <>
        {refused?.notice}
        {isDraft(record) ? null : <Notice>{w('frozen')}</Notice>}
        {base.plan.generic ? <Notice>{w('generic')}</Notice> : null}
      </>
    ),
    children: (
      <>
        <Columns
          main={
            <>
              <GapsView gaps={base.gaps} {...{ language, w }} />
              <NamesView submissionId={id} findings={state.findings} {...{ visit, mayWrite, w }} />
              {mayWrite ? (
                <WordsForm gathered={base.gathered} typed={refused?.typed ?? null} {...{ visit, draft, w }} />
              ) : null}
              <AnnexesView typed={refused?.annex ?? null} {...{ visit, draft, files, mayWrite, w }} />
              <FoundView
                drafted={state.shown ?? base}
                written={draft.language}
                {...{ tx, asked, language, w }}
              />
            </>
          }
          aside={
            <div className="flow">
              <About {...{ visit, state, record, w }} />
              <TakeOut {...{ visit, state, record, w }} />
            </div>
          }
        />
        <Preview {...{ visit, state, record, w }} />
        {panels.map((panel, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: panels stand in the order of the modules
          <Fragment key={i}>{panel}</Fragment>
        ))}
      </>
    ),
  })
}

interface Part {
  readonly visit: Visit
  readonly state: SubmissionState
  readonly record: RecordView
  readonly w: DraftWords
}

/** How long the document is against a limit. What the limit is of stands in the catalogue's words. */
function lengthWords({ counted, most, limit, field }: LengthCount, visit: Visit, w: DraftWords): string {
  const of = field ? label(labelOf(field), visit.language) : limit.what
  return counted === null
    ? w('limit_other', { most: most ?? 0, unit: limit.unit ?? '', what: of })
    : `${of}: ${w(limit.unit === 'pages' ? 'counted_pages' : 'counted', { n: counted, most: most ?? 0 })}`
}

function About({ visit, state, w }: Part) {
  const { draft, base } = state
  const { gathered, lengths } = base
  const persons = gathered.persons.map((id) => gathered.parties.get(id)?.shown ?? '')
  return (
    <Section title={w('mechanism')}>
      <p>
        {w('persons')}: <bdi>{persons.join('; ')}</bdi>
      </p>
      <p>{w(`lang_${draft.language}`)}</p>
      {lengths.map((one) => (
        <p key={one.limit.what}>{lengthWords(one, visit, w)}</p>
      ))}
      <Details summary={w('consent_rule')}>
        <p lang="en">{draft.mechanism.consent.rule.text}</p>
      </Details>
    </Section>
  )
}

function TakeOut({ visit, state, record, w }: Part) {
  const { language } = visit
  if (!visit.session || !can(visit.session.actor, 'export')) return null
  return (
    <Section id="take" title={w('download')}>
      <Form action={`/workspace/submission/${record.id}/document`} csrf={visit.session.formToken}>
        <Select
          id="take-copy"
          name="copy"
          label={w('copy')}
          value={state.audience}
          options={audiences.map((one) => ({ value: one, label: label(audienceLabels[one], language) }))}
        />
        <TextInput
          id="take-partner"
          name="partner"
          label={w('partner')}
          value={state.partner}
          maxLength={200}
        />
        <p className="hint" id="take-hint">
          {w('download_hint')}
        </p>
        <FormActions>
          {draftFormats.map((format, i) => (
            <Button
              key={format}
              kind={i === 0 ? 'primary' : 'secondary'}
              name="format"
              value={format}
              describedBy="take-hint"
            >
              {format.toUpperCase()}
            </Button>
          ))}
        </FormActions>
      </Form>
    </Section>
  )
}

function Preview({ visit, state, record, w }: Part) {
  const { language } = visit
  const { shown, audience, partner, refused } = state
  return (
    <Section id="preview" title={w('preview')}>
      <Tabs
        label={w('copies')}
        tabs={audiences
          .filter((one) => one !== 'partner' || partner !== '')
          .map((one) => ({
            href: `/workspace/submission/${record.id}?${new URLSearchParams({ copy: one, ...(partner && { partner }) })}#preview`,
            label: label(audienceLabels[one], language),
            current: one === audience,
          }))}
      />
      {refused ? (
        <Notice kind="warning">{refused.explanation ? label(refused.explanation, language) : ''}</Notice>
      ) : shown?.document ? (
        <PaperPreview document={shown.document} />
      ) : (
        <Notice kind="warning">{w('preview_blocked')}</Notice>
      )}
      <form action={`/workspace/submission/${record.id}#preview`} method="get">
        <input type="hidden" name="copy" value="partner" />
        <TextInput id="partner" name="partner" label={w('partner')} value={partner} maxLength={200} />
        <FormActions>
          <Button>{w('partner_show')}</Button>
        </FormActions>
      </form>
    </Section>
  )
}
