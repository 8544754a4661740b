import { defineCommand, listenOptions } from '#platform/cli'
import { createOrganisation, findOrganisation, issueSignInLink } from '#platform/identity'
import { StartProblem } from '#platform/config'
import { demonstrationPassphrase, desks, loadDemonstration } from '../demonstration/load-demonstration.ts'
import { serve } from '../main.ts'

/** `amparo serve [--demo]`: what `npm start` and `npm run demo` run. */
export const command = defineCommand({
  name: 'serve',
  summary: {
    en: 'Starts Amparo: the private database where none is given, and the server.',
    es: 'Inicia Amparo: la base de datos privada si no se indica otra, y el servidor.',
    ca: "Engega Amparo: la base de dades privada si no se n'indica cap, i el servidor.",
  },
  options: {
    ...listenOptions,
    demo: {
      type: 'boolean',
      summary: {
        en: 'with the demonstration organisation',
        es: 'con la organización de demostración',
        ca: "amb l'organització de demostració",
      },
    },
    development: {
      type: 'boolean',
      summary: {
        en: 'with the design catalogue at /design',
        es: 'con el catálogo de diseño en /design',
        ca: 'amb el catàleg de disseny a /design',
      },
    },
  },
  async run({ config: readConfig, options, signal, say, note }) {
    const config = readConfig()
    const serving = await serve(config, { development: options.development }).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
        throw new StartProblem(
          'config',
          {
            en: `Something else listens on port ${config.port}.`,
            es: `Otro programa escucha en el puerto ${config.port}.`,
            ca: `Un altre programa escolta al port ${config.port}.`,
          },
          {
            en: 'Choose another with PORT=… or --port, or stop what listens there.',
            es: 'Elija otro con PORT=… o --port, o detenga lo que escucha allí.',
            ca: 'Trieu-ne un altre amb PORT=… o --port, o atureu el que hi escolta.',
          },
          error,
        )
      throw error
    })
    try {
      const { owner } = serving.open
      if (options.demo) await loadDemonstration(serving.open, note)
      const slug = options.demo ? 'demo' : await firstOrganisation(serving)
      const organisation = await findOrganisation(owner, slug)
      const address = config.origins[0] ?? serving.url
      console.log(`\n  Amparo  ${address}`)
      for (const person of organisation ? await whoSignsIn(serving, organisation.id, options.demo) : []) {
        const path = await issueSignInLink(owner, { orgId: person.org_id, accountId: person.id })
        const desk = options.demo && desks[person.name]
        const who = desk ? `${person.name} (${say(desk)})` : person.name
        console.log(
          `\n  ${say({ en: 'Signs in once', es: 'Inicia sesión una vez', ca: 'Inicia la sessió un cop' })}: ${who}`,
        )
        console.log(`  ${address}${path}`)
      }
      if (options.demo)
        console.log(
          `\n  ${say({
            en: 'Opens what is sealed in the demonstration (all of it fiction)',
            es: 'Abre lo sellado en la demostración (todo es ficción)',
            ca: 'Obre el que és segellat a la demostració (tot és ficció)',
          })}: ${demonstrationPassphrase}`,
        )
      console.log(`\n  ${say({ en: 'Ctrl-C stops it.', es: 'Ctrl-C lo detiene.', ca: "Ctrl-C l'atura." })}\n`)
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve()
        else signal.addEventListener('abort', () => resolve(), { once: true })
      })
    } finally {
      await serving.close()
    }
  },
})

type Running = Awaited<ReturnType<typeof serve>>

/** On an empty database: an organisation to begin with, whose name its administrator then changes. */
async function firstOrganisation({ open }: Running): Promise<string> {
  const first = await open.owner.selectFrom('org').select('slug').orderBy('created_at').executeTakeFirst()
  if (first) return first.slug
  await createOrganisation(open.owner, {
    slug: 'amparo',
    name: { en: 'Our organisation', es: 'Nuestra organización', ca: 'La nostra organització' },
    administrator: 'Administrator',
  })
  return 'amparo'
}

/** The first administrator; of the demonstration, everybody at its desks. */
const whoSignsIn = ({ open }: Running, orgId: string, demo: boolean) =>
  open.owner
    .selectFrom('account')
    .select(['id', 'org_id', 'name'])
    .where('org_id', '=', orgId)
    .where('kind', '=', 'person')
    .where('disabled_at', 'is', null)
    .$if(!demo, (query) => query.where('role', '=', 'administrator'))
    .orderBy('created_at')
    .orderBy('id')
    .limit(demo ? Object.keys(desks).length : 1)
    .execute()
