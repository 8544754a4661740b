/** Mail that goes out: asked for in a transaction, carried by a postman, without content. */
export { type MailFields, compose as composeMail } from './compose.ts'
export { type DeliveryReport, readDeliveryReports } from './delivery-report.ts'
export { type MailGround, type Postman, startPostman } from './postman.ts'
export { type MailGiven, isMailAddress, queueMail } from './queue-mail.ts'
export { type MailStatus, type WaitingMail, readMailStatus, readOutbox } from './read-outbox.ts'
export { type TakenReports, takeDeliveryReports } from './take-reports.ts'
export { type FieldKind, type MailTemplate, defineMailTemplate, fieldKinds } from './template.ts'
export { unsubscribe, unsubscribePath } from './unsubscribe.ts'
