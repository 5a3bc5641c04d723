#include "report/manifest.h"

#include "input/json.h"

static void put_text(Buf *out, const char *key, Str text) {
    buf_format(out, "\"%s\": ", key);
    buf_json(out, text);
}

static void put_rubric(Buf *out, const Rubric *rubric) {
    buf_text(out, "  \"rubric\": {");
    put_text(out, "id", rubric->id);
    buf_text(out, ", ");
    put_text(out, "version", rubric->version);
    buf_text(out, ", ");
    put_text(out, "hash", str_from(rubric->hash));
    buf_text(out, "},\n");
}

static void put_input(Buf *out, const InputFile *file) {
    buf_byte(out, '{');
    put_text(out, "path", file->path);
    buf_format(out, ", \"bytes\": %llu, ", (unsigned long long)file->bytes);
    put_text(out, "xxh3", str_from(file->hash));
    if (file->encoding.len) buf_text(out, ", ");
    if (file->encoding.len) put_text(out, "encoding", file->encoding);
    buf_format(out, ", \"calls\": %u, \"refused\": %u}", file->calls, file->refused);
}

static void put_counts(Buf *out, const ReportInput *in) {
    uint32_t refused = 0;
    const AgentTally *team = &in->tally->team;
    vec_each(const InputFile, file, in->inputs) refused += file->refused;
    buf_format(out,
               "  \"counts\": {\"calls\": %u, \"assessed\": %u, \"not_assessable\": %u, "
               "\"refused\": %u, \"agents\": %zu, \"problems\": %zu},\n",
               team->calls, team->assessed, team->calls - team->assessed, refused,
               in->tally->agents.len, in->problems->errors);
}

static void put_separator(Buf *out, bool first) {
    buf_text(out, first ? "\n    " : ",\n    ");
}

void manifest_put(Buf *out, const ReportInput *in, const Names *outputs) {
    buf_text(out, "{\n  \"manifest\": 1,\n  ");
    put_text(out, "callmark", in->version);
    buf_text(out, ",\n");
    put_rubric(out, in->tally->rubric);
    put_counts(out, in);
    buf_text(out, "  \"inputs\": [");
    vec_each(const InputFile, file, in->inputs) {
        put_separator(out, file == in->inputs->items);
        put_input(out, file);
    }
    buf_text(out, "\n  ],\n  \"outputs\": [");
    vec_each(const Str, name, outputs) {
        put_separator(out, name == outputs->items);
        buf_json(out, *name);
    }
    buf_text(out, "\n  ]\n}\n");
}

Names manifest_outputs(Arena *arena, Str path) {
    Names names = {0};
    Str text;
    Diags ignored = {.arena = arena};
    if (!file_read(arena, path, &text)) return names;
    const Json *list =
        json_get(json_parse(arena, text, (Place){.path = path}, &ignored), "outputs");
    for (size_t i = 0; list && list->type == JSON_ARRAY && i < list->count; i++)
        if (list->items[i].type == JSON_STRING)
            *vec_push(arena, &names) = list->items[i].text;
    return names;
}
