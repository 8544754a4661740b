import { renderToStaticMarkup } from 'react-dom/server'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { extractKind, listAttachments } from '#platform/evidence'
import { type House, defineModule } from '#platform/house'
import { createApp, html, route } from '#platform/http'
import { openSession } from '#platform/identity'
import { type Worker, listJobs, startWorker } from '#platform/jobs'
import { type Tx, createRecord } from '#platform/records'
import { makeOwnKey, openRecords, unlockOwnKey } from '#platform/vault'
import { problemPage } from '#web/workspace'
import { testApp } from '../../../../tests/support/app.ts'
import { testDatabase } from '../../../../tests/support/database.ts'
import { EvidencePanel, evidenceJobs, evidenceRoutes, loadEvidence } from './index.ts'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The panel alone, as a record's page includes it. */
const panelRoute = route({
  method: 'get',
  path: '/workspace/panel/:id',
  may: 'member',
  handle: (visit) =>
    visit.within(async (tx) =>
      html(
        renderToStaticMarkup(
          <EvidencePanel
            evidence={await loadEvidence(tx, visit.house.files, visit.params['id'] ?? '')}
            language={visit.language}
            csrf={visit.session?.formToken ?? ''}
            mayChange
          />,
        ),
      ),
    ),
})

type Base = Awaited<ReturnType<typeof testApp>>
let base: Base
let app: ReturnType<typeof createApp>
let house: House
let worker: Worker
const faults: unknown[] = []
beforeAll(async () => {
  base = await testApp()
  const { routes = [], jobs = [] } = defineModule({
    name: 'evidence',
    routes: [...evidenceRoutes, panelRoute],
    jobs: evidenceJobs,
  })
  house = { ...base.house, routes }
  app = createApp({ house, problemPage, report: (_, error) => faults.push(error) })
  worker = startWorker(house, {
    kinds: jobs,
    listenUrl: (await testDatabase()).app,
    report: () => undefined,
  })
})
afterAll(() => worker.stop(0))

async function person(actor?: Parameters<Base['signIn']>[0]) {
  const one = await base.signIn(actor)
  const formToken = (await openSession(house.db, one.token))?.formToken ?? ''
  const headers = { cookie: `amparo=${one.token}`, origin: 'http://localhost' }
  const ask = async (path: string, init: RequestInit = {}) =>
    app.fetch(new Request(`http://localhost${path}`, { ...init, headers }))
  return {
    ...one,
    get: (path: string) => ask(path),
    post: (path: string, fill: (form: FormData) => void = () => undefined, token = formToken) => {
      const body = new FormData()
      body.append('_csrf', token)
      fill(body)
      return ask(path, { method: 'POST', body })
    },
  }
}

type Person = Awaited<ReturnType<typeof person>>

async function someone() {
  const one = await person()
  const { id } = await one.within((tx) => createRecord(tx, { type: 'source', values: sourceValues(tx) }))
  return { ...one, recordId: id }
}

/** A source as the shipped type wants it. */
const sourceValues = (tx: Tx) => ({
  title: 'Carpeta 1',
  kind: tx.schema.vocabularies.get('source_kinds')?.vocabulary.terms[0]?.code,
})

const attach = (who: Person, recordId: string, ...files: readonly File[]) =>
  who.post(`/workspace/record/${recordId}/files`, (form) => {
    for (const file of files) form.append('files', file)
    form.append('caption', 'Lo que muestra')
    form.append('class', 'open')
  })

const attached = (who: Person, recordId: string) =>
  who.within((tx) => listAttachments(tx, house.files, recordId))

async function settled(who: Person): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const jobs = await who.within((tx) => listJobs(tx, { kind: extractKind }))
    if (jobs.every((job) => !['waiting', 'running'].includes(job.state))) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('still reading')
}

/** A PDF of one page. */
function pdfOf(words: string): Buffer {
  const content = `BT /F1 24 Tf 72 720 Td (${words}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Size 6/Root 1 0 R>>\n%%EOF`)
}

const textFile = (text: string, name: string, type = 'text/plain') => new File([text], name, { type })

