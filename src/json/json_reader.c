// JSON of any vendor: documents cut off the input, parsed where they are json_read, and
// handed to the format whose fields they have.
#include "json/json_reader.h"
#include "json/conversation_parts.h"
#include "json/documents.h"
#include "json/fields.h"
#include "json/pages.h"

#include "base/utf8.h"

typedef struct {
    Input *input;
    Documents documents;
    const JsonFormat *forced; // --from; NULL = by the fields
} JsonFile;

// The raw of a task: a document, or several that are parts of one call.
typedef struct RawDocument RawDocument;
struct RawDocument {
    Str bytes;
    Place place;         // of the first byte
    uint32_t number;     // among the documents of the file; 0 = it is the only one
    const char *problem; // as in Document
    RawDocument *next;   // NULL: the last
};

// What a vCon holds may itself be a document of another vendor.
static const JsonFormat *json_detect(const Json *document, const char **reason) {
    const JsonFormat *format = json_vendor_detect(document, reason);
    if (!format && (*reason = JSON_VCON.detect(document))) format = &JSON_VCON;
    return format;
}

size_t json_format_count(void) { return json_vendor_count() + 1; }

const JsonFormat *json_format(size_t index) {
    return index < json_vendor_count() ? json_vendor(index) : &JSON_VCON;
}

// ---- Cutting

static bool is_conversation(Str value) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    const char *reason;
    size_t repaired = 0;
    value = utf8_repair(&arena, value, &repaired);
    const Json *json = json_parse(&arena, value, (Place){.line = 1, .col = 1}, &diags);
    bool known = json && json_detect(json, &reason);
    arena_free(&arena);
    return known;
}

bool json_by_line(const Input *input) {
    const ReadOptions *options = input->options;
    if (options->in_lines || str_eq(options->format, STR("ndjson"))) return true;
    return options->filter && str_eq(options->format, STR("callmark")) &&
           !documents_go_on(source_window(&input->source));
}

// Whether the document that follows is another part of the same conversation.
static bool goes_on(const Documents *documents, Str conversation) {
    return conversation.len && !documents->by_line &&
           str_eq(conversation,
                  parts_conversation(documents_peek(documents, PARTS_GLANCE)));
}

// Passes over the calls that are other shards': those that begin before the bytes of this
// one, the last of them with all its parts. Lines are counted on the way, since calls
// without an id are named by their number.
static void pass_others(const Input *input, Documents *documents) {
    Arena arena = {0};
    Document document;
    bool more = true;
    while (more && documents_offset(documents) < input->own.from)
        more = documents_next(documents, &document);
    Str last = parts_conversation(documents_last(documents, PARTS_GLANCE));
    last = str_copy(&arena, last);
    while (goes_on(documents, last)) documents_next(documents, &document);
    arena_free(&arena);
}

// Whether the next call is another shard's. Where there are none, nothing is looked at
// that may not be there yet.
static bool is_others(const Input *input, const Documents *documents) {
    return input->own.to < UINT64_MAX && documents_offset(documents) >= input->own.to;
}

static void *open_json(Input *input) {
    JsonFile *file = arena_new(&input->arena, JsonFile);
    file->input = input;
    for (size_t i = 0; i < json_format_count(); i++)
        if (str_eq(input->options->format, str_from(json_format(i)->info.name)))
            file->forced = json_format(i);
    if (json_by_line(input))
        documents_open_lines(&file->documents, &input->source, input->path);
    else
        documents_open(&file->documents, &input->source, input->path, is_conversation);
    input->by_line = input->options->filter && file->documents.layout == LAYOUT_LINES;
    input->files->items[input->number].by_line = input->by_line;
    file->documents.by_line = input->by_line;
    if (!input_claim(input, file->documents.layout == LAYOUT_LINES)) return NULL;
    if (input->own.from) pass_others(input, &file->documents);
    return file;
}

static RawDocument *take(Arena *arena, Documents *documents) {
    Document document;
    if (!documents_next(documents, &document)) return NULL;
    RawDocument *raw = arena_new(arena, RawDocument);
    raw->bytes = str_copy(arena, document.bytes);
    raw->place = document.place;
    raw->problem = document.problem;
    if (!documents_alone(documents)) raw->number = documents->count;
    return raw;
}

// The next document and those right behind it that are parts of the same call; gives
// where more can be added. NULL when there is none.
static RawDocument **take_call(Arena *arena, Documents *documents, RawDocument **at) {
    *at = take(arena, documents);
    if (!*at) return NULL;
    Str conversation = parts_conversation(str_slice((*at)->bytes, 0, PARTS_GLANCE));
    at = &(*at)->next;
    while (goes_on(documents, conversation) && (*at = take(arena, documents)))
        at = &(*at)->next;
    return at;
}

static void note_part(InputFile *file, Source *source) {
    file->format = JSON_GENESYS.info.name;
    file->reason = "it goes on with the call of another file";
    file->bytes = source->raw->bytes;
    digest_hex(source->raw->digest, file->hash);
    source_close(source);
}

// Adds the documents of a file that goes on with a call; gives where more can be added.
static RawDocument **add_part(CallTask *task, InputFile *file, RawDocument **at) {
    Source source;
    Documents documents;
    file->opened = source_open(&source, file->path);
    if (file->opened) {
        documents_open(&documents, &source, file->path, is_conversation);
        RawDocument *first = NULL, **end = take_call(task->arena, &documents, &first);
        if (first && documents_peek(&documents, 1).len)
            first->problem =
                "other calls in a file that goes on with one of another file";
        *at = first;
        if (end) at = end;
        note_part(file, &source);
    }
    if (source.problem[0])
        input_fail(task->input, (Place){.path = file->path},
                   str_copy(&task->input->arena, str_from(source.problem)));
    return at;
}

