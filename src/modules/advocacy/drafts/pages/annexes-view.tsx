import { isPicture } from '#platform/evidence'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import {
  Button,
  Checkboxes,
  Details,
  Form,
  FormActions,
  Section,
  Select,
  Table,
  TextInput,
} from '#web/components'
import type { DraftWords } from '../messages.ts'
import type { CaseAttachment } from '../queries/case-files.ts'
import type { SubmissionDraft } from '../queries/read-submission.ts'
import { audienceLabels, audiences, cleaningFaultLabels } from '../records/submission-annex.ts'

/** The form for one more annex as it was typed, with what is wrong by control. */
export interface TypedAnnex {
  readonly attachment: string
  readonly name: string
  readonly copies: readonly string[]
  readonly errors: Readonly<Record<string, string>>
}

/** The files that go along, and the form for one more. */
export function AnnexesView({
  visit,
  draft,
  files,
  mayWrite,
  typed,
  w,
}: {
  readonly visit: Visit
  readonly draft: SubmissionDraft
  readonly files: readonly CaseAttachment[]
  readonly mayWrite: boolean
  readonly typed: TypedAnnex | null
  readonly w: DraftWords
}) {
  const { language } = visit
  const csrf = visit.session?.formToken ?? ''
  const base = `/workspace/submission/${draft.record?.id ?? ''}/annex`
  return (
    <Section id="annexes" title={w('annexes')}>
      {draft.annexes.length === 0 ? (
        <p className="quiet">{w('annexes_none')}</p>
      ) : (
        <Table
          caption={w('annexes')}
          captionHidden
          columns={[
            { key: 'name', label: w('annex_name'), heading: true },
            { key: 'copies', label: w('annex_copies') },
            { key: 'state', label: w('annex_file') },
            { key: 'do', label: w('mend') },
          ]}
          rows={draft.annexes.map((annex) => {
            const file = files.find(({ id }) => id === annex.attachmentId)?.file
            const clean = file !== undefined && (isPicture(file.mediaType) || annex.cleaned === file.sha256)
            const unlooked = file !== undefined && !clean && annex.lookedAt !== file.sha256
            const why = annex.notCleaned ? label(cleaningFaultLabels[annex.notCleaned], language) : ''
            const state = !file
              ? ''
              : clean
                ? w('annex_stripped')
                : [why, w(unlooked ? 'annex_unlooked' : 'annex_looked')].filter(Boolean).join(' ')
            return {
              key: annex.recordId,
              cells: {
                name: (
                  <span dir="auto">
                    {annex.position}. {annex.name}
                  </span>
                ),
                copies: annex.copies.map((one) => label(audienceLabels[one], language)).join(', '),
                state: (
                  <>
                    {state} <a href={`/workspace/file/${annex.attachmentId}`}>{w('annex_open')}</a>
                  </>
                ),
                do: mayWrite ? (
                  <Form action={`${base}/${annex.recordId}`} csrf={csrf} label={annex.name}>
                    {unlooked ? (
                      <Button small name="do" value="confirm">
                        {w('annex_confirm')}
                      </Button>
                    ) : null}{' '}
                    <Button small kind="plain" name="do" value="remove">
                      {w('annex_remove')}
                    </Button>
                  </Form>
                ) : (
                  ''
                ),
              },
            }
          })}
        />
      )}
      {mayWrite ? (
        <Details summary={w('annex_add')} open={typed !== null}>
          {files.length === 0 ? (
            <p>{w('annex_no_files')}</p>
          ) : (
            <Form action={base} csrf={csrf}>
              <Select
                id="attachment"
                name="attachment"
                label={w('annex_file')}
                empty="—"
                value={typed?.attachment}
                error={typed?.errors['attachment']}
                options={files.map(({ id, file, caption }) => ({
                  value: id,
                  label: [file.name, caption].filter(Boolean).join(' · '),
                }))}
              />
              <TextInput
                id="annex-name"
                name="name"
                label={w('annex_name')}
                hint={w('annex_name_hint')}
                value={typed?.name}
                error={typed?.errors['name']}
                maxLength={1000}
              />
              <Checkboxes
                id="copies"
                name="copies"
                label={w('annex_copies')}
                values={typed?.copies ?? ['mechanism']}
                error={typed?.errors['copies']}
                options={audiences.map((one) => ({
                  value: one,
                  label: label(audienceLabels[one], language),
                }))}
              />
              <FormActions>
                <Button>{w('add')}</Button>
              </FormActions>
            </Form>
          )}
        </Details>
      ) : null}
    </Section>
  )
}
