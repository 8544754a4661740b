import { formOf } from '../support/app.ts'
import { type Person } from './person.ts'

/** Sends a list as the form under *Import a list* does. */
export const sendList = (
  person: Person,
  name: string,
  content: Blob | Uint8Array | string,
): Promise<Response> =>
  person.post('/workspace/import/person', { file: new File([content as BlobPart], name) })

/** The page of a list that was taken: which column becomes which field. */
export async function pageOf(person: Person, sent: Response): Promise<{ path: string; html: string }> {
  const path = sent.headers.get('location')
  if (sent.status !== 303 || !path)
    throw new Error(`the list was not taken: ${sent.status}\n${textOf(await sent.text())}`)
  const answer = await person.get(path)
  if (answer.status !== 200) throw new Error(`the list was taken and not shown: ${answer.status}`)
  return { path, html: await answer.text() }
}

/** Answers the page of columns as it stands, with `more` on top; gives the page that looks at the rows. */
export async function lookAt(
  person: Person,
  page: { readonly path: string; readonly html: string },
  more: Readonly<Record<string, string>> = {},
): Promise<{ path: string; html: string }> {
  const answer = await person.post(page.path, { ...formOf(page.html, page.path), ...more })
  return { path: page.path, html: await answer.text() }
}

/** Sends a list, answers every page as it stands, and asks for the import; gives the path of its report. */
export async function importList(
  person: Person,
  name: string,
  content: Blob | Uint8Array | string,
  onProblem: 'stop' | 'skip' = 'stop',
): Promise<string> {
  const looked = await lookAt(person, await pageOf(person, await sendList(person, name, content)))
  const answer = await person.post(looked.path, {
    ...formOf(looked.html, looked.path),
    on_problem: onProblem,
    step: 'run',
  })
  const report = answer.headers.get('location')
  if (answer.status !== 303 || !report)
    throw new Error(`the import was not begun: ${answer.status}\n${textOf(await answer.text())}`)
  return report
}

/** What a page says, without its markup. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/^[\s\S]*<main\b/, '<main')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

/** A list of `count` people whose names begin with `name`. */
export const peopleCsv = (name: string, count: number): string =>
  ['name,birth', ...Array.from({ length: count }, (_, at) => `${name} ${at},${1900 + (at % 100)}`), ''].join(
    '\n',
  )
