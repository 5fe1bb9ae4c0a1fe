export const imageZh = {
  'image.upload': '上传图片',
  'image.replace': '替换',
  'image.replaced': '已替换；已出的单据仍用原来的图片',
  'image.kept': '已上传',
  'image.file': '选择文件',
  'image.otherFile': '换一个文件',
  'image.name': '名称',
  'image.nameHelp': '模板里用它：%{call}',
  'image.help': 'PNG 或 JPEG，最大 1 MB。印章、签名、底图都可以。',
  'image.none': '还没有图片',
  'image.hint': '上传后在模板里写它的名称；替换图片不影响已出的单据。',
  'image.tooLarge': '图片太大，最大 1 MB；请缩小后再上传。',
  'image.call': '模板写法',
} as const

export const imageEn: Record<keyof typeof imageZh, string> = {
  'image.upload': 'Upload a picture',
  'image.replace': 'Replace',
  'image.replaced': 'Replaced; issued documents keep the former picture',
  'image.kept': 'Uploaded',
  'image.file': 'Choose a file',
  'image.otherFile': 'Choose another file',
  'image.name': 'Name',
  'image.nameHelp': 'Templates use it by %{call}',
  'image.help': 'PNG or JPEG, at most 1 MB: a stamp, a signature, a letterhead.',
  'image.none': 'No picture yet',
  'image.hint':
    'Upload one and write its name into a template; replacing it later alters no issued document.',
  'image.tooLarge': 'The picture is too large; make it smaller than 1 MB.',
  'image.call': 'In a template',
}
