#include "base/zone.h"

#include "base/file.h"

#include <stdlib.h>

// ---- TZif (RFC 9636), the part in 64 bits

enum { HEADER = 44, COUNTS = 6, KIND_BYTES = 6 };

// The fields of a header, in their order.
typedef struct {
    size_t utc_flags, standard_flags, leaps, times, kinds, letters;
} Counts;

static int64_t number_at(Str bytes, size_t at, size_t size) {
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++) value = value << 8 | (uint8_t)bytes.ptr[at + i];
    return size == 4 ? (int32_t)value : (int64_t)value;
}

static bool read_header(Str bytes, Counts *counts) {
    size_t *fields = &counts->utc_flags;
    if (bytes.len < HEADER || !str_starts(bytes, STR("TZif"))) return false;
    for (size_t i = 0; i < COUNTS; i++)
        fields[i] = (uint32_t)number_at(bytes, 20 + 4 * i, 4);
    return true;
}

// The bytes of a block whose times have `size` bytes each.
static size_t block_bytes(const Counts *counts, size_t size) {
    return counts->times * (size + 1) + counts->kinds * KIND_BYTES + counts->letters +
           counts->leaps * (size + 4) + counts->standard_flags + counts->utc_flags;
}

static bool read_spans(Arena *arena, Str block, const Counts *counts, Zone *zone) {
    size_t numbers = counts->times * 8, kinds = numbers + counts->times;
    if (!counts->kinds || block.len < block_bytes(counts, 8)) return false;
    for (size_t i = 0; i <= counts->times; i++) {
        size_t kind = i ? (uint8_t)block.ptr[numbers + i - 1] : 0;
        if (kind >= counts->kinds) return false;
        *vec_push(arena, &zone->spans) = (ZoneSpan){
            .from = i ? number_at(block, (i - 1) * 8, 8) * 1000 : INT64_MIN,
            .offset = number_at(block, kinds + kind * KIND_BYTES, 4) * INT64_C(1000)};
    }
    return true;
}

static bool read_zone(Arena *arena, Str bytes, Zone *zone) {
    Counts old, counts;
    if (!read_header(bytes, &old) || bytes.ptr[4] < '2') return false;
    bytes = str_slice(bytes, HEADER + block_bytes(&old, 4), bytes.len);
    if (!read_header(bytes, &counts)) return false;
    return read_spans(arena, str_slice(bytes, HEADER, bytes.len), &counts, zone);
}

// ---- Names

// A name that leads out of the folder is none.
static bool is_name(Str name) {
    return name.len && name.ptr[0] != '/' && !str_has(name, STR(".."));
}

static bool read_named(Arena *arena, Str name, Zone *zone) {
    Str bytes, folder = str_from(getenv("TZDIR"));
    if (!folder.len) folder = STR("/usr/share/zoneinfo");
    return is_name(name) && file_read(arena, path_join(arena, folder, name), &bytes) &&
           read_zone(arena, bytes, zone);
}

static bool read_fixed(Arena *arena, Str name, Zone *zone) {
    int64_t offset;
    if (!name.len || (name.ptr[0] != '+' && name.ptr[0] != '-')) return false;
    Str midnight = str_format(arena, "1970-01-01T00:00%.*s", STR_ARG(name));
    if (!date_parse(midnight, &offset)) return false;
    *vec_push(arena, &zone->spans) = (ZoneSpan){INT64_MIN, -offset};
    return true;
}

bool zone_open(Arena *arena, Str name, Zone *zone) {
    *zone = (Zone){.name = name};
    return str_eq(name, STR("UTC")) || read_fixed(arena, name, zone) ||
           read_named(arena, name, zone);
}

// ---- Times

static int64_t offset_at(const Zone *zone, int64_t epoch_ms) {
    if (!zone || !zone->spans.len) return 0;
    size_t low = 0, high = zone->spans.len;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(zone->spans.items[middle].from <= epoch_ms ? &low : &high) = middle;
    }
    return zone->spans.items[low].offset;
}

int64_t zone_local(const Zone *zone, int64_t epoch_ms) {
    return epoch_ms + offset_at(zone, epoch_ms);
}

// Nowhere do clocks differ from UTC by a day: what they show a day before and after
// brackets every change there can be.
int64_t zone_epoch(const Zone *zone, int64_t local_ms) {
    static const int64_t DAY_MS = 86400000;
    int64_t low = local_ms - 2 * DAY_MS, high = local_ms + 2 * DAY_MS;
    int64_t before = local_ms - offset_at(zone, local_ms - DAY_MS);
    if (zone_local(zone, before) == local_ms) return before;
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        *(zone_local(zone, middle) < local_ms ? &low : &high) = middle;
    }
    return high;
}
