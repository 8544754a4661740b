import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newId } from '#platform/db'
import { consentInForce } from '#platform/consent'
import { createRecord, insertRecords, readRecord, typeOf, updateRecord } from '#platform/records'
import { openTable } from '#platform/tabular'
import { createImport, previewImport, runImport } from '#platform/transfer'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { withdrawConsent } from '../consent/actions/withdraw-consent.ts'
import { decidePublicity } from './actions/decide-publicity.ts'
import { handOver } from './actions/hand-over.ts'
import { hearFrom } from './actions/hear-from.ts'
import { moveCase } from './actions/move-case.ts'
import { openCase } from './actions/open-case.ts'
import { readCaseLine } from './case-line.ts'
import { missedCheckIns } from './check-ins.ts'

/** Ada with a team of her own, and Bea, who leads another. */
async function desk() {
  const app = await testApp()
  const ada = await app.signIn()
  const org = ada.actor.orgId
  const [green, red, beaId] = [newId(), newId(), newId()]
  await app.owner
    .insertInto('account')
    .values({
      org_id: org,
      id: beaId,
      kind: 'person',
      name: 'Bea',
      role: 'case_officer',
      readable_classes: ['identity'],
    })
    .execute()
  await app.owner
    .insertInto('team')
    .values([
      { org_id: org, id: green, name: 'Green' },
      { org_id: org, id: red, name: 'Red' },
    ])
    .execute()
  await app.owner
    .insertInto('team_member')
    .values([
      { org_id: org, team_id: green, account_id: ada.actor.accountId },
      { org_id: org, team_id: red, account_id: beaId },
    ])
    .execute()
  const bea = await app.signIn({ ...ada.actor, accountId: beaId, name: 'Bea' })
  const { id } = await ada.within((tx) =>
    openCase(tx, { values: { code_name: 'Heron', kind: 'artist' }, teamId: green }),
  )
  const version = () => ada.within(async (tx) => (await readRecord(tx, id)).version)
  return { app, ada, bea, beaId, green, red, id, version }
}

const addSource = async (tx: Parameters<typeof createRecord>[0], title: string) =>
  (await createRecord(tx, { type: 'source', values: { title, kind: 'message' } })).id