describe('files of a record', () => {
  test('are attached by a plain form, several at once, and stand in the panel', async () => {
    const who = await someone()
    const answer = await attach(
      who,
      who.recordId,
      textFile('Primera declaración', 'declaración uno.txt'),
      textFile('Segunda', '<b>dos.txt'),
    )
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/workspace/record/${who.recordId}#evidence`)
    await settled(who)
    const page = await (await who.get(`/workspace/panel/${who.recordId}`)).text()
    expect(page).toContain('declaración uno.txt')
    expect(page).toContain('&lt;b&gt;dos.txt')
    expect(page).toContain('Lo que muestra')
    expect(page).toContain('Searched: 19 characters')
    expect(page).toContain('Text, 20 bytes')
    expect(page).toContain('encType="multipart/form-data"')
    expect(page).not.toContain('Primera declaración')
    expect(page).not.toMatch(/style=|<script/)
  })

  test('are refused without a file, without the token, with an unknown class, and for strangers', async () => {
    const who = await someone()
    const path = `/workspace/record/${who.recordId}/files`
    expect((await who.post(path)).status).toBe(422)
    const add = (form: FormData) => form.append('files', textFile('x', 'a.txt'))
    expect((await who.post(path, add, 'another')).status).toBe(403)
    const withClass = (cls: string) => (form: FormData) => {
      add(form)
      form.append('class', cls)
    }
    expect((await who.post(path, withClass('nonsense'))).status).toBe(400)
    expect((await who.post(path, withClass('sealed'))).status).toBe(422)
    const stranger = await person()
    expect((await stranger.post(path, add)).status).toBe(404)
    expect(await attached(who, who.recordId)).toEqual([])
  })

  test('leave as they came, to be saved, and can do nothing in the browser (claim 19)', async () => {
    const who = await someone()
    const page = '<!doctype html><script>alert(document.domain)</script>'
    await attach(who, who.recordId, textFile(page, 'página 1.html', 'image/png'))
    const [one] = await attached(who, who.recordId)
    const answer = await who.get(`/workspace/file/${one?.id}/download`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(page)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="p_gina_1.html"/)
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-length')).toBe(String(page.length))
    expect((await who.get(`/workspace/file/${one?.id}/picture`)).status).toBe(409)
    const shown = await (await who.get(`/workspace/file/${one?.id}/preview`)).text()
    expect(shown).not.toContain('alert(')
    const stranger = await person()
    for (const part of ['', '/download', '/picture', '/preview'])
      expect((await stranger.get(`/workspace/file/${one?.id}${part}`)).status).toBe(404)
    expect((await who.get('/workspace/file/nonsense')).status).toBe(404)
  })

  test('that are pictures are shown as our own WebP, and sent out without place and camera (claim 24)', async () => {
    const who = await someone()
    const photo = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#456' } })
      .jpeg()
      .withExif({ IFD0: { Make: 'canary-camera' } })
      .toBuffer()
    await attach(who, who.recordId, new File([new Uint8Array(photo)], 'foto.jpg'))
    const [one] = await attached(who, who.recordId)
    const path = `/workspace/file/${one?.id}`
    const page = await (await who.get(`${path}/preview`)).text()
    expect(page).toContain(`src="${path}/picture"`)
    const picture = await who.get(`${path}/picture`)
    expect(picture.headers.get('content-type')).toBe('image/webp')
    expect(picture.headers.get('content-security-policy')).toContain('sandbox')
    const preview = Buffer.from(await picture.arrayBuffer())
    expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 1600 })
    const copy = await who.get(`${path}/download?copy=stripped`)
    const bytes = Buffer.from(await copy.arrayBuffer())
    expect(bytes.includes('canary-camera')).toBe(false)
    expect((await sharp(bytes).metadata()).format).toBe('jpeg')
    const original = Buffer.from(await (await who.get(`${path}/download`)).arrayBuffer())
    expect(original.equals(photo)).toBe(true)
    const about = await (await who.get(path)).text()
    for (const had of ['The original', 'A copy without hidden data', 'A smaller picture'])
      expect(about).toContain(had)
  })

  test('that are PDFs are shown by their first page, drawn by us, beside their text', async () => {
    const who = await someone()
    await attach(who, who.recordId, new File([new Uint8Array(pdfOf('Acta de la audiencia'))], 'acta.pdf'))
    await settled(who)
    const [one] = await attached(who, who.recordId)
    const path = `/workspace/file/${one?.id}`
    const page = await (await who.get(`${path}/preview`)).text()
    expect(page).toContain(`src="${path}/picture"`)
    expect(page).toContain('Acta de la audiencia')
    const picture = await who.get(`${path}/picture`)
    expect(picture.headers.get('content-type')).toBe('image/webp')
    expect(picture.headers.get('content-security-policy')).toContain('sandbox')
    const bytes = Buffer.from(await picture.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', height: 1600 })
    await attach(who, who.recordId, new File(['%PDF-1.4\nnothing'], 'roto.pdf'))
    await settled(who)
    const broken = (await attached(who, who.recordId)).find((file) => file.id !== one?.id)
    expect((await who.get(`/workspace/file/${broken?.id}/picture`)).status).toBe(409)
    expect(await (await who.get(`/workspace/file/${broken?.id}/preview`)).text()).not.toContain('<img')
  })

  test('that are sealed are chosen by the form, show nothing but their size, and are had once opened (claim 5)', async () => {
    const who = await someone()
    const form = async () => (await who.get(`/workspace/panel/${who.recordId}`)).text()
    expect(await form()).toContain('value="sealed"')
    const seal = (name: string) =>
      who.post(`/workspace/record/${who.recordId}/files`, (body) => {
        body.append('files', textFile('Los nombres', name))
        body.append('caption', 'Quiénes son')
        body.append('class', 'sealed')
      })
    // Nobody could open it.
    expect((await seal('lista.txt')).status).toBe(422)
    expect(await attached(who, who.recordId)).toEqual([])
    await who.within((tx) => makeOwnKey(tx, house, 'a heron stands in quiet water at dawn'))
    expect((await seal('lista.txt')).status).toBe(303)
    const [one] = await attached(who, who.recordId)
    const path = `/workspace/file/${one?.id}`
    const panel = await form()
    for (const page of [
      panel,
      await (await who.get(path)).text(),
      await (await who.get(`${path}/preview`)).text(),
    ]) {
      expect(page).toContain('Sealed file')
      for (const word of ['lista.txt', 'Quiénes', 'nombres']) expect(page).not.toContain(word)
    }
    expect(panel).toContain('up to 4 kB')
    expect(panel).toContain(`href="/workspace/record/${who.recordId}#sealed"`)
    expect((await who.get(`${path}/download`)).status).toBe(403)
    for (const part of ['/picture', '/download?copy=stripped'])
      expect((await who.get(path + part)).status).toBe(403)
    expect(await who.within((tx) => listJobs(tx, { kind: extractKind }))).toEqual([])
    const session = await openSession(house.db, who.token)
    const own = await unlockOwnKey(house, who.actor, 'a heron stands in quiet water at dawn')
    if (own.kind !== 'right' || !session) throw new Error(own.kind)
    const keys = await who.within((tx) =>
      openRecords(tx, own.identity, { records: [who.recordId], reason: 'a test' }),
    )
    for (const [recordId, found] of keys)
      house.openings.open({ sessionId: session.id, accountId: who.actor.accountId, recordId }, found)
    expect(await form()).toContain('lista.txt')
    expect(await (await who.get(path)).text()).toContain('Quiénes son')
    const answer = await who.get(`${path}/download`)
    expect(answer.headers.get('content-length')).toBe('11')
    expect(await answer.text()).toBe('Los nombres')
    for (const part of ['/picture', '/download?copy=stripped'])
      expect((await who.get(path + part)).status).toBe(404)
    expect(await (await who.get(`${path}/preview`)).text()).not.toContain('nombres')
    expect(await (await who.get(path)).text()).toContain('The original')
    expect((await who.post(`${path}/erase`)).status).toBe(303)
    expect(await (await who.get(path)).text()).toContain('This file was erased')
  })

  test('show their text, tell their double, and are taken off and erased', async () => {
    const who = await someone()
    const { id: otherId } = await who.within((tx) =>
      createRecord(tx, { type: 'source', values: sourceValues(tx) }),
    )
    await attach(who, who.recordId, textFile('Texto <i>del</i> testimonio', 'a.txt'))
    await attach(who, otherId, textFile('Texto <i>del</i> testimonio', 'b.txt'))
    await settled(who)
    const [one] = await attached(who, who.recordId)
    const path = `/workspace/file/${one?.id}`
    const preview = await (await who.get(`${path}/preview`)).text()
    expect(preview).toContain('Texto &lt;i&gt;del&lt;/i&gt; testimonio')
    expect(await (await who.get(`/workspace/panel/${who.recordId}`)).text()).toContain('Same content as in')
    expect((await who.get(`${path}/download?copy=stripped`)).status).toBe(409)
    const detached = await who.post(`${path}/detach`)
    expect(detached.headers.get('location')).toBe(`/workspace/record/${who.recordId}#evidence`)
    expect(await attached(who, who.recordId)).toEqual([])
    expect((await who.post(`${path}/detach`)).status).toBe(404)
    expect((await who.post(`${path}/erase`)).status).toBe(303)
    expect((await who.get(`${path}/download`)).status).toBe(404)
    expect(await (await who.get(path)).text()).toContain('This file was erased')
    expect(faults).toEqual([])
  })
})

test('the words are there in the three languages', () => {
  expect(Object.keys(es)).toEqual(Object.keys(en))
  expect(Object.keys(ca)).toEqual(Object.keys(en))
  const holes = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name)
  for (const key of Object.keys(en) as (keyof typeof en)[])
    for (const other of [es, ca]) expect(new Set(holes(other[key]))).toEqual(new Set(holes(en[key])))
})
