export {
  type WorkspacePage,
  problemPage,
  siteAssets,
  workspaceAssets,
  workspacePage,
} from './workspace-page.tsx'
