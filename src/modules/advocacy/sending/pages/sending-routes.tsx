import { parseMoment } from '#platform/dates'
import { type Route, type Visit, download, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { attempt } from '#web/workspace'
import { Readable } from 'node:stream'
import {
  checkSnapshot,
  resumeSubmission,
  reviewSending,
  settleAlert,
  withdrawSubmission,
} from '../actions/after-sending.ts'
import { askForSubmission, freezeSubmission } from '../actions/ask-approval.ts'
import { noteProgress } from '../actions/note-progress.ts'
import { sendSubmission } from '../actions/send-submission.ts'
import { readyCopies } from '../ready-copies.ts'
import { copyFormats, readSnapshots, takeCopy } from '../snapshot.ts'
import { sendingPage } from './sending-page.tsx'
import { mayLeave } from './released.ts'

const base = '/workspace/submission/:id'
const idOf = (visit: Visit): string => visit.params['id'] ?? ''

const media = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
} as const

const ways = ['sent', 'exercise', 'earlier'] as const

/** Bytes of a receipt. */
const mostBytes = 30_000_000

/** A form of the page: what it writes leads back to the page, or to `part` of it; what can be mended shows it again. */
const step = (
  path: string,
  may: Route['may'],
  write: (tx: Tx, visit: Visit) => Promise<unknown>,
  more: { readonly part?: string } & Pick<Route, 'bodyLimit' | 'hiddenUploads'> = {},
): Route => {
  const { part = '', ...limits } = more
  return route({
    method: 'post',
    path: `${base}/${path}`,
    may,
    ...limits,
    handle: (visit) =>
      attempt(
        visit,
        async (tx) => {
          await write(tx, visit)
          return redirect(`/workspace/submission/${idOf(visit)}/sending${part}`)
        },
        (tx, refused) => sendingPage(visit, tx, refused),
        ['invalid', 'conflict'],
      ),
  })
}

async function ask(tx: Tx, visit: Visit): Promise<void> {
  const { form, house } = visit
  const submissionId = idOf(visit)
  const date = new Date().toISOString().slice(0, 10)
  const ready = await readyCopies(tx, house.files, submissionId, date)
  const snapshotId = await freezeSubmission(tx, house.files, {
    submissionId,
    ready,
    reason: form.get('reason'),
  })
  if (form.get('do') !== 'freeze')
    await askForSubmission(tx, { submissionId, snapshotId, ready, words: form.get('words') })
}

async function send(tx: Tx, visit: Visit): Promise<void> {
  const { form, house } = visit
  const way = ways.find((one) => one === form.get('way'))
  if (!way) throw new Problem('malformed')
  const [file] = form.files.filter(({ field }) => field === 'file')
  await sendSubmission(tx, house.files, {
    submissionId: idOf(visit),
    way,
    at: parseMoment({ day: form.get('day'), time: form.get('time'), zone: form.get('zone') }) ?? '',
    channel: form.get('channel'),
    receipt: form.get('receipt'),
    urgent: form.get('urgent'),
    ...(file && { receiptFile: { name: file.name, content: file.content } }),
  })
}

/** Everything that one does with a submission on its way. */
export const sendingRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${base}/sending`,
    may: 'read',
    handle: (visit) => visit.within((tx) => sendingPage(visit, tx)),
  }),
  step('ask', 'write', ask, { part: '#copy' }),
  step(
    'check',
    'write',
    (tx, { form }) =>
      checkSnapshot(tx, {
        snapshotId: form.get('snapshot'),
        kind: form.get('kind'),
        words: form.get('words'),
      }),
    { part: '#copy' },
  ),
  step('send', 'export', send, { bodyLimit: mostBytes, hiddenUploads: true }),
  step('progress', 'write', (tx, visit) =>
    noteProgress(tx, {
      id: idOf(visit),
      version: Number(visit.form.get('version')),
      status: visit.form.get('status'),
      on: visit.form.get('on'),
      officialCode: visit.form.get('official_code'),
    }),
  ),
  step('review', 'export', (tx, visit) =>
    reviewSending(tx, {
      submissionId: idOf(visit),
      verdict: visit.form.get('verdict'),
      words: visit.form.get('words'),
    }),
  ),
  step('alert', 'write', (tx, visit) =>
    settleAlert(tx, {
      submissionId: idOf(visit),
      alertId: visit.form.get('alert'),
      words: visit.form.get('words'),
    }),
  ),
  step('resume', 'write', (tx, visit) =>
    resumeSubmission(tx, { submissionId: idOf(visit), words: visit.form.get('words') }),
  ),
  step('give-up', 'write', (tx, visit) => withdrawSubmission(tx, idOf(visit))),
  route({
    method: 'get',
    path: `${base}/snapshot/:snapshot/:file`,
    may: 'read',
    handle: async (visit) => {
      const [, audience = '', format = '', position = '0'] =
        /^(mechanism|state|public)\.(pdf|docx|json|txt|annex)(?:-(\d{1,3}))?$/.exec(
          visit.params['file'] ?? '',
        ) ?? []
      const taken = await visit.within(async (tx) => {
        const snapshot = (await readSnapshots(tx, idOf(visit))).find(
          ({ id }) => id === visit.params['snapshot'],
        )
        if (!snapshot || audience === '') throw new Problem('not_found')
        const file = await takeCopy(tx, visit.house.files, snapshot, {
          audience,
          format,
          position: Number(position),
          released: await mayLeave(tx, snapshot),
        })
        return { ...file, day: snapshot.at.toISOString().slice(0, 10) }
      })
      const known = copyFormats.find((one) => one === format)
      const type = known ? media[known] : 'application/octet-stream'
      const answer = download(
        Readable.toWeb(taken.stream) as ReadableStream<Uint8Array>,
        known ? `${audience}-${taken.day}.${known}` : taken.name,
        type,
      )
      answer.headers.set('x-sha256', taken.sha256)
      return answer
    },
  }),
]
