/** What made-up customers are called and where they are. No shop is meant: the 字号 are invented. */

const words = (text: string): string[] => text.trim().split(/\s+/)

export const shopNames = words(`
  春禾 砺石 榫舟 栖川 澜仓 煦木 砚田 恒垦 禾沐 沐岭
  双榆 青埠 万稔 聚枫 汇溪 鼎垚 瑞棠 启帆 拓岩 铭垣
  润泽园 永桥 长隆 和韵 兴埭 嘉沃 百川汇 立信达 福满堂 金穗
  晨曦 锦程 海晏 云岫 远舟 安澜 宏桥 佳邻 益民 顺风耳
  东篱 南塘 西岭 北渡 巧匠坊 匠心阁 铁犁 铜雀 银杏里 玉兰
  广厦 坚石 天工 方圆 中正 大有 丰年 好邻居 千叶 犇诚
`)

export interface Trade {
  name: string
  short: string
  /** Sole traders have credit codes of their own kind. */
  kind: '91' | '92'
}

export const trades: readonly Trade[] = [
  { name: '五金商行', short: '五金', kind: '92' },
  { name: '五金机电有限公司', short: '机电', kind: '91' },
  { name: '日用百货商行', short: '百货', kind: '92' },
  { name: '建材经营部', short: '建材', kind: '92' },
  { name: '装饰材料有限公司', short: '装饰', kind: '91' },
  { name: '水暖器材商行', short: '水暖', kind: '92' },
  { name: '劳保用品有限公司', short: '劳保', kind: '91' },
  { name: '百货超市有限公司', short: '超市', kind: '91' },
  { name: '电料灯饰店', short: '灯饰', kind: '92' },
  { name: '园艺用品商行', short: '园艺', kind: '92' },
  { name: '物业服务有限公司', short: '物业', kind: '91' },
  { name: '建筑安装工程有限公司', short: '建安', kind: '91' },
]

export interface City {
  province: string
  name: string
  code: string
  districts: readonly string[]
}

export const cities: readonly City[] = [
  { province: '浙江', name: '台州', code: '331000', districts: ['椒江区', '黄岩区', '路桥区', '温岭市'] },
  { province: '浙江', name: '宁波', code: '330200', districts: ['鄞州区', '海曙区', '慈溪市'] },
  { province: '浙江', name: '温州', code: '330300', districts: ['鹿城区', '瓯海区', '乐清市'] },
  { province: '浙江', name: '金华', code: '330700', districts: ['婺城区', '义乌市', '永康市'] },
  { province: '浙江', name: '杭州', code: '330100', districts: ['余杭区', '萧山区', '临平区'] },
  { province: '浙江', name: '绍兴', code: '330600', districts: ['越城区', '柯桥区', '诸暨市'] },
  { province: '江苏', name: '苏州', code: '320500', districts: ['吴中区', '昆山市'] },
  { province: '江苏', name: '常州', code: '320400', districts: ['武进区', '天宁区'] },
  { province: '上海', name: '上海', code: '310000', districts: ['嘉定区', '松江区'] },
  { province: '安徽', name: '合肥', code: '340100', districts: ['瑶海区', '肥西县'] },
  { province: '福建', name: '泉州', code: '350500', districts: ['丰泽区', '晋江市'] },
  { province: '江西', name: '上饶', code: '361100', districts: ['信州区', '广丰区'] },
]

export const roads = [
  '永福路',
  '学院南路',
  '前进大道',
  '河埠街',
  '双桥路',
  '兴工路',
  '新市街',
  '迎春路',
  '石曲大道',
]
export const markets = ['五金城', '小商品市场', '建材广场', '农贸综合市场']

export const surnames = Array.from(
  '王李张刘陈杨赵黄吴徐孙胡朱林郭罗郑梁谢宋邓冯曹彭曾萧田董潘袁蔡蒋余叶程魏吕丁沈任姚卢',
)
export const givenNames = words(`
  建国 海燕 志强 晓东 秀兰 伟民 丽萍 永刚 雪梅 文斌
  春生 美玲 国栋 玉珍 家豪 思远 小红 德顺 佳怡 俊杰
  翀 燕青 立峰 巧云 世昌 梦瑶 阿根 卫东 素琴 一鸣
`)
