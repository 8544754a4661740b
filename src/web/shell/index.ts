export * from './document.tsx'
export * from './plain-shell.tsx'
export * from './site-shell.tsx'
export * from './workspace-shell.tsx'
