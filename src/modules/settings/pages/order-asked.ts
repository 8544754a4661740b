import type { FormBody } from '#platform/http'

/**
 * The order that the form of a type asks for: by the numbers beside the fields, then one step up or down when such a
 * button sent it. A field that was given the number of another goes before it when it came from below, else after it.
 */
export function orderAsked(form: Pick<FormBody, 'get'>): readonly string[] {
  const names = form.get('_names').split(' ').filter(Boolean)
  const rank = new Map(
    names.map((name, i) => {
      const was = i + 1
      const given = form.get(`position.${name}`).trim()
      const is = given === '' ? was : Number(given)
      if (!Number.isFinite(is) || is === was) return [name, was] as const
      return [name, is < was ? is - 0.5 : is + 0.5] as const
    }),
  )
  const order = names.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
  const [up, down] = [order.indexOf(form.get('_up')), order.indexOf(form.get('_down'))]
  return up > 0 ? swapped(order, up - 1) : down >= 0 ? swapped(order, down) : order
}

const swapped = (list: readonly string[], i: number): readonly string[] =>
  list.flatMap((name, j) =>
    j === i && list[i + 1] !== undefined ? [list[i + 1] ?? '', name] : j === i + 1 ? [] : [name],
  )
