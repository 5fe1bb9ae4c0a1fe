import { refTo } from '../engine/resource.js'
import type { customers as customerDeclaration } from './customers/customer.js'
import type { receipts as receiptDeclaration } from './receipts/receipt.js'
import type { statements as statementDeclaration } from './statements/statement.js'
import type { exportSets as exportSetDeclaration } from './exportSets/exportSet.js'
import type { users as userDeclaration } from './access/user.js'
import type { printProblems as printProblemDeclaration } from './printing/auto/printProblem.js'
import type { backupRuns as backupRunDeclaration } from './backup/backupRun.js'
import type { changeRequests as changeRequestDeclaration } from './changeRequests/changeRequest.js'
import type { handovers as handoverDeclaration } from './handovers/handover.js'
import type { images as imageDeclaration } from './images/image.js'
import type { importDeclaration } from './imports/importDeclaration.js'
import type { monthExports as monthExportDeclaration } from './month/monthExport.js'
import type { orders as orderDeclaration } from './orders/order.js'
import type { copyScans as copyScanDeclaration } from './printing/copies/copyScan.js'
import type { documentCopies as documentCopyDeclaration } from './printing/copies/documentCopy.js'
import type { documents as documentDeclaration } from './printing/documents/document.js'
import type { printJobs as printJobDeclaration } from './printing/jobs/printJob.js'
import type { printBatches as printBatchDeclaration } from './printing/batches/printBatch.js'
import type { foundPrinters as foundPrinterDeclaration } from './printing/found/foundPrinter.js'
import type { printerAlerts as printerAlertDeclaration } from './printing/alerts/printerAlert.js'
import type { printers as printerDeclaration } from './printing/printers/printer.js'
import type { printRules as printRuleDeclaration } from './printing/rules/printRule.js'
import type { templates as templateDeclaration } from './printing/templates/template.js'
import type { templateDrafts as templateDraftDeclaration } from './printing/templates/templateDraft.js'
import type { shipments as shipmentDeclaration } from './shipping/shipment.js'
import type { reservations as reservationDeclaration } from './stock/reservation.js'
import type { stocktakes as stocktakeDeclaration } from './stocktakes/stocktake.js'
import type { stocktakeLines as stocktakeLineDeclaration } from './stocktakes/stocktakeLine.js'
import type { stockMoves as stockMoveDeclaration } from './stock/stockMove.js'

/**
 * Typed names of records. A declaration imports its actions, so an action names records by these instead of
 * importing a declaration back.
 */
export const orders = refTo<typeof orderDeclaration>('orders')
export const shipments = refTo<typeof shipmentDeclaration>('shipments')
export const changeRequests = refTo<typeof changeRequestDeclaration>('change-requests')
export const handovers = refTo<typeof handoverDeclaration>('handovers')
export const reservations = refTo<typeof reservationDeclaration>('reservations')
export const stockMoves = refTo<typeof stockMoveDeclaration>('stock-moves')
export const customers = refTo<typeof customerDeclaration>('customers')
export const receipts = refTo<typeof receiptDeclaration>('receipts')
export const statements = refTo<typeof statementDeclaration>('statements')
export const exportSets = refTo<typeof exportSetDeclaration>('export-sets')
export const stocktakes = refTo<typeof stocktakeDeclaration>('stocktakes')
export const stocktakeLines = refTo<typeof stocktakeLineDeclaration>('stocktake-lines')
export const documents = refTo<typeof documentDeclaration>('documents')
export const documentCopies = refTo<typeof documentCopyDeclaration>('document-copies')
export const copyScans = refTo<typeof copyScanDeclaration>('copy-scans')
export const printJobs = refTo<typeof printJobDeclaration>('print-jobs')
export const printBatches = refTo<typeof printBatchDeclaration>('print-batches')
export const printRules = refTo<typeof printRuleDeclaration>('print-rules')
export const templates = refTo<typeof templateDeclaration>('templates')
export const templateDrafts = refTo<typeof templateDraftDeclaration>('template-drafts')
export const images = refTo<typeof imageDeclaration>('images')
export const printProblems = refTo<typeof printProblemDeclaration>('print-problems')
export const printers = refTo<typeof printerDeclaration>('printers')
export const printerAlerts = refTo<typeof printerAlertDeclaration>('printer-alerts')
export const foundPrinters = refTo<typeof foundPrinterDeclaration>('found-printers')
export const users = refTo<typeof userDeclaration>('users')
export const imports = refTo<ReturnType<typeof importDeclaration>>('imports')
export const monthExports = refTo<typeof monthExportDeclaration>('month-exports')
export const backupRuns = refTo<typeof backupRunDeclaration>('backup-runs')
