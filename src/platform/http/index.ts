export { type AppParts, createApp } from './create-app.ts'
export { type FormBody, type UploadedFile, readForm } from './read-form.ts'
export { download, html, json, redirect, stream } from './responses.ts'
export { type Route, type Visit, clearSessionCookie, route, sessionCookie, sessionToken } from './route.ts'
