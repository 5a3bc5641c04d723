#include "load/node.h"

#include "base/utf8.h"

const Node *node_get(const Node *map, const char *key) {
    Str name = str_from(key);
    for (size_t i = 0; map->type == NODE_MAP && i < map->count; i++)
        if (str_eq(map->keys[i].text, name)) return &map->items[i];
    return NULL;
}

Str node_written(const Node *node) {
    Str trimmed = str_trim(node->text);
    size_t before = (size_t)(trimmed.ptr - node->text.ptr);
    return str_slice(node->text, 0, before + trimmed.len);
}

// Past the white space at `at`, if there is a line's end in it: YAML reads one as a
// space, and n as n - 1 line ends. Gives how many bytes of the text that makes, 0 for no
// fold.
static size_t skip_fold(Str source, size_t *at) {
    size_t lines = 0, to = *at;
    for (; to < source.len && byte_is_space(source.ptr[to]); to++) {
        bool pair =
            source.ptr[to] == '\r' && to + 1 < source.len && source.ptr[to + 1] == '\n';
        lines += !pair && (source.ptr[to] == '\n' || source.ptr[to] == '\r');
    }
    if (!lines) return 0;
    *at = to;
    return lines > 1 ? lines - 1 : 1;
}

static bool is_break(Str source, size_t at) {
    return at < source.len && (source.ptr[at] == '\n' || source.ptr[at] == '\r');
}

static size_t skip_escape(const Node *node, size_t *at, size_t done) {
    Str source = node->source->text;
    uint32_t code;
    if (is_break(source, *at + 1)) {
        ++*at;
        skip_fold(source, at);
        return 0;
    }
    // \x41, \u0041, \U00000041, and \n like all the others.
    char c = *at + 1 < source.len ? source.ptr[*at + 1] : '\0';
    *at += !c ? 1 : c == 'x' ? 4 : c == 'u' ? 6 : c == 'U' ? 10 : 2;
    return utf8_decode(node->text, done, &code);
}

// Moves *at past what makes the text from byte `done` on; gives how many bytes that are.
static size_t skip_step(const Node *node, size_t *at, size_t done) {
    Str source = node->source->text;
    char c = source.ptr[*at];
    if (node->style == SCALAR_DOUBLE && c == '\\') return skip_escape(node, at, done);
    size_t folded = skip_fold(source, at);
    if (folded) return folded;
    *at += node->style == SCALAR_SINGLE && c == '\'' ? 2 : 1;
    return 1;
}

// Where in the source byte `offset` of a plain or quoted text stands.
static size_t locate_flow(const Node *node, size_t offset) {
    size_t at =
        source_file_offset(node->source, node->place) + (node->style != SCALAR_PLAIN);
    for (size_t done = 0; done < offset && at < node->source->text.len;)
        done += skip_step(node, &at, done);
    return at;
}

// In a literal block each line of the text ends where its line of the source ends.
static size_t locate_literal(const Node *node, size_t offset) {
    uint32_t line = node->place.line + 1;
    size_t to = str_index(node->text, 0, '\n');
    for (; offset > to && to < node->text.len; line++) {
        to = str_index(node->text, to + 1, '\n');
    }
    size_t start = source_file_offset(node->source, (Place){.line = line, .col = 1});
    size_t end = start + source_file_line(node->source, line).len;
    return end - start < to - offset ? start : end - (to - offset);
}

Place node_place(const Node *node, size_t offset, uint32_t width) {
    static size_t (*const LOCATE[])(const Node *, size_t) = {
        [SCALAR_PLAIN] = locate_flow,  [SCALAR_SINGLE] = locate_flow,
        [SCALAR_DOUBLE] = locate_flow, [SCALAR_LITERAL] = locate_literal,
        [SCALAR_OTHER] = NULL,
    };
    if (node->type != NODE_SCALAR || !LOCATE[node->style]) return node->place;
    return source_file_place(node->source, LOCATE[node->style](node, offset), width);
}
