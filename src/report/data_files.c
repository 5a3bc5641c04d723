#include "report/data_files.h"

#include "base/file.h"
#include "base/json_out.h"
#include "base/listing.h"
#include "base/utf8.h"
#include "input/json.h"
#include "input/stream.h"
#include "match/code.h"
#include "report/measure_words.h"
#include "report/words.h"
#include "score/part_file.h"

#include <errno.h>
#include <math.h>

// A file's name may be any bytes; what is written is UTF-8.
static Str path_text(Arena *arena, Str path) {
    size_t repaired = 0;
    return utf8_repair(arena, path, &repaired);
}

// ---- problems.csv

typedef struct {
    Str file, call, reason, level;
    int64_t line, column; // INT64_MIN where the whole file is meant
} ProblemRow;

static const ListColumn PROBLEM_COLUMNS[] = {
    {"file", LIST_TEXT, offsetof(ProblemRow, file)},
    {"line", LIST_INT, offsetof(ProblemRow, line)},
    {"column", LIST_INT, offsetof(ProblemRow, column)},
    {"call", LIST_TEXT, offsetof(ProblemRow, call)},
    {"reason", LIST_TEXT, offsetof(ProblemRow, reason)},
    {"level", LIST_TEXT, offsetof(ProblemRow, level)},
    {0},
};

void problems_put(Buf *out, const Diags *problems) {
    Arena scratch = {0};
    list_put_header(out, PROBLEM_COLUMNS);
    vec_each(const Diag, diag, &problems->items) {
        const Place *place = &diag->place;
        if (diag->level == DIAG_NOTE) continue;
        list_put_csv(
            out, PROBLEM_COLUMNS,
            &(ProblemRow){.file = path_text(&scratch, place->path),
                          .line = place->line ? place->line : INT64_MIN,
                          .column = place->line && place->col ? place->col : INT64_MIN,
                          .call = diag->call,
                          .reason = path_text(&scratch, diag_words(&scratch, diag)),
                          .level = diag_level_name(diag->level)});
    }
    arena_free(&scratch);
}

// ---- measures.csv

typedef struct {
    Str measure, of, stat, by, channel, unit, group, reached;
    uint32_t min_calls, calls, known;
    int64_t at_least, at_most, share, value, low, high; // thousandths, or NO_VALUE
} MeasureRow;

