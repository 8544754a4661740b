export { readApplied } from './applied.ts'
export { type Binaries, binariesPackage, findBinaries } from './binaries.ts'
export {
  acquireCluster,
  type Cluster,
  type ClusterConfig,
  type ClusterOptions,
  databaseName,
} from './cluster.ts'
export { checkLogins, oldestServer } from './logins.ts'
export { type RolePasswords, ensureDatabase, ensureRoles, loginUrls, roleNames, withLogin } from './roles.ts'
export { type ClusterStatus, clusterStatus, stopUnusedCluster } from './status.ts'
export { removeTemporaryServer, temporaryServer, temporaryServerFolder } from './temporary-server.ts'
export { isAlive, processStart } from './users.ts'
