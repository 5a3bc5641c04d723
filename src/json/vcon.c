// vCon, the IETF's container of conversations (draft-ietf-vcon-vcon-core): who took part,
// what they wrote to each other, and what speech recognisers made of recordings, in each
// vendor's own JSON.
#include "call/times.h"
#include "text/email.h"
#include "text/markup.h"
#include "text/mime.h"
#include "json/fields.h"
#include "json/turn_list.h"
#include "json/vendor.h"

#include <stdlib.h>

// What seals a vCon: JSON Web Signature and Encryption (RFC 7515, RFC 7516).
static bool is_sealed(const Json *document) {
    return json_at(document, "ciphertext") ||
           (json_at(document, "payload") && json_at(document, "signatures"));
}

static const char *vcon_detect(const Json *document) {
    if (is_sealed(document)) return "it is signed or encrypted, as vCons may be";
    bool holds = json_is(json_at(document, "dialog"), JSON_ARRAY) ||
                 json_is(json_at(document, "analysis"), JSON_ARRAY);
    return holds && json_is(json_at(document, "parties"), JSON_ARRAY)
               ? "'parties' with 'dialog' or 'analysis'"
               : NULL;
}

// ---- Parties
// They are named by their number in the list.

// The element of an array that a number names; NULL when there is none.
static const Json *find_numbered(const Json *array, const Json *number) {
    if (!json_is(number, JSON_NUMBER)) return NULL;
    bool fits = number->number >= 0 && number->number < UINT32_MAX;
    return fits ? json_element(array, (size_t)number->number) : NULL;
}

// A member that is a number, or a list of them, or of such lists: the first.
static const Json *first_number(const Json *value) {
    while (json_is(value, JSON_ARRAY)) value = json_element(value, 0);
    return value;
}

static Role role_of(const Json *party) {
    Str role = json_text(party, "role");
    return role_from_type(role.len ? role : json_text(json_at(party, "meta"), "role"));
}

static Str address_of(const Json *party) {
    Str mail = str_without(json_text(party, "mailto"), STR("mailto:"));
    return mail.len ? mail : str_without(json_text(party, "tel"), STR("tel:"));
}

// The turn is this party's, whom `of` knows.
static void note_party(Arena *arena, Call *of, Turn *turn, const Json *party) {
    turn->role = role_of(party);
    if (turn->role != ROLE_AGENT) return;
    Agent agent = {.id = address_of(party), .name = json_text(party, "name")};
    if (!agent.id.len && !agent.name.len)
        agent.key = str_format(arena, "%u:%u", party->line, party->col);
    turn->agent = call_agent(arena, of, agent);
}

// The first agent and the first customer are the call's.
static void read_parties(CallTask *task, const Json *parties) {
    Call *call = &task->call;
    json_each(party, parties) {
        Role role = role_of(party);
        Str name = json_text(party, "name"), address = address_of(party);
        if (role == ROLE_AGENT && !call->agent.len && !call->agent_name.len) {
            call->agent = address;
            call->agent_name = name;
        }
        if (role == ROLE_CUSTOMER && !call->customer.len)
            call->customer = address.len ? address : name;
    }
}

// ---- Dialogs and transcripts
// Each dialog is taken once, in the order of their starts: its own text, or its first
// transcript.

typedef struct {
    const Json *item; // the dialog itself, or what was made of it
    const Json *dialog;
    int64_t start_ms; // since 1970, or NO_TIME
    size_t number;    // in the order written, what was written to each other first
} Section;
typedef VEC(Section) Sections;

static void add_section(CallTask *task, Sections *sections, const Json *item,
                        const Json *dialog) {
    int64_t start_ms = json_moment(task, dialog, "start");
    size_t number = sections->len;
    *vec_push(task->arena, sections) = (Section){item, dialog, start_ms, number};
}

static void list_sections(CallTask *task, const Json *document, Sections *sections) {
    const Json *dialogs = json_at(document, "dialog");
    json_each(item, dialogs)
        if (str_eq(json_text(item, "type"), STR("text")))
            add_section(task, sections, item, item);
    json_each(item, json_at(document, "analysis")) {
        const Json *dialog =
            find_numbered(dialogs, first_number(json_at(item, "dialog")));
        Str type = json_text(item, "type");
        if (str_eq(type, STR("transcript")) || str_eq(type, STR("wtf_transcription")))
            add_section(task, sections, item, dialog ? dialog : json_element(dialogs, 0));
    }
}

static int by_start(const void *a, const void *b) {
    const Section *one = a, *other = b;
    if (one->start_ms != other->start_ms) return one->start_ms < other->start_ms ? -1 : 1;
    if (one->dialog != other->dialog) return one->dialog < other->dialog ? -1 : 1;
    return (one->number > other->number) - (one->number < other->number);
}

// ---- What was written

static Str name_of(CallTask *task, const Json *party, const Json *number) {
    Str name = json_text(party, "name");
    if (!name.len) name = address_of(party);
    return name.len || !number ? name
                               : str_format(task->arena, "speaker %.0f", number->number);
}

