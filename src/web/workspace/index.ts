export { type WorkspacePage, problemPage, siteAssets, workspacePage } from './workspace-page.tsx'