#define COLUMN(type, member) \
    { #member, type, offsetof(MeasureRow, member) }
static const ListColumn MEASURE_COLUMNS[] = {
    COLUMN(LIST_TEXT, measure),   COLUMN(LIST_TEXT, of),
    COLUMN(LIST_TEXT, stat),      COLUMN(LIST_TEXT, by),
    COLUMN(LIST_TEXT, channel),   COLUMN(LIST_COUNT, min_calls),
    COLUMN(LIST_TEXT, unit),      COLUMN(LIST_NUMBER, at_least),
    COLUMN(LIST_NUMBER, at_most), COLUMN(LIST_NUMBER, share),
    COLUMN(LIST_TEXT, group),     COLUMN(LIST_COUNT, calls),
    COLUMN(LIST_COUNT, known),    COLUMN(LIST_NUMBER, value),
    COLUMN(LIST_NUMBER, low),     COLUMN(LIST_NUMBER, high),
    COLUMN(LIST_TEXT, reached),   {0},
};

static int64_t thousandths(bool given, double number) {
    return given ? llround(number * 1000) : NO_VALUE;
}

static MeasureRow measure_row(Arena *arena, const Measure *measure,
                              const MeasureGroup *group) {
    static const char *const UNITS[] = {"score", "s", "number"};
    static const char *const REACHED[] = {"met", "missed", "not certain", "too few calls",
                                          ""};
    const Target *target = &measure->target;
    bool has = measure->has_target;
    return (MeasureRow){
        .measure = measure->id,
        .of = measure->of_text,
        .stat = str_from(STATISTIC_NAMES[measure->stat]),
        .by = str_from(MEASURE_BY_NAMES[measure->by]),
        .channel = channel_words(arena, measure, ";"),
        .min_calls = measure->min_calls,
        .unit = str_from(UNITS[measure->unit]),
        .at_least = thousandths(has && isfinite(target->least), target->least),
        .at_most = thousandths(has && isfinite(target->most), target->most),
        .share = thousandths(measure->stat == STAT_SHARE, target->share),
        .group = group->name,
        .calls = group->calls,
        .known = group->known,
        .value = thousandths(group->has_value, group->value),
        .low = thousandths(group->has_interval, group->low),
        .high = thousandths(group->has_interval, group->high),
        .reached = str_from(REACHED[group->reached]),
    };
}

void measures_put(Buf *out, const Tally *tally) {
    list_put_header(out, MEASURE_COLUMNS);
    vec_each(const MeasureTally, item, &tally->measures)
        vec_each(const MeasureGroup, group, &item->groups) {
            MeasureRow row = measure_row(out->arena, item->measure, group);
            list_put_csv(out, MEASURE_COLUMNS, &row);
        }
}

// ---- manifest.json

static void put_counts(Buf *out, const ReportInput *in) {
    uint32_t refused = 0;
    const AgentTally *team = &in->tally->team;
    vec_each(const InputFile, file, in->inputs) refused += file->refused;
    json_next(out, LINE_KEY("counts"));
    buf_byte(out, '{');
    json_put_int(out, WIDE_KEY("calls"), team->calls);
    json_put_int(out, WIDE_KEY("assessed"), team->assessed);
    json_put_int(out, WIDE_KEY("too_little"), team->too_little);
    json_put_int(out, WIDE_KEY("not_assessable"),
                 team->calls - team->assessed - team->too_little);
    json_put_int(out, WIDE_KEY("refused"), refused);
    json_put_int(out, WIDE_KEY("agents"), (int64_t)in->tally->agents.len);
    json_put_int(out, WIDE_KEY("problems"),
                 (int64_t)(in->problems->errors + in->problems->warnings));
    buf_byte(out, '}');
}

static void put_input(Buf *out, const InputFile *file) {
    buf_byte(out, '{');
    json_put_text(out, WIDE_KEY("path"), path_text(out->arena, file->path));
    json_put_int(out, WIDE_KEY("bytes"), (int64_t)file->bytes);
    json_put_text(out, WIDE_KEY("xxh3"), str_from(file->hash));
    json_put_known_text(out, WIDE_KEY("encoding"), file->encoding);
    json_put_int(out, WIDE_KEY("calls"), file->calls);
    json_put_int(out, WIDE_KEY("refused"), file->refused);
    buf_byte(out, '}');
}

// The records of a year are more than memory need hold.
static bool read_output(Arena *arena, Str path, uint64_t *bytes, char hash[17]) {
    Stream *file = stream_file(arena, path);
    if (!file) return false;
    stream_drain(file);
    bool read = !file->problem[0];
    *bytes = file->bytes;
    digest_hex(file->digest, hash);
    stream_close(file, NULL);
    if (!read) errno = EIO;
    return read;
}

static bool put_output(Buf *out, Str made, Str name) {
    Arena arena = {0};
    uint64_t bytes;
    char hash[17];
    bool read = read_output(&arena, path_join(&arena, made, name), &bytes, hash);
    int error = errno;
    arena_free(&arena);
    errno = error;
    if (!read) return false;
    buf_byte(out, '{');
    json_put_text(out, WIDE_KEY("path"), name);
    json_put_int(out, WIDE_KEY("bytes"), (int64_t)bytes);
    json_put_text(out, WIDE_KEY("xxh3"), str_from(hash));
    buf_byte(out, '}');
    return true;
}

bool manifest_put(Buf *out, const ReportInput *in, const Texts *outputs, Str made) {
    Str next = STR(",\n    ");
    const Rubric *rubric = in->tally->rubric;
    buf_byte(out, '{');
    json_put_int(out, LINE_KEY("manifest"), 1);
    json_put_text(out, LINE_KEY("callmark"), in->version);
    json_put_text(out, LINE_KEY("engine"), code_engine(out->arena));
    manifest_put_rubric(out, rubric->id, rubric->version, str_from(rubric->hash),
                        str_from(rubric->quality_hash));
    put_counts(out, in);
    json_next(out, LINE_KEY("inputs"));
    buf_byte(out, '[');
    vec_each(const InputFile, file, in->inputs) {
        json_next(out, next);
        put_input(out, file);
    }
    buf_text(out, "\n  ]");
    json_next(out, LINE_KEY("outputs"));
    buf_byte(out, '[');
    vec_each(const Str, name, outputs) {
        json_next(out, next);
        if (!put_output(out, made, *name)) return false;
    }
    buf_text(out, "\n  ]\n}\n");
    return true;
}

static Str listed_name(const Json *entry) {
    return entry->type == JSON_STRING ? entry->text : json_text(entry, "path");
}

bool manifest_outputs(Arena *arena, Str path, Texts *names) {
    Str text;
    Diags ignored = {.arena = arena};
    if (!file_read(arena, path, &text)) return errno == ENOENT || errno == ENOTDIR;
    const Json *list =
        json_get(json_parse(arena, text, (Place){.path = path}, &ignored), "outputs");
    json_each(entry, list) {
        Str name = listed_name(entry);
        if (name.len) *vec_push(arena, names) = name;
    }
    return true;
}
