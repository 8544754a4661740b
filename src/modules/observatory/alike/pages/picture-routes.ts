import { redirect, route } from '#platform/http'
import { agreementAddress, at, compareAddress } from '../addresses.ts'
import { codeAt, viewAgreement } from './agreement-page.tsx'
import { pictureCell } from './agreement-matrix.tsx'
import { matrixPng } from './matrix-png.ts'

/** A large table as a picture. */
const picture = route({
  method: 'get',
  path: `${agreementAddress}.png`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { table } = await viewAgreement(visit, tx)
      return new Response(matrixPng(table), {
        headers: { 'content-type': 'image/png' },
      })
    }),
})

/** A press on the picture: to the two states whose cell it was; beside all cells back to the table. */
const press = route({
  method: 'get',
  path: `${agreementAddress}/press`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { table, window, group } = await viewAgreement(visit, tx)
      const cell = pictureCell(table.places.length)
      const [a, b] = ['at.y', 'at.x'].map((name) => {
        const along = Number(visit.url.searchParams.get(name) ?? Number.NaN)
        return table.places[Math.floor(along / cell)]
      })
      return redirect(
        a === undefined || b === undefined || a === b
          ? at(agreementAddress, window, { group: group.key })
          : at(compareAddress, window, { a: codeAt(a), b: codeAt(b) }),
      )
    }),
})

export const pictureRoutes = [picture, press]
