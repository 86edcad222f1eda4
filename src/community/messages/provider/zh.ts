import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const zh = {
  reviewed: [],
  words: {
    'provider.title': '或使用其他网站的账户',
    'provider.text': '您在 {provider} 登录，然后回到这里。它会告诉我们您的姓名和电子邮箱；您的密码留在那里。',
    'provider.button': '用 {provider} 登录',
    'provider.leaving': '前往 {provider}',
    'provider.leavingText': '浏览器会自动前往。如果没有反应，请点击链接。',
    'provider.goOn': '继续前往 {provider}',
    'provider.again': '返回登录',
    'provider.fault.gone': '这次登录已失效',
    'provider.cure.gone': '时间过长、已被使用，或是在另一个浏览器中开始的。请重新开始。',
    'provider.fault.cancelled': '您尚未登录',
    'provider.cure.cancelled': '在 {provider} 的登录被取消了。请重新开始，或索取邮件链接。',
    'provider.fault.away': '对方网站没有回应',
    'provider.cure.away': '目前无法连接 {provider}。请过几分钟再试，或索取邮件链接。',
    'provider.fault.nonsense': '对方网站的回答不正确',
    'provider.cure.nonsense':
      '{provider} 的回答不可信，因此没有人登录。请重新开始；如果仍然如此，请索取邮件链接并告诉我们。',
    'provider.fault.no-address': '缺少您的电子邮箱',
    'provider.cure.no-address':
      '{provider} 没有告诉我们您的电子邮箱。请在那里允许后重新开始，或索取邮件链接。',
    'provider.fault.unverified': '您的电子邮箱未经确认',
    'provider.cure.unverified':
      '{provider} 尚未确认该电子邮箱属于您。请在那里确认后重新开始，或索取邮件链接。',
    'provider.fault.barred': '此账户不能在这里使用',
    'provider.cure.barred':
      '它使用了演示人物的邮箱，任何人都不能以这种方式作为演示人物登录。请在 {provider} 选择另一个账户。',
    'account.provider': '其他网站的账户',
    'account.provider.none': '用 {provider} 以同一电子邮箱登录一次，它就会与您的账户关联。',
    'account.provider.text': '您可以用这些账户在这里登录。解除关联后再用它登录会重新关联。邮件链接始终可用。',
    'account.provider.list': '已关联的账户',
    'account.provider.host': '网站',
    'account.provider.since': '起始（UTC）',
    'account.provider.end': '解除关联',
    'account.provider.unlink': '解除关联 {provider}',
    'account.provider.unlinked': '账户已解除关联，用它打开的其他会话已结束。',
    'account.way.provider': '其他网站的账户',
    'letter.provider.subject': '您现在可以用 {provider} 登录',
    'letter.provider.text':
      '有人在 {provider} 用您的电子邮箱登录，该账户现已与您在这里的账户关联。如果不是您本人，请在您的页面上解除关联：',
  },
} satisfies Catalogue<typeof en>
