import { buffer } from 'node:stream/consumers'
import { isLanguage } from '#platform/i18n'
import { type Route, type Visit, download, redirect, route } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type CheckCondition, lookForSignatures, readCheck, stepCheck } from '../actions/check-signatures.ts'
import { closePetition } from '../actions/close-petition.ts'
import { endLetterLink, makeLetterLink } from '../actions/letter-link.ts'
import { tellSigners } from '../actions/tell-signers.ts'
import { makeDelivery, readDelivery } from '../delivery/make-delivery.ts'
import { labelsOf } from '../messages.ts'
import { readPetition } from '../queries/read-petition.ts'

const pageOf = (visit: Visit): string => `/workspace/petitions/${visit.params['id'] ?? ''}`

const closeRoute = route({
  method: 'post',
  path: '/workspace/petitions/:id/close',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      await closePetition(tx, visit.params['id'] ?? '', Number(visit.form.get('version')))
      return redirect(`${pageOf(visit)}#doors`)
    }),
})

const linkRoute = route({
  method: 'post',
  path: '/workspace/petitions/:id/link',
  may: 'publish',
  handle: (visit) =>
    visit.within(async (tx) => {
      const id = visit.params['id'] ?? ''
      await readPetition(tx, id)
      if (visit.form.get('end')) await endLetterLink(tx, id)
      else await makeLetterLink(tx, visit.house.secrets, id)
      return redirect(`${pageOf(visit)}#doors`)
    }),
})

const newsRoute = route({
  method: 'post',
  path: '/workspace/petitions/:id/news',
  may: 'publish',
  handle: (visit) =>
    visit.within(async (tx) => {
      await tellSigners(tx, visit.params['id'] ?? '')
      return redirect(`${pageOf(visit)}#news`)
    }),
})

/** An instant of UTC from `2026-11-21 14:00` or a day; null for nothing. Throws `invalid`. */
function instantOf(field: string, text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const shape = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?$/.exec(trimmed)
  const at = shape ? Date.parse(`${shape[1]}T${shape[2] ?? '00:00'}:00Z`) : Number.NaN
  if (Number.isNaN(at))
    throw new Problem('invalid', { fields: [{ field, message: labelsOf('check_time_wrong') }] })
  return new Date(at).toISOString()
}

function conditionOf(visit: Visit): CheckCondition {
  const text = (name: string, most: number) => visit.form.get(name).trim().slice(0, most)
  const from = instantOf('from', visit.form.get('from'))
  const until = instantOf('until', visit.form.get('until'))
  const sameName = Number(text('same_name', 6))
  const [country, way, domain, nameHas] = [
    text('country', 2),
    text('way', 5),
    text('domain', 200).replace(/^.*@/, ''),
    text('name_has', 120),
  ]
  return {
    ...(from && { from }),
    ...(until && { until }),
    ...(/^[A-Z]{2}$/.test(country) && { country }),
    ...(['site', 'embed', 'link'].includes(way) && { way }),
    ...(domain && { domain }),
    ...(nameHas && { nameHas }),
    ...(Number.isInteger(sameName) && sameName >= 2 && { sameName }),
  }
}

const lookRoute = route({
  method: 'post',
  path: '/workspace/petitions/:id/checks',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const petition = await readPetition(tx, visit.params['id'] ?? '')
      const condition = conditionOf(visit)
      if (Object.keys(condition).length === 0) return redirect(`${pageOf(visit)}?check=empty#checks`)
      const check = await lookForSignatures(tx, petition.id, condition)
      return redirect(`${pageOf(visit)}/checks/${check}`)
    }),
})

const acts = ['run', 'undo', 'leave'] as const

const stepRoute = route({
  method: 'post',
  path: '/workspace/petitions/:id/checks/:check',
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const check = await readCheck(tx, visit.params['check'] ?? '')
      const act = acts.find((one) => one === visit.form.get('act'))
      if (!act || check.petitionId !== visit.params['id']) throw new Problem('not_found')
      await stepCheck(tx, check.id, act)
      return redirect(`${pageOf(visit)}/checks/${check.id}`)
    }),
})

const deliverRoute = route({
  method: 'post',
  path: '/workspace/petitions/:id/deliveries',
  may: 'export',
  handle: (visit) =>
    visit.within(async (tx) => {
      const language = visit.form.get('language')
      await makeDelivery(tx, visit.house, {
        petitionId: visit.params['id'] ?? '',
        addresseeId: visit.form.get('addressee') || null,
        language: isLanguage(language) ? language : visit.language,
      })
      return redirect(`${pageOf(visit)}#deliveries`)
    }),
})

const takeRoute = route({
  method: 'get',
  path: '/workspace/petitions/:id/deliveries/:delivery',
  may: 'export',
  handle: (visit) =>
    visit.within(async (tx) => {
      const petition = await readPetition(tx, visit.params['id'] ?? '')
      const delivery = await readDelivery(tx, visit.params['delivery'] ?? '')
      if (delivery.petitionId !== petition.id) throw new Problem('not_found')
      const file = await visit.house.files.open(tx, delivery.fileId)
      // Whole before it leaves: what was changed on the disk is not handed over in part.
      const bytes = await buffer(file.stream)
      await writeLedger(tx, 'export.run', petition.id, { delivery: delivery.id, sha256: delivery.sha256 })
      return download(new Uint8Array(bytes), file.name, 'application/zip')
    }),
})

export const actionRoutes: readonly Route[] = [
  closeRoute,
  linkRoute,
  newsRoute,
  lookRoute,
  stepRoute,
  deliverRoute,
  takeRoute,
]
