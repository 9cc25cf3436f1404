"""Made-up source texts: nobody said any of it, and no event in it happened."""

ENGLISH = (
    "Mayor opens the new bridge\n"
    "‘We built it in a year. It was never easy, and we did not stop,’ Mayor Ida Holm told the "
    "crowd on Friday. ‘All 9,000 of us paid for it – every single brick.’\n"
    "Critics say the well-known firm couldn’t finish the work before 1 March 2031 and that about "
    "1.5 million crowns were lost; an ex-official called the sum ‘not small… and not final’.\n"
    "‘They will not have peace here, they will not have a quiet moment here,’ she warned. ‘The "
    "town will receive only one thing – a bridge.\n"
    "‘And it will stand.’"
)
UKRAINIAN = (
    "«Ми не зупинимося, — сказала міська голова. — П’ять тисяч людей не можуть помилятися».\n"
    "За її словами, міст коштував близько 9\u202f000 гривень, а роботи тривали дев’ять місяців."
)
ARABIC = (
    "وقالت رئيسة البلدية: «لم نتوقف عن العمل، ولن نتوقف أبدا».\nوشارك في البناء ٩٠٠٠ شخص من البلدة."
)
HEBREW = "ראשת העיר אמרה: ״לא הפסקנו לעבוד, והגשר יעמוד״. תשעת אלפים איש בנו אותו."
JAPANESE = "市長は「私たちは決して止まらない」と述べた。橋は一年で完成した。"
TEXTS = (ENGLISH, UKRAINIAN, ARABIC, HEBREW, JAPANESE)
