import { hrc } from '../votes/importers/hrc.ts'
import { voeten } from '../votes/importers/voeten.ts'
import type { DatasetImporter } from '../sources/importer.ts'

/** Files that fill what stands on votes: any of them will do. */
export const voteFiles: readonly DatasetImporter[] = [voeten, hrc]
