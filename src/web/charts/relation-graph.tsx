import { Table } from '#web/components'
import { type Box, layoutGraph } from './graph-layout.ts'

/** A person, an organisation, an event. `main` is what the page is about; `soft` is named but not confirmed. */
export interface GraphNode {
  readonly id: string
  readonly label: string
  readonly href?: string | undefined
  readonly weight?: 'main' | 'soft' | undefined
}

/** How one stands to another: "from — label → to". `uncertain` is drawn in dashes. */
export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly uncertain?: boolean | undefined
}

const letter = 6.9
const longest = 30
const short = (label: string, most = longest): string =>
  label.length > most ? `${label.slice(0, most - 1)}…` : label
// A line is about as long as this many letters; the table has the whole of it.
const longestOnLine = 26

/**
 * Relations as a picture, where they are the point, and always as a table. Past `most` boxes (60) only the table is
 * given: a tangle informs nobody. The layout is the same every time.
 */
export function RelationGraph(props: {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly title: string
  readonly tableCaption: string
  readonly labels: {
    readonly from: string
    readonly relation: string
    readonly to: string
    readonly unsure: string
  }
  readonly most?: number | undefined
}) {
  const { nodes, edges, title, tableCaption, labels, most = 60 } = props
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const known = edges.filter(({ from, to }) => byId.has(from) && byId.has(to))
  const name = (id: string) => {
    const node = byId.get(id)
    return node?.href ? <a href={node.href}>{node.label}</a> : node?.label
  }
  return (
    <figure className="figure">
      {nodes.length > 0 && nodes.length <= most ? (
        <Drawing nodes={nodes} edges={known} title={title} />
      ) : null}
      <Table
        caption={tableCaption}
        columns={[
          { key: 'from', label: labels.from, heading: true },
          { key: 'relation', label: labels.relation },
          { key: 'to', label: labels.to },
        ]}
        rows={known.map((edge, index) => ({
          key: String(index),
          cells: {
            from: name(edge.from),
            relation: edge.uncertain ? `${edge.label} (${labels.unsure})` : edge.label,
            to: name(edge.to),
          },
        }))}
      />
    </figure>
  )
}

function Drawing({
  nodes,
  edges,
  title,
}: {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly title: string
}) {
  const widths = new Map(nodes.map((node) => [node.id, Math.round(short(node.label).length * letter) + 22]))
  const { boxes, width, height } = layoutGraph(widths, edges)
  const boxOf = new Map(boxes.map((box) => [box.id, box]))
  // Written on the lines only while they can be read; the table has them all.
  const written = edges.length <= 24
  return (
    <div className="scroll">
      <svg
        className="chart graph"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        role="group"
        aria-label={title}
      >
        {edges.map((edge, index) => {
          const from = boxOf.get(edge.from)
          const to = boxOf.get(edge.to)
          return from && to && from !== to ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
            <Line key={index} edge={edge} from={from} to={to} written={written} />
          ) : null
        })}
        {nodes.map((node) => {
          const box = boxOf.get(node.id)
          if (!box) return null
          const content = (
            <>
              <title>{node.label}</title>
              <rect
                className={node.weight ? `node ${node.weight}` : 'node'}
                x={box.x - box.width / 2}
                y={box.y - box.height / 2}
                width={box.width}
                height={box.height}
                rx="3"
              />
              <text x={box.x} y={box.y + 4.5} textAnchor="middle">
                {short(node.label)}
              </text>
            </>
          )
          return node.href ? (
            <a key={node.id} href={node.href} aria-label={node.label}>
              {content}
            </a>
          ) : (
            <g key={node.id}>{content}</g>
          )
        })}
      </svg>
    </div>
  )
}

function Line(props: {
  readonly edge: GraphEdge
  readonly from: Box
  readonly to: Box
  readonly written: boolean
}) {
  const { edge, from, to, written } = props
  const [x1, y1] = edgeOfBox(from, to)
  const [x2, y2] = edgeOfBox(to, from)
  const turn = Math.round((Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI)
  return (
    <>
      <path
        className="edge"
        d={`M${x1} ${y1}L${x2} ${y2}`}
        strokeDasharray={edge.uncertain ? '4 3' : undefined}
      />
      <path className="arrow" d="M0 0l-8-3.5v7z" transform={`translate(${x2} ${y2}) rotate(${turn})`} />
      {written ? (
        <text className="edge-label halo" x={(x1 + x2) / 2} y={(y1 + y2) / 2 + 4} textAnchor="middle">
          {short(edge.label, longestOnLine)}
        </text>
      ) : null}
    </>
  )
}

/** Where the line from the middle of `box` towards `other` leaves the box. */
function edgeOfBox(box: Box, other: Box): readonly [number, number] {
  const dx = other.x - box.x
  const dy = other.y - box.y
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  )
  const part = Number.isFinite(reach) ? Math.min(reach, 0.5) : 0
  return [Math.round(box.x + dx * part), Math.round(box.y + dy * part)]
}
