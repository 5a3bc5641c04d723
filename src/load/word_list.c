#include "load/word_list.h"

#include "base/file.h"
#include "base/utf8.h"
#include "call/fold.h"
#include "load/field.h"
#include "load/find.h"
#include "load/value.h"

#include <string.h>

enum { WORDS_MOST = 10000, BYTES_MOST = 1 << 20 };

// ---- Its file

static const SourceFile *find_known(const Loader *load, Str path) {
    vec_each(const SourceFile, file, &load->rubric->files)
        if (str_eq(file->path, path)) return file;
    return NULL;
}

static Diag *refuse(Loader *load, Place place, const char *problem, Str name) {
    return diag_add(load->diags, DIAG_ERROR, place, "%s '%.*s'", problem, STR_ARG(name));
}

// NULL after complaining.
static const SourceFile *open_list(Loader *load, const Node *value, Str name) {
    if (!loader_may_name(load, value, name)) return NULL;
    Str path = listed_find(load->arena, value->source->path, name, load->folders);
    const SourceFile *known = find_known(load, path);
    if (known) return known;
    if (!file_is_regular(load->arena, path)) {
        refuse(load, value->place, "no word list", path)->hint =
            STR("a file with one word or phrase a line");
        return NULL;
    }
    const SourceFile *source = loader_open(load, path, value->place);
    if (source && source->text.len > BYTES_MOST) {
        refuse(load, value->place, "a word list of more than 1 MiB:", path);
        return NULL;
    }
    if (source) *vec_push(load->arena, &load->rubric->files) = *source;
    return source;
}

// ---- Its words

// From a # on that begins a line or follows a space all is comment.
static Str without_comment(Str line) {
    for (size_t at = 0; at < line.len; at++)
        if (line.ptr[at] == '#' && (!at || byte_is_space(line.ptr[at - 1])))
            return str_slice(line, 0, at);
    return line;
}

// A pattern that finds the words as they are: in folded text, so they are folded too.
static Str literal(Arena *arena, Str words) {
    Str folded = text_fold(arena, words).text;
    Buf out = {.arena = arena};
    for (size_t i = 0; i < folded.len; i++) {
        if (memchr("\\^$.[]|()?*+{}<>", folded.ptr[i], 16)) buf_byte(&out, '\\');
        buf_byte(&out, folded.ptr[i]);
    }
    return buf_str(&out);
}

// Fragments are looked for in the file that names the list; complaints go to the list.
static const Node *word_node(Arena *arena, const Node *value, const SourceFile *file,
                             Str words) {
    size_t at = (size_t)(words.ptr - file->text.ptr);
    Place place = source_file_place(file, at, (uint32_t)utf8_count(words));
    Node *node = arena_new(arena, Node);
    *node = (Node){.type = NODE_SCALAR,
                   .style = SCALAR_OTHER,
                   .text = literal(arena, words),
                   .place = place,
                   .source = value->source};
    return node;
}

static void add_words(Loader *load, const Node *value, const SourceFile *file,
                      Nodes *list) {
    size_t before = list->len;
    for (uint32_t number = 1; number <= file->lines.len; number++) {
        Str line = source_file_line(file, number);
        Str words = str_trim(without_comment(line));
        if (!words.len) continue;
        if (utf8_first_bad(line) < line.len) {
            Place place = {file->path, number, 1, 1};
            diag_add(load->diags, DIAG_ERROR, place, "a line that is not UTF-8")->hint =
                STR("save the list as UTF-8");
            return;
        }
        *vec_push(load->arena, list) = word_node(load->arena, value, file, words);
    }
    size_t count = list->len - before;
    if (!count) refuse(load, value->place, "no words in", file->path);
    if (count > WORDS_MOST)
        diag_add(load->diags, DIAG_ERROR, value->place, "more than %d words in '%.*s'",
                 WORDS_MOST, STR_ARG(file->path));
}

static void add_list(Loader *load, const Node *entry, Nodes *list) {
    static const MapField FIELDS[] = {{"words", text_read, 0, .is = REQUIRED}, {0}};
    Str name = {0};
    if (!map_read(load, entry, FIELDS, &name) || !name.len) return;
    const Node *value = node_get(entry, "words");
    const SourceFile *file = open_list(load, value, name);
    if (file) add_words(load, value, file, list);
}

Nodes patterns_list(Loader *load, const Node *value) {
    bool lone = node_get(value, "words");
    size_t count = 1;
    const Node *items = lone ? value : list_read(load, value, &count);
    Nodes list = {0};
    vec_reserve(load->arena, &list, count);
    for (size_t i = 0; i < count; i++) {
        if (node_get(&items[i], "words"))
            add_list(load, &items[i], &list);
        else
            *vec_push(load->arena, &list) = &items[i];
    }
    return list;
}
