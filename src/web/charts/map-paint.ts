import type { SVGAttributes } from 'react'

type Attributes = SVGAttributes<SVGElement>

/** How each part of a map is painted. */
export interface Paint {
  readonly land: Attributes
  readonly borders: Attributes
  readonly counted: (step: 1 | 2 | 3 | 4) => Attributes
  readonly contested: Attributes
  readonly dot: Attributes
  readonly text: Attributes
}

/** By the classes of the stylesheet, which follow the reader's light or dark. */
export const classPaint: Paint = {
  land: { className: 'land' },
  borders: { className: 'borders' },
  counted: (step) => ({ className: `counted q${step}` }),
  contested: { className: 'contested' },
  dot: { className: 'dot' },
  text: { className: 'halo' },
}

/** The colours of tokens.css, for an image, which no stylesheet reaches; a test holds the two together. */
export const schemes = {
  light: {
    paper: '#faf7f1',
    ink: '#1e1b17',
    soft: '#4a443c',
    rule: '#dcd4c6',
    edge: '#837a6d',
    accent: '#0a4650',
    warn: '#8c2a14',
    land: '#d9d1c2',
  },
  dark: {
    paper: '#171614',
    ink: '#f0eae0',
    soft: '#c2b9ac',
    rule: '#3a3631',
    edge: '#8d8477',
    accent: '#8fcbd0',
    warn: '#f4ab94',
    land: '#45403a',
  },
} as const

const opacities = { 1: 0.35, 2: 0.6, 3: 0.85, 4: 1 } as const

/** By attributes, for a standalone image. */
export function schemePaint(scheme: 'light' | 'dark'): Paint {
  const { paper, ink, accent, land } = schemes[scheme]
  return {
    land: { fill: land },
    borders: { fill: 'none', stroke: paper, strokeWidth: 0.75 },
    counted: (step) => ({ fill: accent, fillOpacity: opacities[step] }),
    contested: { fill: 'none', stroke: ink, strokeDasharray: '2 2' },
    dot: { fill: accent, stroke: paper, strokeWidth: 1.25 },
    text: { fill: ink, stroke: paper, strokeWidth: 3, paintOrder: 'stroke' },
  }
}
