#include "cli/commands.h"
#include "cli/output.h"
#include "cli/setup.h"

#include <sysexits.h>

// The columns of a CSV output beyond callmark's own: the fields of the first call.
typedef struct {
    Arena arena;
    Texts fields;
    bool begun;
} ConvertColumns;

typedef void PutCall(Buf *out, ConvertColumns *columns, const Call *call);

static void put_pair(Buf *out, const char *key, Str value) {
    if (!value.len) return;
    buf_format(out, ",\"%s\":", key);
    buf_json(out, value);
}

static void put_number(Buf *out, const char *key, int64_t value) {
    if (value != NO_TIME) buf_format(out, ",\"%s\":%lld", key, (long long)value);
}

static Str started(Arena *arena, const Call *call) {
    return call->started_at == NO_TIME ? (Str){0} : date_format(arena, call->started_at);
}

static void put_turn_json(Buf *out, const Turn *turn) {
    buf_format(out, "{\"role\":\"%.*s\"", STR_ARG(role_name(turn->role)));
    put_pair(out, "speaker", turn->speaker);
    put_number(out, "start_ms", turn->start_ms);
    put_number(out, "end_ms", turn->end_ms);
    buf_text(out, ",\"text\":");
    buf_json(out, turn->text);
    buf_byte(out, '}');
}

static void put_json(Buf *out, ConvertColumns *columns, const Call *call) {
    (void)columns;
    buf_text(out, "{\"call\":");
    buf_json(out, call->id);
    put_pair(out, "agent", call->agent);
    put_pair(out, "agent_name", call->agent_name);
    put_pair(out, "team", call->team);
    put_pair(out, "channel", call->channel);
    put_pair(out, "customer", call->customer);
    put_pair(out, "started_at", started(out->arena, call));
    put_number(out, "wait_ms", call->wait_ms);
    if (call->roles == ROLES_GUESSED)
        buf_format(out, ",\"roles\":\"guessed\",\"roles_confidence\":0.%02u",
                   call->roles_percent);
    buf_text(out, ",\"fields\":{");
    vec_each(const Field, field, &call->fields) {
        if (field != call->fields.items) buf_byte(out, ',');
        buf_json(out, field->name);
        buf_byte(out, ':');
        buf_json(out, field->value);
    }
    buf_text(out, "},\"turns\":[");
    vec_each(const Turn, turn, &call->turns) {
        if (turn != call->turns.items) buf_byte(out, ',');
        put_turn_json(out, turn);
    }
    buf_text(out, "]}\n");
}

static void put_ms(Buf *out, int64_t ms) {
    if (ms != NO_TIME) buf_int(out, ms);
    buf_byte(out, ',');
}

static void convert_put_header(Buf *out, ConvertColumns *columns, const Call *call) {
    buf_text(out, "call_id,agent,agent_name,team,channel,customer,started_at,wait");
    vec_each(const Field, field, &call->fields) {
        if (str_eq(field->name, STR("wait"))) continue;
        *vec_push(&columns->arena, &columns->fields) =
            str_copy(&columns->arena, field->name);
        buf_byte(out, ',');
        buf_csv(out, field->name);
    }
    buf_text(out, ",speaker,start_ms,end_ms,text\n");
    columns->begun = true;
}

static void put_fields(Buf *out, const ConvertColumns *columns, const Call *call) {
    vec_each(const Str, name, &columns->fields) {
        buf_csv(out, call_field(call, *name));
        buf_byte(out, ',');
    }
}

static void put_csv(Buf *out, ConvertColumns *columns, const Call *call) {
    const Str cells[] = {
        call->id,      call->agent,    call->agent_name,         call->team,
        call->channel, call->customer, started(out->arena, call)};
    if (!columns->begun) convert_put_header(out, columns, call);
    vec_each(const Turn, turn, &call->turns) {
        for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
            buf_csv(out, cells[i]);
            buf_byte(out, ',');
        }
        if (call->wait_ms != NO_TIME) buf_trimmed(out, call->wait_ms); // in seconds
        buf_byte(out, ',');
        put_fields(out, columns, call);
        buf_csv(out, turn->role == ROLE_UNKNOWN ? turn->speaker : role_name(turn->role));
        buf_byte(out, ',');
        put_ms(out, turn->start_ms);
        put_ms(out, turn->end_ms);
        buf_csv(out, turn->text);
        buf_byte(out, '\n');
    }
}

static void convert(Setup *setup, Output *output, PutCall *put) {
    Arena calls = {0};
    Call call = {0};
    ConvertColumns columns = {0};
    bool open = true;
    while (open && reader_next(setup->reader, &calls, &call)) {
        Buf text = {.arena = &calls};
        put(&text, &columns, &call);
        open = output_put(output, buf_str(&text));
        setup->calls++;
        message_diags(&setup->diags, &setup->shown);
        progress_show(&setup->progress, setup->calls, reader_bytes(setup->reader),
                      reader_total(setup->reader));
        arena_reset(&calls);
        call = (Call){0};
    }
    progress_end(&setup->progress);
    message_diags(&setup->diags, &setup->shown);
    arena_free(&columns.arena);
    arena_free(&calls);
}

static int convert_command(Arena *arena, const Settings *settings) {
    Setup setup = {.arena = arena, .settings = settings, .diags = {.arena = arena}};
    Output output;
    bool csv = str_eq(settings->to, STR("csv"));
    int status = setup_inputs(&setup, settings->files.items, settings->files.len);
    if (status != EX_OK) return status;
    if (!output_open(&output, arena, settings->output, settings->strict)) {
        setup_close(&setup);
        return exit_status_of(output.file.error);
    }
    convert(&setup, &output, csv ? put_csv : put_json);
    setup_tell(&setup);
    status = setup_status(&setup);
    int written = output_close(&output, status == EX_OK || !settings->strict);
    setup_close(&setup);
    return written != EX_OK ? written : status;
}

static const char *const FORMATS[] = {"ndjson", "csv", NULL};

const Command COMMAND_CONVERT = {
    .name = "convert",
    .arguments = "FILE...",
    .summary = "Turns transcripts of any format into callmark's own.",
    .details = "NDJSON has one call a line; CSV (--to csv) has one turn a row.",
    .formats = FORMATS,
    .options = "fMA12345UtoSqPv",
    .needs_files = true,
    .run = convert_command,
};
