export { type NotToBeNamed, findWithheldHere } from './find-withheld.ts'
