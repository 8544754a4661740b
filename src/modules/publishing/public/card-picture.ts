import { join } from 'node:path'
import { GlobalFonts, type SKRSContext2D, createCanvas } from '@napi-rs/canvas'
import type { PublicKind } from '#platform/house'
import { projectRoot } from '#platform/config'
import { label } from '#platform/i18n'
import { type Place, type PublicFile, accentColours, readPublished, siteWords } from '#web/site'

const width = 1200
const height = 630
const margin = 90

const faces = ['source-serif', 'source-serif-semibold', 'amiri', 'amiri-bold'] as const
const family = faces.map((face) => `"amparo ${face}"`)

/** Once for the process: the canvas knows fonts by name. */
function loadFonts(): void {
  for (const face of faces)
    if (!GlobalFonts.has(`amparo ${face}`))
      GlobalFonts.registerFromPath(
        join(projectRoot(), 'src/platform/documents/fonts', `${face}.ttf`),
        `amparo ${face}`,
      )
}

/** The picture that stands where an address is shared: title, what it is, whose. Drawn here, and of nobody's face. */
export function drawCard(
  place: Pick<Place, 'site' | 'language'>,
  { title, above, stamp }: { readonly title: string; readonly above: string; readonly stamp?: string },
): PublicFile {
  loadFonts()
  const { site, language } = place
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  const { accent } = accentColours[site.arrangement.accent].light
  pen.fillStyle = '#faf7f1'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = accent
  pen.fillRect(0, 0, width, 18)
  pen.textBaseline = 'alphabetic'
  const plain = (size: number) => `${size}px ${family[0]}, ${family[2]}, serif`
  const bold = (size: number) => `${size}px ${family[1]}, ${family[3]}, serif`
  pen.font = plain(34)
  pen.fillText(above, margin, 120, width - 2 * margin)
  if (stamp) {
    pen.fillStyle = '#8c2a14'
    pen.fillText(stamp.toUpperCase(), margin, height - 140, width - 2 * margin)
  }
  pen.fillStyle = '#1e1b17'
  const size = [76, 62, 50, 42].find((one) => wrap(pen, bold(one), title).length * one * 1.2 <= 290) ?? 42
  wrap(pen, bold(size), title)
    .slice(0, 6)
    .forEach((line, i) => {
      pen.fillText(line, margin, 220 + i * size * 1.2, width - 2 * margin)
    })
  pen.fillStyle = '#4a443c'
  pen.font = plain(32)
  pen.fillText(label(site.name, language) || site.slug, margin, height - 70, width - 2 * margin)
  return { body: Uint8Array.from(canvas.toBuffer('image/png')), type: 'image/png' }
}

function wrap(pen: SKRSContext2D, font: string, text: string): readonly string[] {
  pen.font = font
  const lines: string[] = []
  let line = ''
  for (const word of text.slice(0, 300).split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (line && pen.measureText(longer).width > width - 2 * margin) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** The card of the site itself. */
export const siteCard = async (place: Place): Promise<PublicFile> =>
  drawCard(place, { title: label(place.site.name, place.language) || place.site.slug, above: '' })

/** The card of one thing; null where there is none at this address. */
export async function thingCard(place: Place, kind: PublicKind, slug: string): Promise<PublicFile | null> {
  const thing = await readPublished(place.house.publicDb, place.site.orgId, kind.kind, slug)
  if (!thing) return null
  return drawCard(place, {
    title: kind.entry(thing.data, place.language).title,
    above: label(kind.one, place.language),
    ...(thing.data['fictitious'] === true && { stamp: siteWords(place.language)('fictitious') }),
  })
}
