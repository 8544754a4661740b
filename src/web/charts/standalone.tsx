import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Ink, round } from './ink.ts'
import { schemes } from './map-paint.ts'

const letter = 7

/** Words cut into lines of about so many pixels. */
function linesOf(text: string, width: number): readonly string[] {
  const most = Math.floor(width / letter)
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/**
 * A drawing as an SVG document of its own, without links, styles or scripts: its title above, its source and caveats
 * below, since a picture travels without its page.
 */
export function standaloneSvg(props: {
  readonly title: string
  readonly notes?: readonly string[] | undefined
  readonly scheme?: 'light' | 'dark' | undefined
  readonly width: number
  readonly height: number
  readonly draw: (ink: Ink) => ReactNode
}): string {
  const { title, notes = [], width, height, draw } = props
  const ink: Ink = schemes[props.scheme ?? 'light']
  const head = linesOf(title, width * 0.8)
  const foot = notes.flatMap((note) => linesOf(note, width))
  const above = 14 + head.length * 22
  const whole = above + height + foot.length * 17 + 20
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`-20 0 ${width + 40} ${round(whole)}`}
      width={width + 40}
      height={round(whole)}
      fontFamily="Source Sans, system-ui, sans-serif"
      fontSize="13"
      fill={ink.ink}
    >
      <title>{title}</title>
      <rect x="-20" width={width + 40} height={round(whole)} fill={ink.paper} />
      {head.map((line, i) => (
        <text key={line} y={24 + i * 22} fontSize="18" fontWeight="600">
          {line}
        </text>
      ))}
      <g transform={`translate(0 ${above})`}>{draw(ink)}</g>
      {foot.map((line, i) => (
        // Two notes may share a line's words.
        <text key={`${i}`} y={round(above + height + 14 + i * 17)} fontSize="12" fill={ink.soft}>
          {line}
        </text>
      ))}
    </svg>,
  )
}
