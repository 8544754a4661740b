export {
  type Labels,
  type Language,
  languages,
  isLanguage,
  label,
  labels,
  preferredLanguage,
} from './language.ts'
export { type Messages, type Translate, translator } from './translator.ts'
export { formatNumber } from './number.ts'
