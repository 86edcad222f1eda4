import type { LangText } from '../pieces/index.ts'

/** A sentence in each script that a record may be written in. */
export const scripts: readonly LangText[] = [
  { lang: 'en', text: 'Open call for dancers from Asia and Europe' },
  { lang: 'fr', text: 'Appel à candidatures pour danseuses et danseurs, Châlons-sur-Saône' },
  { lang: 'vi', text: 'Lời kêu gọi dành cho nghệ sĩ múa, Nguyễn Lê và Đặng Thị Ngọc Ánh' },
  { lang: 'pl', text: 'Poznań, Łódź, Kraków: nabór tancerek i tancerzy' },
  { lang: 'ro', text: 'Apel deschis pentru dansatori, Timișoara și Iași' },
  { lang: 'el', text: 'Ανοιχτή πρόσκληση για χορευτές, Αθήνα και Θεσσαλονίκη' },
  { lang: 'bg', text: 'Открита покана за танцьори, Пловдив и София' },
  { lang: 'kk', text: 'Әртістерге арналған ашық шақыру, Қарағанды' },
  { lang: 'mn', text: 'Бүжигчдэд зориулсан нээлттэй урилга, Өмнөговь' },
  { lang: 'km', text: 'ការហៅបើកចំហសម្រាប់សិល្បករប្រកាំអាស៊ី និងអឺរ៉ុប' },
  { lang: 'th', text: 'เปิดรับสมัครนักเต้นจากเอเชียและยุโรป เชียงใหม่' },
  { lang: 'lo', text: 'ເປີດຮັບສະໝັກນັກຟ້ອນຈາກອາຊີ ແລະ ເອີຣົບ ວຽງຈັນ' },
  { lang: 'my', text: 'အာရှနှင့် ဥရောပမှ အကပညာရှင်များအတွက် ဖိတ်ခေါ်ချက်' },
  { lang: 'hi', text: 'एशिया और यूरोप के नर्तकों के लिए खुला आमंत्रण' },
  { lang: 'bn', text: 'এশিয়া ও ইউরোপের নৃত্যশিল্পীদের জন্য উন্মুক্ত আহ্বান' },
  { lang: 'ur', text: 'ایشیا اور یورپ کے رقاصوں کے لیے کھلی دعوت، لاہور' },
  { lang: 'zh', text: '面向亚洲与欧洲舞者的公开征集' },
  { lang: 'zh-Hant', text: '面向亞洲與歐洲舞者的公開徵集' },
  { lang: 'ja', text: 'アジアとヨーロッパのダンサーへの公募、京都' },
  { lang: 'ko', text: '아시아와 유럽 무용가를 위한 공개 모집, 광주' },
]
