#include "load/node_image.h"

#include "base/embedded.h"
#include "base/file.h"

// A node; behind it stands its text and, where that has fragments, the text with them
// written out; or all its children: of a map each key and its item.
typedef struct {
    uint32_t type, style, line, col, width;
    uint32_t count;    // of children, a key and its item being one; bytes of a text
    uint32_t expanded; // bytes; 0: there are no fragments in it
} Image;

static void put_image(Buf *out, const Node *node, size_t count, size_t expanded) {
    const Place *place = &node->place;
    Image image = {node->type,   node->style,     place->line,       place->col,
                   place->width, (uint32_t)count, (uint32_t)expanded};
    buf_put(out, (Str){(const char *)&image, sizeof image});
}

static void put_scalar(Buf *out, const Node *node, const Fragments *fragments) {
    Arena scratch = {0};
    Expansion expansion = fragment_expand(&scratch, fragments, node_written(node));
    bool has_some = expansion.stretches.len && !expansion.unknown.len;
    Str expanded = has_some ? expansion.regex : (Str){0};
    put_image(out, node, node->text.len, expanded.len);
    buf_put(out, node->text);
    buf_put(out, expanded);
    arena_free(&scratch);
}

void node_image_put(Buf *out, const Node *node, const Fragments *fragments) {
    if (node->type == NODE_SCALAR) {
        put_scalar(out, node, fragments);
        return;
    }
    put_image(out, node, node->count, 0);
    for (size_t i = 0; i < node->count; i++) {
        if (node->type == NODE_MAP) node_image_put(out, &node->keys[i], fragments);
        node_image_put(out, &node->items[i], fragments);
    }
}

static Node read_node(Arena *arena, const SourceFile *source, Str *rest) {
    Image image;
    memcpy(&image, str_take(rest, sizeof image).ptr, sizeof image);
    Node node = {.type = image.type,
                 .style = image.style,
                 .place = {source->path, image.line, image.col, image.width},
                 .source = source};
    if (node.type == NODE_SCALAR) {
        node.text = str_take(rest, image.count);
        node.expanded = str_take(rest, image.expanded);
        return node;
    }
    node.count = image.count;
    size_t size = array_bytes(node.count, sizeof(Node));
    node.items = arena_raw(arena, size);
    if (node.type == NODE_MAP) node.keys = arena_raw(arena, size);
    for (size_t i = 0; i < node.count; i++) {
        if (node.keys) node.keys[i] = read_node(arena, source, rest);
        node.items[i] = read_node(arena, source, rest);
    }
    return node;
}

bool node_image_read(Arena *arena, const SourceFile *source, Node *root) {
    Str name = path_base(source->path);
    if (!embedded_is(name, source->text)) return false;
    Str image = embedded_image(name);
    if (image.ptr) *root = read_node(arena, source, &image);
    return image.ptr;
}
