#include "load/yaml.h"

#include "base/map.h"
#include "base/utf8.h"
#include "load/node_image.h"
#include "load/yaml_hint.h"

#include <yaml.h>

enum { DEPTH_MAX = 64, NODES_MAX = 200000 };

// What of a libyaml event is needed, copied so that nothing foreign is left to release.
typedef struct {
    yaml_event_type_t type;
    Str text, anchor, tag; // text: also the name of an alias
    ScalarStyle style;
    Place place;
} Event;

typedef struct {
    Arena *arena;
    Diags *diags;
    const SourceFile *source;
    yaml_parser_t yaml;
    Map names; // of anchors, to their index
    VEC(Node) anchors;
    uint32_t depth, nodes;
} Composer;

static Place place_at(const Composer *in, const yaml_mark_t *mark, uint32_t width) {
    return (Place){in->source->path, (uint32_t)mark->line + 1, (uint32_t)mark->column + 1,
                   width};
}

// From start to end, or to the end of the first line.
static Place place_between(const Composer *in, const yaml_event_t *event) {
    const yaml_mark_t *start = &event->start_mark, *end = &event->end_mark;
    size_t to = end->column;
    if (end->line != start->line)
        to = utf8_count(source_file_line(in->source, (uint32_t)start->line + 1));
    return place_at(in, start, to > start->column ? (uint32_t)(to - start->column) : 1);
}

static Str copy(const Composer *in, const yaml_char_t *text) {
    return text ? str_copy(in->arena, str_from((const char *)text)) : (Str){0};
}

static ScalarStyle style_of(yaml_scalar_style_t style) {
    switch (style) {
    case YAML_PLAIN_SCALAR_STYLE: return SCALAR_PLAIN;
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return SCALAR_SINGLE;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return SCALAR_DOUBLE;
    case YAML_LITERAL_SCALAR_STYLE: return SCALAR_LITERAL;
    case YAML_ANY_SCALAR_STYLE:
    case YAML_FOLDED_SCALAR_STYLE: break;
    }
    return SCALAR_OTHER;
}

static Event copy_event(const Composer *in, const yaml_event_t *from) {
    Event event = {.type = from->type, .place = place_between(in, from)};
    if (from->type == YAML_SCALAR_EVENT) {
        Str text = {(const char *)from->data.scalar.value, from->data.scalar.length};
        event.text = str_copy(in->arena, text);
        event.anchor = copy(in, from->data.scalar.anchor);
        event.tag = copy(in, from->data.scalar.tag);
        bool marked = event.anchor.ptr || event.tag.ptr;
        event.style = marked ? SCALAR_OTHER : style_of(from->data.scalar.style);
    } else if (from->type == YAML_SEQUENCE_START_EVENT) {
        event.anchor = copy(in, from->data.sequence_start.anchor);
        event.tag = copy(in, from->data.sequence_start.tag);
    } else if (from->type == YAML_MAPPING_START_EVENT) {
        event.anchor = copy(in, from->data.mapping_start.anchor);
        event.tag = copy(in, from->data.mapping_start.tag);
    } else if (from->type == YAML_ALIAS_EVENT) {
        event.text = copy(in, from->data.alias.anchor);
    }
    return event;
}

// What is never closed is noticed only at the end of the file: it is complained of where
// it begins.
static Place place_of_problem(const Composer *in) {
    const yaml_parser_t *yaml = &in->yaml;
    if (yaml->error == YAML_READER_ERROR)
        return source_file_place(in->source, yaml->problem_offset, 1);
    Place place = place_at(in, &yaml->problem_mark, 1);
    bool at_end = str_trim(source_file_line(in->source, place.line)).len == 0;
    return at_end && yaml->context ? place_at(in, &yaml->context_mark, 1) : place;
}

static void complain_of_text(Composer *in) {
    const yaml_parser_t *yaml = &in->yaml;
    Place place = place_of_problem(in);
    Diag *diag = diag_add(in->diags, DIAG_ERROR, place, "bad YAML: %s",
                          yaml->problem ? yaml->problem : "it cannot be read");
    if (yaml->error == YAML_READER_ERROR) return;
    uint32_t from = yaml->context ? (uint32_t)yaml->context_mark.line + 1 : 0;
    diag->hint = yaml_hint(in->arena, in->source, place, diag->text, from);
    if (!diag->hint.len && from)
        diag->hint = str_format(in->arena, "%s from line %u on", yaml->context, from);
}

static bool next(Composer *in, Event *event) {
    yaml_event_t from;
    if (!yaml_parser_parse(&in->yaml, &from)) {
        if (in->yaml.error == YAML_MEMORY_ERROR) out_of_memory();
        complain_of_text(in);
        return false;
    }
    *event = copy_event(in, &from);
    yaml_event_delete(&from);
    return true;
}

static bool fail(Composer *in, Place place, const char *problem) {
    diag_add(in->diags, DIAG_ERROR, place, "bad YAML: %s", problem);
    return false;
}

// Counts what `node` adds to the tree; aliases count with all that is below them.
static bool spend(Composer *in, const Node *node) {
    in->nodes += node->size;
    if (in->nodes > NODES_MAX) return fail(in, node->place, "more than 200000 values");
    if (in->depth + node->height > DEPTH_MAX)
        return fail(in, node->place, "nested more than 64 deep");
    return true;
}

