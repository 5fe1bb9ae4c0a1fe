import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined'
import BackupOutlined from '@mui/icons-material/BackupOutlined'
import DevicesOutlined from '@mui/icons-material/DevicesOutlined'
import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined'
import PublicOutlined from '@mui/icons-material/PublicOutlined'
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined'
import RequestQuoteOutlined from '@mui/icons-material/RequestQuoteOutlined'
import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined'
import FormatListNumberedOutlined from '@mui/icons-material/FormatListNumberedOutlined'
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined'
import BusinessOutlined from '@mui/icons-material/BusinessOutlined'
import CancelOutlined from '@mui/icons-material/CancelOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import CollectionsBookmarkOutlined from '@mui/icons-material/CollectionsBookmarkOutlined'
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined'
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined'
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import ImageOutlined from '@mui/icons-material/ImageOutlined'
import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import KeyOutlined from '@mui/icons-material/KeyOutlined'
import LocalShippingOutlined from '@mui/icons-material/LocalShippingOutlined'
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import NotificationImportantOutlined from '@mui/icons-material/NotificationImportantOutlined'
import NumbersOutlined from '@mui/icons-material/NumbersOutlined'
import PauseOutlined from '@mui/icons-material/PauseOutlined'
import PeopleOutlined from '@mui/icons-material/PeopleOutlined'
import PlayArrowOutlined from '@mui/icons-material/PlayArrowOutlined'
import PlaylistPlayOutlined from '@mui/icons-material/PlaylistPlayOutlined'
import PrintOutlined from '@mui/icons-material/PrintOutlined'
import QrCodeScannerOutlined from '@mui/icons-material/QrCodeScannerOutlined'
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined'
import ReplayOutlined from '@mui/icons-material/ReplayOutlined'
import SellOutlined from '@mui/icons-material/SellOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import StraightenOutlined from '@mui/icons-material/StraightenOutlined'
import SwapVertOutlined from '@mui/icons-material/SwapVertOutlined'
import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined'
import UndoOutlined from '@mui/icons-material/UndoOutlined'
import TravelExploreOutlined from '@mui/icons-material/TravelExploreOutlined'
import WarehouseOutlined from '@mui/icons-material/WarehouseOutlined'
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import type { ComponentType } from 'react'
import type { SvgIconProps } from '@mui/material/SvgIcon'

/** Keys that a declaration may use for a record type or an action. */
const icons: Record<string, ComponentType<SvgIconProps>> = {
  orders: ReceiptLongOutlined,
  customers: PeopleOutlined,
  users: PeopleOutlined,
  products: SellOutlined,
  warehouses: WarehouseOutlined,
  stock: Inventory2Outlined,
  moves: SwapVertOutlined,
  reservations: AssignmentTurnedInOutlined,
  receipts: PaymentsOutlined,
  statements: RequestQuoteOutlined,
  statementRun: CalendarMonthOutlined,
  exportSet: PublicOutlined,
  stocktake: ChecklistOutlined,
  stocktakeLine: FormatListNumberedOutlined,
  scan: QrCodeScannerOutlined,
  shipments: LocalShippingOutlined,
  documents: DescriptionOutlined,
  templates: DescriptionOutlined,
  images: ImageOutlined,
  copies: ContentCopyOutlined,
  queue: PlaylistPlayOutlined,
  batches: CollectionsBookmarkOutlined,
  printer: PrintOutlined,
  alert: NotificationImportantOutlined,
  discover: TravelExploreOutlined,
  resolve: HelpOutlineOutlined,
  company: BusinessOutlined,
  key: KeyOutlined,
  audit: HistoryOutlined,
  import: UploadFileOutlined,
  numbers: NumbersOutlined,
  settings: SettingsOutlined,
  monthExport: ArchiveOutlined,
  backup: BackupOutlined,
  sessions: DevicesOutlined,
  ledger: FactCheckOutlined,
  submit: SendOutlined,
  confirm: CheckCircleOutlined,
  deliver: CheckCircleOutlined,
  reject: UndoOutlined,
  undo: UndoOutlined,
  approve: CheckCircleOutlined,
  signOut: LogoutOutlined,
  cancel: CancelOutlined,
  ship: LocalShippingOutlined,
  dispatch: LocalShippingOutlined,
  retry: ReplayOutlined,
  pause: PauseOutlined,
  hold: PauseOutlined,
  resume: PlayArrowOutlined,
  release: PlayArrowOutlined,
  print: PrintOutlined,
  ruler: StraightenOutlined,
  handover: HandshakeOutlined,
  changeRequest: EditNoteOutlined,
  waybill: QrCodeScannerOutlined,
}

/** The icon of a key; records of an unknown kind look like a table. */
export function Icon({ name, ...props }: SvgIconProps & { name: string | undefined }) {
  const Svg = icons[name ?? ''] ?? TableRowsOutlined
  return <Svg fontSize="small" {...props} />
}

export const hasIcon = (name: string | undefined) => name !== undefined && name in icons
