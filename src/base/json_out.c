#include "base/json_out.h"

void json_first(Buf *out, Str separator) {
    size_t skipped = separator.len > 1 && separator.ptr[1] == ' ' ? 2 : 1;
    buf_put(out, str_slice(separator, skipped, separator.len));
}

void json_put_key(Buf *out, Str name) {
    json_next(out, STR(","));
    buf_json(out, name);
    buf_byte(out, ':');
}

void json_put_null(Buf *out, Str key) {
    json_next(out, key);
    buf_text(out, "null");
}

void json_put_text_or_null(Buf *out, Str key, Str text) {
    if (text.len)
        json_put_text(out, key, text);
    else
        json_put_null(out, key);
}

void json_put_int_or_null(Buf *out, Str key, int64_t value) {
    if (value == INT64_MIN)
        json_put_null(out, key);
    else
        json_put_int(out, key, value);
}

void json_put_decimal(Buf *out, Str key, int64_t thousandths, int digits) {
    json_next(out, key);
    buf_decimal(out, thousandths, digits);
}

void json_put_trimmed(Buf *out, Str key, int64_t thousandths) {
    json_next(out, key);
    buf_trimmed(out, thousandths);
}

void json_texts(Buf *out, const Str *texts, size_t count) {
    buf_byte(out, '[');
    for (size_t i = 0; i < count; i++) json_put_text(out, STR(","), texts[i]);
    buf_byte(out, ']');
}

void json_put_texts(Buf *out, Str key, const Str *texts, size_t count) {
    json_next(out, key);
    json_texts(out, texts, count);
}
