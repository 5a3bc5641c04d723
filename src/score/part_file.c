#include "score/part_file.h"

#include "base/file.h"
#include "base/json_out.h"
#include "base/utf8.h"
#include "input/json.h"
#include "input/stream.h"

#include <errno.h>
#include <stdio.h>

enum { MANIFEST_VERSION = 1 };

// ---- Names

Str part_name(Arena *arena, const PartManifest *part) {
    Buf name = {.arena = arena};
    buf_format(&name, "part-%05u", part->first);
    if (part->last != part->first) buf_format(&name, "-%05u", part->last);
    buf_format(&name, "-of-%05u", part->origin.shards);
    return buf_str(&name);
}

static Str path_of(Arena *arena, Str folder, const PartManifest *part,
                   const char *ending) {
    Str name = part_name(arena, part);
    return path_join(arena, folder, str_format(arena, "%.*s%s", STR_ARG(name), ending));
}

Str part_records_path(Arena *arena, Str folder, const PartManifest *part) {
    return path_of(arena, folder, part, ".ndjson");
}

Str part_manifest_path(Arena *arena, Str folder, const PartManifest *part) {
    return path_of(arena, folder, part, ".json");
}

static bool take_number(Str *rest, uint32_t *number) {
    Str digits;
    int64_t value;
    if (!str_next(rest, '-', &digits) || !str_to_int(digits, &value)) return false;
    *number = (uint32_t)value;
    return value >= 0 && value <= UINT32_MAX;
}

bool part_name_parse(Str name, PartManifest *part) {
    Arena arena = {0};
    Str stem = str_slice(name, 0, str_index(name, 0, '.'));
    Str rest = str_without(stem, STR("part-")), word;
    *part = (PartManifest){0};
    bool good = take_number(&rest, &part->first);
    part->last = part->first;
    if (good && !str_starts(rest, STR("of-"))) good = take_number(&rest, &part->last);
    good =
        good && str_next(&rest, '-', &word) && take_number(&rest, &part->origin.shards);
    // Nothing else is a part's name than what one is given.
    Str made = part_name(&arena, part), ending = str_slice(name, stem.len, name.len);
    good = good && str_eq(stem, made) && part->first <= part->last &&
           part->last < part->origin.shards &&
           (str_eq(ending, STR(".ndjson")) || str_eq(ending, STR(".json")));
    arena_free(&arena);
    return good;
}

// ---- The manifest, written

void manifest_put_rubric(Buf *out, Str id, Str version, Str hash, Str quality_hash) {
    json_next(out, LINE_KEY("rubric"));
    buf_byte(out, '{');
    json_put_text(out, WIDE_KEY("id"), id);
    json_put_text(out, WIDE_KEY("version"), version);
    json_put_text(out, WIDE_KEY("hash"), hash);
    json_put_text_or_null(out, WIDE_KEY("quality_hash"), quality_hash);
    buf_byte(out, '}');
}

static void put_shards(Buf *out, const PartManifest *part) {
    json_next(out, LINE_KEY("shards"));
    buf_byte(out, '{');
    json_put_int(out, WIDE_KEY("first"), part->first);
    json_put_int(out, WIDE_KEY("last"), part->last);
    json_put_int(out, WIDE_KEY("of"), part->origin.shards);
    buf_byte(out, '}');
}

static void put_inputs(Buf *out, const PartManifest *part) {
    json_next(out, LINE_KEY("inputs"));
    buf_byte(out, '{');
    json_put_int(out, WIDE_KEY("files"), (int64_t)part->origin.files);
    json_put_int(out, WIDE_KEY("bytes"), (int64_t)part->origin.bytes);
    json_put_text(out, WIDE_KEY("listing"), part->origin.listing);
    json_put_text_or_null(out, WIDE_KEY("content"), part->content);
    buf_byte(out, '}');
}

// What is known before a call is read.
static void put_head(Buf *out, const PartManifest *part) {
    const PartOrigin *origin = &part->origin;
    buf_byte(out, '{');
    json_put_int(out, LINE_KEY("part"), MANIFEST_VERSION);
    json_put_text(out, LINE_KEY("callmark"), origin->version);
    json_put_text(out, LINE_KEY("engine"), origin->engine);
    manifest_put_rubric(out, origin->rubric, origin->rubric_version, origin->rubric_hash,
                        origin->quality_hash);
    json_put_text(out, LINE_KEY("options"), origin->options);
    put_shards(out, part);
    put_inputs(out, part);
}

static void put_problem(Buf *out, const Diag *diag) {
    size_t repaired = 0;
    json_put_text(out, WIDE_KEY("level"), diag_level_name(diag->level));
    json_put_text(out, WIDE_KEY("path"),
                  utf8_repair(out->arena, diag->place.path, &repaired));
    json_put_int(out, WIDE_KEY("line"), diag->place.line);
    json_put_int(out, WIDE_KEY("col"), diag->place.col);
    json_put_text(out, WIDE_KEY("text"), utf8_repair(out->arena, diag->text, &repaired));
    json_put_known_text(out, WIDE_KEY("hint"), diag->hint);
    json_put_known_text(out, WIDE_KEY("call"), diag->call);
    if (diag->takes_back) json_put_int(out, WIDE_KEY("takes_back"), 1);
}

