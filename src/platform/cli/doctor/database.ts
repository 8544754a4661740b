import type { Config, DatabaseUrls } from '#platform/config'
import { listMigrations } from '#platform/db'
import { acquireCluster, checkLogins, clusterStatus, readApplied } from '#platform/db/cluster'
import { failedFinding, type Finding } from './finding.ts'

/** The cluster, the three logins, the migrations. A cluster that does not exist yet is not made for this. */
export async function checkDatabase(config: Config): Promise<readonly Finding[]> {
  const status = await clusterStatus(config)
  if (status.state === 'absent') {
    const text = {
      en: 'There is no database yet; the first start makes it',
      es: 'Todavía no hay base de datos; el primer inicio la crea',
      ca: 'Encara no hi ha base de dades; la primera arrencada la crea',
    }
    return [{ check: 'cluster', state: 'ok', text }]
  }
  try {
    const cluster = await acquireCluster(config)
    try {
      return [clusterFinding(cluster.began), ...(await checkContent(cluster.urls))]
    } finally {
      await cluster.release()
    }
  } catch (error) {
    return [failedFinding('cluster', error)]
  }
}

function clusterFinding(began: string): Finding {
  const text =
    began === 'outside'
      ? {
          en: 'The database is outside (DATABASE_URL)',
          es: 'La base de datos es externa (DATABASE_URL)',
          ca: 'La base de dades és externa (DATABASE_URL)',
        }
      : began === 'adopted'
        ? {
            en: 'The private database runs',
            es: 'La base de datos privada está en marcha',
            ca: 'La base de dades privada està en marxa',
          }
        : {
            en: 'The private database starts and stops',
            es: 'La base de datos privada inicia y se detiene',
            ca: "La base de dades privada s'engega i s'atura",
          }
  return { check: 'cluster', state: 'ok', text }
}

async function checkContent(urls: DatabaseUrls): Promise<readonly Finding[]> {
  try {
    await checkLogins(urls)
  } catch (error) {
    return [failedFinding('logins', error)]
  }
  const text = {
    en: 'The three logins work and none is above the rules',
    es: 'Los tres accesos funcionan y ninguno está por encima de las reglas',
    ca: 'Els tres accessos funcionen i cap no és per sobre de les regles',
  }
  return [{ check: 'logins', state: 'ok', text }, await checkMigrations(urls.owner)]
}

async function checkMigrations(ownerUrl: string): Promise<Finding> {
  const applied = await readApplied(ownerUrl)
  const known = (await listMigrations()).map(({ name }) => name)
  const pending = known.filter((name) => !applied.includes(name))
  const strange = applied.filter((name) => !known.includes(name))
  if (strange.length > 0) {
    return {
      check: 'migrations',
      state: 'failed',
      text: {
        en: `The database was made by a newer release (${strange.join(', ')})`,
        es: `La base de datos fue hecha por una versión más nueva (${strange.join(', ')})`,
        ca: `La base de dades la va fer una versió més nova (${strange.join(', ')})`,
      },
      remedy: {
        en: 'Install that release, or restore a backup made by this one.',
        es: 'Instale esa versión, o restaure una copia de seguridad hecha por esta.',
        ca: 'Instal·leu aquella versió, o restaureu una còpia de seguretat feta per aquesta.',
      },
    }
  }
  if (pending.length > 0) {
    return {
      check: 'migrations',
      state: 'warning',
      text: {
        en: `The database is behind this release by: ${pending.join(', ')}`,
        es: `A la base de datos le faltan, para esta versión: ${pending.join(', ')}`,
        ca: `A la base de dades li falten, per a aquesta versió: ${pending.join(', ')}`,
      },
      remedy: {
        en: 'The next start brings it up to date.',
        es: 'El próximo inicio la pone al día.',
        ca: 'La pròxima arrencada la posa al dia.',
      },
    }
  }
  const text = {
    en: `The database is up to date (${applied.length} migrations)`,
    es: `La base de datos está al día (${applied.length} migraciones)`,
    ca: `La base de dades està al dia (${applied.length} migracions)`,
  }
  return { check: 'migrations', state: 'ok', text }
}
