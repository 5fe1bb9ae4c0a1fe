export const foundZh = {
  'found.add': '添加',
  'found.added': '已添加为',
  'found.seen': '最近看到',
  'found.unfit': '不收 PDF 和 PWG 光栅，不能直接打印；可经 CUPS 队列使用',
  'found.none': '还没有发现打印机',
  'found.hintPower': '打印机已开机，并和打印服务所在的电脑连在同一个局域网。',
  'found.hintIpp': '打印机已打开 IPP（或 AirPrint）：在打印机的网络设置里。',
  'found.hintNetwork': '打印服务每两分钟找一次；容器、不同网段之间收不到广播，属正常情况。',
  'found.hintSwitch': '环境变量 PRINTER_DISCOVERY=0 会关闭查找。',
  'found.byAddress': '按地址添加打印机',
} as const

export const foundEn: Record<keyof typeof foundZh, string> = {
  'found.add': 'Add',
  'found.added': 'Added as',
  'found.seen': 'Last seen',
  'found.unfit': 'Takes neither PDF nor PWG raster; use it through a CUPS queue',
  'found.none': 'No printer was found yet',
  'found.hintPower': 'The printer is on, in the same local network as the computer of the print server.',
  'found.hintIpp': 'IPP (or AirPrint) is switched on in the network settings of the printer.',
  'found.hintNetwork':
    'The print server looks every two minutes; broadcasts do not pass into containers or between subnets.',
  'found.hintSwitch': 'PRINTER_DISCOVERY=0 in the environment switches the search off.',
  'found.byAddress': 'Add a printer by its address',
}
