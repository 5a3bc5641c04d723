#include "load/node_image.h"

#include "base/embedded.h"
#include "base/file.h"

// A node; behind it stands its text, or all its children: of a map each key and its item.
typedef struct {
    uint32_t type, style, line, col, width;
    uint32_t count; // of children, a key and its item being one; bytes of a scalar's text
} Image;

void node_image_put(Buf *out, const Node *node) {
    size_t count = node->type == NODE_SCALAR ? node->text.len : node->count;
    const Place *place = &node->place;
    Image image = {node->type, node->style,  place->line,
                   place->col, place->width, (uint32_t)count};
    buf_put(out, (Str){(const char *)&image, sizeof image});
    buf_put(out, node->text);
    for (size_t i = 0; i < node->count; i++) {
        if (node->type == NODE_MAP) node_image_put(out, &node->keys[i]);
        node_image_put(out, &node->items[i]);
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
    Str embedded = embedded_bytes(source->path);
    if (!embedded.ptr || embedded.ptr != source->text.ptr) return false;
    Str image = embedded_image(path_base(source->path));
    if (image.ptr) *root = read_node(arena, source, &image);
    return image.ptr;
}
