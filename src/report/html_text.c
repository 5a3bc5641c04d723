#include "report/html_text.h"

#include "base/utf8.h"

// Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2).
static bool turns_direction(uint32_t code) {
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_refused(uint32_t code) {
    return (code < 0x20 && code != '\n' && code != '\t') ||
           (code >= 0x7f && code < 0xa0) || code == 0xfffe || code == 0xffff ||
           turns_direction(code);
}

static void put_character(Buf *out, uint32_t code, Str bytes) {
    switch (code) {
    case '&': buf_text(out, "&amp;"); break;
    case '<': buf_text(out, "&lt;"); break;
    case '>': buf_text(out, "&gt;"); break;
    case '"': buf_text(out, "&quot;"); break;
    case '\'': buf_text(out, "&#39;"); break;
    default: buf_put(out, is_refused(code) ? STR("\xef\xbf\xbd") : bytes);
    }
}

void html_text_put(Buf *out, Str s) {
    for (size_t at = 0, length; at < s.len; at += length ? length : 1) {
        uint32_t code = 0; // which is refused
        length = utf8_decode(s, at, &code);
        put_character(out, code, str_slice(s, at, at + length));
    }
}