static Str plain_text(const CallTask *task, const Json *dialog, Str body) {
    Arena *arena = task->arena;
    Str type = json_text(dialog, "mediatype");
    if (!type.len) type = json_text(dialog, "mimetype"); // in older files
    Str lower = str_lower(arena, type);
    bool html = str_starts(lower, STR("text/html"));
    if (str_starts(lower, STR("multipart/"))) {
        Mail mail;
        mime_read(task->input->mime, arena,
                  str_format(arena, "MIME-Version: 1.0\nContent-Type: %.*s\n\n%.*s",
                             STR_ARG(type), STR_ARG(body)),
                  &mail);
        return email_text(arena, mail.text);
    }
    return email_text(arena, html ? markup_text(arena, body) : body);
}

// False, and complained of, when the text is not there to be read.
static bool is_readable(CallTask *task, const Json *dialog) {
    Str encoding = json_text(dialog, "encoding");
    bool plain = !encoding.len || str_eq(encoding, STR("none"));
    if (plain && json_at(dialog, "body")) return true;
    Str text = plain ? STR("dialog without the text itself, in 'body'")
                     : str_format(task->arena, "dialog whose text is encoded as '%.*s'",
                                  STR_ARG(encoding));
    task_note(task, COMPLAINT_ROW, json_place(task, dialog), text);
    return false;
}

static void read_message(CallTask *task, const Json *parties, const Section *section) {
    static const TurnFields MESSAGE = {.text = "body"};
    const Json *dialog = section->dialog;
    Turn *turn = is_readable(task, dialog) ? json_turn_add(task, dialog, &MESSAGE) : NULL;
    if (!turn) return;
    const Json *number = first_number(json_at(dialog, "originator"));
    if (!number) number = first_number(json_at(dialog, "parties"));
    const Json *party = find_numbered(parties, number);
    turn->text = plain_text(task, dialog, turn->text);
    turn->speaker = party ? name_of(task, party, number) : (Str){0};
    note_party(task->arena, &task->call, turn, party);
    turn->start_ms = section->start_ms;
    if (!turn->text.len) task->call.turns.len--;
}

// ---- Transcripts

// JSON may stand in a text. Its places are those in the text without what escapes add.
static const Json *parse_body(CallTask *task, const Json *body) {
    Diags mistakes = {.arena = task->arena};
    Buf line = {.arena = task->arena};
    Place place = json_place(task, body);
    place.col++;
    for (size_t i = 0; i < body->text.len; i++) {
        char c = body->text.ptr[i];
        buf_byte(&line, c == '\n' || c == '\r' ? ' ' : c);
    }
    const Json *json = json_parse(task->arena, buf_str(&line), place, &mistakes);
    vec_each(const Diag, mistake, &mistakes.items)
        task_refuse(task, mistake->place, mistake->text);
    return json;
}

static void refuse_shape(CallTask *task, const Json *body, Str vendor) {
    Str text = STR("transcript of an unknown shape");
    if (vendor.len)
        text = str_format(task->arena, "%.*s, of vendor '%.*s'", STR_ARG(text),
                          STR_ARG(vendor));
    Diag *diag = task_refuse(task, json_place(task, body), text);
    if (diag)
        diag->hint = STR("expected a format of 'callmark list formats', or "
                         "[{\"speaker\": .., \"text\": ..}]");
}

// The body is read as if it were a document of its own.
static void read_transcript(CallTask *task, const Json *analysis) {
    const Json *body = json_at(analysis, "body");
    const char *reason;
    if (!body) json_refuse(task, analysis, "body", JSON_OBJECT);
    if (json_is(body, JSON_STRING)) body = parse_body(task, body);
    if (!body) return;
    const JsonFormat *format = json_vendor_detect(body, &reason);
    if (format)
        format->read(task, body);
    else if (turn_list_is(body))
        turn_list_read(task, body);
    else
        refuse_shape(task, body, json_text(analysis, "vendor"));
}

// ---- Who speaks in a transcript
// It may name the parties. Else, in a recording of several channels, the dialog's
// 'parties' lists who is on each.

static const Json *find_named(const Json *parties, Str label) {
    for (size_t i = 0; label.len && i < parties->count; i++) {
        const Json *party = &parties->items[i];
        if (str_eq_fold(json_text(party, "name"), label) ||
            str_eq_fold(address_of(party), label))
            return party;
    }
    return NULL;
}

static bool has_speaker(const Call *part, Str label) {
    vec_each(const Turn, turn, &part->turns)
        if (str_eq(turn->speaker, label)) return true;
    return false;
}

// The vendor's number of the first of `count` channels, which is 0 or 1; -1 when it
// cannot be told.
static int first_channel(Arena *arena, const Call *part, size_t count) {
    if (has_speaker(part, STR("channel 0"))) return 0;
    return has_speaker(part, str_format(arena, "channel %zu", count)) ? 1 : -1;
}

