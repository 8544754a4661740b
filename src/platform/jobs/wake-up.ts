import { Client } from 'pg'
import { jobChannel } from './jobs.ts'

/**
 * Calls `heard` with every notification on the job channel, and with '' whenever listening begins (again), because
 * what was said meanwhile is lost. Survives a lost connection: it is made anew after a second.
 */
export function listenForJobs(url: string, heard: (words: string) => void): { close(): Promise<void> } {
  let client: Client | null = null
  let timer: NodeJS.Timeout | null = null
  let closed = false

  const again = () => {
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = null
      void open()
    }, 1_000)
  }

  async function open(): Promise<void> {
    const opened = new Client({ connectionString: url, keepAlive: true })
    client = opened
    opened.on('error', () => undefined)
    opened.on('end', again)
    opened.on('notification', (message) => heard(message.payload ?? ''))
    try {
      await opened.connect()
      await opened.query(`listen ${jobChannel}`)
      heard('')
    } catch {
      await opened.end().catch(() => undefined)
      again()
    }
  }

  const opening = open()
  return {
    async close() {
      closed = true
      if (timer) clearTimeout(timer)
      await opening
      await client?.end().catch(() => undefined)
    },
  }
}
