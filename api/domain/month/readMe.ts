/** What lies in the ZIP and how to check it, for whoever unpacks it without knowing this system. */
export const readMe = (month: string): string => `Slipway ${month}

核对方法：把 ZIP 全部解压到一个空文件夹，装有 Node.js 18 或更高版本的电脑上运行
    node verify.mjs
不需要联网，也不需要本系统。它核对每个文件的指纹、有无缺少或多余、每张单据和 PDF 的指纹、审计链，重新加总订单、
收款、对账单、交接单，核对库存收发存和单号是否连续；哪个数被改了，就说出是哪一个。屏幕上显示的 manifest.json 指纹应与系统「月度归档」中记录的清单指纹一致。

How to check it: unpack the whole ZIP into an empty folder, and on a computer with Node.js 18 or later run
    node verify.mjs
It needs no network and not this system. It checks the hash of every file, that none is missing or extra, the
hashes of every document, PDF and signed copy, the audit chain and the gaps in the numbers, and adds up orders, receipts,
statements, handovers and stock again; a figure that was changed is named.
The hash of manifest.json that it shows must be the one on record in the system under "Month exports".

每一行按它自己的时间归入一个月 / each row belongs to the month of its own time:
  orders, order-lines, shipments, shipment-lines, stock-moves, print-jobs   创建时间 / created
  handovers, handover-lines, change-requests, change-request-lines          创建时间 / created
  receipts, receipt-lines, statements, statement-lines, statement-disputes  创建时间 / created
  stocktakes, stocktake-lines                                               创建时间 / created
  documents                                                                 出单时间 / issued
  print-attempts                                                            开始时间 / started
  numbers / numbers-voided                                                  取号时间 / taken, 作废时间 / voided
  audit-events        封存链上含本月全部事件的连续一段 / the unbroken part of the chain with all events of the month
  stock-sums          期初、本月变动、期末 / opening, movement, closing
记录的状态是导出时的状态。 The state of records is that of the moment of the export.
`
