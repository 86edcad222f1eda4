import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const th: Catalogue<typeof en> = {
  reviewed: [],
  words: {
    'calls.title': 'ประกาศรับสมัครของมูลนิธิ',
    'calls.lead': 'ประกาศแต่ละฉบับบอกเป็นประโยคง่าย ๆ ว่าใครสมัครได้ และการตรวจสอบสองนาทีจะบอกว่าคุณมีสิทธิ์หรือไม่',
    'calls.empty': 'ยังไม่มีประกาศรับสมัคร',
    'calls.open': 'เปิดรับ',
    'calls.closed': 'ปิดรับแล้ว',
    'calls.full': 'เต็มทุกที่แล้ว',
    'calls.cancelled': 'ยกเลิกแล้ว',
    'calls.opensLater': 'จะเปิดภายหลัง',
    'calls.rolling': 'ไม่มีวันปิดรับ',
    'calls.edition': 'รุ่น {edition}',
    'calls.badPage': 'รายการนี้ไม่มีหน้านั้น',
  },
}
