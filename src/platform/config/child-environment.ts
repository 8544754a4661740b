/** The environment for a program that we start: our own, and `extra`. */
export const childEnvironment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...extra,
})
