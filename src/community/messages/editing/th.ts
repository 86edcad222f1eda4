import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const th = {
  reviewed: [],
  words: {
    'held.drafts.name': 'สิ่งที่คุณพิมพ์ไว้ที่โต๊ะทำงาน',
    'held.drafts.what': 'ข้อความของรายการที่คุณพิมพ์แต่ยังไม่ได้บันทึก ผู้ที่คุณให้ลิงก์ตัวอย่างจะเห็นด้วย',
    'held.drafts.why': 'เพื่อไม่ให้สิ่งที่คุณพิมพ์สูญหาย',
    'held.previews.name': 'ลิงก์ตัวอย่างที่คุณสร้าง',
    'held.previews.what': 'รายการใดที่คุณให้ผู้อื่นดูก่อนเผยแพร่ และถึงเมื่อใด',
    'held.previews.why': 'เพื่อให้ยุติลิงก์ได้ และให้แสดงสิ่งที่คุณพิมพ์',
  },
} satisfies Catalogue<typeof en>
