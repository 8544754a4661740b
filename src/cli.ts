import { main } from '#platform/cli'
import { commands } from './commands.ts'

await main(commands, process.argv.slice(2))
