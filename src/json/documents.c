#include "json/documents.h"
#include "json/pages.h"

#include <string.h>

static const char BLANKS[] = " \t\r\n";

// The byte of the window at `at`, or NUL after the end. (NUL is nothing in JSON.)
static char byte_at(const Documents *documents, size_t at) {
    if (!source_has(documents->source, at)) return '\0';
    return source_window(documents->source).ptr[at];
}

static size_t skip_blanks(const Documents *documents, size_t at) {
    char c;
    while ((c = byte_at(documents, at)) && strchr(BLANKS, c)) at++;
    return at;
}

// Moves on past the first `size` bytes of the window.
static void consume(Documents *documents, size_t size) {
    Str bytes = str_slice(source_window(documents->source), 0, size);
    documents->place = place_after(documents->place, bytes, '\n');
    source_consume(documents->source, size);
}

// ---- Where a value ends

// The offset after the string that opens at `at`.
static size_t string_end(const Documents *documents, size_t at) {
    for (;;) {
        at = source_find(documents->source, at + 1, '"', DOCUMENT_MAX);
        Str window = source_window(documents->source);
        size_t escapes = 0;
        if (at >= window.len) return at;
        while (window.ptr[at - 1 - escapes] == '\\') escapes++;
        if (escapes % 2 == 0) return at + 1;
    }
}

// The offset after the bracket that closes the `depth` ones which are open at `at`, or
// after the string, number or word there when none are; found by brackets and strings
// alone. Where there is no such end, that of the input, or one past DOCUMENT_MAX.
static size_t nesting_end(const Documents *documents, size_t at, size_t depth) {
    while (source_has(documents->source, at) && at <= DOCUMENT_MAX) {
        char c = source_window(documents->source).ptr[at];
        bool closes = c == '}' || c == ']';
        if (!depth && (closes || c == ',' || strchr(BLANKS, c))) return at;
        depth += c == '{' || c == '[';
        depth -= closes;
        at = c == '"' ? string_end(documents, at) : at + 1;
        if (!depth && (closes || c == '"')) return at;
    }
    return at;
}

static size_t value_end(const Documents *documents, size_t at) {
    return nesting_end(documents, at, 0);
}

static size_t line_end(const Documents *documents, size_t at) {
    return source_find(documents->source, at, '\n', DOCUMENT_MAX);
}

// ---- How the documents stand in the input

// An object that does not ask to be gone on with; its end may be broken.
static bool is_line(Str line) {
    Str rest = str_trim(str_slice(line, 1, line.len));
    return line.ptr[0] == '{' && str_starts(rest, STR("\"")) &&
           !strchr("[{,:", line.ptr[line.len - 1]);
}

// One a line: of the first lines that are not blank, two or more, and more than half.
static bool is_lines(Str head) {
    enum { LINES_MOST = 8 };
    size_t lines = 0, good = 0;
    for (Str line; lines < LINES_MOST && str_next(&head, '\n', &line);) {
        line = str_trim(line);
        lines += line.len > 0;
        good += line.len && is_line(line);
    }
    return good > 1 && good * 2 > lines;
}

bool documents_go_on(Str head) {
    Str line = {0};
    while (!line.len && str_next(&head, '\n', &line)) line = str_trim(line);
    return line.len && (line.ptr[0] == '[' || (line.ptr[0] == '{' && !is_line(line)));
}

static bool is_conversation(const Documents *documents, size_t at) {
    size_t end = value_end(documents, at);
    Str value = str_slice(source_window(documents->source), at, end);
    return documents->is_conversation(value);
}

// The members of an object that hold conversations, in exports of many.
static bool is_wrapper(Str key) {
    static const char *const KEYS[] = {
        "conversations", "calls",   "chats", "transcripts", "items", "train", "dev",
        "test",          "results", "data",  "tickets",     "list",  NULL};
    return str_number_in(key, KEYS) >= 0;
}

// A member that such a member may stand in.
static bool is_envelope(Str key) {
    return str_eq(key, STR("analysisInput")) || str_eq(key, STR("chats")) ||
           str_eq(key, STR("left_chats"));
}

// Remembers the member `name`, whose value stands at `at`, when it names a next page.
static void note_next_page(Documents *documents, Str name, size_t at) {
    Str rest = str_slice(source_window(documents->source), at, at + 5);
    bool empty = str_starts(rest, STR("null")) || str_starts(rest, STR("false")) ||
                 str_starts(rest, STR("\"\"")) || str_starts(rest, STR("[]"));
    if (empty || !rest.len || !pages_is_next(name)) return;
    Str before = str_slice(source_window(documents->source), 0, at);
    documents->next_at = place_after(documents->place, before, '\n');
}

// The offset of the first element of the next member that holds conversations, looking
// from the member at `at` on; 0 when there is none in the object.
static size_t find_wrapped(Documents *documents, size_t at) {
    for (;;) {
        while (byte_at(documents, at) == ',') at++;
        at = skip_blanks(documents, at);
        if (byte_at(documents, at) == ',') continue;
        if (byte_at(documents, at) == '}' && documents->depth > 1) {
            documents->depth--;
            at++;
            continue;
        }
        if (byte_at(documents, at) != '"') return 0;
        size_t key = at + 1, key_end = string_end(documents, at);
        at = skip_blanks(documents, key_end);
        if (byte_at(documents, at) != ':') return 0;
        at = skip_blanks(documents, at + 1);
        Str window = source_window(documents->source);
        Str name = str_slice(window, key, key_end - 1);
        if (byte_at(documents, at) == '{' && is_envelope(name)) {
            documents->depth++;
            at++;
            continue;
        }
        note_next_page(documents, name, at);
        bool wraps = byte_at(documents, at) == '[' && is_wrapper(name);
        size_t element = skip_blanks(documents, at + 1);
        if (wraps && is_conversation(documents, element)) return element;
        size_t end = value_end(documents, at);
        if (end == at || end > DOCUMENT_MAX) return 0;
        at = end;
    }
}

