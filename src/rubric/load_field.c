#include "rubric/load.h"

void fields_read(Loader *load, const Node *map, const MapField *fields, void *into) {
    for (const MapField *field = fields; field->name; field++) {
        const Node *value = node_get(map, field->name);
        if (value)
            field->read(load, value, (char *)into + field->offset);
        else if (field->required)
            diag_add(load->diags, DIAG_ERROR, map->place, "missing field '%s'",
                     field->name);
    }
}

void fields_name(Arena *arena, Texts *names, const MapField *fields) {
    for (const MapField *field = fields; field->name; field++)
        *vec_push(arena, names) = str_from(field->name);
}

static bool has_name(const Texts *names, Str name) {
    vec_each(const Str, known, names)
        if (str_eq(*known, name)) return true;
    return false;
}

void fields_refuse_others(Loader *load, const Node *map, const Texts *names) {
    for (size_t i = 0; i < map->count; i++)
        if (!has_name(names, map->keys[i].text))
            complain_unknown(load, &map->keys[i], "field", names->items, names->len);
}

bool map_read(Loader *load, const Node *value, const MapField *fields, void *into) {
    Texts names = {0};
    if (!expect_type(load, value, NODE_MAP)) return false;
    fields_name(load->arena, &names, fields);
    fields_refuse_others(load, value, &names);
    fields_read(load, value, fields, into);
    return true;
}
