import { defineCommand, exit } from '#platform/cli'
import { readMailStatus, readOutbox } from '#platform/mail'
import { noOrganisation, orgOption, withOrganisations } from './ledger-ground.ts'

/** `amparo mail status [--org SLUG] [--outbox]`: how many mails were sent, failed or wait; with --outbox, what waits. */
export const command = defineCommand({
  name: 'mail status',
  summary: {
    en: 'Shows what mail was sent, failed or waits.',
    es: 'Muestra qué correo salió, falló o espera.',
    ca: 'Mostra quin correu ha sortit, ha fallat o espera.',
  },
  details: {
    en: 'Without SMTP_URL mail waits until it expires. With --outbox it is shown with addresses and links, to be handed over by another way.',
    es: 'Sin SMTP_URL el correo espera hasta que vence. Con --outbox se muestra con direcciones y enlaces, para entregarlo por otra vía.',
    ca: 'Sense SMTP_URL el correu espera fins que venç. Amb --outbox es mostra amb adreces i enllaços, per lliurar-lo per una altra via.',
  },
  options: {
    org: orgOption,
    outbox: {
      type: 'boolean',
      summary: {
        en: 'show the mails that wait, whole',
        es: 'mostrar enteros los correos que esperan',
        ca: 'mostrar sencers els correus que esperen',
      },
    },
  },
  run({ config: readConfig, options, result, note, say }) {
    const config = readConfig()
    return withOrganisations(config, options.org, async (owner, organisations) => {
      if (organisations.length === 0 && options.org !== undefined) {
        note(say(noOrganisation))
        return exit.missing
      }
      const status = await readMailStatus(owner, options.org)
      const origin = config.origins[0] ?? `http://${config.host}:${config.port}`
      const outbox = options.outbox ? await readOutbox(owner, origin, options.org) : []
      result({ server: config.mail !== null, organisations: status, ...(options.outbox && { outbox }) }, () =>
        [
          say(config.mail === null ? words.noServer : words.server),
          ...status.map(({ org, states, answers }) =>
            [
              `${org}: ${Object.entries(states)
                .map(([state, count]) => `${say(words[state as keyof typeof words])} ${count}`)
                .join(', ')}`,
              ...(answers.length > 0 ? [`(${answers.slice(0, 5).join(', ')})`] : []),
            ].join(' '),
          ),
          ...outbox.map(
            (mail) =>
              `\n${mail.createdAt.toISOString().slice(0, 16)}Z  ${mail.org}  →  ${mail.to}\n${mail.subject}\n\n${mail.text}`,
          ),
        ].join('\n'),
      )
      return exit.ok
    })
  },
})

const words = {
  noServer: {
    en: 'No mail server is set (SMTP_URL, MAIL_FROM): mail waits here.',
    es: 'No hay servidor de correo indicado (SMTP_URL, MAIL_FROM): el correo espera aquí.',
    ca: "No s'ha indicat cap servidor de correu (SMTP_URL, MAIL_FROM): el correu espera aquí.",
  },
  server: {
    en: 'A mail server is set.',
    es: 'Hay un servidor de correo indicado.',
    ca: "S'ha indicat un servidor de correu.",
  },
  waiting: { en: 'waiting', es: 'en espera', ca: 'en espera' },
  sending: { en: 'on the way', es: 'en camino', ca: 'de camí' },
  sent: { en: 'sent', es: 'enviados', ca: 'enviats' },
  failed: { en: 'failed', es: 'fallidos', ca: 'fallits' },
  bounced: { en: 'came back', es: 'devueltos', ca: 'retornats' },
  suppressed: {
    en: 'not sent, at the wish of the address',
    es: 'no enviados, por baja',
    ca: 'no enviats, per baixa',
  },
  expired: { en: 'expired', es: 'vencidos', ca: 'vençuts' },
} as const
