export {
  type ConsentListener,
  type ApprovalKind,
  type DayItem,
  type DayItemSource,
  type HomePanel,
  type House,
  type Module,
  type NavigationEntry,
  type RecordPanel,
  type SealingScope,
  type SignInScreen,
  defineModule,
} from './house.ts'
