import { parseMoment } from '#platform/dates'
import { type Visit, download, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
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
import { attempt } from './attempt.ts'
import { sendingPage } from './sending-page.tsx'
import { mayLeave } from './released.ts'

const base = '/workspace/submission/:id'
const idOf = (visit: Visit): string => visit.params['id'] ?? ''
const back = (visit: Visit, part = ''): Response =>
  redirect(`/workspace/submission/${idOf(visit)}/sending${part}`)

const media = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
} as const

const ways = ['sent', 'exercise', 'earlier'] as const

/** Bytes of a receipt. */
const mostBytes = 30_000_000

/** Everything that one does with a submission on its way. */
export const sendingRoutes = [
  route({
    method: 'get',
    path: `${base}/sending`,
    may: 'read',
    handle: (visit) => visit.within((tx) => sendingPage(visit, tx)),
  }),
  route({
    method: 'post',
    path: `${base}/ask`,
    may: 'write',
    handle: (visit) => {
      const { form, house } = visit
      return attempt(
        visit,
        async (tx) => {
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
          return back(visit, '#copy')
        },
        (tx, refused) => sendingPage(visit, tx, refused),
      )
    },
  }),
  route({
    method: 'post',
    path: `${base}/check`,
    may: 'write',
    handle: (visit) =>
      attempt(
        visit,
        async (tx) => {
          const { form } = visit
          await checkSnapshot(tx, {
            snapshotId: form.get('snapshot'),
            kind: form.get('kind'),
            words: form.get('words'),
          })
          return back(visit, '#copy')
        },
        (tx, refused) => sendingPage(visit, tx, refused),
      ),
  }),
  route({
    method: 'post',
    path: `${base}/send`,
    may: 'export',
    bodyLimit: mostBytes,
    hiddenUploads: true,
    handle: (visit) => {
      const { form, house } = visit
      const way = ways.find((one) => one === form.get('way'))
      if (!way) throw new Problem('malformed')
      const [file] = form.files.filter(({ field }) => field === 'file')
      return attempt(
        visit,
        async (tx) => {
          await sendSubmission(tx, house.files, {
            submissionId: idOf(visit),
            way,
            at: parseMoment({ day: form.get('day'), time: form.get('time'), zone: form.get('zone') }) ?? '',
            channel: form.get('channel'),
            receipt: form.get('receipt'),
            urgent: form.get('urgent'),
            ...(file && { receiptFile: { name: file.name, content: file.content } }),
          })
          return back(visit)
        },
        (tx, refused) => sendingPage(visit, tx, refused),
      )
    },
  }),
  route({
    method: 'post',
    path: `${base}/progress`,
    may: 'write',
    handle: (visit) =>
      attempt(
        visit,
        async (tx) => {
          const { form } = visit
          await noteProgress(tx, {
            id: idOf(visit),
            version: Number(form.get('version')),
            status: form.get('status'),
            on: form.get('on'),
            officialCode: form.get('official_code'),
          })
          return back(visit)
        },
        (tx, refused) => sendingPage(visit, tx, refused),
      ),
  }),
  route({
    method: 'post',
    path: `${base}/review`,
    may: 'export',
    handle: (visit) =>
      attempt(
        visit,
        async (tx) => {
          const { form } = visit
          await reviewSending(tx, {
            submissionId: idOf(visit),
            verdict: form.get('verdict'),
            words: form.get('words'),
          })
          return back(visit)
        },
        (tx, refused) => sendingPage(visit, tx, refused),
      ),
  }),
  route({
    method: 'post',
    path: `${base}/alert`,
    may: 'write',
    handle: (visit) =>
      attempt(
        visit,
        async (tx) => {
          const { form } = visit
          await settleAlert(tx, {
            submissionId: idOf(visit),
            alertId: form.get('alert'),
            words: form.get('words'),
          })
          return back(visit)
        },
        (tx, refused) => sendingPage(visit, tx, refused),
      ),
  }),
  route({
    method: 'post',
    path: `${base}/resume`,
    may: 'write',
    handle: (visit) =>
      attempt(
        visit,
        async (tx) => {
          await resumeSubmission(tx, { submissionId: idOf(visit), words: visit.form.get('words') })
          return back(visit)
        },
        (tx, refused) => sendingPage(visit, tx, refused),
      ),
  }),
  route({
    method: 'post',
    path: `${base}/give-up`,
    may: 'write',
    handle: (visit) =>
      visit.within(async (tx) => {
        await withdrawSubmission(tx, idOf(visit))
        return back(visit)
      }),
  }),
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
