import { extractJob } from '#platform/evidence'
import { attachRoute } from './attach-route.ts'
import { downloadRoute, pictureRoute } from './content-routes.ts'
import { detachRoute, eraseRoute, fileRoute } from './file-page.tsx'
import { previewRoute } from './preview-page.tsx'

export { EvidencePanel } from './evidence-panel.tsx'
export { type Evidence, loadEvidence } from './load-evidence.ts'

/** The addresses of files: attach, know of, see, take out, take off, erase. */
export const evidenceRoutes = [
  attachRoute,
  downloadRoute,
  pictureRoute,
  previewRoute,
  detachRoute,
  eraseRoute,
  fileRoute,
]

/** The long work that evidence asks for. */
export const evidenceJobs = [extractJob]
