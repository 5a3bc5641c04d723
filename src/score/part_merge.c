#include "score/part_merge.h"

#include "format/seen.h"
#include "input/source.h"

enum { LINE_MOST = 64 << 20 };

typedef struct {
    PartMerge *merge;
    Seen seen;
    Source *source;
    const PartSet *set;
    uint32_t part; // of the set
    uint32_t line; // of the part: where the records of a call begin
} Merging;

// The id of the call that a line has a record of, as it is written; empty for the record
// of an error, which is not a call's.
static Str call_of(Str line) {
    size_t from = str_index(line, 0, ','); // behind the version
    Str rest = str_without(str_slice(line, from, line.len), STR(",\"call\":\""));
    size_t end = 0;
    while (end < rest.len && rest.ptr[end] != '"') end += rest.ptr[end] == '\\' ? 2 : 1;
    Str behind = str_slice(rest, end, rest.len);
    return str_starts(behind, STR("\",\"agent\":")) ? str_slice(rest, 0, end) : (Str){0};
}

// Where the line ends that begins at `from` in the window, its newline included.
static size_t line_end(Source *source, size_t from) {
    size_t end = source_find(source, from, '\n', LINE_MOST);
    return source_has(source, end) ? end + 1 : end;
}

static Str line_at(const Source *source, size_t from, size_t to) {
    return str_slice(source_window(source), from, to);
}

// The records of a call's agents stand together.
static size_t group_end(Source *source) {
    size_t first = line_end(source, 0), end = first;
    while (call_of(line_at(source, 0, first)).len && source_has(source, end)) {
        size_t next = line_end(source, end);
        Str call = call_of(line_at(source, 0, first));
        if (!str_eq(call, call_of(line_at(source, end, next)))) break;
        end = next;
    }
    return end;
}

static Place place_of(const Merging *in, uint32_t part, uint32_t line) {
    const Part *at = &in->set->parts.items[part];
    Str path = part_records_path(in->merge->told.arena, at->folder, &at->manifest);
    return (Place){.path = path, .line = line};
}

static void refuse(Merging *in, Str call, SeenPlace there) {
    PartManifest *manifest = &in->merge->manifest;
    Diags *told = &in->merge->told, *kept = &manifest->problems;
    Str id = str_copy(told->arena, call);
    Place first = place_of(in, there.file, there.line);
    diag_add(kept, DIAG_ERROR, (Place){0},
             "call '%.*s' has been read already, and says something else", STR_ARG(id))
        ->call = id;
    diag_add(told, DIAG_ERROR, place_of(in, in->part, in->line),
             "call '%.*s' has been read already, from %.*s:%u, and says something else",
             STR_ARG(id), STR_ARG(first.path), first.line)
        ->call = id;
    manifest->refused++;
}

// Whether the call was not there yet.
static bool admit(Merging *in, Str call, Str lines) {
    uint32_t digest = (uint32_t)digest_number(lines);
    SeenPlace there = seen_find(&in->seen, call);
    if (!there.line) {
        SeenPlace here = {.file = in->part, .line = in->line, .digest = digest};
        seen_add(&in->seen, call, here);
        return true;
    }
    in->merge->manifest.calls--;
    if (there.digest == digest)
        in->merge->copies++;
    else
        refuse(in, call, there);
    return false;
}

static bool merge_group(Merging *in) {
    size_t end = group_end(in->source);
    Str lines = line_at(in->source, 0, end), call = call_of(lines);
    bool wanted = !call.len || admit(in, call, lines);
    bool going = !wanted || in->merge->put(in->merge->context, lines);
    in->line += (uint32_t)str_count(lines, '\n');
    source_consume(in->source, end);
    return going;
}

static bool merge_part(Merging *in, Arena *arena, const Part *part, Str *problem) {
    Source source;
    char hash[17];
    bool going = true;
    Str path = part_records_path(arena, part->folder, &part->manifest);
    in->source = &source;
    in->line = 1;
    if (part->manifest.bytes && source_open(&source, path)) {
        while (going && source_has(&source, 0)) going = merge_group(in);
        digest_hex(source.raw->digest, hash);
        bool same =
            !source.problem[0] && str_eq(str_from(hash), str_from(part->manifest.hash));
        if (going && !same)
            *problem =
                str_format(arena, "'%.*s' changed while it was read", STR_ARG(path));
        source_close(&source);
    } else if (part->manifest.bytes) {
        *problem = str_format(arena, "'%.*s': %s", STR_ARG(path), source.problem);
    }
    in->source = NULL;
    in->part++;
    return going && !problem->len;
}

static void sum_up(Arena *arena, const PartSet *set, PartManifest *out) {
    const Part *first = &set->parts.items[0], *last = first + set->parts.len - 1;
    *out = (PartManifest){.origin = first->manifest.origin,
                          .first = first->manifest.first,
                          .last = last->manifest.last,
                          .problems = {.arena = arena}};
    if (first == last) out->content = first->manifest.content;
    vec_each(const Part, part, &set->parts) {
        out->calls += part->manifest.calls;
        out->refused += part->manifest.refused;
    }
    part_set_problems(set, &out->problems);
}

void parts_merge(Arena *arena, const PartSet *set, PartMerge *merge, Str *problem) {
    Merging in = {.merge = merge, .set = set};
    *problem = (Str){0};
    sum_up(arena, set, &merge->manifest);
    merge->told = (Diags){.arena = arena};
    part_set_problems(set, &merge->told);
    vec_each(const Part, part, &set->parts)
        if (!merge_part(&in, arena, part, problem)) break;
    arena_free(&in.seen.arena);
}
