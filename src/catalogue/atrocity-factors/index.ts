/** The 14 risk factors of atrocity crimes. */
export {
  type AtrocityFactor,
  atrocityFactorById,
  atrocityFactors,
  atrocityFramework,
  type AtrocityScope,
  atrocityScopeLabels,
  atrocityScopes,
} from './factor-list.ts'
