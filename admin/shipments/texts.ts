export const shipmentZh = { 'shipment.handOver': '交给承运商' } as const

export const shipmentEn: Record<keyof typeof shipmentZh, string> = {
  'shipment.handOver': 'Hand over to a carrier',
}
