import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const zh = {
  reviewed: [],
  words: {
    'api.title': '供程序使用：API',
    'api.lead': '公开页面上的一切内容，以数据（JSON）形式提供。读取无需密钥。',
    'api.english': '字段的名称和含义以英语写成。',
    'api.document': '供程序使用的完整说明（OpenAPI 3.1）',
    'api.how': '如何作答',
    'api.languages':
      '语言由地址决定，与页面相同：在 /api/v1 之前加 /fr、/vi、/zh、/th、/km 或 /ur。每段文字都注明所用语言。',
    'api.paging':
      '列表回答“items”和“next”。用“cursor”带上“next”的值请求后续内容，直到它为 null。期间新增或移除的记录不会打乱您尚未读到的内容，除非该记录自身的顺序发生变化。',
    'api.counts': '加上“counts=true”，列表会说明共有多少条记录，以及每个筛选项的每个值各有多少条。',
    'api.changes': '每个回答都带有 ETag。请求时附上 If-None-Match，未变化的内容只回答 304。',
    'api.limits':
      '请求过多时回答 429；Retry-After 说明需等待多少秒。每次拒绝都是 JSON 格式的问题说明（RFC 9457）。',
    'api.tokens': '使用令牌，程序可以看到令牌所有者能看到的内容，包括草稿。令牌在账户页面创建。',
    'api.others': '任何网站的页面都可以读取这些内容，无需令牌。',
    'api.parameters': '参数',
    'api.fields': '列表项的字段',
    'api.wholeFields': '单条记录的字段',
    'api.example': '示例',
    'api.badCursor': '此游标不是由该列表给出的。请去掉它重新开始。',
  },
} satisfies Catalogue<typeof en>
