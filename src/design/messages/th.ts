import type { Catalogue } from '../words.ts'
import type { en } from './en.ts'

export const th = {
  reviewed: [],
  words: {
    'page.skip': 'ข้ามไปยังเนื้อหา',
    'page.menu': 'เมนูหลัก',
    'page.languages': 'ภาษา',
    'page.search': 'ค้นหา',
    'page.searchLabel': 'ค้นหาทั้งหมดในเว็บไซต์นี้',
    'page.door': 'บัญชีของคุณ',
    'page.footer': 'เกี่ยวกับเว็บไซต์นี้',
    'page.crumbs': 'คุณอยู่ที่นี่',
    'page.demonstration': 'เว็บไซต์สาธิตจากข้อมูลสาธารณะ โดยเลื่อนวันที่บางรายการ ไม่ใช่เว็บไซต์ของมูลนิธิใด',

    'filter.apply': 'แสดงผลลัพธ์',
    'filter.any': 'ไม่จำกัด',
    'filter.chosen': 'ตัวกรองที่ใช้อยู่',
    'filter.inForce': { other: 'ใช้อยู่ {count} รายการ' },
    'filter.remove': 'นำตัวกรองออก: {filter}',
    'filter.clear': 'ล้างทั้งหมด',
    'filter.option': '{name} ({number})',

    'paging.label': 'หน้าทั้งหมด',
    'paging.previous': 'หน้าก่อนหน้า',
    'paging.next': 'หน้าถัดไป',
    'paging.place': 'หน้า {page} จาก {pages}',
    'paging.latest': 'ล่าสุด',
    'paging.older': 'เก่ากว่า',

    'language.in': 'เป็นภาษา{language}',
    'language.readHere': 'อ่านหน้านี้เป็นภาษาไทย',

    'month.today': 'วันนี้',
    'month.continued': 'ต่อเนื่อง',

    'form.problem': 'มีข้อผิดพลาด',
    'form.error': 'ข้อผิดพลาด:',
    'form.optional': '{label} (ไม่บังคับ)',
    'form.kept': 'เก็บเป็นฉบับร่างของคุณแล้ว {time}',
    'form.waits': 'ยังไม่ได้เก็บ: เครือข่ายขาดหาย สิ่งที่พิมพ์รออยู่ในหน้าต่างนี้',
    'form.ended': 'คุณออกจากระบบแล้ว สิ่งที่พิมพ์รออยู่ในหน้าต่างนี้: ลงชื่อเข้าใช้แล้วจะกลับมา',
    'form.day': 'วัน',
    'form.month': 'เดือน',
    'form.year': 'ปี (ค.ศ.)',

    'print.page': 'พิมพ์หน้านี้',
  },
} satisfies Catalogue<typeof en>
