import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a test asks of a PDF. */
export interface ReadPdf {
  readonly text: string
  readonly pages: readonly string[]
  readonly info: Readonly<Record<string, unknown>>
  /** The creation date, `YYYYMMDD`. */
  readonly date: string
  readonly marked: boolean
  /** Names of the structure's elements: `P`, `H1`, `TH`. */
  readonly roles: ReadonlySet<string>
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[]
  /** The rightmost end of any text, in points. */
  readonly right: number
  /** Where a text of the first page begins, in points from the left. */
  readonly at: (text: string) => number | null
}

interface Node {
  readonly role?: string
  readonly children?: readonly Node[]
}

/** Reads a PDF of ours back with another program's eyes, for tests. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    fontExtraProperties: true,
  })
  try {
    const document = await task.promise
    const { info } = await document.getMetadata()
    const mark = await document.getMarkInfo()
    const pages: string[] = []
    const roles = new Set<string>()
    const places = new Map<string, number>()
    let right = 0
    const note = (node: Node | null): void => {
      if (node?.role) roles.add(node.role)
      for (const child of node?.children ?? []) note(child)
    }
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      note((await page.getStructTree()) as Node | null)
      let text = ''
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item)) continue
        text += item.str + (item.hasEOL ? '\n' : '')
        const [, , , , x = 0] = item.transform as readonly number[]
        if (item.str.trim() !== '') right = Math.max(right, x + item.width)
        if (number === 1) places.set(item.str.trim(), x)
      }
      pages.push(text)
    }
    const raw = bytes.toString('latin1')
    const described = [...raw.matchAll(/\/Type\s*\/FontDescriptor[\s\S]*?>>/g)].map(([one]) => one)
    const fields = info as Readonly<Record<string, unknown>>
    return {
      text: pages.join('\n'),
      pages,
      info: fields,
      date: /D:(\d{8})/.exec(String(fields['CreationDate']))?.[1] ?? '',
      marked: (mark as unknown as ReadonlyMap<string, boolean> | null)?.get('Marked') === true,
      roles,
      fonts: described.map((one) => ({
        name: /\/FontName\s*\/(\S+)/.exec(one)?.[1] ?? '',
        embedded: /\/FontFile[23]?\s/.test(one),
      })),
      right,
      at: (text) => places.get(text) ?? null,
    }
  } finally {
    await task.destroy()
  }
}
