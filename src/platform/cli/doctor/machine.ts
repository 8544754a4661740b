import { accessSync, constants, existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Config } from '#platform/config'
import { findBinaries } from '#platform/db/cluster'
import { failedFinding, type Finding } from './finding.ts'

/** Node, PostgreSQL's programs, the data folder, the disk, the port. */
export async function checkMachine(config: Config): Promise<readonly Finding[]> {
  const home = checkHome(config.home)
  return [
    checkNode(process.versions.node),
    ...(config.database ? [] : [checkBinaries(config)]),
    home,
    ...(home.state === 'failed' ? [] : [await checkDisk(config.home)]),
    await checkPort(config),
  ]
}

/** Exported for its test: 24 is what the program is tried with, 22 has all that it needs. */
export function checkNode(version: string): Finding {
  const major = Number.parseInt(version, 10)
  const text = { en: `Node ${version}`, es: `Node ${version}`, ca: `Node ${version}` }
  if (major >= 24) return { check: 'node', state: 'ok', text }
  return {
    check: 'node',
    state: major >= 22 ? 'warning' : 'failed',
    text,
    remedy: {
      en: 'The program is made for Node 24: run "npm ci" without --omit=optional, which installs it here.',
      es: 'El programa está hecho para Node 24: ejecute "npm ci" sin --omit=optional, que lo instala aquí.',
      ca: 'El programa està fet per a Node 24: executeu "npm ci" sense --omit=optional, que l\'instal·la aquí.',
    },
  }
}

function checkBinaries(config: Config): Finding {
  try {
    const { version } = findBinaries(config.root, join(tmpdir(), `amparo-lib-${process.pid}`))
    const name = `PostgreSQL ${version}`
    return { check: 'binaries', state: 'ok', text: { en: name, es: name, ca: name } }
  } catch (error) {
    return failedFinding('binaries', error)
  }
}

/** The folder that exists on the way to `path`, itself if it is there. */
function existing(path: string): string {
  let folder = path
  while (!existsSync(folder)) folder = dirname(folder)
  return folder
}

function checkHome(home: string): Finding {
  try {
    accessSync(existing(home), constants.W_OK | constants.X_OK)
    const text = {
      en: `The data folder ${home} can be written`,
      es: `Se puede escribir en la carpeta de datos ${home}`,
      ca: `Es pot escriure a la carpeta de dades ${home}`,
    }
    return { check: 'home', state: 'ok', text }
  } catch {
    return {
      check: 'home',
      state: 'failed',
      text: {
        en: `The data folder ${home} cannot be written`,
        es: `No se puede escribir en la carpeta de datos ${home}`,
        ca: `No es pot escriure a la carpeta de dades ${home}`,
      },
      remedy: {
        en: 'Start the program as the owner of the folder, or choose another with AMPARO_HOME.',
        es: 'Inicie el programa con el dueño de la carpeta, o elija otra con AMPARO_HOME.',
        ca: 'Inicieu el programa amb el propietari de la carpeta, o trieu-ne una altra amb AMPARO_HOME.',
      },
    }
  }
}

async function checkDisk(home: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(existing(home))
  const gigabytes = (bavail * bsize) / 1e9
  const amount = gigabytes.toFixed(1)
  const finding = {
    check: 'disk',
    text: {
      en: `${amount} GB free on the disk of the data folder`,
      es: `${amount} GB libres en el disco de la carpeta de datos`,
      ca: `${amount} GB lliures al disc de la carpeta de dades`,
    },
  } as const
  if (gigabytes >= 5) return { ...finding, state: 'ok' }
  return {
    ...finding,
    state: gigabytes >= 1 ? 'warning' : 'failed',
    remedy: {
      en: 'Free some space: at least 5 GB, so that a backup fits beside the data.',
      es: 'Libere espacio: al menos 5 GB, para que una copia de seguridad quepa junto a los datos.',
      ca: 'Allibereu espai: com a mínim 5 GB, perquè una còpia de seguretat càpiga al costat de les dades.',
    },
  }
}

function checkPort(config: Config): Promise<Finding> {
  const { host, port } = config
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve({
        check: 'port',
        state: 'warning',
        text: {
          en: `The port ${port} on ${host} cannot be taken (${error.code})`,
          es: `No se puede tomar el puerto ${port} en ${host} (${error.code})`,
          ca: `No es pot prendre el port ${port} a ${host} (${error.code})`,
        },
        remedy: {
          en: 'If it is not this program that runs already, choose another with PORT.',
          es: 'Si no es este mismo programa ya en marcha, elija otro con PORT.',
          ca: 'Si no és aquest mateix programa ja en marxa, trieu-ne un altre amb PORT.',
        },
      }),
    )
    probe.listen(port, host, () =>
      probe.close(() =>
        resolve({
          check: 'port',
          state: 'ok',
          text: {
            en: `The port ${port} on ${host} is free`,
            es: `El puerto ${port} en ${host} está libre`,
            ca: `El port ${port} a ${host} és lliure`,
          },
        }),
      ),
    )
  })
}
