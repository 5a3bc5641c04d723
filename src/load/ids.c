#include "load/ids.h"

Place id_place(const Node *thing) {
    const Node *id = node_get(thing, "id");
    return id ? id->place : thing->place;
}

void ids_add(Loader *load, const char *what, Ids *ids, Str id, Place place) {
    uint32_t end = (uint32_t)ids->places.len;
    if (!id.len) return;
    uint32_t first = map_add(load->arena, &ids->numbers, id, end);
    if (first == end) {
        *vec_push(load->arena, &ids->places) = place;
        return;
    }
    Place other = ids->places.items[first];
    Diag *diag = diag_add(load->diags, DIAG_ERROR, place, "duplicate %s '%.*s'", what,
                          STR_ARG(id));
    diag->hint = str_eq(place.path, other.path)
                     ? str_format(load->arena, "first on line %u", other.line)
                     : str_format(load->arena, "first at %.*s:%u", STR_ARG(other.path),
                                  other.line);
}
