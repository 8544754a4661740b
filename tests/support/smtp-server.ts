import { type AddressInfo, type Socket, createServer } from 'node:net'

/** A mail as the server took it. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** Headers and body, lines ended by CRLF. */
  readonly data: string
}

/** An SMTP server on loopback that speaks as much of RFC 5321 as a sender needs. */
export interface SmtpServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** What it says to `RCPT TO`: an answer beginning with its code, or null to take it. */
  refuse: (address: string) => string | null
  readonly close: () => Promise<void>
}

/** Starts one on a free port. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const state = { refuse: (_address: string): string | null => null }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.setEncoding('utf8')
    const say = (line: string) => socket.write(`${line}\r\n`)
    let buffer = ''
    let data: string[] | null = null
    let from = ''
    let to: string[] = []
    const take = (line: string) => {
      if (data) {
        if (line !== '.') {
          data.push(line.startsWith('..') ? line.slice(1) : line)
          return
        }
        received.push({ from, to, data: data.join('\r\n') })
        data = null
        to = []
        say('250 2.0.0 taken')
        return
      }
      const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO' || verb === 'HELO') socket.write('250-here\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n')
      else if (verb === 'MAIL') {
        from = address
        say('250 2.1.0 ok')
      } else if (verb === 'RCPT') {
        const refusal = state.refuse(address)
        if (refusal === null) to.push(address)
        say(refusal ?? '250 2.1.5 ok')
      } else if (verb === 'DATA') {
        data = []
        say('354 go on')
      } else if (verb === 'QUIT') {
        say('221 2.0.0 bye')
        socket.end()
      } else say(verb === 'RSET' || verb === 'NOOP' ? '250 2.0.0 ok' : '502 5.5.1 what')
    }
    socket.on('data', (text: string) => {
      buffer += text
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        take(line)
      }
    })
    say('220 here ESMTP')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise<void>((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  })
}
