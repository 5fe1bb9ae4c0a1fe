import type { Text2 } from '../schema/types'

const say = (zh: string, en: string): Text2 => ({ zh, en })

/** What the screens of imports say. */
export const words = {
  what: say('导入什么', 'What to import'),
  drop: say('把 Excel（.xlsx）或 CSV 文件拖到这里，或', 'Drop an Excel (.xlsx) or CSV file here, or'),
  choose: say('选择文件', 'choose a file'),
  limits: say(
    '最多 50,000 行、20 MB；CSV 可用 UTF-8 或 GBK 编码。',
    'At most 50,000 rows and 20 MB; CSV in UTF-8 or GBK.',
  ),
  tooLarge: say('文件超过 20 MB，请分成几个文件。', 'The file is larger than 20 MB; split it into several.'),
  template: say('下载空白模板', 'Empty template'),
  reading: say('正在读取文件…', 'Reading the file…'),
  nothing: say('您的角色不能导入数据。', 'Your role cannot import anything.'),
  upload: say('上传文件', 'Upload'),
  map: say('对应列', 'Map columns'),
  check: say('检查', 'Check'),
  import: say('导入', 'Import'),
  column: say('列', 'Column'),
  head: say('表头', 'Head'),
  samples: say('内容', 'Content'),
  field: say('填入字段', 'Fills'),
  ignore: say('不导入', 'Not imported'),
  missing: say('还缺必填字段：', 'Still missing: '),
  required: say('必填', 'required'),
  checking: say('正在检查每一行…', 'Checking every row…'),
  running: say('正在导入。可以离开本页，导入会继续。', 'Importing. You may leave this page; it goes on.'),
  undoing: say('正在撤销…', 'Undoing…'),
  faulty: say(
    '处有问题，什么都没有导入。请在文件中改正后重新上传，或改列的对应。',
    'problems; nothing was imported. Correct the file and upload it again, or change the mapping.',
  ),
  firstOnly: say('下面是前 1000 处。', 'The first 1000 are shown.'),
  downloadErrors: say('下载问题清单', 'Download the list'),
  remap: say('改列的对应', 'Change the mapping'),
  another: say('上传另一个文件', 'Upload another file'),
  row: say('行', 'Row'),
  problem: say('问题', 'Problem'),
  ready: say('检查通过，没有问题。将新建记录：', 'The check found no problem. Records to be created: '),
  allOrNothing: say('全部导入，或者一条也不导入。', 'All of it is imported, or nothing.'),
  done: say('已导入记录：', 'Records imported: '),
  see: say('查看导入的记录', 'See the imported records'),
  undone: say('这次导入已全部撤销。', 'This import was undone, all of it.'),
  notYours: say('只有导入人自己可以继续。', 'Only the person who uploaded it can go on.'),
} satisfies Record<string, Text2>
