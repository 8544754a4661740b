import { createTransport } from 'nodemailer'
import type { MailSettings } from '#platform/config'
import { bodies } from './compose.ts'

/** One mail, as it goes to the server. */
export interface Carried {
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly language: string
  readonly reference: string
  /** One address that takes POST, for mails of a list. */
  readonly unsubscribe: string | null
}

/** How it went: taken; refused for good (`dead`: because of the address); not now. `answer` is a code. */
export type Outcome =
  | { readonly how: 'sent'; readonly answer: string }
  | { readonly how: 'refused'; readonly answer: string; readonly dead: boolean }
  | { readonly how: 'later'; readonly answer: string }

/** The domain of the sender, which stands in every Message-ID. */
export const domainOf = (from: string): string => /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'

/** Hands one mail to the SMTP server of the settings. Never throws for what the server or the network does. */
export async function carry(settings: MailSettings, origin: string, mail: Carried): Promise<Outcome> {
  const server = new URL(settings.url)
  const secure = server.protocol === 'smtps:'
  const own = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port || (secure ? 465 : 587)),
    secure,
    // In the open only to this machine itself.
    requireTLS: !secure && !own,
    ignoreTLS: own && !secure,
    ...(server.username && {
      auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
    }),
    name: domainOf(settings.from),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const { text, html } = bodies(mail.body, mail.language, origin)
    const sent = await transport.sendMail({
      from: settings.from,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text,
      html,
      messageId: `<${mail.reference}@${domainOf(settings.from)}>`,
      xMailer: false,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': mail.language,
        ...(mail.unsubscribe && {
          'List-Unsubscribe': `<${mail.unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    })
    return { how: 'sent', answer: codeOf(sent.response) ?? '250' }
  } catch (error) {
    return outcomeOf(
      error as Error & { readonly code?: string; readonly responseCode?: number; readonly response?: string },
    )
  } finally {
    transport.close()
  }
}

function outcomeOf(error: {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
}): Outcome {
  const answer = codeOf(error.response ?? '') ?? String(error.responseCode ?? error.code ?? 'failed')
  // A wrong password is the administrator's to mend: the mail waits for it.
  if (error.code === 'EENVELOPE' && (error.responseCode ?? 0) >= 500)
    return { how: 'refused', answer, dead: /^5\.1\.[123]$/.test(answer) || answer === '550' }
  if (error.code === 'EMESSAGE' && (error.responseCode ?? 0) >= 500)
    return { how: 'refused', answer, dead: false }
  return { how: 'later', answer }
}

/** The code of an answer: the extended one where there is one. */
const codeOf = (response: string): string | null =>
  /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? /^(\d{3})\b/.exec(response)?.[1] ?? null
