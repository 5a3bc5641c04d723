#include "base/reason.h"

#include "base/buf.h"
#include "base/char.h"

bool reason_next(Str *rest, Str *piece, bool *differs) {
    size_t end = 0;
    if (!rest->len) return false;
    *differs = byte_is_digit(rest->ptr[0]);
    if (*differs) {
        while (end < rest->len && byte_is_digit(rest->ptr[end])) end++;
    } else if (rest->ptr[0] == '\'' && str_index(*rest, 1, '\'') < rest->len) {
        *differs = true;
        end = str_index(*rest, 1, '\'') + 1;
    } else {
        do end++;
        while (end < rest->len && !byte_is_digit(rest->ptr[end]) &&
               (rest->ptr[end] != '\'' || byte_is_word(rest->ptr[end - 1])));
    }
    *piece = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end, rest->len);
    return true;
}

Str reason_kind(Arena *arena, Str reason) {
    Buf out = {.arena = arena};
    Str piece;
    bool differs;
    while (reason_next(&reason, &piece, &differs))
        buf_put(&out, differs ? STR("…") : piece);
    return buf_str(&out);
}
