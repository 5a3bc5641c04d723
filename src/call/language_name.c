#include "call/language_name.h"

// After the code its name in English, then what else is written for it, parted by ';'.
// `like`: languages for whose words its own are easily taken.
typedef struct {
    const char *code, *names, *like;
} LanguageName;

static const LanguageName NAMES[] = {
    {"en", "English;eng;anglais;Englisch;inglés;ingles;inglese;Engels", NULL},
    {"de", "German;ger;deu;gsw;Deutsch;allemand;alemán;aleman;tedesco;Duits", NULL},
    {"fr", "French;fre;fra;français;francais;Französisch;francés;frances;francese", "ca"},
    {"es", "Spanish;spa;español;espanol;castellano;Spanisch;espagnol;spagnolo",
     "ca pt it"},
    {"it", "Italian;ita;italiano;Italienisch;italien", "es pt ca ro"},
    {"nl", "Dutch;dut;nld;Flemish;Nederlands;Niederländisch;néerlandais", NULL},
    {"pt", "Portuguese;por;português;portugues;Portugiesisch;portugais", "es ca it"},
    {"sv", "Swedish;swe;svenska;Schwedisch", "da no"},
    {"da", "Danish;dan;dansk;Dänisch", "no sv"},
    {"no", "Norwegian;nor;nob;nno;nb;nn;norsk;Norwegisch", "da sv"},
    {"fi", "Finnish;fin;suomi;Finnisch", NULL},
    {"pl", "Polish;pol;polski;Polnisch;polonais", NULL},
    {"cs", "Czech;cze;ces;čeština;česky;Tschechisch", "sk"},
    {"sk", "Slovak;slo;slk;slovenčina;slovensky", "cs"},
    {"hu", "Hungarian;hun;magyar;Ungarisch", NULL},
    {"ro", "Romanian;rum;ron;mo;română;romana", "it"},
    {"tr", "Turkish;tur;Türkçe;Türkisch", NULL},
    {"ca", "Catalan;cat;Valencian;català", "es pt fr it"},
    {"id", "Indonesian;ind;in;Bahasa Indonesia", NULL},
    {"vi", "Vietnamese;vie", NULL},
    {"hr", "Croatian;scr;hrv;hrvatski", "sr sk cs"},
    {"tl", "Filipino;fil;tgl;Tagalog;Pilipino", NULL},
    {"ru", "Russian;rus;русский;Russisch;russe", "uk bg"},
    {"uk", "Ukrainian;ukr;українська", "ru"},
    {"bg", "Bulgarian;bul;български", "ru sr"},
    {"sr", "Serbian;scc;srp;srpski;српски", "hr bg"},
    {"ar", "Arabic;ara;العربية", "fa ur"},
    {"fa", "Persian;per;fas;prs;Farsi;Dari;فارسی", "ar ur"},
    {"ur", "Urdu;urd;اردو", "ar fa"},
    {"el", "Greek;gre;ell;ελληνικά", NULL},
    {"he", "Hebrew;heb;iw;עברית", NULL},
    {"yi", "Yiddish;yid", "he de"},
    {"zh", "Chinese;chi;zho;cmn;yue;Mandarin;Cantonese;中文", "ja"},
    {"ja", "Japanese;jpn;日本語", "zh"},
    {"ko", "Korean;kor;한국어", NULL},
    {"th", "Thai;tha", NULL},
    {"hi", "Hindi;hin;हिन्दी", NULL},
    {"mr", "Marathi;mar", "hi"},
    {"ne", "Nepali;nep", "hi"},
    {"bn", "Bengali;ben;Bangla", NULL},
    {"pa", "Punjabi;pan;Panjabi", NULL},
    {"gu", "Gujarati;guj", NULL},
    {"ta", "Tamil;tam", NULL},
    {"te", "Telugu;tel", NULL},
    {"kn", "Kannada;kan", NULL},
    {"ml", "Malayalam;mal", NULL},
    {"si", "Sinhala;sin", NULL},
    {"my", "Burmese;bur;mya", NULL},
    {"km", "Khmer;khm", NULL},
    {"lo", "Lao;lao", NULL},
    {"ka", "Georgian;geo;kat", NULL},
    {"hy", "Armenian;arm;hye", NULL},
    {"am", "Amharic;amh", NULL},
    {"af", "Afrikaans;afr", "nl"},
    {"sq", "Albanian;alb;sqi", NULL},
    {"eu", "Basque;baq;eus;euskara", NULL},
    {"be", "Belarusian;bel", "ru uk"},
    {"bs", "Bosnian;bos;sh", "hr sr"},
    {"mk", "Macedonian;mac;mkd", "bg sr ru"},
    {"sl", "Slovenian;slv;Slovene", "hr sk cs"},
    {"et", "Estonian;est", "fi"},
    {"lv", "Latvian;lav", NULL},
    {"lt", "Lithuanian;lit", NULL},
    {"is", "Icelandic;ice;isl", "da no sv"},
    {"fo", "Faroese;fao", "da no sv"},
    {"ga", "Irish;gle;Gaeilge", NULL},
    {"cy", "Welsh;wel;cym;Cymraeg", NULL},
    {"gd", "Scottish Gaelic;gla", NULL},
    {"gl", "Galician;glg;galego", "pt es ca"},
    {"lb", "Luxembourgish;ltz", "de nl"},
    {"fy", "Frisian;fry", "nl"},
    {"mt", "Maltese;mlt", "it"},
    {"ms", "Malay;may;msa;Bahasa Melayu", "id"},
    {"jv", "Javanese;jav", "id"},
    {"sw", "Swahili;swa;Kiswahili", NULL},
    {"ha", "Hausa;hau", NULL},
    {"ig", "Igbo;ibo", NULL},
    {"yo", "Yoruba;yor", NULL},
    {"zu", "Zulu;zul", NULL},
    {"xh", "Xhosa;xho", NULL},
    {"so", "Somali;som", NULL},
    {"ht", "Haitian Creole;hat", "fr"},
    {"kk", "Kazakh;kaz", "ru"},
    {"ky", "Kyrgyz;kir", "ru"},
    {"uz", "Uzbek;uzb", "tr ru"},
    {"az", "Azerbaijani;aze", "tr"},
    {"mn", "Mongolian;mon", "ru"},
    {"ps", "Pashto;pus", "ar fa ur"},
    {"ku", "Kurdish;kur", "tr ar fa"},
    {"eo", "Esperanto;epo", NULL},
    {"la", "Latin;lat", NULL},
};
enum { NAME_COUNT = sizeof NAMES / sizeof *NAMES };

