import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const th: Catalogue<typeof en> = {
  words: {
    'search.title': 'ค้นหา',
    'search.calls': 'ประกาศรับสมัคร',
    'search.found': { other: 'พบ {count} รายการสำหรับ “{words}”' },
    'search.nothing': 'ไม่พบสิ่งใดสำหรับ “{words}”',
    'search.ask':
      'พิมพ์คำสองสามคำเพื่อค้นหาประกาศรับสมัคร กิจกรรม บทความ โครงการ และทำเนียบองค์กร รวมทั้งรายการที่ผ่านไปแล้ว',
    'search.tabs': 'ประเภทรายการ',
    'search.all': 'ทั้งหมด',
    'search.meant': 'มีรายการที่มีคำเหล่านี้น้อย พบคำใกล้เคียงด้วย: {words}',
    'search.closest': { other: 'แสดง {count} รายการที่ใกล้เคียงที่สุด เพิ่มคำหรือใช้ตัวกรองเพื่อดูรายการอื่น' },
    'search.unfiltered': { other: 'ไม่ใช้ตัวกรอง: {count} รายการ' },
    'search.suggested': { other: 'คำแนะนำ {count} รายการ' },
    'search.place': 'ประเทศ',
    'search.hint': 'ลองใช้คำน้อยลง คำอื่น หรือภาษาอื่น ระบบค้นหาจากข้อความทั้งหมดของรายการในทุกภาษา',
  },
  reviewed: [],
}
