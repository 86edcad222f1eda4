import type { Catalogue } from '../words.ts'
import type { en } from './en.ts'

export const zh = {
  reviewed: [],
  words: {
    'page.skip': '跳到正文',
    'page.menu': '主菜单',
    'page.languages': '语言',
    'page.search': '搜索',
    'page.searchLabel': '搜索本站全部内容',
    'page.door': '您的账户',
    'page.footer': '关于本站',
    'page.crumbs': '当前位置',
    'page.demonstration': '本站为演示，采用公开记录，部分日期经过调整；并非任何基金会的网站。',

    'filter.apply': '显示结果',
    'filter.any': '不限',
    'filter.chosen': '已选条件',
    'filter.inForce': { other: '已选 {count} 项' },
    'filter.remove': '移除条件：{filter}',
    'filter.clear': '全部清除',
    'filter.option': '{name}（{number}）',

    'paging.label': '分页',
    'paging.previous': '上一页',
    'paging.next': '下一页',
    'paging.place': '第 {page} 页，共 {pages} 页',
    'paging.latest': '最新',
    'paging.older': '更早',

    'language.in': '{language}内容',
    'language.readHere': '用中文阅读此页',

    'month.today': '今天',
    'month.continued': '持续中',

    'form.problem': '填写有误',
    'form.error': '错误：',
    'form.optional': '{label}（选填）',
    'form.kept': '已存为您的草稿，{time}',
    'form.waits': '尚未保存：网络不通。您输入的内容在此窗口中等待。',
    'form.ended': '您已退出登录。您输入的内容在此窗口中等待：登录后即会恢复。',
    'form.day': '日',
    'form.month': '月',
    'form.year': '年',

    'print.page': '打印本页',
  },
} satisfies Catalogue<typeof en>
