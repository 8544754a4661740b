// What a page of PDF costs: one thread for each document, as in the program. Prints JSON.
//   node bench/documents.ts
import { type PaperDocument, renderDocx, renderPdf } from '#platform/documents'

const sentence =
  'La familia presentó una acción de amparo; a la fecha no fue resuelta, y la abogada no pudo ingresar (artículo 9). '

const report = (paragraphs: number): PaperDocument => ({
  form: 'report',
  title: 'Informe',
  language: 'es',
  date: '2026-05-12',
  body: Array.from({ length: paragraphs }, (_, at) =>
    at % 10 === 0
      ? { kind: 'heading', level: 1, text: `Apartado ${at / 10 + 1}` }
      : { kind: 'paragraph', text: sentence.repeat(6) },
  ),
})

const results = []
for (const paragraphs of [1, 20, 200, 1000]) {
  const document = report(paragraphs)
  const began = performance.now()
  const { bytes } = await renderPdf(document)
  const pdf = performance.now() - began
  const pages = [...bytes.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length
  const again = performance.now()
  await renderDocx(document)
  results.push({
    paragraphs,
    pages,
    pdfMs: Math.round(pdf),
    pdfMsPerPage: Math.round(pdf / pages),
    docxMs: Math.round(performance.now() - again),
    kilobytes: Math.round(bytes.length / 1000),
  })
}
console.log(
  JSON.stringify({ results, megabytes: Math.round(process.resourceUsage().maxRSS / 1000) }, null, 2),
)
