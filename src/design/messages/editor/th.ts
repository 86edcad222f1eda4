import type { Catalogue } from '../../words.ts'
import type { en } from './en.ts'

export const th = {
  reviewed: [],
  words: {
    'editor.tools': 'เครื่องมือข้อความ',
    'editor.bold': 'ตัวหนา',
    'editor.italic': 'ตัวเอียง',
    'editor.heading': 'หัวข้อ',
    'editor.list': 'รายการ',
    'editor.numbers': 'รายการลำดับเลข',
    'editor.quote': 'คำยกมา',
    'editor.undo': 'เลิกทำ',
    'editor.redo': 'ทำซ้ำ',
    'editor.link': 'ลิงก์',
    'editor.address': 'ที่อยู่ของลิงก์',
    'editor.set': 'ตั้ง',
    'editor.refused': 'ลิงก์ไปยังที่อยู่นี้ไม่ได้ เริ่มด้วย https://, http://, mailto: หรือ /',
    'editor.plain': 'แก้ไขเป็นข้อความล้วน',
    'editor.rich': 'แก้ไขด้วยเครื่องมือ',
    'editor.kept': 'ข้อความนี้มีส่วนที่เก็บได้เฉพาะในช่องข้อความล้วน เช่น ตาราง แก้ไขที่นี่เป็น Markdown',
  },
} satisfies Catalogue<typeof en>
