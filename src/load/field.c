#include "load/field.h"

#include "load/value.h"

Nodes field_values(Arena *arena, const Nodes *maps, const char *name, bool all) {
    Nodes values = {0};
    vec_each(const Node *, map, maps) {
        const Node *value = node_get(*map, name);
        if (!value) continue;
        if (!values.items) vec_reserve(arena, &values, maps->len);
        if (!all) values.len = 0;
        *vec_push(arena, &values) = value;
    }
    return values;
}

void fields_read(Loader *load, const Nodes *maps, const MapField *fields, void *into) {
    for (const MapField *field = fields; field->name; field++) {
        Nodes values = field_values(load->arena, maps, field->name, field->is & ADDS);
        vec_each(const Node *, value, &values) {
            void *at = (char *)into + field->offset;
            if (field->read) field->read(load, *value, at);
            if (field->choices) word_read(load, *value, field->name, field->choices, at);
        }
        if (!values.len && field->is & REQUIRED)
            diag_add(load->diags, DIAG_ERROR, maps->items[0]->place, "missing field '%s'",
                     field->name);
    }
}

void fields_add_names(Arena *arena, Texts *names, const MapField *fields) {
    for (const MapField *field = fields; field->name; field++)
        *vec_push(arena, names) = str_from(field->name);
}

void fields_refuse_others(Loader *load, const Node *map, const Texts *names) {
    for (size_t i = 0; i < map->count; i++)
        if (!str_is_in(map->keys[i].text, names->items, names->len)) {
            Diag *diag =
                diag_unknown(load, &map->keys[i], "field", names->items, names->len);
            if (!diag->hint.len) diag->hint = STR("callmark-rubric(5) has them all");
        }
}

bool maps_read(Loader *load, const Nodes *values, const MapField *fields, void *into) {
    Texts names = {0};
    fields_add_names(load->arena, &names, fields);
    vec_each(const Node *, value, values) {
        if (!node_expect(load, *value, NODE_MAP)) return false;
        fields_refuse_others(load, *value, &names);
    }
    fields_read(load, values, fields, into);
    return true;
}

bool map_read(Loader *load, const Node *value, const MapField *fields, void *into) {
    return maps_read(load, &(Nodes){&value, 1, 1}, fields, into);
}
