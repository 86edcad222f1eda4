import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const th = {
  reviewed: [],
  words: {
    'life.notice.sentBack': 'ส่งคืน: {title}',
    'life.notice.sentBackText': '{who} ส่งข้อความภาษา “{lang}” คืนให้คุณ:',
    'life.notice.handedIn': 'รอตรวจ: {title}',
    'life.notice.handedInText': '{who} ส่งข้อความภาษา “{lang}” ให้ตรวจแล้ว',
    'life.notice.remark': 'เกี่ยวกับ {title}',
    'life.notice.remarkText': '{who} เขียนว่า:',
    'life.notice.assigned': 'อยู่ในความดูแลของคุณ: {title}',
    'life.notice.assignedText': '{who} มอบระเบียนนี้ให้คุณดูแล',
    'life.notice.failed.published': 'ไม่ได้เผยแพร่: {title}',
    'life.notice.failed.archived': 'ไม่ได้เก็บถาวร: {title}',
    'life.notice.failedText': 'สิ่งที่คุณตั้งเวลาไว้ {wall} ({zone}) สำหรับข้อความภาษา “{lang}” ไม่ได้ดำเนินการ',
    'life.failure.archived': 'ข้อความถูกเก็บถาวรไปก่อนแล้ว',
    'life.failure.changed': 'ข้อความไม่อยู่ในสถานะเดิมเมื่อตั้งเวลาแล้ว',
    'life.failure.checks': 'ข้อความไม่ผ่านการตรวจสอบก่อนเผยแพร่ และกลับไปรอตรวจอีกครั้ง:',
    'life.failure.gone': 'ไม่มีระเบียนนี้แล้ว',
    'held.deskWork.name': 'สิ่งที่คุณทำที่โต๊ะทำงาน',
    'held.deskWork.what': 'ฉบับของระเบียนที่คุณเขียนและเหตุผล สิ่งที่คุณตั้งเวลา ข้อสังเกตของคุณ และระเบียนที่คุณดูแล',
    'held.deskWork.why': 'เพื่อให้เพื่อนร่วมงานรู้ว่าควรถามใคร และเห็นว่าระเบียนมาเป็นเช่นนี้ได้อย่างไร',
    'held.deskWork.stays': 'ฉบับและการตั้งเวลายังคงอยู่โดยไม่มีชื่อและเหตุผลของคุณ ข้อสังเกตที่ยังไม่เสร็จยังคงอยู่โดยไม่มีชื่อของคุณ',
  },
} satisfies Catalogue<typeof en>