static void put_manifest(Buf *out, const PartManifest *part) {
    put_head(out, part);
    json_put_int(out, LINE_KEY("calls"), (int64_t)part->calls);
    json_put_int(out, LINE_KEY("refused"), (int64_t)part->refused);
    json_put_int(out, LINE_KEY("records"), (int64_t)part->records);
    json_put_int(out, LINE_KEY("bytes"), (int64_t)part->bytes);
    json_put_text(out, LINE_KEY("xxh3"), str_from(part->hash));
    json_next(out, LINE_KEY("problems"));
    buf_byte(out, '[');
    vec_each(const Diag, diag, &part->problems.items) {
        json_next(out, STR(",\n    "));
        buf_byte(out, '{');
        put_problem(out, diag);
        buf_byte(out, '}');
    }
    buf_text(out, "]\n}\n");
}

int part_manifest_write(Arena *arena, Str folder, const PartManifest *part) {
    OutFile out;
    if (!out_open(&out, arena, part_manifest_path(arena, folder, part))) return out.error;
    put_manifest(&out.buf, part);
    bool done = out_finish(&out) && out_commit(&out);
    if (!done) out_abandon(&out);
    if (done && !file_sync(str_z(arena, folder))) return errno;
    return out.error;
}

// ---- Read

static uint64_t get_count(const Json *object, const char *key) {
    double value = json_number(object, key, 0);
    return value > 0 && value < 9e15 ? (uint64_t)value : 0;
}

static void read_problem(Diags *diags, const Json *problem) {
    Str text = json_text(problem, "text");
    bool error = str_eq(json_text(problem, "level"), diag_level_name(DIAG_ERROR));
    Place place = {.path = json_text(problem, "path"),
                   .line = (uint32_t)get_count(problem, "line"),
                   .col = (uint32_t)get_count(problem, "col")};
    Diag *diag =
        diag_add(diags, error ? DIAG_ERROR : DIAG_WARNING, place, "%.*s", STR_ARG(text));
    diag->hint = json_text(problem, "hint");
    diag->call = json_text(problem, "call");
    diag->takes_back = get_count(problem, "takes_back");
}

static PartOrigin read_origin(const Json *manifest) {
    const Json *rubric = json_get(manifest, "rubric");
    const Json *inputs = json_get(manifest, "inputs");
    return (PartOrigin){
        .version = json_text(manifest, "callmark"),
        .engine = json_text(manifest, "engine"),
        .rubric = json_text(rubric, "id"),
        .rubric_version = json_text(rubric, "version"),
        .rubric_hash = json_text(rubric, "hash"),
        .quality_hash = json_text(rubric, "quality_hash"),
        .options = json_text(manifest, "options"),
        .files = get_count(inputs, "files"),
        .bytes = get_count(inputs, "bytes"),
        .listing = json_text(inputs, "listing"),
        .shards = (uint32_t)get_count(json_get(manifest, "shards"), "of"),
    };
}

static void read_manifest(Arena *arena, const Json *manifest, PartManifest *part) {
    const Json *shards = json_get(manifest, "shards");
    Str hash = json_text(manifest, "xxh3");
    *part = (PartManifest){
        .origin = read_origin(manifest),
        .first = (uint32_t)get_count(shards, "first"),
        .last = (uint32_t)get_count(shards, "last"),
        .content = json_text(json_get(manifest, "inputs"), "content"),
        .calls = get_count(manifest, "calls"),
        .refused = get_count(manifest, "refused"),
        .records = get_count(manifest, "records"),
        .bytes = get_count(manifest, "bytes"),
        .problems = {.arena = arena},
    };
    snprintf(part->hash, sizeof part->hash, "%.*s", STR_ARG(hash));
    json_each(problem, json_get(manifest, "problems"))
        read_problem(&part->problems, problem);
}

bool part_manifest_read(Arena *arena, Str path, PartManifest *part) {
    Str text;
    Diags ignored = {.arena = arena};
    if (!file_read(arena, path, &text)) return false;
    const Json *manifest =
        json_parse_unplaced(arena, text, (Place){.path = path}, &ignored);
    if (!manifest || (uint64_t)MANIFEST_VERSION != get_count(manifest, "part"))
        return false;
    read_manifest(arena, manifest, part);
    return true;
}

// ---- Whether it is there

PartState part_state(Str path, const PartManifest *part) {
    Arena arena = {0};
    char hash[17];
    Stream *stream = stream_file(&arena, path);
    PartState state = stream ? PART_DAMAGED : PART_ABSENT;
    if (stream) {
        stream_drain(stream);
        digest_hex(stream->digest, hash);
        if (stream->bytes < part->bytes) state = PART_SHORT;
        if (str_eq(str_from(hash), str_from(part->hash)) && stream->bytes == part->bytes)
            state = PART_WHOLE;
        stream_close(stream, NULL);
    }
    arena_free(&arena);
    return state;
}

bool part_is_done(Arena *arena, Str folder, const PartManifest *now) {
    Str path = part_manifest_path(arena, folder, now), text;
    Buf head = {.arena = arena};
    PartManifest there;
    put_head(&head, now);
    return now->content.len && file_read(arena, path, &text) &&
           str_starts(text, buf_str(&head)) && part_manifest_read(arena, path, &there) &&
           part_state(part_records_path(arena, folder, now), &there) == PART_WHOLE;
}

// ---- Counted

PartSum part_sum_begin(void) { return (PartSum){.digest = digest_new()}; }

void part_sum_add(PartSum *sum, Str bytes) {
    digest_add(sum->digest, bytes);
    sum->bytes += bytes.len;
    sum->records += str_count(bytes, '\n');
}

void part_sum_write(const PartSum *sum, PartManifest *part) {
    part->records = sum->records;
    part->bytes = sum->bytes;
    digest_hex(sum->digest, part->hash);
}

void part_sum_free(PartSum *sum) { digest_free(sum->digest); }
