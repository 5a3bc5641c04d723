// JSON of any vendor: documents cut off the input, parsed where they are read, and handed
// to the format whose fields they have.
#include "call/documents.h"
#include "call/json_fields.h"
#include "call/json_format.h"
#include "call/parts.h"

#include "base/file.h"
#include "base/utf8.h"

static const JsonFormat *const FORMATS[] = {
    &JSON_CALLMARK,
    &JSON_AWS_CALL_ANALYTICS,
    &JSON_AWS_TRANSCRIBE,
    &JSON_CONTACT_LENS_VOICE,
    &JSON_CONTACT_LENS_CHAT,
    &JSON_BEDROCK,
    &JSON_GOOGLE,
    &JSON_GENESYS,
    &JSON_INTERCOM,
    &JSON_ZENDESK,
    &JSON_LIVECHAT,
    &JSON_ABCD,
    &JSON_AZURE_BATCH,
    &JSON_AZURE_CONVERSATION,
    &JSON_TWILIO,
    &JSON_DEEPGRAM,
    &JSON_ASSEMBLYAI,
    &JSON_WHISPERX,
    &JSON_WHISPER,
    &JSON_VCON,
};
enum { FORMAT_COUNT = sizeof FORMATS / sizeof *FORMATS };

typedef struct {
    Input *input;
    Documents documents;
    const JsonFormat *forced; // --from; NULL = by the fields
} JsonFile;

// The matter of a piece: a document, or several that are parts of one call.
typedef struct JsonMatter JsonMatter;
struct JsonMatter {
    Str bytes;
    Place place;         // of the first byte
    uint32_t number;     // among the documents of the file; 0 = it is the only one
    const char *problem; // as in Document
    JsonMatter *next;    // NULL: the last
};

size_t json_format_count(void) { return FORMAT_COUNT; }

const JsonFormat *json_format(size_t index) { return FORMATS[index]; }

const JsonFormat *json_format_detect(const Json *document, const char **reason) {
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if ((*reason = FORMATS[i]->detect(document))) return FORMATS[i];
    return NULL;
}

// ---- Cutting

static bool is_conversation(Str value) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    const char *reason;
    size_t repaired = 0;
    value = utf8_repair(&arena, value, &repaired);
    const Json *json = json_parse(&arena, value, (Place){.line = 1, .col = 1}, &diags);
    bool known = json && json_format_detect(json, &reason);
    arena_free(&arena);
    return known;
}

static void *open_json(Input *input) {
    JsonFile *file = arena_new(&input->arena, JsonFile);
    file->input = input;
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (str_eq(input->options->format, str_from(FORMATS[i]->name)))
            file->forced = FORMATS[i];
    documents_open(&file->documents, &input->source, input->path, is_conversation);
    return file;
}

static JsonMatter *take(Arena *arena, Documents *documents) {
    Document document;
    if (!documents_next(documents, &document)) return NULL;
    JsonMatter *matter = arena_new(arena, JsonMatter);
    matter->bytes = str_copy(arena, document.bytes);
    matter->place = document.place;
    matter->problem = document.problem;
    if (!documents_alone(documents)) matter->number = documents->count;
    return matter;
}

// Whether the document that follows is another part of the same conversation.
static bool goes_on(const Documents *documents, Str conversation) {
    return conversation.len &&
           str_eq(conversation,
                  parts_conversation(documents_peek(documents, PARTS_GLANCE)));
}

// The next document and those right behind it that are parts of the same call; gives
// where more can be added. NULL when there is none.
static JsonMatter **take_call(Arena *arena, Documents *documents, JsonMatter **at) {
    *at = take(arena, documents);
    if (!*at) return NULL;
    Str conversation = parts_conversation(str_slice((*at)->bytes, 0, PARTS_GLANCE));
    at = &(*at)->next;
    while (goes_on(documents, conversation) && (*at = take(arena, documents)))
        at = &(*at)->next;
    return at;
}

static void note_part(InputFile *file, Source *source) {
    file->format = JSON_GENESYS.name;
    file->reason = "it goes on with the call of another file";
    file->bytes = source->raw->bytes;
    digest_hex(source->raw->digest, file->hash);
    source_close(source);
}

// Adds the documents of a file that goes on with a call; gives where more can be added.
static JsonMatter **add_part(Piece *piece, InputFile *file, JsonMatter **at) {
    Source source;
    Documents documents;
    file->opened = source_open(&source, file->path);
    if (file->opened) {
        documents_open(&documents, &source, file->path, is_conversation);
        JsonMatter *first = NULL, **end = take_call(piece->arena, &documents, &first);
        if (first && documents_peek(&documents, 1).len)
            first->problem =
                "other calls in a file that goes on with one of another file";
        *at = first;
        if (end) at = end;
        note_part(file, &source);
    }
    if (source.problem[0])
        input_fail(piece->input, (Place){.path = file->path},
                   str_copy(&piece->input->arena, str_from(source.problem)));
    return at;
}