static void note_next_page(JsonFile *file) {
    if (!file->documents.next_at.line) return;
    input_complain(file->input, COMPLAINT_PARTIAL, file->documents.next_at,
                   STR("not all calls: the list goes on in a next page"));
}

// The files that go on with a call go on with the first of this one.
static bool json_cut(void *state, CallTask *task) {
    JsonFile *file = state;
    InputFile *files = file->input->files->items;
    bool is_first = !file->documents.count;
    if (is_others(file->input, &file->documents)) return false;
    RawDocument *raw = NULL, **end = take_call(task->arena, &file->documents, &raw);
    if (!end) return note_next_page(file), false;
    uint32_t next = is_first ? files[file->input->number].next_part : 0;
    for (; next; next = files[next].next_part) end = add_part(task, &files[next], end);
    task->raw = raw;
    for (const RawDocument *at = raw; at; at = at->next) task->bytes += at->bytes.len;
    return true;
}

// ---- Reading

// Bytes that are not UTF-8 are replaced, so that the rest can be read.
static Str repair(CallTask *task, const RawDocument *raw) {
    size_t repaired = 0;
    Str good = utf8_repair(task->arena, raw->bytes, &repaired);
    if (!repaired) return good;
    Str before = str_slice(good, 0, utf8_first_bad(raw->bytes));
    task_repaired(task, place_after(raw->place, before, '\n'), repaired);
    return good;
}

static const Json *parse(CallTask *task, const RawDocument *raw) {
    Diags mistakes = {.arena = task->arena};
    const Json *json = json_parse(task->arena, repair(task, raw), raw->place, &mistakes);
    vec_each(const Diag, mistake, &mistakes.items)
        task_refuse(task, mistake->place, mistake->text);
    return json;
}

static void begin_call(CallTask *task, const RawDocument *raw) {
    Str name = task_file_id(task);
    task->call = (Call){
        .started_at = NO_TIME, .wait_ms = NO_TIME, .place = raw->place, .id = name};
    if (raw->number)
        task->call.id = str_format(task->arena, "%.*s-%u", STR_ARG(name), raw->number);
}

// An unknown shape: says which members there are.
static void refuse_unknown(CallTask *task, const Json *document) {
    Buf text = {.arena = task->arena};
    buf_text(&text, "not a transcript that is known: JSON with ");
    if (document->type != JSON_OBJECT) buf_put(&text, json_type_name(document->type));
    for (size_t i = 0; document->type == JSON_OBJECT && i < document->count && i < 8;
         i++) {
        Str name = input_label(task->arena, task->input, document->items[i].key);
        const char *what = str_starts(name, STR("'")) ? "" : "a member ";
        buf_format(&text, "%s%s%.*s", i ? ", " : "", what, STR_ARG(name));
    }
    Diag *diag =
        task_refuse(task, json_place(task, document), utf8_clip(buf_str(&text), 200));
    bool record = json_get(document, "record") && json_get(document, "call");
    diag->hint =
        record ? STR("records are read by 'report'; from a pipe with --from records")
               : STR("see 'callmark list formats'; --from names one");
}

// The format that reads the document; NULL when there is none, which refuses the call.
static const JsonFormat *choose(const JsonFile *file, CallTask *task,
                                const Json *document) {
    const JsonFormat *format = file->forced;
    if (format)
        task->reason = "--from";
    else
        format = json_detect(document, &task->reason);
    if (format)
        task->format = format->info.name;
    else
        refuse_unknown(task, document);
    return format;
}

static void read_document(const JsonFile *file, CallTask *task, const RawDocument *raw) {
    task->path = raw->place.path;
    if (raw->problem) {
        task_refuse(task, raw->place, str_from(raw->problem));
        return;
    }
    const Json *document = parse(task, raw);
    const JsonFormat *format = document ? choose(file, task, document) : NULL;
    if (!format) return;
    format->read(task, document);
    pages_note(task, document);
}

static void json_read(const void *state, CallTask *task) {
    const RawDocument *first = task->raw;
    bool has_pages = first->next;
    begin_call(task, first);
    Str id = task->call.id;
    for (const RawDocument *at = first; at && !task->refused; at = at->next)
        read_document(state, task, at);
    if (has_pages) call_order_turns(&task->call);
    if (!task->call.id.len) task->call.id = id;
    task->unnamed = task->call.id.ptr == id.ptr;
    if (!task->refused && !task->call.turns.len)
        task_note(task, COMPLAINT_EMPTY, task->call.place, STR("no turns"));
}

static const char *json_sniff(Input *input) {
    return documents_sniff(source_window(&input->source)) ? "it begins like JSON" : NULL;
}

const Format FORMAT_NDJSON = {
    .info = {.name = "ndjson",
             .summary =
                 "the same, one a line for sure, whatever the first lines look like",
             .times = "as in the format whose fields it has",
             .roles = "likewise"},
    .divides = true,
    .open = open_json,
    .cut = json_cut,
    .read = json_read,
};

const Format FORMAT_JSON = {
    .info = {.name = "json",
             .summary =
                 "JSON of any of the formats below: a document, one a line, or an array",
             .times = "as in the format whose fields it has",
             .roles = "likewise"},
    .divides = true,
    .sniff = json_sniff,
    .open = open_json,
    .cut = json_cut,
    .read = json_read,
};
