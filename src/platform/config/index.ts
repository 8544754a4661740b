export { childEnvironment } from './child-environment.ts'
export {
  type Config,
  type ConfigLanguage,
  type DatabaseUrls,
  type Environment,
  loadConfig,
  terminalLanguage,
} from './config.ts'
export { type MailSettings } from './mail-settings.ts'
export { projectRoot } from './project-root.ts'
export { StartProblem, type StartProblemCode } from './start-problem.ts'