static void hold(Node *parent, const Node *child) {
    parent->size += child->size;
    if (parent->height <= child->height) parent->height = child->height + 1;
}

static bool compose(Composer *in, const Event *event, Node *node);

static bool compose_list(Composer *in, Node *list) {
    VEC(Node) items = {0};
    for (Event event; next(in, &event);) {
        list->items = items.items, list->count = items.len;
        if (event.type == YAML_SEQUENCE_END_EVENT) return true;
        Node item;
        if (!compose(in, &event, &item)) return false;
        hold(list, &item);
        *vec_push(in->arena, &items) = item;
    }
    return false;
}

// Whether a key can be used: a text that has not been a key of this map before.
// `lines` says where each was.
static bool accept_key(Composer *in, const Node *key, Map *lines) {
    if (key->type != NODE_SCALAR) {
        diag_add(in->diags, DIAG_ERROR, key->place, "a key that is not a text");
        return false;
    }
    uint32_t line = map_get(lines, key->text);
    if (line == MAP_NONE) {
        map_add(in->arena, lines, key->text, key->place.line);
        return true;
    }
    Diag *diag = diag_add(in->diags, DIAG_ERROR, key->place, "duplicate key '%.*s'",
                          STR_ARG(key->text));
    diag->hint = str_format(in->arena, "first on line %u", line);
    return false;
}

static bool compose_map(Composer *in, Node *map) {
    VEC(Node) keys = {0}, items = {0};
    Map lines = {0};
    for (Event event; next(in, &event);) {
        map->keys = keys.items, map->items = items.items, map->count = items.len;
        if (event.type == YAML_MAPPING_END_EVENT) return true;
        Node key, item;
        if (!compose(in, &event, &key) || !next(in, &event) ||
            !compose(in, &event, &item))
            return false;
        hold(map, &key);
        hold(map, &item);
        if (!accept_key(in, &key, &lines)) continue;
        *vec_push(in->arena, &keys) = key;
        *vec_push(in->arena, &items) = item;
    }
    return false;
}

static bool follow_alias(Composer *in, const Event *event, Node *node) {
    uint32_t number = map_get(&in->names, event->text);
    if (number != MAP_NONE) {
        *node = in->anchors.items[number];
        return spend(in, node);
    }
    Diag *diag = diag_add(in->diags, DIAG_ERROR, event->place, "unknown anchor '%.*s'",
                          STR_ARG(event->text));
    diag->hint = STR("a text that begins with * needs quotes");
    return false;
}

static void remember(Composer *in, Str anchor, const Node *node) {
    uint32_t end = (uint32_t)in->anchors.len;
    uint32_t number = map_add(in->arena, &in->names, anchor, end);
    if (number == end) vec_push(in->arena, &in->anchors);
    in->anchors.items[number] = *node;
}

static void refuse_tag(Composer *in, const Event *event) {
    Diag *diag = diag_add(in->diags, DIAG_ERROR, event->place, "unexpected tag '%.*s'",
                          STR_ARG(event->tag));
    diag->hint = STR("a text that begins with ! needs quotes");
}

static bool compose(Composer *in, const Event *event, Node *node) {
    if (event->type == YAML_ALIAS_EVENT) return follow_alias(in, event, node);
    *node = (Node){.text = event->text,
                   .style = event->style,
                   .place = event->place,
                   .source = in->source,
                   .size = 1,
                   .height = 1};
    if (event->tag.len) refuse_tag(in, event);
    if (!spend(in, node)) return false;
    bool done = true;
    in->depth++;
    if (event->type == YAML_SEQUENCE_START_EVENT) {
        node->type = NODE_LIST;
        done = compose_list(in, node);
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        node->type = NODE_MAP;
        done = compose_map(in, node);
    }
    in->depth--;
    if (event->anchor.len) remember(in, event->anchor, node);
    return done;
}

// Past the start of the stream and document; the end of the stream when it is empty.
static bool enter(Composer *in, Event *event) {
    do {
        if (!next(in, event)) return false;
    } while (event->type == YAML_STREAM_START_EVENT ||
             event->type == YAML_DOCUMENT_START_EVENT);
    return true;
}

// Past the end of the document, which must be the only one.
static bool leave(Composer *in) {
    Event event;
    do {
        if (!next(in, &event)) return false;
    } while (event.type == YAML_DOCUMENT_END_EVENT);
    return event.type == YAML_STREAM_END_EVENT ||
           fail(in, event.place, "a second document");
}

bool yaml_parse(Arena *arena, const SourceFile *source, Node *root, Diags *diags) {
    if (node_image_read(arena, source, root)) return true;
    Composer in = {.arena = arena, .diags = diags, .source = source};
    if (!yaml_parser_initialize(&in.yaml)) out_of_memory();
    yaml_parser_set_encoding(&in.yaml, YAML_UTF8_ENCODING);
    const char *text = source->text.ptr ? source->text.ptr : "";
    yaml_parser_set_input_string(&in.yaml, (const unsigned char *)text, source->text.len);
    *root = (Node){.place = {source->path, 1, 1, 1}, .source = source};
    Event event;
    bool whole = enter(&in, &event);
    if (whole && event.type != YAML_STREAM_END_EVENT)
        whole = compose(&in, &event, root) && leave(&in);
    yaml_parser_delete(&in.yaml);
    return whole;
}
