export {
  type Approval,
  type ApprovalState,
  countWaiting,
  listAsked,
  listWaiting,
  readApproval,
  readOpenApproval,
} from './approval.ts'
export { type ApprovalToAsk, approvalDays, askApproval } from './ask-approval.ts'
export { type Verdict, decideApproval, spendApproval, withdrawApproval } from './decide-approval.ts'
export { forgetApprovals } from './forget-approvals.ts'
export {
  askToEndFourEyes,
  countDeciders,
  fourEyes,
  fourEyesKind,
  isAlone,
  setFourEyes,
} from './four-eyes.ts'
export { approvalProblem, approvalWords } from './refusals.ts'
