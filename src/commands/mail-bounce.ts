import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { defineCommand, exit } from '#platform/cli'
import { takeDeliveryReports } from '#platform/mail'
import { withOrganisations } from './ledger-ground.ts'

/** `amparo mail bounce FILE`: a delivery report or a mailbox of them, from a file or (`-`) standard input. */
export const command = defineCommand({
  name: 'mail bounce',
  summary: {
    en: 'Takes in delivery reports that came back: such an address gets no more mail.',
    es: 'Incorpora los avisos de entrega devueltos: esa dirección no recibe más correo.',
    ca: 'Incorpora els avisos de lliurament retornats: aquesta adreça no rep més correu.',
  },
  details: {
    en: 'A mail server can hand each report over by itself: | amparo mail bounce -',
    es: 'Un servidor de correo puede entregar cada aviso por sí mismo: | amparo mail bounce -',
    ca: 'Un servidor de correu pot lliurar cada avís per si mateix: | amparo mail bounce -',
  },
  arguments: [
    {
      name: 'FILE',
      summary: {
        en: 'a message or a mailbox (mbox); - for standard input',
        es: 'un mensaje o un buzón (mbox); - para la entrada estándar',
        ca: "un missatge o una bústia (mbox); - per a l'entrada estàndard",
      },
    },
  ],
  async run({ config: readConfig, args, result, say }) {
    const file = args.FILE === '-' ? await text(process.stdin) : await readFile(args.FILE, 'utf8')
    return withOrganisations(readConfig(), undefined, async (owner) => {
      const taken = await takeDeliveryReports(owner, file)
      result(taken, () =>
        (Object.keys(words) as (keyof typeof words)[])
          .map((name) => `${say(words[name])}: ${taken[name]}`)
          .join('\n'),
      )
      return taken.messages > 0 && taken.messages === taken.other ? exit.failed : exit.ok
    })
  },
})

const words = {
  messages: { en: 'Messages', es: 'Mensajes', ca: 'Missatges' },
  failed: { en: 'Came back for good', es: 'Devueltos definitivamente', ca: 'Retornats definitivament' },
  delayed: { en: 'Delayed', es: 'Demorados', ca: 'Endarrerits' },
  complaints: { en: 'Complaints', es: 'Quejas', ca: 'Queixes' },
  unknown: {
    en: 'Of no mail kept here',
    es: 'De ningún correo guardado aquí',
    ca: 'De cap correu desat aquí',
  },
  other: { en: 'No delivery report', es: 'Sin aviso de entrega', ca: 'Sense avís de lliurament' },
} as const
