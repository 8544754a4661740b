import { Readable } from 'node:stream'

/** A page. */
export const html = (text: string, status = 200): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

/** A JSON answer. */
export const json = (data: unknown, status = 200, type = 'application/json'): Response =>
  new Response(JSON.stringify(data), { status, headers: { 'content-type': `${type}; charset=utf-8` } })

/** After a post: go and see. 303, so that reloading does not post again. */
export const redirect = (to: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 303, headers: { location: to, ...headers } })

/** An attachment with a name that any system can write. */
export function download(body: BodyInit, name: string, type: string): Response {
  const plain = name.replace(/[^\w.-]+/g, '_')
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}

/** An attachment that is made while it is sent. */
export const stream = (chunks: AsyncIterable<Uint8Array>, name: string, type: string): Response =>
  download(Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array>, name, type)
