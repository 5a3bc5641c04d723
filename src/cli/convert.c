#include "base/json_out.h"
#include "cli/call_table.h"
#include "cli/commands.h"
#include "cli/judging_table.h"
#include "cli/output.h"
#include "cli/sample_key.h"
#include "cli/setup.h"
#include "redact/redact.h"

#include <errno.h>
#include <string.h>
#include <sysexits.h>

static void put_agent(Buf *out, const Call *call) {
    json_put_known_text(out, KEY("agent"), call->agent);
    json_put_known_text(out, KEY("agent_name"), call->agent_name);
    json_put_known_text(out, KEY("team"), call->team);
}

static void put_turn_json(Buf *out, const Call *call, const Turn *turn) {
    Call own = call_of_turn(out->arena, call, turn);
    json_next(out, STR(","));
    buf_byte(out, '{');
    json_put_text(out, KEY("role"), role_name(turn->role));
    json_put_known_text(out, KEY("speaker"), turn->speaker);
    if (turn->agent) put_agent(out, &own);
    if (turn->start_ms != NO_TIME) json_put_int(out, KEY("start_ms"), turn->start_ms);
    if (turn->end_ms != NO_TIME) json_put_int(out, KEY("end_ms"), turn->end_ms);
    json_put_text(out, KEY("text"), turn->text);
    buf_byte(out, '}');
}

static void convert_put_json(Buf *out, const Call *call) {
    buf_byte(out, '{');
    json_put_text(out, KEY("call"), call->id);
    put_agent(out, call);
    json_put_known_text(out, KEY("channel"), call->channel);
    json_put_known_text(out, KEY("customer"), call->customer);
    if (call->started_at != NO_TIME)
        json_put_text(out, KEY("started_at"), date_format(out->arena, call->started_at));
    if (call->wait_ms != NO_TIME) json_put_int(out, KEY("wait_ms"), call->wait_ms);
    if (call->roles == ROLES_GUESSED) {
        json_put_text(out, KEY("roles"), STR("guessed"));
        json_put_decimal(out, KEY("roles_confidence"), (int64_t)call->roles_percent * 10,
                         2);
    }
    json_next(out, KEY("fields"));
    buf_byte(out, '{');
    vec_each(const Field, field, &call->fields) {
        json_put_key(out, field->name);
        buf_json(out, field->value);
    }
    buf_byte(out, '}');
    json_next(out, KEY("turns"));
    buf_byte(out, '[');
    vec_each(const Turn, turn, &call->turns) put_turn_json(out, call, turn);
    buf_text(out, "]}\n");
}

// In the order of FORMATS.
typedef enum { TO_NDJSON, TO_CSV, TO_LABELS, TO_VERDICTS } ConvertTo;

typedef struct {
    Setup setup;
    Output output;
    CallTable table; // of CSV
    ConvertTo to;
    int error; // of the table's file
} Convert;

static bool convert_call(Convert *convert, Arena *arena, const Call *call) {
    Buf text = {.arena = arena};
    Masks masks;
    Call redacted;
    if (!part_has(convert->setup.settings->part, call->id)) return true;
    if (convert->setup.settings->redact) {
        redacted = call_redacted(arena, call, &masks);
        call = &redacted;
    }
    switch (convert->to) {
    case TO_CSV: return call_table_add(&convert->table, call);
    case TO_NDJSON: convert_put_json(&text, call); break;
    case TO_LABELS: labels_put_call(&text, call); break;
    case TO_VERDICTS: verdicts_put_call(&text, &convert->setup.rubric, call); break;
    }
    return output_put(&convert->output, buf_str(&text));
}

static bool put_header(Convert *convert) {
    Buf text = {.arena = convert->setup.arena};
    if (convert->to == TO_LABELS) labels_put_header(&text);
    if (convert->to == TO_VERDICTS) verdicts_put_header(&text);
    return output_put(&convert->output, buf_str(&text));
}

static void convert_calls(Convert *convert) {
    Setup *setup = &convert->setup;
    Arena calls = {0};
    Call call = {0};
    bool open = put_header(convert);
    while (open && reader_next(setup->reader, &calls, &call)) {
        open = convert_call(convert, &calls, &call);
        if (!open) convert->error = errno;
        setup->calls++;
        message_diags(&setup->diags, &setup->told);
        progress_show(&setup->progress, setup->calls, reader_bytes(setup->reader),
                      reader_total(setup->reader));
    }
    progress_end(&setup->progress);
    message_diags(&setup->diags, &setup->told);
    arena_free(&calls);
}

// Gives the exit status of writing what waits in the table's file.
static int write_table(Convert *convert) {
    if (convert->to != TO_CSV) return EX_OK;
    errno = convert->error;
    if (!errno && call_table_write(&convert->table, &convert->output)) return EX_OK;
    int status = exit_status_of(errno);
    message_error("cannot keep the rows in a file: %s", strerror(errno));
    return status;
}

static int finish(Convert *convert) {
    setup_tell(&convert->setup);
    int kept = write_table(convert), status = setup_status(&convert->setup);
    bool usable =
        status == EX_OK || (status == EX_DATAERR && !convert->setup.settings->strict);
    bool keep = kept == EX_OK && usable;
    int written = output_close(&convert->output, keep);
    if (kept != EX_OK) return kept;
    return written != EX_OK ? written : status;
}

static const char *const FORMATS[] = {"ndjson", "csv", "labels", "verdicts", NULL};

// Only verdicts are on the criteria of a rubric.
static int begin(Convert *convert, Arena *arena, const Settings *settings) {
    Setup *setup = &convert->setup;
    convert->to = (ConvertTo)str_number_in(settings->to, FORMATS);
    *setup = (Setup){.arena = arena, .settings = settings, .diags = {.arena = arena}};
    int status =
        convert->to == TO_VERDICTS ? setup_rubric(setup, arena, settings) : EX_OK;
    if (status != EX_OK) return status;
    status = setup_inputs(setup, settings->files.items, settings->files.len);
    if (status != EX_OK) rubric_free(&setup->rubric);
    return status;
}

static int convert_command(Arena *arena, const Settings *settings) {
    Convert convert = {0};
    Setup *setup = &convert.setup;
    int status = begin(&convert, arena, settings);
    if (status != EX_OK) return status;
    if (convert.to == TO_CSV && !call_table_open(&convert.table)) convert.error = errno;
    status = output_open(&convert.output, arena, settings->output, settings->strict);
    if (status == EX_OK && !convert.error) convert_calls(&convert);
    if (status == EX_OK) status = finish(&convert);
    call_table_close(&convert.table);
    setup_close(setup);
    return status;
}

const Command COMMAND_CONVERT = {
    .name = "convert",
    .arguments = "FILE...",
    .summary = "Turns transcripts of any format into callmark's own.",
    .details =
        "NDJSON has one call a line; CSV (--to csv) has one turn a row. Labels and "
        "verdicts are tables for people to fill in: one row a turn, for 'measure' "
        "and 'learn', or one a call and criterion of a rubric, for 'agree'.",
    .formats = FORMATS,
    .options = OPTIONS_RUBRIC | OPTIONS_FOLDERS | OPTIONS_INPUT | OPTIONS_PART |
               OPTIONS_FORMAT | OPTIONS_OUTPUT | OPTIONS_STRICT | OPTIONS_SAID |
               OPTIONS_PROGRESS,
    .needs_files = true,
    .run = convert_command,
};
