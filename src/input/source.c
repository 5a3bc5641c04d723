#include "input/source.h"

#include "input/document.h"
#include "input/encoding.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 256 << 10 };

// Room for so many bytes behind the window: by moving it to the front, and by growing.
static void make_room(Source *source, size_t room) {
    size_t held = source->end - source->start;
    if (source->cap - source->end >= room) return;
    if (held) memmove(source->buf, source->buf + source->start, held);
    source->start = 0;
    source->end = held;
    if (source->cap - held >= room) return;
    size_t cap = source->cap ? source->cap * 2 : (size_t)2 * BLOCK;
    if (cap < held + room) cap = held + room;
    source->buf = arena_grow(&source->arena, source->buf, source->cap, cap);
    source->cap = cap;
}

static void note_problem(Source *source, const char *problem) {
    snprintf(source->problem, sizeof source->problem, "%s", problem);
}

// Reads a block more; false at the end. What follows the text in its file is read as
// well, for the digest.
static bool fill(Source *source) {
    if (source->later[0]) memcpy(source->problem, source->later, sizeof source->later);
    source->later[0] = '\0';
    if (source->ended) return false;
    make_room(source, BLOCK);
    int64_t began = watch_now();
    size_t got = stream_read(source->text, source->buf + source->end, BLOCK);
    if (!got) stream_drain(source->raw);
    source->read_ns += watch_now() - began;
    source->ended = !got;
    if (!got) note_problem(source, source->text->problem);
    source->end += got;
    return got > 0;
}

static void read_head(Source *source) {
    while (source->end < SOURCE_HEAD && fill(source)) continue;
}

// ---- Files of office programs

void source_open_sheet(Source *source, size_t sheet) {
    const Worksheet *worksheet = &source->book->sheets.items[sheet];
    Stream *packed = source->text->below->below;
    stream_close(source->text, packed);
    source->sheet = sheet;
    source->consumed = 0;
    source->text = workbook_sheet(&source->arena, source->book, packed, worksheet->part);
    source->text = decoder_stream(&source->arena, source->text);
    source->start = source->end = 0;
    source->ended = false;
    read_head(source);
}

// The layer that makes text of a package; NULL with its problem set.
static Stream *package_text(Source *source, Package *package) {
    Arena *arena = &source->arena;
    if (package->problem.len) return NULL;
    source->document = package_find(package, "document.main+xml") != NULL;
    if (source->document) return document_text(arena, package, source->text);
    package->problem = STR("neither a workbook nor a document: save it as .xlsx, .docx, "
                           "CSV or plain text");
    if (!package_find(package, "sheet.main+xml")) return NULL;
    package->problem = (Str){0};
    source->book = workbook_open(package);
    if (!source->book) return NULL;
    source->sheet = 0;
    return workbook_sheet(arena, source->book, source->text,
                          source->book->sheets.items[0].part);
}

static void begin_package(Source *source) {
    Package *package = package_open(&source->arena, source->text);
    Stream *text = package_text(source, package);
    if (text)
        source->text = text;
    else
        stream_refuse(source->text, str_z(&source->arena, package->problem));
}

// ----

// Lays the layers over the raw bytes, and reads the head. Archives are for the outermost.
static void begin(Source *source, bool outermost) {
    source->text = unpack_stream(&source->arena, source->raw);
    source->packed = source->text != source->raw;
    Str foreign = package_foreign(source->text);
    bool package = package_sniff(source->text);
    if (package) begin_package(source);
    if (foreign.len) stream_refuse(source->text, str_z(&source->arena, foreign));
    if (!package && !foreign.len && archive_sniff(source->text)) {
        if (outermost) {
            source->archive = archive_open(source->text);
            source->ended = true;
            return;
        }
        stream_refuse(source->text, "archive within an archive: unpack it");
    }
    source->text = decoder_stream(&source->arena, source->text);
    read_head(source);
}