static const Json *find_on_channel(const Json *parties, const Json *channels, Str label,
                                   int first) {
    static const Str CHANNEL = {"channel ", 8};
    int64_t number;
    if (first < 0 || !str_starts(label, CHANNEL) ||
        !str_to_int(str_without(label, CHANNEL), &number))
        return NULL;
    const Json *channel = json_element(channels, (size_t)(number - first));
    return find_numbered(parties, first_number(channel));
}

static void give_roles(Arena *arena, Call *part, const Json *parties,
                       const Json *dialog) {
    const Json *channels = json_at(dialog, "parties");
    int first =
        json_is(channels, JSON_ARRAY) ? first_channel(arena, part, channels->count) : -1;
    vec_each(Turn, turn, &part->turns) {
        if (turn->role != ROLE_UNKNOWN) continue;
        const Json *party = find_named(parties, turn->speaker);
        if (!party) party = find_on_channel(parties, channels, turn->speaker, first);
        note_party(arena, part, turn, party);
    }
}

// ---- All of it

// Times in a transcript are counted from the start of its dialog.
static int64_t shift(int64_t ms, int64_t start_ms) {
    bool is_relative = ms != NO_TIME && ms < EPOCH_FIRST_MS;
    return is_relative && start_ms != NO_TIME ? ms + start_ms : ms;
}

static void append(CallTask *task, const Call *part, int64_t start_ms) {
    Call *call = &task->call;
    vec_each(const Turn, turn, &part->turns) {
        Turn *added = vec_push(task->arena, &call->turns);
        *added = *turn;
        added->start_ms = shift(turn->start_ms, start_ms);
        added->end_ms = shift(turn->end_ms, start_ms);
        if (turn->agent)
            added->agent =
                call_agent(task->arena, call, part->agents.items[turn->agent - 1]);
    }
    vec_each(const Str, problem, &part->problems)
        call_problem(task->arena, call, *problem);
    if (!call->fields.len) call->fields = part->fields;
}

// What is complained of concerns the whole call, whatever id the vendor gave its part.
static void read_section(CallTask *task, const Json *parties, const Section *section) {
    Call whole = task->call;
    size_t complaints = task->complaints.len;
    bool is_written = section->item == section->dialog;
    task->call = (Call){.started_at = NO_TIME, .wait_ms = NO_TIME};
    if (is_written)
        read_message(task, parties, section);
    else
        read_transcript(task, section->item);
    Call part = task->call;
    task->call = whole;
    task->call.times |= part.times;
    for (; complaints < task->complaints.len; complaints++)
        task->complaints.items[complaints].diag.call = whole.id;
    if (!is_written) task->call.channel = STR("voice");
    if (task->call.started_at == NO_TIME) task->call.started_at = section->start_ms;
    give_roles(task->arena, &part, parties, section->dialog);
    append(task, &part, section->start_ms);
}

// Where some dialogs have a start and others have none, the turns of those cannot be
// placed among the rest.
static void drop_unplaced(CallTask *task) {
    Call *call = &task->call;
    size_t placed = 0, dropped = 0;
    vec_each(const Turn, turn, &call->turns) placed += turn->start_ms >= EPOCH_FIRST_MS;
    vec_each(Turn, turn, &call->turns) {
        if (!placed || turn->start_ms == NO_TIME || turn->start_ms >= EPOCH_FIRST_MS)
            continue;
        turn->start_ms = turn->end_ms = NO_TIME;
        dropped++;
    }
    if (dropped)
        task_note(task, COMPLAINT_TIME, call->place,
                  STR("dialog without 'start': the times of its turns are not known"));
}

static void read_sections(CallTask *task, const Json *document, const Json *parties) {
    Sections sections = {0};
    list_sections(task, document, &sections);
    if (sections.len)
        qsort(sections.items, sections.len, sizeof *sections.items, by_start);
    for (size_t i = 0; i < sections.len && !task->refused; i++) {
        const Section *section = &sections.items[i];
        bool taken = i && section->dialog && section->dialog == section[-1].dialog;
        if (!taken) read_section(task, parties, section);
    }
    drop_unplaced(task);
    call_order_turns(&task->call);
}

static void vcon_read(CallTask *task, const Json *document) {
    if (is_sealed(document)) {
        Diag *diag =
            task_refuse(task, json_place(task, document),
                        STR("signed or encrypted vCon, which is not opened here"));
        if (diag) diag->hint = STR("verify or decrypt it first");
        return;
    }
    const Json *parties = json_array(task, document, "parties");
    if (!parties) return;
    Str id = json_word(task, document, "uuid");
    if (id.len) task->call.id = id;
    read_parties(task, parties);
    read_sections(task, document, parties);
}

const JsonFormat JSON_VCON = {
    .info =
        {.name = "vcon",
         .summary = "IETF vCon: text dialogs, and transcripts in any format of this list",
         .times =
             "the dialog's start, ISO 8601, and in a transcript as its vendor has them",
         .roles = "given, by the parties, or as in the vendor's format"},
    .detect = vcon_detect,
    .read = vcon_read,
};
