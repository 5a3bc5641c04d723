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

void json_close_array(Buf *out, size_t from) {
    if (out->len == from) buf_byte(out, ',');
    out->ptr[from] = '[';
    buf_byte(out, ']');
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
