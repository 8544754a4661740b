import type { Program } from './program.ts'

/** What a form sends; with a `File` among them it goes as multipart. */
type Fields = Readonly<Record<string, string | readonly string[] | File>>

/** Somebody signed in over HTTP, with a browser without JavaScript. */
export interface Person {
  readonly cookie: string
  readonly token: string
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, fields?: Fields) => Promise<Response>
}

// A socket that was kept would be met dead after the server was killed.
const plainly = { connection: 'close' } as const

/** Opens the sign-in link that the program printed. */
export async function signIn(program: Program): Promise<Person> {
  const answer = await fetch(program.signInUrl, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...plainly, origin: program.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (answer.status !== 303 || !cookie) throw new Error(`the link did not sign in: ${answer.status}`)
  return personWith(program, cookie)
}

/** The same person, with the cookie of before: sessions outlive the server. */
export async function personWith(program: Pick<Program, 'url'>, cookie: string): Promise<Person> {
  const get = (path: string) =>
    fetch(program.url + path, { redirect: 'manual', headers: { ...plainly, cookie } })
  const page = await (await get('/workspace/records/person/new')).text()
  const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1]
  if (!token) throw new Error(`no form token on the page:\n${page.slice(0, 2_000)}`)
  return {
    cookie,
    token,
    get,
    post: (path, fields = {}) => {
      const files = Object.values(fields).some((value) => value instanceof File)
      const body = files ? new FormData() : new URLSearchParams()
      for (const [name, value] of Object.entries({ _csrf: token, ...fields }))
        for (const one of Array.isArray(value) ? value : [value]) (body as FormData).append(name, one)
      return fetch(program.url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...plainly, cookie, origin: program.url },
        body,
      })
    },
  }
}

/** Creates a record of a person through the form; gives its path, which the answer acknowledges. */
export async function createPerson(person: Person, name: string): Promise<string> {
  const answer = await person.post('/workspace/records/person/new', { _fields: 'name', 'f.name.full': name })
  const location = answer.headers.get('location')
  if (answer.status !== 303 || !location)
    throw new Error(`not created: ${answer.status} ${(await answer.text()).slice(0, 3_000)}`)
  return location
}
