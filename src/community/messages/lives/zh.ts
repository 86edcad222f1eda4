import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const zh = {
  reviewed: [],
  words: {
    'life.notice.sentBack': '已退回：{title}',
    'life.notice.sentBackText': '{who} 将“{lang}”文本退回给您：',
    'life.notice.handedIn': '待审阅：{title}',
    'life.notice.handedInText': '{who} 提交了“{lang}”文本。',
    'life.notice.remark': '关于 {title}',
    'life.notice.remarkText': '{who} 说：',
    'life.notice.assigned': '由您负责：{title}',
    'life.notice.assignedText': '{who} 将此记录交给了您。',
    'life.notice.failed.published': '未发布：{title}',
    'life.notice.failed.archived': '未归档：{title}',
    'life.notice.failedText': '您定于 {wall}（{zone}）对“{lang}”文本的安排未能执行。',
    'life.failure.archived': '它在此期间已被归档。',
    'life.failure.changed': '它已不再处于设定时间时的状态。',
    'life.failure.checks': '它未通过发布检查，已重新进入审阅：',
    'life.failure.gone': '该记录已不存在。',
    'held.deskWork.name': '您在工作台所做的事',
    'held.deskWork.what': '您撰写的记录版本及原因、您设定的时间、您对记录的评语，以及您负责的记录',
    'held.deskWork.why': '让同事知道该问谁，并看到记录如何变成现在的样子',
    'held.deskWork.stays': '版本和定时会保留，但不含您的姓名和理由；尚未处理的评语会保留，但不含您的姓名',
  },
} satisfies Catalogue<typeof en>
