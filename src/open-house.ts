import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, StartProblem } from '#platform/config'
import { isHalfRestored, migrateWithBackup } from '#platform/backup'
import { connect } from '#platform/db'
import { acquireCluster, checkLogins } from '#platform/db/cluster'
import { keyPassphrase, loadInstanceKey, openFileStore } from '#platform/files'
import { type House, panelsOf } from '#platform/house'
import { openSecrets } from '#platform/identity'
import { shippedSchema } from '#platform/records'
import { makeOpenings } from '#platform/vault'
import { designRoutes } from '#web/design'
import { modules } from './modules.ts'
import { makeScratchFolder } from './scratch-folder.ts'

/** The house, running, with what the machine's own command line needs besides. */
export interface OpenHouse {
  readonly house: House
  readonly config: Config
  /** As the owner's login: for making organisations, people and sign-in links. Never for serving. */
  readonly owner: ReturnType<typeof connect>
  /** Folder for data and keys. */
  readonly home: string
  readonly urls: { readonly owner: string; readonly app: string; readonly public: string }
  readonly close: () => Promise<void>
}

/** The definitions of every module. */
export const shipped = shippedSchema(
  modules.flatMap((module) => module.types ?? []),
  modules.flatMap((module) => module.vocabularies ?? []),
)

/** Starts what there is to start, brings the database to this release, and opens the rooms. */
export async function openHouse(
  config: Config,
  options: { readonly development?: boolean } = {},
): Promise<OpenHouse> {
  if (isHalfRestored(config.home)) throw halfRestored(config.home)
  // Before anything is started: it may have to be asked for.
  const passphrase = await keyPassphrase(config)
  const cluster = await acquireCluster(config)
  try {
    // Before anything is changed in a database that is not ours; after it too, because only then there are tables to own.
    if (config.database) await checkLogins(cluster.urls)
    await migrateWithBackup(config, cluster.urls.owner)
    await checkLogins(cluster.urls)
    const instanceKey = loadInstanceKey(config.home, passphrase)
    const scratch = makeScratchFolder(config.home)
    const owner = connect(cluster.urls.owner, { max: 2 })
    const db = connect(cluster.urls.app, { max: 16 })
    const publicDb = connect(cluster.urls.public, { max: 8 })
    let assets: House['assets'] | null = null
    const house: House = {
      db,
      publicDb,
      shipped,
      files: openFileStore({ home: config.home, instanceKey }),
      secrets: openSecrets(instanceKey),
      scratch,
      navigation: modules.flatMap((module) => module.navigation ?? []),
      routes: [
        ...modules.flatMap((module) => module.routes ?? []),
        ...(options.development ? designRoutes : []),
      ],
      recordPanels: panelsOf(modules),
      consentListeners: modules.flatMap((module) => module.consentListeners ?? []),
      homePanels: modules.flatMap((module) => module.homePanels ?? []),
      starts: modules.flatMap((module) => module.startsAt ?? []),
      dayItems: modules.flatMap((module) => module.dayItems ?? []).sort((a, b) => a.order - b.order),
      figures: modules.flatMap((module) => module.figures ?? []).sort((a, b) => a.order - b.order),
      approvalKinds: modules.flatMap((module) => module.approvalKinds ?? []),
      publicKinds: modules.flatMap((module) => module.publicKinds ?? []),
      sealingScopes: modules.flatMap((module) => module.sealingScope ?? []),
      openings: makeOpenings(),
      signIn: modules.find((module) => module.signIn)?.signIn,
      origins: config.origins,
      // A command that shows no page needs none of them, and may run before they are built.
      get assets() {
        assets ??= readAssets(config.root)
        return assets
      },
      development: options.development ?? false,
    }
    return {
      house,
      config,
      owner,
      home: config.home,
      urls: cluster.urls,
      close: async () => {
        await Promise.all([owner.destroy(), db.destroy(), publicDb.destroy()])
        rmSync(scratch, { recursive: true, force: true })
        await cluster.release()
      },
    }
  } catch (error) {
    await cluster.release()
    throw error
  }
}

const halfRestored = (home: string): StartProblem =>
  new StartProblem(
    'home',
    {
      en: `A restore into ${home} was broken off: what was deleted since the backup may be there again.`,
      es: `Una restauración en ${home} quedó interrumpida: lo eliminado desde la copia puede estar allí otra vez.`,
      ca: `Una restauració a ${home} va quedar interrompuda: el que s'ha eliminat d'ençà de la còpia hi pot tornar a ser.`,
    },
    {
      en: 'Repeat it: amparo restore FILE --identity IDENTITY_FILE --force.',
      es: 'Repítala: amparo restore ARCHIVO --identity ARCHIVO_DE_IDENTIDAD --force.',
      ca: "Repetiu-la: amparo restore FITXER --identity FITXER_D'IDENTITAT --force.",
    },
  )

/** Logical names of styles and scripts → their addresses. */
function readAssets(root: string): Readonly<Record<string, string>> {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/assets/manifest.json'), 'utf8')) as Record<
    string,
    string
  >
  return Object.fromEntries(Object.entries(manifest).map(([name, file]) => [name, `/assets/${file}`]))
}
