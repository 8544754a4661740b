export { type AppParts, createApp } from './create-app.ts'
export { type Draft, openDraft } from './keep-draft.ts'
export { type FormBody, type UploadedFile, readForm } from './read-form.ts'
export { readJson } from './read-json.ts'
export { download, html, json, redirect, stream } from './responses.ts'
export {
  type Route,
  type Visit,
  clearSessionCookie,
  isSecure,
  route,
  sessionCookie,
  sessionToken,
} from './route.ts'
export { embedPolicy, inertPolicy } from './security-headers.ts'
export { agentOf } from './visitor.ts'
