#include "cli/sample_key.h"

uint64_t sample_key(Str call, Str detector, uint32_t turn, uint32_t start) {
    uint64_t hash = str_hash(call) ^ str_hash(detector);
    hash = (hash ^ turn) * 0x9e3779b97f4a7c15U;
    hash = (hash ^ start ^ hash >> 29) * 0xbf58476d1ce4e5b9U;
    return hash ^ hash >> 32;
}

bool part_has(InputPart part, Str call) {
    return !part.of || sample_key(call, (Str){0}, 0, 0) % part.of == part.number - 1;
}
