import { defineCommand, exit } from '#platform/cli'
import { connect, migrate } from '#platform/db'
import { acquireCluster } from '#platform/db/cluster'
import { issueSignInLink } from '#platform/identity'

/** `amparo sign-in-link`: for the administrator who lost everything. Only the machine itself can make one. */
export const command = defineCommand({
  name: 'sign-in-link',
  summary: {
    en: 'Makes a link that signs a person in once.',
    es: 'Crea un enlace que inicia la sesión de una persona una sola vez.',
    ca: "Crea un enllaç que inicia la sessió d'una persona una sola vegada.",
  },
  options: {
    org: {
      type: 'string',
      value: 'ORG',
      summary: {
        en: 'the organisation (the only one)',
        es: 'la organización (la única)',
        ca: "l'organització (l'única)",
      },
    },
    person: {
      type: 'string',
      value: 'NAME',
      summary: {
        en: 'the person, by name (the first administrator)',
        es: 'la persona, por su nombre (el primer administrador)',
        ca: 'la persona, pel seu nom (el primer administrador)',
      },
    },
  },
  async run({ config: readConfig, options, result, note, say }) {
    const config = readConfig()
    const cluster = await acquireCluster(config)
    try {
      await migrate(cluster.urls.owner)
      const owner = connect(cluster.urls.owner, { max: 1 })
      try {
        const found = await owner
          .selectFrom('account as a')
          .innerJoin('org as o', 'o.id', 'a.org_id')
          .select(['a.id', 'a.org_id', 'a.name', 'o.slug'])
          .where('a.kind', '=', 'person')
          .where('a.disabled_at', 'is', null)
          .$if(options.org !== undefined, (query) => query.where('o.slug', '=', options.org ?? ''))
          .$if(options.person !== undefined, (query) => query.where('a.name', '=', options.person ?? ''))
          .orderBy('o.created_at')
          .orderBy('a.created_at')
          .execute()
        const [first] = found
        if (!first) {
          note(
            say({
              en: 'There is no such organisation or person. `amparo serve` makes the first one.',
              es: 'No existe esa organización o persona. `amparo serve` crea la primera.',
              ca: 'No existeix aquesta organització o persona. `amparo serve` crea la primera.',
            }),
          )
          return exit.missing
        }
        if (options.org === undefined && new Set(found.map((one) => one.slug)).size > 1) {
          note(
            say({
              en: `There are several organisations: say which with --org (${[...new Set(found.map((one) => one.slug))].join(', ')}).`,
              es: `Hay varias organizaciones: indique cuál con --org (${[...new Set(found.map((one) => one.slug))].join(', ')}).`,
              ca: `Hi ha diverses organitzacions: indiqueu quina amb --org (${[...new Set(found.map((one) => one.slug))].join(', ')}).`,
            }),
          )
          return exit.usage
        }
        const path = await issueSignInLink(owner, { orgId: first.org_id, accountId: first.id })
        const url = `${config.origins[0] ?? `http://${config.host}:${config.port}`}${path}`
        result({ org: first.slug, person: first.name, url }, () => `${first.name} (${first.slug})\n${url}`)
        return exit.ok
      } finally {
        await owner.destroy()
      }
    } finally {
      await cluster.release()
    }
  },
})
