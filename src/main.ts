import type { IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { serve as listen } from '@hono/node-server'
import type { Config } from '#platform/config'
import { createApp } from '#platform/http'
import { startWorker } from '#platform/jobs'
import { startPostman } from '#platform/mail'
import { keepVisits } from '#web/site'
import { problemPage } from '#web/workspace'
import { modules } from './modules.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import { startUpkeep } from './upkeep.ts'

const patienceMs = 10_000

/** A server that answers. */
export interface Serving {
  readonly open: OpenHouse
  readonly url: string
  /**
   * Answers what has been asked, takes nothing more, then lets the database go. Waits ten seconds for those who are
   * still sending or reading: a client that has fallen silent must not hold the door open.
   */
  readonly close: () => Promise<void>
}

/** config → database → app → listen. */
export async function serve(
  config: Config,
  options: { readonly development?: boolean } = {},
): Promise<Serving> {
  const open = await openHouse(config, options)
  const app = createApp({
    house: open.house,
    problemPage,
    report: (id, error) => console.error(`fault ${id}:`, error),
  })
  const worker = startWorker(open.house, {
    kinds: modules.flatMap((module) => module.jobs ?? []),
    listenUrl: open.urls.app,
  })
  const postman = config.mail && startPostman(open.house, config.mail)
  const upkeep = startUpkeep(open, (error) => console.error('upkeep:', error))
  const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const made = listen({ fetch: app.fetch, port: config.port, hostname: config.host }, () => resolve(made))
    made.once('error', reject)
  }).catch(async (error: unknown) => {
    await Promise.all([worker.stop(), postman?.stop(), upkeep.stop()])
    await open.close()
    throw error
  })
  // Browsers open connections in advance: until something is asked on one, it must not hold the door open.
  const silent = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', (request: IncomingMessage) => silent.delete(request.socket))
  const { port } = server.address() as AddressInfo
  return {
    open,
    url: `http://${config.host}:${port}`,
    close: async () => {
      const answered = new Promise<void>((done) => {
        server.close(() => done())
        if (!('closeIdleConnections' in server)) return
        // Nor those that a browser keeps after an answer, now and when what is under way has been answered.
        const idle = setInterval(() => server.closeIdleConnections(), 100)
        server.once('close', () => clearInterval(idle))
        server.closeIdleConnections()
        for (const socket of silent) socket.destroy()
        setTimeout(() => server.closeAllConnections(), patienceMs).unref()
      })
      await Promise.all([answered, worker.stop(patienceMs), postman?.stop(), upkeep.stop()])
      // What was read since the last minute, and while the door closed.
      await keepVisits(open.house).catch((error: unknown) => console.error('readers:', error))
      await open.close()
    },
  }
}
