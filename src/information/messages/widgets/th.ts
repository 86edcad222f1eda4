import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const th = {
  reviewed: [],
  words: {
    'widget.upcoming': 'กิจกรรมที่กำลังจะมาถึง',
    'widget.none': 'ขณะนี้ยังไม่มีอะไรจะแสดง รายการใหม่จะปรากฏที่นี่เอง',
    'widget.all': 'ดูรายการทั้งหมดที่ {house}',
    'widget.unknown': 'วิดเจ็ตนี้ไม่รู้จัก “{value}” สำหรับ “{parameter}” โปรดสร้างใหม่ที่ {address}',
    'widget.offer': 'แสดงรายการนี้บนเว็บไซต์ของคุณ',
    'widgets.title': 'แสดงบนเว็บไซต์ของคุณ',
    'widgets.lead': 'รายการขนาดเล็กสำหรับหน้าเว็บของคุณเอง เป็นปัจจุบันเสมอ ไม่ตั้งคุกกี้ ไม่ต้องใช้สคริปต์ และเล็กกว่า 10 KB',
    'widgets.kind': 'สิ่งที่แสดง',
    'widgets.filter': 'เลือกสิ่งที่จะแสดง',
    'widgets.rows': 'จำนวนแถว',
    'widgets.theme': 'สี',
    'widgets.theme.auto': 'ตามอุปกรณ์ของผู้อ่าน',
    'widgets.theme.light': 'สว่าง',
    'widgets.theme.dark': 'มืด',
    'widgets.preview': 'จะมีลักษณะดังนี้',
    'widgets.previewOf': 'ตัวอย่าง: {title}',
    'widgets.language': 'รายการใช้ภาษาของหน้านี้ เลือกภาษาอื่นได้ที่ส่วนบนของหน้า',
    'widgets.code': 'คัดลอกโค้ดนี้ไปไว้ในหน้าของคุณ',
    'widgets.codeHint': 'โค้ด HTML เปลี่ยนความสูงได้ตามต้องการ',
    'widgets.policy': 'หากเว็บไซต์ของคุณมี Content Security Policy ให้อนุญาต {origin} ใน frame-src ไม่ต้องทำอะไรเพิ่ม',
  },
} satisfies Catalogue<typeof en>
