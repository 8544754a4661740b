export { DesignPage } from './components-page.tsx'
export { type DesignAssets, designPages } from './pages.tsx'
export { designRoutes } from './routes.ts'
