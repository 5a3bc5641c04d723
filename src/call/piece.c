#include "call/piece.h"

#include "call/input.h"

size_t piece_bytes(const Piece *piece) { return piece->bytes; }

Place piece_place(const Piece *piece, uint32_t line, uint32_t col) {
    return (Place){.path = piece->path, .line = line, .col = col};
}

static DiagLevel level_of(ComplaintKind kind) {
    bool loses = kind == COMPLAINT_TIME || kind == COMPLAINT_ROW ||
                 kind == COMPLAINT_CALL || kind == COMPLAINT_FILE;
    return loses ? DIAG_ERROR : DIAG_WARNING;
}

Diag *remark_add(Arena *arena, Remarks *remarks, uint32_t *counts, Remark remark) {
    bool counted = remark.kind < COMPLAINT_COUNTED;
    if (counted && ++counts[remark.kind] > COMPLAINTS_ON_THE_SPOT) return NULL;
    remark.diag.level = level_of(remark.kind);
    Remark *added = vec_push(arena, remarks);
    *added = remark;
    return &added->diag;
}

Diag *piece_complain(Piece *piece, ComplaintKind kind, Place place, Str text) {
    Remark remark = {.input = piece->input, .kind = kind};
    remark.diag = (Diag){.place = place, .text = text, .call = piece->call.id};
    return remark_add(piece->arena, &piece->remarks, piece->counts, remark);
}

Diag *piece_blemish(Piece *piece, ComplaintKind kind, Place place, Str text) {
    call_problem(piece->arena, &piece->call, text);
    return piece_complain(piece, kind, place, text);
}

void piece_repaired(Piece *piece, Place place, size_t count) {
    Str text = str_format(piece->arena,
                          "bad bytes: %zu not UTF-8 or NUL, replaced by U+FFFD", count);
    piece_blemish(piece, COMPLAINT_BYTES, place, text);
}

Diag *piece_refuse(Piece *piece, Place place, Str text) {
    if (piece->refused) return NULL;
    piece->refused = true;
    return piece_complain(piece, COMPLAINT_CALL, place, text);
}
