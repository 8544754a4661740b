import { describe, expect, test } from 'vitest'
import { mechanismOf } from '#catalogue/mechanisms'
import { newId } from '#platform/db'
import { renderPdf, renderText } from '#platform/documents'
import { type Tx, insertRecords, typeOf, withRequest } from '#platform/records'
import { testOrganisation } from '../../../../tests/support/organisation.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { shipped } from '../../../open-house.ts'
import { openSubmission } from './actions/open-submission.ts'
import { draftDocument } from './document/draft-document.ts'
import { gapsOf, isOpenGap } from './gaps/gaps-of.ts'
import { isAnswered } from './gaps/homes.ts'
import { plans } from './mechanisms/index.ts'
import { type SubmissionDraft, readSubmission } from './queries/read-submission.ts'
import { sampleAnswers } from './sample-answers.ts'
import { type SampleCase, writeSampleCase } from './sample-case.ts'

const noFiles = {} as Parameters<typeof draftDocument>[1]

async function desk() {
  const { app, actor } = await testOrganisation()
  const ada = <T>(action: (tx: Tx) => Promise<T>) => withRequest({ db: app, shipped }, actor, action)
  return { ada, sample: await ada(writeSampleCase) }
}

let ready: ReturnType<typeof desk> | undefined
const shared = () => (ready ??= desk())

const asked = (id: string): readonly string[] => {
  const { required, recommended, conditional } = mechanismOf(id)?.fields ?? {
    required: [],
    recommended: [],
    conditional: [],
  }
  return [...required, ...recommended, ...conditional.map(({ field }) => field)]
}

/** A submission of the sample case with every answer that its mechanism asks for. */
async function complete(tx: Tx, sample: SampleCase, mechanism: string): Promise<SubmissionDraft> {
  const { id } = await openSubmission(tx, { caseId: sample.caseId, mechanism, language: 'en' })
  const fields = asked(mechanism).filter((field) => isAnswered(field) && sampleAnswers[field] !== undefined)
  await insertRecords(
    tx,
    [...new Set(fields)].map((field) => ({
      id: newId(),
      type: typeOf(tx, 'submission_answer'),
      visibility: 'restricted' as const,
      values: { submission: { to: id }, asked: field, words: sampleAnswers[field] },
    })),
  )
  return readSubmission(tx, id)
}

describe.each(plans.map(({ mechanism }) => mechanism))('%s', (mechanism) => {
  test('shows every field that the mechanism asks for', () => {
    const shown = new Set(
      plans.find((one) => one.mechanism === mechanism)?.sections.flatMap(({ fields }) => fields),
    )
    const computed = ['format.length', 'format.language', 'format.file']
    expect(asked(mechanism).filter((field) => !shown.has(field) && !computed.includes(field))).toEqual([])
  })

  test('is complete for a complete case, and names the gap that any required field leaves', async () => {
    const { ada, sample } = await shared()
    await ada(async (tx) => {
      const draft = await complete(tx, sample, mechanism)
      const drafted = await draftDocument(tx, noFiles, draft, { audience: 'mechanism', date: '2026-11-21' })
      expect(drafted.gaps.filter(isOpenGap).map(({ field, level, why }) => [field, level, why.en])).toEqual(
        [],
      )
      expect(drafted.findings).toEqual([])
      expect(drafted.complete).toBe(true)
      expect(drafted.document).not.toBeNull()
      if (drafted.document)
        expect(renderText(drafted.document).bytes.toString()).not.toMatch(/DRAFT|undefined|\[object/)
      const { gathered } = drafted
      for (const field of draft.mechanism.fields.required.filter((one) => one !== 'format.length')) {
        const without = {
          ...gathered,
          values: gathered.values.filter(
            (one) =>
              one.field !== field && !(field === 'consent.given' && one.field === 'consent.absenceReason'),
          ),
        }
        const gaps = gapsOf(tx.schema, draft, without).filter(isOpenGap)
        expect(
          gaps.map((one) => one.field),
          field,
        ).toContain(field)
        expect(gaps.find((one) => one.field === field)?.href, field).toMatch(/^\/workspace\//)
      }
    })
  })
})

describe('a limit in pages', () => {
  test('is counted in the PDF that would leave, without the list of annexes; what is past it is a gap', async () => {
    const { ada, sample } = await shared()
    await ada(async (tx) => {
      const draft = await complete(tx, sample, 'un-wgad-regular')
      const lengthOf = async (argument: string) => {
        const record = draft.record && {
          ...draft.record,
          values: { ...draft.record.values, argument },
        }
        const drafted = await draftDocument(
          tx,
          noFiles,
          { ...draft, record },
          { audience: 'mechanism', date: '2026-11-21' },
        )
        const [length] = drafted.lengths.filter(({ limit }) => limit.unit === 'pages')
        return { drafted, length }
      }
      const { drafted, length } = await lengthOf('Short.')
      if (!drafted.document) throw new Error('no document')
      const pdf = await readPdf((await renderPdf(drafted.document)).bytes)
      expect(length).toMatchObject({ counted: pdf.pages.length, most: 20 })
      expect(drafted.complete).toBe(true)
      const long = await lengthOf('No order was shown to anybody, then or later. '.repeat(1_400))
      expect(long.length?.counted).toBeGreaterThan(20)
      expect(long.drafted.gaps.filter(isOpenGap).map(({ why }) => why.en)).toEqual([
        `Too long: ${long.length?.counted} of 20 pages.`,
      ])
    })
  })
})
