import { StartProblem } from './start-problem.ts'

/** By which server mail goes out, from whom, and how many in a minute. */
export interface MailSettings {
  /** `smtp://user:password@host:587` (encrypted from there on) or `smtps://…:465`. */
  readonly url: string
  /** `Name <name@example.org>`, or the address alone. */
  readonly from: string
  readonly perMinute: number
}

/**
 * `SMTP_URL`, `MAIL_FROM`, `MAIL_PER_MINUTE` (60). Null without the first: mails then wait to be handed over by the
 * administrator. Never repeats the address of the server, which holds its password.
 */
export function parseMailSettings(env: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const url = env['SMTP_URL']
  if (!url) return null
  const parsed = URL.parse(url)
  if (!parsed || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '') throw wrongServer
  const from = env['MAIL_FROM'] ?? ''
  if (!/^(?:[^<>"\p{Cc}]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u.test(from)) throw wrongSender
  const rate = env['MAIL_PER_MINUTE'] ?? '60'
  if (!/^[1-9]\d{0,4}$/.test(rate)) throw wrongRate
  return { url, from, perMinute: Number(rate) }
}

const wrongServer = new StartProblem(
  'config',
  {
    en: 'SMTP_URL is not the address of a mail server.',
    es: 'SMTP_URL no es la dirección de un servidor de correo.',
    ca: "SMTP_URL no és l'adreça d'un servidor de correu.",
  },
  {
    en: 'Give smtp://user:password@host:587 or smtps://user:password@host:465, or leave it out.',
    es: 'Indique smtp://usuario:clave@servidor:587 o smtps://usuario:clave@servidor:465, o quite la variable.',
    ca: 'Indiqueu smtp://usuari:clau@servidor:587 o smtps://usuari:clau@servidor:465, o traieu la variable.',
  },
)

const wrongSender = new StartProblem(
  'config',
  {
    en: 'SMTP_URL is set, but MAIL_FROM is not an address that mail can come from.',
    es: 'SMTP_URL está indicada, pero MAIL_FROM no es una dirección de la que pueda salir correo.',
    ca: 'SMTP_URL està indicada, però MAIL_FROM no és una adreça de la qual pugui sortir correu.',
  },
  {
    en: 'Give MAIL_FROM="Name <name@example.org>". A neutral name tells nobody what the mail is about.',
    es: 'Indique MAIL_FROM="Nombre <nombre@ejemplo.org>". Un nombre neutro no revela de qué trata el correo.',
    ca: 'Indiqueu MAIL_FROM="Nom <nom@exemple.cat>". Un nom neutre no revela de què tracta el correu.',
  },
)

const wrongRate = new StartProblem(
  'config',
  {
    en: 'MAIL_PER_MINUTE is not a number of mails.',
    es: 'MAIL_PER_MINUTE no es una cantidad de correos.',
    ca: 'MAIL_PER_MINUTE no és una quantitat de correus.',
  },
  {
    en: 'Give a whole number from 1 to 99999, or leave it out (60).',
    es: 'Indique un número entero de 1 a 99999, o quite la variable (60).',
    ca: 'Indiqueu un nombre enter de 1 a 99999, o traieu la variable (60).',
  },
)
