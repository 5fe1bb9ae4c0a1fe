interface Golden {
  kind: string
  /** Sheets that the sample takes on each paper. */
  pages: Record<string, number>
  /** Blanks do not count. */
  says: string[]
}

/** What the samples of the papers that nothing issues yet must come to. */
export const goldenPapers: Golden[] = [
  {
    kind: 'order-acknowledgement',
    pages: { a4: 1, 'form-241-half': 2 },
    says: ['XS20261122-0031', '确认交期：2026-11-26', '电料类 11 月 26 日', '合计：¥12,563.00'],
  },
  {
    kind: 'pick-list',
    pages: { a4: 1, a5: 2 },
    says: [
      'JH20261123-0012',
      'XS20261122-0031',
      '特殊要求：阀门与电料分箱',
      '6921734907823',
      '共 10 行',
      '合计应拣 1282',
      '开始时间',
    ],
  },
  {
    kind: 'waybill-label',
    pages: { 'label-100x150': 3, 'label-76x130': 3, 'label-100x180': 3 },
    says: [
      '浙江 绍兴 柯桥区',
      'SF1402687951234',
      '陈国良 138 5756 2093',
      '36.5 kg',
      '代收货款 ¥5,642.00',
      'XS20261122-0031 FH20261123-0007',
      '1/3 件',
      '3/3 件',
    ],
  },
  {
    kind: 'handover-sheet',
    pages: { a4: 1, 'form-241-half': 1, 'form-241-full': 1 },
    says: [
      '浙B·8K236',
      '封签号：SF 0093 7715',
      '制单时间：2026-11-23 16:10',
      '合计 6 票 56 750.1',
      '承运接货人',
    ],
  },
  {
    kind: 'change-request',
    pages: { a4: 1, a5: 1 },
    says: [
      '变更前 变更后',
      '120 只 160 只',
      '¥12,563.00 按变更后另行确认',
      '申请时：占用库存 10 行',
      '主管审批',
      '代表签字',
    ],
  },
  {
    kind: 'cancel-request',
    pages: { a4: 1, a5: 1 },
    says: ['现状 取消后', '已确认 已取消', '¥3,644.00 ¥0.00', '释放库存占用', '主管审批', '代表签字'],
  },
  {
    kind: 'stocktake-sheet',
    pages: { a4: 1, 'form-241-full': 1 },
    says: ['盲盘', '账面时点：2026-11-30 17:00', 'D-04-10-2', '监盘', '共 10 行'],
  },
  {
    kind: 'receipt',
    pages: { 'form-241-third': 1, a5: 1 },
    says: [
      'SJ20261123-0005',
      '人民币壹万贰仟伍佰陆拾叁元整',
      '¥12,563.00',
      '银行转账',
      '（盖章）',
      '收款人：钱慧',
    ],
  },
  {
    kind: 'statement',
    pages: { a4: 1, 'form-241-full': 1 },
    says: [
      '期初余额 48,640.00',
      '本期合计 21,296.00 31,000.00',
      '人民币叁万捌仟玖佰叁拾陆元整',
      '21,296.00 17,640.00',
      '应付余额 ¥38,936.00',
      '核对无误',
    ],
  },
  {
    kind: 'export-checklist',
    pages: { a4: 1 },
    says: [
      'LT-INV-26118',
      'FOB 宁波',
      'COSCO SHIPPING',
      'ARIES 058W',
      '截关时间：2026-11-27 18:00',
      '报关行签收',
    ],
  },
  {
    kind: 'batch-cover',
    pages: { a4: 1, 'form-241-half': 2, 'form-241-full': 1, a5: 2 },
    says: [
      '批次 B7',
      '全批 14 份，位置 1–14',
      '全由本机出，共 42 联',
      '9 送货单 SH20261123-0005 第2版',
      '本页不属于任何单据',
    ],
  },
]