bool documents_sniff(Str head) {
    if (is_lines(head)) return true;
    head = str_trim(head);
    if (head.len < 2 || (head.ptr[0] != '{' && head.ptr[0] != '[')) return false;
    Str rest = str_trim(str_slice(head, 1, head.len));
    if (!rest.len) return true;
    return strchr(head.ptr[0] == '{' ? "\"}" : "{[]", rest.ptr[0]) != NULL;
}

void documents_open(Documents *documents, Source *source, Str path,
                    IsConversation *asked) {
    *documents = (Documents){.source = source,
                             .is_conversation = asked,
                             .place = {.path = path, .line = 1, .col = 1}};
    size_t at = skip_blanks(documents, 0), element = skip_blanks(documents, at + 1);
    if (is_lines(source_window(source))) {
        documents->layout = LAYOUT_LINES;
    } else if (byte_at(documents, at) == '[' && is_conversation(documents, element)) {
        documents->layout = LAYOUT_ARRAY;
        consume(documents, element);
    } else if (byte_at(documents, at) == '{') {
        documents->depth = 1;
        element = find_wrapped(documents, at + 1);
        if (!element) documents->next_at = (Place){0}; // it is the document's own
        if (!element) return;
        documents->layout = LAYOUT_MEMBERS;
        consume(documents, element);
    }
}

void documents_open_lines(Documents *documents, Source *source, Str path) {
    *documents = (Documents){.source = source,
                             .layout = LAYOUT_LINES,
                             .place = {.path = path, .line = 1, .col = 1}};
}

// ---- One after the other

// In an array, the offset of the next element; else of the next value, or what stands in
// its place.
static size_t find_next(Documents *documents) {
    size_t at = skip_blanks(documents, 0);
    if (documents->layout < LAYOUT_ARRAY) return at;
    while (byte_at(documents, at) == ',') at = skip_blanks(documents, at + 1);
    if (byte_at(documents, at) != ']') return at;
    size_t depth = documents->depth;
    size_t element = depth ? find_wrapped(documents, at + 1) : 0;
    if (element) return element;
    documents->layout = LAYOUT_VALUES; // what follows is looked at for itself
    at = depth ? nesting_end(documents, at + 1, depth) : at + 1;
    return skip_blanks(documents, at);
}

// The end of what begins at `at`. A value alone on the top level goes on to the end of
// the line where something that is no value follows it, so that this is complained of.
static size_t find_end(const Documents *documents, size_t at) {
    if (documents->layout == LAYOUT_LINES) return line_end(documents, at);
    size_t end = value_end(documents, at);
    if (documents->layout != LAYOUT_VALUES) return end;
    size_t after = skip_blanks(documents, end);
    char c = byte_at(documents, after);
    return c && c != '{' && c != '[' ? line_end(documents, after) : end;
}

// After one that is too long nothing can be trusted, but for the next line.
static void skip_rest(Documents *documents) {
    Source *source = documents->source;
    if (documents->layout != LAYOUT_LINES) {
        source_consume_all(source);
        return;
    }
    while (source_has(source, 0) && byte_at(documents, 0) != '\n')
        consume(documents, source_find(source, 0, '\n', DOCUMENT_MAX));
}

// Moves on past the last document, and past its line where it ends that: no columns need
// be counted then.
static void consume_last(Documents *documents) {
    Str window = source_window(documents->source);
    size_t used = documents->used;
    bool whole = used <= DOCUMENT_MAX;
    bool ends_line = whole && used < window.len && window.ptr[used] == '\n';
    consume(documents, used + ends_line);
    if (!whole) skip_rest(documents);
    documents->used = 0;
}

bool documents_next(Documents *documents, Document *document) {
    consume_last(documents);
    consume(documents, find_next(documents));
    if (!source_has(documents->source, 0)) return false;
    size_t end = find_end(documents, 0);
    Str window = source_window(documents->source);
    documents->used = end ? end : 1;
    documents->count++;
    *document = (Document){.bytes = str_slice(window, 0, documents->used),
                           .place = documents->place};
    if (end > DOCUMENT_MAX) document->problem = "longer than 256 MiB";
    return true;
}

uint64_t documents_offset(const Documents *documents) {
    size_t at = skip_blanks(documents, documents->used);
    return documents->source->consumed + at;
}

Str documents_last(const Documents *documents, size_t size) {
    Str window = source_window(documents->source);
    return str_slice(window, 0, size < documents->used ? size : documents->used);
}

Str documents_peek(const Documents *documents, size_t size) {
    size_t at = skip_blanks(documents, documents->used);
    while (byte_at(documents, at) == ',') at = skip_blanks(documents, at + 1);
    source_has(documents->source, at + size - 1);
    return str_slice(source_window(documents->source), at, at + size);
}

bool documents_alone(Documents *documents) {
    if (documents->by_line || documents->count != 1) return false;
    if (documents->layout >= LAYOUT_ARRAY) return false;
    size_t after = skip_blanks(documents, documents->used);
    return !source_has(documents->source, after);
}
