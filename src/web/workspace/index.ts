export { type Refused, attempt, errorList } from './attempt.ts'
export {
  type WorkspacePage,
  problemPage,
  siteAssets,
  workspaceAssets,
  workspacePage,
} from './workspace-page.tsx'
