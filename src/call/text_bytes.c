#include "call/text_bytes.h"

#include "base/file.h"
#include "base/utf8.h"

void text_bytes_take(Piece *piece, Str bytes, uint32_t line, char newline) {
    TextBytes *matter = arena_new(piece->arena, TextBytes);
    *matter = (TextBytes){.line = line, .newline = newline};
    if (bytes.len <= TEXT_MAX) matter->bytes = str_copy(piece->arena, bytes);
    piece->matter = matter;
    piece->bytes = matter->bytes.len;
}

bool text_bytes_cut(Input *input, Piece *piece, char newline) {
    Source *source = &input->source;
    if (!source_has(source, 0)) return false;
    source_has(source, TEXT_MAX); // reads on as far as that
    text_bytes_take(piece, source_window(source), 1, newline);
    while (source_has(source, 0)) source_consume(source, source_window(source).len);
    return true;
}

bool text_bytes_read(Piece *piece, Str *text) {
    const TextBytes *matter = piece->matter;
    Place place = piece_place(piece, matter->line, 1);
    size_t repaired = 0;
    piece->call = (Call){.started_at = NO_TIME, .wait_ms = NO_TIME, .place = place};
    piece->call.id = path_stem(piece->input->path);
    if (!matter->bytes.ptr) {
        piece_refuse(piece, place, STR("call is longer than 64 MiB"));
        return false;
    }
    *text = utf8_repair(piece->arena, matter->bytes, &repaired);
    Str before = str_slice(matter->bytes, 0, utf8_first_bad(matter->bytes));
    if (repaired)
        piece_repaired(piece, place_after(place, before, matter->newline), repaired);
    return true;
}
