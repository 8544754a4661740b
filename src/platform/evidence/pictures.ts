import { buffer } from 'node:stream/consumers'
import sharp, { type Sharp } from 'sharp'
import type { OpenFile } from '#platform/files'
import { Problem } from '#platform/problem'
import { pdfPage } from './pdf-page.ts'

/** What sharp calls the pictures that we open. SVG is none of them: it is a program, and is never drawn. */
const formats: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tiff',
  'image/avif': 'heif',
}

const mostBytes = 100_000_000
const mostPixels = 100_000_000
const mostSeconds = 20

/** Whether a file of this type can be shown as a picture and copied without what is hidden in it. */
export const isPicture = (mediaType: string): boolean => mediaType in formats

/** Whether there is a smaller picture to show of a file of this type: a picture, or the first page of a PDF. */
export const hasPreview = (mediaType: string): boolean =>
  isPicture(mediaType) || mediaType === 'application/pdf'

/**
 * A smaller picture, WebP, at most `side` pixels wide and high, upright, without any metadata (place, camera, earlier
 * thumbnail); of a PDF its first page. A Problem when the file is no picture we open, is broken, or is larger than 100 MB or 100 megapixels.
 */
export async function previewPicture(file: OpenFile, side = 1600): Promise<Uint8Array<ArrayBuffer>> {
  if (file.mediaType === 'application/pdf') {
    const page = await inTurn(() => pdfPage(file, side)).catch((error: unknown) => {
      throw asProblem(error)
    })
    if ('picture' in page) return page.picture
    throw page.refused === 'too_large' ? new Problem('too_large') : notShown()
  }
  const picture = await open(file)
  return finish(
    picture
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 }),
  )
}

/**
 * A copy to send out: the same picture in the same format and size, drawn anew, so that nothing hidden in the file
 * comes along. Colours are brought to sRGB; JPEG, WebP and AVIF lose a little; of several pages only the first is kept.
 * `null`: there is no such copy for this type (documents, sound, video, HEIC).
 */
export async function strippedCopy(
  file: OpenFile,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string } | null> {
  if (!isPicture(file.mediaType)) {
    file.stream.destroy()
    return null
  }
  const picture = await open(file)
  const drawn = {
    'image/jpeg': () => picture.jpeg({ quality: 92 }),
    'image/png': () => picture.png(),
    'image/webp': () => picture.webp({ quality: 92 }),
    'image/gif': () => picture.gif(),
    'image/tiff': () => picture.tiff({ compression: 'deflate' }),
    'image/avif': () => picture.avif({ quality: 80 }),
  }[file.mediaType]
  if (!drawn) return null
  return { bytes: await finish(drawn()), mediaType: file.mediaType }
}

async function open(file: OpenFile): Promise<Sharp> {
  const format = formats[file.mediaType]
  if (!format || file.size > mostBytes) {
    file.stream.destroy()
    throw format ? new Problem('too_large') : notShown()
  }
  const bytes = await buffer(file.stream)
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
    const found = await picture.metadata()
    // Two programs must agree on what it is before it is drawn.
    if (found.format !== format) throw notShown()
    if (found.width * found.height > mostPixels) throw new Problem('too_large')
    return picture.timeout({ seconds: mostSeconds }).autoOrient()
  } catch (error) {
    throw asProblem(error)
  }
}

/** Drawing is for two at a time: each may take hundreds of megabytes. */
let drawing: readonly Promise<unknown>[] = []

async function inTurn<Result>(draw: () => Promise<Result>): Promise<Result> {
  while (drawing.length >= 2) await Promise.race(drawing)
  const work = draw()
  const slot = work.then(
    () => undefined,
    () => undefined,
  )
  drawing = [...drawing, slot]
  try {
    return await work
  } finally {
    drawing = drawing.filter((other) => other !== slot)
  }
}

async function finish(picture: Sharp): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await inTurn(() => picture.toBuffer()))
  } catch (error) {
    throw asProblem(error)
  }
}

const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  return /pixel limit/.test(String(error)) ? new Problem('too_large', { cause: error }) : notShown(error)
}

const notShown = (cause?: unknown): Problem =>
  new Problem('conflict', {
    cause,
    explanation: {
      en: 'This file cannot be shown as a picture. Download the original to see it in another program.',
      es: 'Este archivo no puede mostrarse como imagen. Descargue el original para verlo en otro programa.',
      ca: "Aquest fitxer no es pot mostrar com a imatge. Baixeu l'original per veure'l en un altre programa.",
    },
  })
