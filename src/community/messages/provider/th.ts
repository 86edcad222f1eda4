import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const th = {
  reviewed: [],
  words: {
    'provider.title': 'หรือด้วยบัญชีจากที่อื่น',
    'provider.text':
      'คุณลงชื่อเข้าใช้ที่ {provider} แล้วกลับมาที่นี่ เว็บไซต์นั้นจะบอกชื่อและที่อยู่อีเมลของคุณแก่เรา ส่วนรหัสผ่านยังอยู่ที่นั่น',
    'provider.button': 'ลงชื่อเข้าใช้ด้วย {provider}',
    'provider.leaving': 'ไปยัง {provider}',
    'provider.leavingText': 'เบราว์เซอร์ของคุณจะไปเอง หากไม่มีอะไรเกิดขึ้น ให้ตามลิงก์ไป',
    'provider.goOn': 'ไปต่อที่ {provider}',
    'provider.again': 'กลับไปลงชื่อเข้าใช้',
    'provider.fault.gone': 'การลงชื่อเข้าใช้นี้ใช้ไม่ได้แล้ว',
    'provider.cure.gone': 'ใช้เวลานานเกินไป ถูกใช้ไปแล้ว หรือเริ่มจากเบราว์เซอร์อื่น โปรดเริ่มใหม่',
    'provider.fault.cancelled': 'คุณยังไม่ได้ลงชื่อเข้าใช้',
    'provider.cure.cancelled': 'การลงชื่อเข้าใช้ถูกยกเลิกที่ {provider} โปรดเริ่มใหม่ หรือขอลิงก์ทางอีเมล',
    'provider.fault.away': 'เว็บไซต์นั้นไม่ตอบ',
    'provider.cure.away': 'ติดต่อ {provider} ไม่ได้ในขณะนี้ โปรดลองใหม่ในอีกไม่กี่นาที หรือขอลิงก์ทางอีเมล',
    'provider.fault.nonsense': 'คำตอบของเว็บไซต์นั้นไม่ถูกต้อง',
    'provider.cure.nonsense':
      'คำตอบของ {provider} เชื่อถือไม่ได้ จึงไม่มีใครได้ลงชื่อเข้าใช้ โปรดเริ่มใหม่ หากยังเป็นเช่นเดิม โปรดขอลิงก์ทางอีเมลและแจ้งให้เราทราบ',
    'provider.fault.no-address': 'ไม่มีที่อยู่อีเมลของคุณ',
    'provider.cure.no-address': '{provider} ไม่ได้บอกที่อยู่อีเมลของคุณแก่เรา โปรดอนุญาตที่นั่นแล้วเริ่มใหม่ หรือขอลิงก์ทางอีเมล',
    'provider.fault.unverified': 'ที่อยู่อีเมลของคุณยังไม่ได้รับการยืนยัน',
    'provider.cure.unverified':
      '{provider} ยังไม่ได้ตรวจสอบว่าที่อยู่อีเมลเป็นของคุณ โปรดยืนยันที่นั่นแล้วเริ่มใหม่ หรือขอลิงก์ทางอีเมล',
    'provider.fault.barred': 'ใช้บัญชีนี้ที่นี่ไม่ได้',
    'provider.cure.barred':
      'บัญชีนี้มีที่อยู่ของบุคคลในการสาธิต และไม่มีใครลงชื่อเข้าใช้แทนบุคคลเหล่านั้นด้วยวิธีนี้ได้ โปรดเลือกบัญชีอื่นที่ {provider}',
    'account.provider': 'บัญชีจากที่อื่น',
    'account.provider.none': 'ลงชื่อเข้าใช้ด้วย {provider} หนึ่งครั้ง โดยใช้ที่อยู่อีเมลเดียวกัน แล้วบัญชีนั้นจะเชื่อมกับบัญชีของคุณ',
    'account.provider.text':
      'คุณลงชื่อเข้าใช้ที่นี่ด้วยบัญชีเหล่านี้ได้ การลงชื่อเข้าใช้ด้วยบัญชีที่ยกเลิกการเชื่อมแล้วจะเชื่อมใหม่อีกครั้ง ส่วนลิงก์ทางอีเมลใช้ได้เสมอ',
    'account.provider.list': 'บัญชีที่เชื่อมไว้',
    'account.provider.host': 'ที่',
    'account.provider.since': 'ตั้งแต่ (UTC)',
    'account.provider.end': 'ยกเลิกการเชื่อม',
    'account.provider.unlink': 'ยกเลิกการเชื่อม {provider}',
    'account.provider.unlinked': 'ยกเลิกการเชื่อมบัญชีแล้ว และเซสชันอื่นที่เปิดด้วยบัญชีนั้นสิ้นสุดลงแล้ว',
    'account.way.provider': 'บัญชีจากที่อื่น',
    'letter.provider.subject': 'ตอนนี้คุณลงชื่อเข้าใช้ด้วย {provider} ได้แล้ว',
    'letter.provider.text':
      'มีผู้ลงชื่อเข้าใช้ที่ {provider} ด้วยที่อยู่อีเมลของคุณ และบัญชีนั้นเชื่อมกับบัญชีของคุณที่นี่แล้ว หากไม่ใช่คุณ โปรดยกเลิกการเชื่อมในหน้าของคุณ:',
  },
} satisfies Catalogue<typeof en>