static bool open_raw(Source *source, Str path) {
    *source = (Source){0};
    source->raw = stream_file(&source->arena, path);
    if (!source->raw) {
        source->broken = is_of_machine(errno);
        Str problem = cannot_read(&source->arena, errno);
        note_problem(source, str_z(&source->arena, problem));
        arena_free(&source->arena);
        return false;
    }
    source->origin = stream_origin(source->raw);
    return true;
}

bool source_open(Source *source, Str path) {
    if (!open_raw(source, path)) return false;
    begin(source, true);
    return true;
}

// No line is so short that more than its first byte need be waited for to tell that it is
// not the beginning of something packed, or of a mark.
bool source_open_lines(Source *source, Str path) {
    const Str packers = STR("\x1f("), mark = STR("\xef\xbb\xbf");
    if (!open_raw(source, path)) return false;
    Str first = stream_peek(source->raw, 1);
    bool packed = first.len && str_index(packers, 0, first.ptr[0]) < packers.len;
    source->text = packed ? unpack_stream(&source->arena, source->raw) : source->raw;
    source->plain = true;
    bool marked = first.len && first.ptr[0] == mark.ptr[0];
    if (marked && str_starts(stream_peek(source->text, mark.len), mark))
        stream_skip(source->text, mark.len);
    return true;
}

void source_open_member(Source *source, Archive *archive) {
    *source = (Source){.origin = -1};
    source->raw = archive_member(archive, &source->arena);
    begin(source, false);
}

void source_skim(Source *source) {
    if (!source->book) stream_skim(source->raw);
}

void source_leave_unhashed(Source *source) {
    source->unhashed = true;
    stream_skim(source->raw);
}

bool source_rewind(Source *source) {
    if (source->book) {
        source_open_sheet(source, source->sheet);
        return !source->problem[0];
    }
    stream_close(source->text, source->raw);
    source->start = source->end = 0;
    source->consumed = 0;
    source->ended = false;
    stream_rewind(source->raw, source->origin);
    if (source->unhashed) stream_skim(source->raw);
    begin(source, false);
    return !source->problem[0];
}

void source_close(Source *source) {
    if (source->archive) archive_close(source->archive);
    stream_close(source->text, NULL);
    arena_free(&source->arena);
}

Str source_encoding(const Source *source) {
    return source->archive || source->plain ? (Str){0} : decoder_encoding(source->text);
}

size_t source_replaced(const Source *source) {
    return source->archive || source->plain ? 0 : decoder_replaced(source->text);
}

char source_newline(const Source *source) {
    Str head = source_window(source);
    size_t lf = str_index(head, 0, '\n'), cr = str_index(head, 0, '\r');
    return cr < lf && cr + 1 != lf ? '\r' : '\n';
}

size_t source_find(Source *source, size_t from, char byte, size_t max) {
    for (;;) {
        Str window = source_window(source);
        size_t at = str_index(window, from, byte);
        if (at < window.len || window.len > max || !fill(source)) return at;
        from = window.len;
    }
}

bool source_can_have(Source *source, size_t offset) {
    while (source->end - source->start <= offset)
        if (!fill(source)) return false;
    return true;
}

Source source_peek(Source *source, size_t max) {
    // More than a block is made room for at once: what has been outgrown stays in memory.
    if (max > BLOCK && source_has(source, BLOCK)) make_room(source, max);
    bool more = source_has(source, max);
    memcpy(source->later, source->problem, sizeof source->later);
    source->problem[0] = '\0';
    Str window = str_slice(source_window(source), 0, max);
    char newline = source_newline(source);
    while (more && window.len && window.ptr[window.len - 1] != newline) window.len--;
    return (Source){.buf = source->buf,
                    .start = source->start,
                    .end = source->start + window.len,
                    .ended = true};
}

void source_consume_all(Source *source) {
    while (source_has(source, 0)) source_consume(source, source_window(source).len);
}

void source_go_to(Source *source, uint64_t offset) {
    while (source->consumed < offset && source_has(source, 0)) {
        uint64_t left = offset - source->consumed;
        source_consume(source, left < SIZE_MAX ? (size_t)left : SIZE_MAX);
    }
}

bool source_divides(const Source *source) {
    return !source->packed && !source->archive && !source->book && !source->document;
}
