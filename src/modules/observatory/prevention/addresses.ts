/** Where prevention is: assessments, early warning, focal points. */
export const preventionAddress = '/workspace/observatory/prevention'

export const newAssessment = `${preventionAddress}/new`
export const assessmentAddress = (id: string): string => `${preventionAddress}/assessments/${id}`
export const stepAddress = (id: string, step: number): string => `${assessmentAddress(id)}/step/${step}`
export const compareAddress = `${preventionAddress}/compare`
export const statesOnDayAddress = `${preventionAddress}/states`
export const warningAddress = `${preventionAddress}/early-warning`
/** The route of a step. */
export const stepPath = `${preventionAddress}/assessments/:id/step/:step`
/** On what the risk of a state in a refit rests. */
export const riskAddress = (run: string, polity: string): string => `${warningAddress}/${run}/${polity}`
