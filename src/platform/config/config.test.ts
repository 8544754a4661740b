import { describe, expect, it } from 'vitest'
import { type Environment, loadConfig, projectRoot, StartProblem } from './index.ts'

const three = {
  DATABASE_URL: 'postgres://owner:s3cret@db/amparo',
  DATABASE_APP_URL: 'postgres://app:s3cret@db/amparo',
  DATABASE_PUBLIC_URL: 'postgres://public:s3cret@db/amparo',
}

function problemOf(env: Environment, argv: readonly string[] = []): StartProblem {
  try {
    loadConfig(env, argv)
  } catch (error) {
    if (error instanceof StartProblem) return error
    throw error
  }
  throw new Error('accepted')
}

describe('loadConfig', () => {
  it('has a complete answer for an empty environment', () => {
    expect(loadConfig({})).toEqual({
      port: 4747,
      host: 'localhost',
      home: `${projectRoot()}/.amparo`,
      root: projectRoot(),
      database: null,
      origins: [],
      filesUrl: null,
      backupFolder: null,
      mail: null,
      runtimeFolder: null,
      keyPassphraseFile: null,
      language: 'en',
    })
  })

  it('lets the command line win over the environment and ignores the options of others', () => {
    const config = loadConfig({ PORT: '1', HOST: 'a', AMPARO_HOME: '/a' }, [
      'import',
      '--port',
      '5050',
      '--host=::1',
      '--json',
      '--home',
      '/b',
    ])
    expect(config).toMatchObject({ port: 5050, host: '::1', home: '/b' })
  })

  it('takes a mail server with its sender, and never repeats a password', () => {
    const url = 'smtps://amparo:s3cret@mail.example'
    expect(loadConfig({ SMTP_URL: url, MAIL_FROM: 'Oficina <no-reply@example.org>' }).mail).toEqual({
      url,
      from: 'Oficina <no-reply@example.org>',
      perMinute: 60,
    })
    expect(problemOf({ SMTP_URL: url }).message).toContain('MAIL_FROM')
    expect(problemOf({ SMTP_URL: 'http://s3cret@mail' }).message).not.toContain('s3cret')
    expect(problemOf({ SMTP_URL: url, MAIL_FROM: 'a@b.org\nBcc: c@d.org' }).message).toContain('MAIL_FROM')
    expect(problemOf({ SMTP_URL: url, MAIL_FROM: 'a@b.org', MAIL_PER_MINUTE: '0' }).message).toContain(
      'PER_MINUTE',
    )
  })

  it('takes three logins for an outside database', () => {
    expect(loadConfig(three).database).toEqual({
      owner: three.DATABASE_URL,
      app: three.DATABASE_APP_URL,
      public: three.DATABASE_PUBLIC_URL,
    })
  })

  it.each([
    [{ LANG: 'es_AR.UTF-8' }, 'es'],
    [{ LANG: 'es_AR.UTF-8', LC_ALL: 'ca_ES.UTF-8' }, 'ca'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'ca_ES', AMPARO_LANGUAGE: 'en' }, 'en'],
  ])('speaks to the terminal in its language: %j', (env, language) => {
    expect(loadConfig(env).language).toBe(language)
  })

  it.each([
    ['https://a.org', ['https://a.org']],
    [
      'https://a.org/, https://b.org:8443  http://xyz.onion',
      ['https://a.org', 'https://b.org:8443', 'http://xyz.onion'],
    ],
    ['http://localhost:4747,http://localhost:4747', ['http://localhost:4747']],
  ])('reads origins from %j', (text, origins) => {
    expect(loadConfig({ AMPARO_ORIGINS: text }).origins).toEqual(origins)
  })

  it.each<[string, Environment]>([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '-1' }],
    ['HOST', { HOST: 'http://localhost' }],
    ['AMPARO_ORIGINS', { AMPARO_ORIGINS: 'records.example.org' }],
    ['AMPARO_ORIGINS', { AMPARO_ORIGINS: 'https://a.org/app' }],
    ['AMPARO_ORIGINS', { AMPARO_ORIGINS: 'http://a.org' }],
    ['FILES_URL', { FILES_URL: 'files' }],
    ['DATABASE_APP_URL, DATABASE_PUBLIC_URL', { DATABASE_URL: three.DATABASE_URL }],
    ['DATABASE_URL', { ...three, DATABASE_URL: 'mysql://a:s3cret@b/c' }],
    ['three different logins', { ...three, DATABASE_APP_URL: three.DATABASE_URL }],
  ])('refuses a wrong %s, in three languages, without repeating a password', (name, env) => {
    const problem = problemOf(env)
    expect(problem.code).toBe('config')
    expect(problem.message).toContain(name)
    for (const words of [problem.words, problem.remedy]) {
      expect(new Set([words.en, words.es, words.ca]).size).toBe(3)
      expect(JSON.stringify(words)).not.toContain('s3cret')
    }
  })
})
