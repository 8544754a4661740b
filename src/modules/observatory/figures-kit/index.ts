/** What a chart is as a file: a picture to put elsewhere, or its numbers. */
export { chartFile, type ChartFile, FileLinks } from './chart-file.tsx'
