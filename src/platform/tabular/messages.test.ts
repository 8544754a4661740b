import { describe, expect, it } from 'vitest'
import { tabularMessages, tabularProblemText } from './index.ts'
import { workerUrl } from './worker-url.ts'

describe('messages', () => {
  it('have the same codes and the same words to fill in, in three languages', () => {
    const codes = Object.keys(tabularMessages.en).toSorted()
    expect(codes.length).toBeGreaterThan(30)
    for (const language of ['es', 'ca'] as const) {
      expect(Object.keys(tabularMessages[language]).toSorted()).toEqual(codes)
      for (const [code, text] of Object.entries(tabularMessages[language])) {
        const english = tabularMessages.en[code as keyof typeof tabularMessages.en]
        expect([code, names(text)]).toEqual([code, names(english)])
      }
    }
  })

  it('say where, what and the remedy', () => {
    const problem = { code: 'cell-too-long', row: 7, column: 3, params: { limit: 1048576 } } as const
    expect(tabularProblemText(problem, 'en')).toBe(
      'Row 7, column 3: The cell is longer than 1048576 characters and was left empty. Shorten it, or attach the text as a file.',
    )
    expect(tabularProblemText(problem, 'es')).toMatch(/^Fila 7, columna 3: La celda supera/)
    expect(tabularProblemText(problem, 'ca')).toMatch(/^Fila 7, columna 3: La cel·la passa/)
  })
})

function names(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').toSorted()
}

describe('the address of a worker', () => {
  it('is beside the source, or in dist/workers', () => {
    expect(workerUrl('xlsx-worker', 'file:///app/src/platform/tabular/xlsx-reading.ts').href).toBe(
      'file:///app/src/platform/tabular/xlsx-worker.ts',
    )
    for (const from of [
      'file:///dist/app/dist/main.js',
      'file:///dist/app/dist/chunks/a.js',
      'file:///dist/app/dist/workers/b.js',
    ]) {
      expect(workerUrl('xlsx-worker', from).href).toBe('file:///dist/app/dist/workers/xlsx-worker.js')
    }
  })
})
