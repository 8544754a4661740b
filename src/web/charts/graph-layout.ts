import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'

/** A box of the graph: centre and size in the units of the picture. */
export interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Body = SimulationNodeDatum & { readonly id: string; readonly width: number; x: number; y: number }

const boxHeight = 28
const gapX = 64
const gapY = 34

/** Boxes in a picture of `width` × `height` units that starts at 0,0. */
export interface GraphLayout {
  readonly boxes: readonly Box[]
  readonly width: number
  readonly height: number
}

type Ends = readonly { readonly from: string; readonly to: string }[]

/**
 * Places boxes so that related ones lie near and none overlap. Deterministic: d3-force starts from a fixed spiral with
 * its own fixed generator and runs a fixed number of ticks; small graphs are laid out from several turns of the spiral
 * (eight up to 12 boxes, three up to 30: 10 to 40 ms either way) and the one with the fewest lines through boxes or through each other is kept. `widths` in units, by id; an id that
 * no edge names still gets its place.
 */
export function layoutGraph(widths: ReadonlyMap<string, number>, edges: Ends): GraphLayout {
  const known = edges.filter(({ from, to }) => widths.has(from) && widths.has(to) && from !== to)
  const turns = widths.size <= 12 ? 8 : widths.size <= 30 ? 3 : 1
  const layouts = Array.from({ length: turns }, (_, turn) => layoutFrom(turn, widths, known))
  const costs = layouts.map((layout) => tangle(layout.boxes, known))
  return layouts[costs.indexOf(Math.min(...costs))] as GraphLayout
}

function layoutFrom(turn: number, widths: ReadonlyMap<string, number>, edges: Ends): GraphLayout {
  const bodies: Body[] = [...widths].map(([id, width], index) => ({
    id,
    width,
    x: Math.sqrt(index) * 70 * Math.cos(index * (2.4 + turn * 0.35)),
    y: Math.sqrt(index) * 40 * Math.sin(index * (2.4 + turn * 0.35)),
  }))
  const links: SimulationLinkDatum<Body>[] = edges.map(({ from, to }) => ({ source: from, target: to }))
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id((body) => body.id)
        .distance(170),
    )
    .force('charge', forceManyBody().strength(-1100))
    .force('x', forceX(0).strength(0.04))
    .force('y', forceY(0).strength(0.15))
    .stop()
    .tick(200)
  separate(bodies)
  const left = Math.min(0, ...bodies.map((body) => body.x - body.width / 2))
  const right = Math.max(0, ...bodies.map((body) => body.x + body.width / 2))
  const top = Math.min(0, ...bodies.map((body) => body.y - boxHeight / 2))
  const bottom = Math.max(0, ...bodies.map((body) => body.y + boxHeight / 2))
  return {
    boxes: bodies.map(({ id, width, x, y }) => ({
      id,
      width,
      height: boxHeight,
      x: Math.round(x - left) + 2,
      y: Math.round(y - top) + 2,
    })),
    width: Math.ceil(right - left) + 4,
    height: Math.ceil(bottom - top) + 4,
  }
}

/** How hard a layout is to read: lines through boxes weigh four, lines through lines one. */
export function tangle(boxes: readonly Box[], edges: Ends): number {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const lines = edges.flatMap(({ from, to }) => {
    const a = byId.get(from)
    const b = byId.get(to)
    return a && b ? [{ a, b }] : []
  })
  let cost = 0
  lines.forEach(({ a, b }, index) => {
    for (const box of boxes) if (box !== a && box !== b && meetsBox(a, b, box)) cost += 4
    for (const other of lines.slice(index + 1)) {
      const shared = a === other.a || a === other.b || b === other.a || b === other.b
      if (!shared && meet(a, b, other.a, other.b)) cost += 1
    }
  })
  return cost
}

type Point = { readonly x: number; readonly y: number }

const side = (a: Point, b: Point, c: Point): number =>
  Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))

const meet = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)

function meetsBox(a: Point, b: Point, box: Box): boolean {
  const left = box.x - box.width / 2
  const right = box.x + box.width / 2
  const top = box.y - box.height / 2
  const bottom = box.y + box.height / 2
  // A line that enters a box and ends outside crosses one of its diagonals.
  return (
    meet(a, b, { x: left, y: top }, { x: right, y: bottom }) ||
    meet(a, b, { x: left, y: bottom }, { x: right, y: top })
  )
}

// Boxes are wide and low, which the circles of forceCollide do not see: push overlapping pairs apart along the
// shorter way until none overlap.
function separate(bodies: Body[]): void {
  for (let pass = 0; pass < 200; pass++) {
    let moved = false
    for (let i = 0; i < bodies.length; i++) {
      for (let j = i + 1; j < bodies.length; j++) {
        const a = bodies[i] as Body
        const b = bodies[j] as Body
        const overX = (a.width + b.width) / 2 + gapX - Math.abs(a.x - b.x)
        const overY = boxHeight + gapY - Math.abs(a.y - b.y)
        if (overX <= 0 || overY <= 0) continue
        moved = true
        if (overY <= overX) {
          const push = (a.y <= b.y ? overY : -overY) / 2 + 0.01
          a.y -= push
          b.y += push
        } else {
          const push = (a.x <= b.x ? overX : -overX) / 2 + 0.01
          a.x -= push
          b.x += push
        }
      }
    }
    if (!moved) return
  }
}
