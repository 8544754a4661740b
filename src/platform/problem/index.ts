export { type FieldProblem, Problem, type ProblemKind, problemTable } from './problem.ts'
export { describeProblem } from './describe.ts'
