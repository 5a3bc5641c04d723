#include "base/json_out.h"
#include "base/listing.h"
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

// A copy of the call, but for the agent, who is the turn's where several share the call.
// One whom nothing names is given a number, which tells him from the others.
static Call call_of_turn(Arena *arena, const Call *call, const Turn *turn) {
    Call own = *call;
    if (!turn->agent) return own;
    const Agent *agent = &call->agents.items[turn->agent - 1];
    own.agent = agent->id;
    own.agent_name = agent->name;
    own.team = agent->team;
    if (!agent->id.len && !agent->name.len)
        own.agent = str_format(arena, "%.*s#%u", STR_ARG(call->id), turn->agent);
    return own;
}

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

static void convert_put_json(Buf *out, ConvertColumns *columns, const Call *call) {
    (void)columns;
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

static const ListColumn CALL_COLUMNS[] = {
    {"call_id", LIST_TEXT, offsetof(Call, id)},
    {"agent", LIST_TEXT, offsetof(Call, agent)},
    {"agent_name", LIST_TEXT, offsetof(Call, agent_name)},
    {"team", LIST_TEXT, offsetof(Call, team)},
    {"channel", LIST_TEXT, offsetof(Call, channel)},
    {"customer", LIST_TEXT, offsetof(Call, customer)},
    {"started_at", LIST_DATE, offsetof(Call, started_at)},
    {"wait", LIST_NUMBER, offsetof(Call, wait_ms)}, // in seconds
    {0},
};
static const ListColumn TURN_COLUMNS[] = {
    {"start_ms", LIST_INT, offsetof(Turn, start_ms)},
    {"end_ms", LIST_INT, offsetof(Turn, end_ms)},
    {"text", LIST_TEXT, offsetof(Turn, text)},
    {0},
};

static void convert_put_header(Buf *out, ConvertColumns *columns, const Call *call) {
    list_put_names(out, CALL_COLUMNS);
    vec_each(const Field, field, &call->fields) {
        if (str_eq(field->name, STR("wait"))) continue;
        *vec_push(&columns->arena, &columns->fields) =
            str_copy(&columns->arena, field->name);
        list_put_cell(out, field->name);
    }
    buf_text(out, "speaker,");
    list_put_header(out, TURN_COLUMNS);
    columns->begun = true;
}

static void convert_put_csv(Buf *out, ConvertColumns *columns, const Call *call) {
    if (!columns->begun) convert_put_header(out, columns, call);
    vec_each(const Turn, turn, &call->turns) {
        Call own = call_of_turn(out->arena, call, turn);
        list_put_cells(out, CALL_COLUMNS, &own);
        vec_each(const Str, name, &columns->fields)
            list_put_cell(out, call_field(call, *name));
        list_put_cell(out,
                      turn->role == ROLE_UNKNOWN ? turn->speaker : role_name(turn->role));
        list_put_csv(out, TURN_COLUMNS, turn);
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
    convert(&setup, &output, csv ? convert_put_csv : convert_put_json);
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
    .options = OPTIONS_INPUT | OPTIONS_FORMAT | OPTIONS_OUTPUT | OPTIONS_STRICT |
               OPTIONS_SAID | OPTIONS_PROGRESS,
    .needs_files = true,
    .run = convert_command,
};
