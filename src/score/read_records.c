#include "score/read_records.h"

#include "call/source.h"

#include <string.h>

enum { LINE_MOST = 64 << 20 };

bool records_sniff(Str path) {
    Source source;
    if (!source_open(&source, path)) return false;
    bool found = record_sniff(source_window(&source));
    source_close(&source);
    return found;
}

static bool is_of_rubric(const Rubric *rubric, const Scorecard *card, Place place, Diags *diags) {
    if (str_eq(card->rubric_hash, str_from(rubric->hash))) return true;
    Diag *diag = diag_add(diags, DIAG_ERROR, place,
                          "call '%.*s' was marked by another rubric: '%.*s' %.*s, not '%.*s' %s",
                          STR_ARG(card->call), STR_ARG(card->rubric),
                          STR_ARG(card->rubric_hash), STR_ARG(rubric->id), rubric->hash);
    diag->call = card->call;
    return false;
}

static void read_line(Arena *arena, Str line, Place place, const Rubric *rubric,
                      Scorecards *cards, InputFile *file, Diags *diags) {
    Scorecard card;
    if (!str_trim(line).len) return;
    if (record_parse(arena, line, place, &card, diags) &&
        is_of_rubric(rubric, &card, place, diags)) {
        *vec_push(arena, cards) = card;
        file->calls++;
    } else {
        file->refused++;
    }
}

bool records_read(Arena *arena, Str path, const Rubric *rubric, Scorecards *cards,
                  InputFile *file, Diags *diags) {
    Source source;
    *file = (InputFile){.path = path, .opened = source_open(&source, path)};
    if (!file->opened) {
        diag_add(diags, DIAG_ERROR, (Place){.path = path}, "cannot read: %s",
                 strerror(source.error));
        return false;
    }
    for (Place place = {.path = path, .line = 1, .col = 1}; source_has(&source, 0); place.line++) {
        size_t end = source_find(&source, 0, '\n', LINE_MOST);
        read_line(arena, str_slice(source_window(&source), 0, end), place, rubric, cards, file,
                  diags);
        source_consume(&source, source_has(&source, end) ? end + 1 : end);
    }
    file->bytes = source.bytes;
    digest_hex(source.digest, file->hash);
    source_close(&source);
    return true;
}
