import { paper } from './paper.ts'
import type { RenderAnswer, RenderTask } from './thread.ts'

/** Makes the file. Runs only in the worker: what it loads is large, and what it holds is gone with the thread. */
export async function renderInThread({ format, document }: RenderTask): Promise<RenderAnswer> {
  if (format === 'docx') {
    const { docxOf } = await import('./docx/docx.ts')
    return { bytes: await docxOf(document) }
  }
  const { typeset } = await import('./typeset.ts')
  return typeset(JSON.stringify(paper(document)), format)
}
