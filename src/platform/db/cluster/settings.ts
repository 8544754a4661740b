/** The whole postgresql.conf of a cluster of ours; written anew at every start. `durable: false` is for tests only. */
export function serverSettings(options: { readonly socket: string; readonly durable: boolean }): string {
  const safety = options.durable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']
  const lines = [
    // Reached through the socket alone.
    "listen_addresses = ''",
    'port = 5432',
    `unix_socket_directories = '${options.socket.replaceAll("'", "''")}'`,
    'unix_socket_permissions = 0700',
    'password_encryption = scram-sha-256',
    // A small machine: 2 cores, 2 GB.
    'max_connections = 60',
    'shared_buffers = 128MB',
    'work_mem = 8MB',
    'maintenance_work_mem = 64MB',
    'effective_cache_size = 1GB',
    'max_worker_processes = 4',
    'max_parallel_workers_per_gather = 1',
    'jit = off',
    'random_page_cost = 1.1',
    // Nothing replicates from a private cluster.
    'wal_level = minimal',
    'max_wal_senders = 0',
    'max_wal_size = 512MB',
    'checkpoint_completion_target = 0.9',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "lc_messages = 'C'",
    // The log must not hold what people wrote: no statements, no DETAIL lines ("Key (name)=(…)"), no parameters.
    'log_min_messages = warning',
    'log_min_error_statement = panic',
    'log_error_verbosity = terse',
    'log_statement = none',
    'log_parameter_max_length_on_error = 0',
    'log_autovacuum_min_duration = -1',
    'log_checkpoints = off',
    ...safety,
  ]
  return `# Written by amparo at every start: changes here are lost. Use ALTER SYSTEM.\n${lines.join('\n')}\n`
}
