import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPdf, renderText } from '#platform/documents'
import { attachFile } from '#platform/evidence'
import { type FileStore, openFileStore } from '#platform/files'
import { type Tx, fold, readRecord, updateRecord, withRequest } from '#platform/records'
import { testOrganisation } from '../../../../tests/support/organisation.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { shipped } from '../../../open-house.ts'
import { answerField } from './actions/answer-field.ts'
import { addAnnex, confirmAnnex } from './actions/choose-annexes.ts'
import { decideName } from './actions/decide-name.ts'
import { openSubmission } from './actions/open-submission.ts'
import { saveWords } from './actions/save-words.ts'
import { takeDraft } from './actions/take-draft.ts'
import { draftDocument } from './document/draft-document.ts'
import { isOpenGap } from './gaps/gaps-of.ts'
import { findDraft } from './queries/find-draft.ts'
import { readSubmission, requireMechanism } from './queries/read-submission.ts'
import { sampleAnswers } from './sample-answers.ts'
import { type SampleCase, writeSampleCase } from './sample-case.ts'

let folder: string
let files: FileStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-drafts-'))
  files = openFileStore({ home: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function desk() {
  const { app, actor } = await testOrganisation()
  const ada = <T>(action: (tx: Tx) => Promise<T>) => withRequest({ db: app, shipped }, actor, action)
  const sample = await ada(writeSampleCase)
  const { id } = await ada((tx) =>
    openSubmission(tx, { caseId: sample.caseId, mechanism: 'un-sp-urgent-appeal', language: 'en' }),
  )
  await ada(async (tx) => {
    for (const field of ['request.mandates', 'risk.urgency', 'submitter.relationToVictim'])
      await answerField(tx, { submissionId: id, field, words: sampleAnswers[field] ?? '' })
  })
  return { ada, sample, id }
}

const textOf = async (tx: Tx, id: string, audience: 'mechanism' | 'state' | 'public') => {
  const drafted = await draftDocument(tx, files, await readSubmission(tx, id), {
    audience,
    date: '2026-11-21',
  })
  return { drafted, text: drafted.document ? renderText(drafted.document).bytes.toString() : null }
}

/** Withdraws nothing: gives the person a consent to act alone, in place of the one that the sample has. */
const actOnly = (tx: Tx, { consent }: SampleCase) =>
  updateRecord(tx, { id: consent, version: 1, values: { scopes: ['act'] } })

describe('copies of a case', () => {
  test('name who agreed, never who told us, and to the State not who submits', async () => {
    const { ada, id } = await desk()
    for (const audience of ['mechanism', 'state', 'public'] as const) {
      const { text, drafted } = await ada((tx) => textOf(tx, id, audience))
      expect(drafted.findings).toEqual([])
      expect(text).toContain('Neva Toralin')
      expect(fold(text ?? '')).not.toMatch(/olesk|dragan|\blena\b/)
      expect(text?.includes('Association of the Open Window')).toBe(audience !== 'state')
      if (audience !== 'mechanism') expect(text).not.toMatch(/Asthma|\+000|whereabouts/i)
    }
  })

  test('show a code for who did not agree to be named, and the same one in each', async () => {
    const { ada, id, sample } = await desk()
    await ada((tx) => actOnly(tx, sample))
    expect((await ada((tx) => textOf(tx, id, 'mechanism'))).text).toContain('Neva Toralin')
    const { text } = await ada((tx) => textOf(tx, id, 'state'))
    expect(text).toContain('the person A.')
    expect(fold(text ?? '')).not.toMatch(/toralin|neva/)
    expect(text).not.toMatch(/1994|Musician/)
  })

  test('are not made while a name in a text is undecided, in the case and in the submission', async () => {
    const { ada, id, sample } = await desk()
    await ada((tx) => actOnly(tx, sample))
    await ada(async (tx) => {
      const { version, values } = await readRecord(tx, sample.event)
      const description = {
        ...(values['description'] as object),
        en: 'They took N. TORALIN, says her sister Lena.',
      }
      await updateRecord(tx, { id: sample.event, version, values: { description } })
      const own = await readRecord(tx, id)
      await saveWords(tx, {
        submissionId: id,
        version: own.version,
        argument: 'Toralin’s songs are protected. So said Olesk.',
        requests: '',
        language: 'en',
        answers: new Map(),
      })
    })
    const blocked = await ada((tx) => textOf(tx, id, 'state'))
    expect(blocked.text).toBeNull()
    expect(blocked.drafted.findings.map(({ words }) => words).sort()).toEqual(
      ['Lena', 'N. TORALIN', 'Olesk', 'Toralin’s'].sort(),
    )
    await expect(
      ada(async (tx) => takeDraft(tx, files, await readSubmission(tx, id), { audience: 'state' }, 'txt')),
    ).rejects.toMatchObject({ kind: 'conflict' })
    // To the mechanism she may be named, her sister and the source may not.
    const toThem = await ada((tx) => textOf(tx, id, 'mechanism'))
    expect(toThem.drafted.findings.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['Lena', 'Olesk']),
    )

    // A name that is not there is not decided on.
    await expect(
      ada((tx) =>
        decideName(
          tx,
          { submissionId: id, place: 'x', words: 'Lena', whose: [sample.sister], decision: 'code' },
          blocked.drafted.findings,
        ),
      ),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await ada(async (tx) => {
      for (const { place, words, whose } of blocked.drafted.findings)
        await decideName(
          tx,
          {
            submissionId: id,
            place,
            words,
            whose: [(whose.find((one) => one.id === sample.person) ?? whose[0])?.id ?? ''],
            decision: 'code',
          },
          blocked.drafted.findings,
        )
    })
    const { text, drafted } = await ada((tx) => textOf(tx, id, 'state'))
    expect(drafted.findings).toEqual([])
    expect(fold(text ?? '')).not.toMatch(/toralin|neva|\blena\b|olesk/)
    // Where she may be named, the code that was put for another copy does not stand.
    const after = await ada((tx) => textOf(tx, id, 'mechanism'))
    expect(after.text).toContain('Neva Toralin')
    const decided = (await ada((tx) => readSubmission(tx, id))).decisions
    expect(decided).toHaveLength(4)
    expect(new Set(decided.map(({ by }) => by)).size).toBe(1)
  })

  test('follow the consent of the day, and a case of which nothing is said has no public copy', async () => {
    const { ada, id, sample } = await desk()
    await ada((tx) =>
      updateRecord(tx, { id: sample.caseId, version: 1, acting: true, values: { publicity: 'quiet' } }),
    )
    await expect(ada((tx) => textOf(tx, id, 'public'))).rejects.toMatchObject({ kind: 'conflict' })
    await ada((tx) =>
      updateRecord(tx, {
        id: sample.consent,
        version: 1,
        acting: true,
        values: { withdrawn_on: new Date().toISOString().slice(0, 10) },
      }),
    )
    const { drafted, text } = await ada((tx) => textOf(tx, id, 'mechanism'))
    expect(drafted.gaps.filter(isOpenGap).map(({ field }) => field)).toContain('consent.given')
    expect(text).toContain('DRAFT')
    expect(fold(text ?? '')).not.toMatch(/toralin|neva/)
  })
})

describe('annexes', () => {
  test('go by number, hashed as they go out, and only after somebody looked at what they tell of themselves', async () => {
    const { ada, id, sample } = await desk()
    const bytes = Buffer.from('%PDF-1.4 not much of one')
    const attachmentId = await ada(async (tx) => {
      const made = await attachFile(tx, files, {
        recordId: sample.act,
        content: Readable.from([bytes]),
        name: 'order of Dragan Olesk.pdf',
      })
      await addAnnex(tx, files, {
        submissionId: id,
        attachmentId: made.attachmentId,
        name: 'Order of the court',
        copies: ['mechanism', 'state'],
      })
      return made.attachmentId
    })
    const before = await ada((tx) => textOf(tx, id, 'mechanism'))
    expect(before.drafted.gaps.filter(isOpenGap).map(({ field }) => field)).toEqual(['evidence.annexes'])
    const { annexes } = await ada((tx) => readSubmission(tx, id))
    await ada((tx) => confirmAnnex(tx, files, id, annexes[0]?.recordId ?? ''))
    const { drafted, text } = await ada((tx) => textOf(tx, id, 'state'))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(
      drafted.files.map(({ annex }) => [annex.title, annex.fileName?.slice(0, 8), annex.sha256]),
    ).toEqual([['Order of the court', 'annex-01', sha256]])
    expect(text).toContain(sha256)
    expect(text).not.toContain('Olesk')
    expect((await ada((tx) => textOf(tx, id, 'public'))).drafted.files).toEqual([])
    await expect(
      ada((tx) => addAnnex(tx, files, { submissionId: id, attachmentId, name: ' ', copies: [] })),
    ).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('an annex that is a document', () => {
  test('goes without what it tells of itself and needs nobody to confirm it; its list has the hash of what goes', async () => {
    const { ada, id, sample } = await desk()
    const paper = { form: 'report', title: 'Order', language: 'en', date: '2026-11-20', body: [] } as const
    const { bytes } = await renderPdf({ ...paper, authors: ['Dragan Olesk'] })
    expect((await readPdf(bytes)).info['Author']).toBe('Dragan Olesk')
    await ada(async (tx) => {
      const { attachmentId } = await attachFile(tx, files, {
        recordId: sample.act,
        content: Readable.from([bytes]),
        name: 'order.pdf',
      })
      await addAnnex(tx, files, { submissionId: id, attachmentId, name: 'Order', copies: ['mechanism'] })
    })
    const { drafted, text } = await ada((tx) => textOf(tx, id, 'mechanism'))
    expect(drafted.gaps.filter(isOpenGap)).toEqual([])
    const [taken] = drafted.files
    if (!taken) throw new Error('no annex')
    expect(text).toContain(createHash('sha256').update(taken.bytes).digest('hex'))
    const { info } = await readPdf(Buffer.from(taken.bytes))
    expect([info['Author'], info['Title']]).toEqual([undefined, undefined])
  })
})

describe('a submission', () => {
  test('is drafted from the case alone too, and what the case says is not answered in it', async () => {
    const { ada, id, sample } = await desk()
    await ada(async (tx) => {
      const draft = await findDraft(tx, sample.caseId, await requireMechanism(tx, 'un-ced-urgent'), 'fr')
      expect(draft.record).toBeNull()
      const { document, gaps } = await draftDocument(tx, files, draft, {
        audience: 'mechanism',
        date: '2026-11-21',
      })
      expect(document && renderText(document).bytes.toString()).toMatch(
        /PROJET[^]*Née? ?|Naissance: 19 février 1994/,
      )
      expect(gaps.find(({ field }) => field === 'submitter.relationToVictim')).toMatchObject({
        level: 'required',
        href: null,
      })
    })
    await expect(
      ada((tx) => answerField(tx, { submissionId: id, field: 'victim.fullName', words: 'Somebody' })),
    ).rejects.toMatchObject({ kind: 'invalid' })
    await expect(
      ada((tx) => openSubmission(tx, { caseId: sample.caseId, mechanism: 'none', language: 'en' })),
    ).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('once sent is not written on any more', async () => {
    const { ada, id } = await desk()
    await ada((tx) => updateRecord(tx, { id, version: 1, acting: true, values: { status: 'withdrawn' } }))
    await expect(
      ada((tx) => answerField(tx, { submissionId: id, field: 'risk.gravity', words: 'x' })),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })
})