// The files that go on with a call go on with the first of this one.
static bool cut(void *state, Piece *piece) {
    JsonFile *file = state;
    InputFile *files = file->input->files->items;
    bool is_first = !file->documents.count;
    JsonMatter *matter = NULL, **end = take_call(piece->arena, &file->documents, &matter);
    if (!end) return false;
    uint32_t next = is_first ? files[file->input->number].next_part : 0;
    for (; next; next = files[next].next_part) end = add_part(piece, &files[next], end);
    piece->matter = matter;
    for (const JsonMatter *at = matter; at; at = at->next) piece->bytes += at->bytes.len;
    return true;
}

// ---- Reading

// Bytes that are not UTF-8 are replaced, so that the rest can be read.
static Str repair(Piece *piece, const JsonMatter *matter) {
    size_t repaired = 0;
    Str good = utf8_repair(piece->arena, matter->bytes, &repaired);
    if (!repaired) return good;
    Str before = str_slice(good, 0, utf8_first_bad(matter->bytes));
    piece_repaired(piece, place_after(matter->place, before, '\n'), repaired);
    return good;
}

static const Json *parse(Piece *piece, const JsonMatter *matter) {
    Diags mistakes = {.arena = piece->arena};
    const Json *json =
        json_parse(piece->arena, repair(piece, matter), matter->place, &mistakes);
    vec_each(const Diag, mistake, &mistakes.items)
        piece_refuse(piece, mistake->place, mistake->text);
    return json;
}

static void begin_call(Piece *piece, const JsonMatter *matter) {
    Str name = path_stem(piece->input->path);
    piece->call = (Call){
        .started_at = NO_TIME, .wait_ms = NO_TIME, .place = matter->place, .id = name};
    if (matter->number)
        piece->call.id =
            str_format(piece->arena, "%.*s-%u", STR_ARG(name), matter->number);
}

// An unknown shape: says which members there are.
static void refuse_unknown(Piece *piece, const Json *document) {
    Buf text = {.arena = piece->arena};
    buf_text(&text, "not a transcript that is known: JSON with ");
    if (document->type != JSON_OBJECT) buf_put(&text, json_type_name(document->type));
    for (size_t i = 0; document->type == JSON_OBJECT && i < document->count && i < 8; i++)
        buf_format(&text, "%s'%.*s'", i ? ", " : "", STR_ARG(document->items[i].key));
    Diag *diag =
        piece_refuse(piece, json_place(piece, document), utf8_clip(buf_str(&text), 200));
    diag->hint = STR("see 'callmark list formats'; --from names one");
}

// The format that reads the document; NULL when there is none, which refuses the call.
static const JsonFormat *choose(const JsonFile *file, Piece *piece,
                                const Json *document) {
    const JsonFormat *format = file->forced;
    if (format)
        piece->reason = "--from";
    else
        format = json_format_detect(document, &piece->reason);
    if (format)
        piece->format = format->name;
    else
        refuse_unknown(piece, document);
    return format;
}

static void read_document(const JsonFile *file, Piece *piece, const JsonMatter *matter) {
    piece->path = matter->place.path;
    if (matter->problem) {
        piece_refuse(piece, matter->place, str_from(matter->problem));
        return;
    }
    const Json *document = parse(piece, matter);
    const JsonFormat *format = document ? choose(file, piece, document) : NULL;
    if (format) format->read(piece, document);
}

static void read(const void *state, Piece *piece) {
    const JsonMatter *first = piece->matter;
    begin_call(piece, first);
    Str id = piece->call.id;
    for (const JsonMatter *at = first; at && !piece->refused; at = at->next)
        read_document(state, piece, at);
    if (first->next) json_order_turns(piece);
    if (!piece->call.id.len) piece->call.id = id;
    if (!piece->refused && !piece->call.turns.len)
        piece_blemish(piece, COMPLAINT_EMPTY, piece->call.place, STR("no turns"));
}

static const char *sniff(Input *input) {
    return documents_sniff(source_window(&input->source)) ? "it begins like JSON" : NULL;
}

const Format FORMAT_JSON = {
    .name = "json",
    .summary = "JSON of any of the formats below: a document, one a line, or an array",
    .times = "as in the format whose fields it has",
    .roles = "likewise",
    .sniff = sniff,
    .open = open_json,
    .cut = cut,
    .read = read,
};