describe('a case', () => {
  test('is opened at intake, for who opens it, and seen by the team alone', async () => {
    const { ada, bea, id, green } = await desk()
    const record = await ada.within((tx) => readRecord(tx, id))
    expect(record.visibility).toBe('restricted')
    expect(record.values).toMatchObject({ stage: 'intake', assigned_to: ada.actor.accountId, team: green })
    await expect(bea.within((tx) => readRecord(tx, id))).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('is not planned for before two sources independent of each other, or a reason of somebody', async () => {
    const { ada, id, version } = await desk()
    const move = async (stage: 'verification' | 'plan', more = {}) =>
      ada.within(async (tx) => moveCase(tx, { id, version: await version(), stage, reason: 'Next', ...more }))
    await move('verification')
    await expect(move('plan')).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'unverified_reason' }],
    })
    const [one, two] = await ada.within(async (tx) => [
      await addSource(tx, 'Counsel'),
      await addSource(tx, 'Neighbour'),
    ])
    const sources = async (second: string) =>
      ada.within(async (tx) =>
        updateRecord(tx, {
          id,
          version: await version(),
          values: {
            sources: [
              { to: one, attributes: { independence: 'independent' } },
              { to: two, attributes: { independence: second } },
            ],
          },
        }),
      )
    await sources('derived')
    await expect(move('plan')).rejects.toMatchObject({ kind: 'invalid' })
    await sources('independent')
    await move('plan')
    expect((await ada.within((tx) => readRecord(tx, id))).values).toMatchObject({ stage: 'plan' })
  })

  test('that is not verified is refused by the database itself, at the end of the transaction', async () => {
    const { ada, id } = await desk()
    await expect(
      ada.within((tx) => updateRecord(tx, { id, version: 1, values: { stage: 'actions' }, acting: true })),
    ).rejects.toThrow(/not verified/)
    await expect(
      ada.within((tx) =>
        insertRecords(tx, [
          {
            id: newId(),
            type: typeOf(tx, 'case'),
            values: { code_name: 'Imported', kind: 'artist', stage: 'plan' },
            visibility: 'restricted',
          },
        ]),
      ),
    ).rejects.toThrow(/not verified/)
    await ada.within((tx) =>
      moveCase(tx, {
        id,
        version: 1,
        stage: 'actions',
        reason: 'Tonight',
        unverifiedReason: 'She may not live till morning.',
      }),
    )
  })

  test('that comes by an import past verification is refused by row, field and remedy unless two sources or a reason come along', async () => {
    const { app, ada } = await desk()
    const source = async () =>
      (
        await ada.within((tx) =>
          createRecord(tx, { type: 'source', values: { title: 'S', kind: 'message' } }),
        )
      ).id
    const sources = `${await source()}|${await source()}`
    const marks = JSON.stringify([{ independence: 'independent' }, { independence: 'independent' }])
    const rows = [
      ['Told', 'plan', '', sources, marks],
      ['Untold', 'actions', '', sources, ''],
      ['Reasoned', 'follow_up', 'Nobody else dares to speak.', '', ''],
      ['Early', 'verification', '', '', ''],
    ]
    const cell = (text = '') => `"${text.replaceAll('"', '""')}"`
    const file = [
      [
        'amparo:1:case',
        'code_name',
        'kind',
        'stage',
        'unverified_reason',
        'sources',
        'sources.attributes',
      ].join(','),
      ...rows.map(([name, ...more]) => ['', name, 'artist', ...more].map(cell).join(',')),
    ].join('\n')
    const folder = mkdtempSync(join(tmpdir(), 'amparo-cases-'))
    try {
      const path = join(folder, 'cases.csv')
      writeFileSync(path, file)
      const open = () => openTable(path, { fileName: path })
      const preview = await ada.within((tx) => previewImport(tx, { open, onProblem: 'stop' }))
      expect(preview.counts).toMatchObject({ read: 4, refused: 1, created: 3 })
      const importId = await ada.within((tx) =>
        createImport(tx, {
          type: 'case',
          sourceName: 'cases.csv',
          plan: { columns: [], onProblem: 'skip' },
        }),
      )
      const report = await runImport(app.house, ada.actor, importId, { open })
      expect(report.counts).toMatchObject({ created: 3, refused: 1 })
      expect(report.findings).toEqual([
        expect.objectContaining({ row: 3, kind: 'refused', field: 'stage', value: 'actions' }),
      ])
      for (const [language, word] of [
        ['en', 'independent'],
        ['es', 'independientes'],
        ['ca', 'independents'],
      ] as const)
        expect(report.findings[0]?.message[language]).toContain(word)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('has its stage, its publicity and its hands changed by their own steps alone', async () => {
    const { ada, id, beaId } = await desk()
    for (const values of [
      { stage: 'closed' },
      { publicity: 'public' },
      { assigned_to: beaId },
      { unverified_reason: 'x' },
    ])
      await expect(ada.within((tx) => updateRecord(tx, { id, version: 1, values }))).rejects.toMatchObject({
        kind: 'invalid',
      })
  })

  test('is moved only with a reason, and its line says all of it', async () => {
    const { ada, id, version, beaId, red } = await desk()
    await expect(
      ada.within((tx) => moveCase(tx, { id, version: 1, stage: 'triage', reason: '  ' })),
    ).rejects.toMatchObject({ kind: 'invalid' })
    await ada.within((tx) =>
      moveCase(tx, { id, version: 1, stage: 'triage', reason: 'Two calls in an hour' }),
    )
    await ada.within((tx) => updateRecord(tx, { id, version: 2, values: { summary: 'No step.' } }))
    await ada.within(async (tx) =>
      decidePublicity(tx, {
        id,
        version: await version(),
        publicity: 'quiet',
        by: 'family',
        on: '2026-11-02',
        words: 'Nothing leaves',
      }),
    )
    await ada.within(async (tx) =>
      handOver(tx, { id, version: await version(), to: beaId, teamId: red, words: 'Ask the sister first' }),
    )
    const line = await ada.within((tx) => readCaseLine(tx, id))
    expect(line.map(({ version: _v, at: _a, ...step }) => step)).toEqual([
      { by: 'Ada', reason: null, stage: 'intake', assignedTo: ada.actor.accountId },
      { by: 'Ada', reason: 'Two calls in an hour', stage: 'triage' },
      {
        by: 'Ada',
        reason: 'Nothing leaves',
        publicity: 'quiet',
        publicityBy: 'family',
        publicityOn: '2026-11-02',
      },
      { by: 'Ada', reason: 'Ask the sister first', assignedTo: beaId },
    ])
  })

  test('handed over is seen by who receives it and their team, and no longer by the team before', async () => {
    const { app, ada, bea, id, beaId, red, green } = await desk()
    await ada.within((tx) => handOver(tx, { id, version: 1, to: beaId, teamId: red, words: 'Yours' }))
    expect((await bea.within((tx) => readRecord(tx, id))).values).toMatchObject({
      assigned_to: beaId,
      team: red,
    })
    const teams = await app.owner
      .selectFrom('record_team_grant')
      .select('team_id')
      .where('record_id', '=', id)
      .execute()
    expect(teams).toEqual([{ team_id: red }])
    expect(teams).not.toContainEqual({ team_id: green })
  })
})

describe('a sign', () => {
  test('that does not come is missed when its moment by its own clocks has passed, until somebody notes it', async () => {
    const { ada, bea, id } = await desk()
    const made = await ada.within((tx) =>
      createRecord(tx, {
        type: 'check_in',
        values: {
          case: { to: id },
          due: '2026-11-21T20:00[America/Argentina/Buenos_Aires]',
          first_step: 'Call',
        },
      }),
    )
    const missed = (at: string, who = ada) =>
      who.within(async (tx) => (await missedCheckIns(tx, new Date(at))).map((one) => one.id))
    expect(await missed('2026-11-21T22:59:00Z')).toEqual([])
    expect(await missed('2026-11-21T23:01:00Z')).toEqual([made.id])
    expect(await missed('2026-11-21T23:01:00Z', bea)).toEqual([])
    await ada.within((tx) => hearFrom(tx, { id: made.id, version: 1, how: 'He wrote' }))
    expect(await missed('2026-11-21T23:01:00Z')).toEqual([])
    await expect(
      ada.within((tx) => hearFrom(tx, { id: made.id, version: 2, how: 'Again' })),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('a consent', () => {
  test('withdrawn is over at once, told to who keeps drafts in the same transaction, and is not withdrawn twice', async () => {
    const { app, ada } = await desk()
    const told: unknown[] = []
    const { personId, consentId } = await ada.within(async (tx) => {
      const person = await createRecord(tx, { type: 'person', values: { name: 'Neva' } })
      return { personId: person.id, consentId: await giveConsent(tx, person.id) }
    })
    const house = {
      ...app.house,
      consentListeners: [
        async (...[tx, ended]: Parameters<(typeof app.house.consentListeners)[number]>) => {
          told.push({
            ...ended,
            inForce: await consentInForce(tx, personId, {
              scope: 'act',
              purpose: 'advocacy',
              channel: 'letter',
            }),
          })
        },
      ],
    }
    const withdraw = (version: number) =>
      ada.within((tx) =>
        withdrawConsent(tx, house, { id: consentId, version, how: 'person', words: 'Not any more' }),
      )
    await withdraw(1)
    expect(told).toEqual([
      { consentId, personId, publishable: false, inForce: { granted: false, lack: 'withdrawn' } },
    ])
    await expect(withdraw(2)).rejects.toMatchObject({ kind: 'conflict' })
  })
})