static bool is_called(const LanguageName *language, Str written) {
    Str names = str_from(language->names), name;
    if (str_eq_fold(str_from(language->code), written)) return true;
    while (str_next(&names, ';', &name))
        if (str_eq_fold(name, written)) return true;
    return false;
}

static const LanguageName *find(Str written) {
    for (int i = 0; written.len && i < NAME_COUNT; i++)
        if (is_called(&NAMES[i], written)) return &NAMES[i];
    return NULL;
}

// The part of a tag that names the language: "de" of "de-DE", "de_AT.UTF-8".
static Str primary_part(Str tag) {
    size_t end = 0;
    while (end < tag.len && byte_is_letter(tag.ptr[end])) end++;
    bool parted = end < tag.len && (tag.ptr[end] == '-' || tag.ptr[end] == '_');
    return parted ? str_slice(tag, 0, end) : (Str){0};
}

// "German (Germany)" is what lists of locales say.
static Str before_bracket(Str name) {
    return str_trim(str_slice(name, 0, str_index(name, 0, '(')));
}

Str language_code(Str written) {
    Str text = str_trim(written);
    const LanguageName *language = find(text);
    if (!language) language = find(primary_part(text));
    if (!language) language = find(before_bracket(text));
    return language ? str_from(language->code) : (Str){0};
}

Str language_name(Str code) {
    const LanguageName *language = find(code);
    if (!language) return STR("another language");
    Str names = str_from(language->names);
    return str_slice(names, 0, str_index(names, 0, ';'));
}

bool language_is_like(Str code, Str other) {
    const LanguageName *language = find(code);
    if (!language || !language->like) return false;
    Str like = str_from(language->like), one;
    while (str_next(&like, ' ', &one))
        if (str_eq(one, other)) return true;
    return false;
}
