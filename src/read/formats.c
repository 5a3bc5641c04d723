#include "read/formats.h"

#include "json/json_reader.h"

enum { FORMAT_COUNT = 9 };
// Labelled turns are a table as well, and subtitles text, so they are asked for first.
static const Format *const FORMATS[FORMAT_COUNT] = {
    &FORMAT_LABELS,   &FORMAT_JSON, &FORMAT_NDJSON, &FORMAT_VTT, &FORMAT_SRT,
    &FORMAT_WHATSAPP, &FORMAT_MAIL, &FORMAT_CSV,    &FORMAT_TEXT};

size_t format_count(void) { return FORMAT_COUNT + json_format_count(); }

const FormatInfo *format_info(size_t index) {
    return index < FORMAT_COUNT ? &FORMATS[index]->info
                                : &json_format(index - FORMAT_COUNT)->info;
}

const Format *format_named(Str name, Diags *diags) {
    if (!name.len) return NULL;
    Str *names = arena_array(diags->arena, Str, format_count());
    for (size_t i = 0; i < format_count(); i++) {
        names[i] = str_from(format_info(i)->name);
        if (str_eq(name, names[i])) return i < FORMAT_COUNT ? FORMATS[i] : &FORMAT_JSON;
    }
    Diag *diag = diag_add(diags, DIAG_ERROR, (Place){.path = STR("--from")},
                          "unknown format '%.*s'", STR_ARG(name));
    diag->hint = diag_hint(diags->arena, name, names, format_count());
    return NULL;
}

// Points at the first byte that cannot be part of a transcript: the first of the file,
// or the first zero byte of a binary one.
static void refuse(Input *input, Str head) {
    size_t zero = str_index(head, 0, '\0');
    Place place = input_place(input, 1, 1);
    if (!str_trim(head).len)
        input_fail(input, place, STR("empty file"));
    else if (zero < head.len)
        input_fail(input, place_after(place, str_slice(head, 0, zero), '\n'),
                   STR("not a transcript (binary)"));
    else
        input_fail(input, place,
                   STR("not a transcript: no JSON, no header that names columns, and no "
                       "lines 'Name: text'"));
}

static const Format *sniff(Input *input, const char **reason) {
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (FORMATS[i]->sniff && (*reason = FORMATS[i]->sniff(input))) return FORMATS[i];
    return NULL;
}

// Says which sheets of a workbook hold something and are not read.
static void name_sheets(Input *input, const Buf *others) {
    if (!others->len) return;
    Str read = input->source.book->sheets.items[input->source.sheet].name;
    Str text = str_format(&input->arena, "only sheet '%.*s' is read, not %.*s",
                          STR_ARG(read), STR_ARG(buf_str(others)));
    Diag *diag = input_complain(input, COMPLAINT_PARTIAL, input_place(input, 0, 0), text);
    if (diag) diag->hint = STR("save others that have calls as workbooks of their own");
}

static void fail_sheet(Input *input) {
    const Source *source = &input->source;
    Str name = source->book->sheets.items[source->sheet].name;
    input_fail(
        input, input_place(input, 0, 0),
        str_format(&input->arena, "sheet '%.*s': %s", STR_ARG(name), source->problem));
}

// Of a workbook, the first sheet that is a transcript is read.
static const Format *sniff_sheets(Input *input, const char **reason) {
    Source *source = &input->source;
    Buf others = {.arena = &input->arena};
    const Format *format = NULL;
    size_t found = 0;
    for (size_t i = 0; i < source->book->sheets.len; i++) {
        if (i) source_open_sheet(source, i);
        if (source->problem[0]) return fail_sheet(input), NULL;
        if (!format && (format = sniff(input, reason))) {
            found = i;
            continue;
        }
        if (!str_trim(source_window(source)).len) continue;
        Str name = source->book->sheets.items[i].name;
        buf_format(&others, "%s'%.*s'", others.len ? ", " : "", STR_ARG(name));
    }
    if (source->sheet != found) source_open_sheet(source, found);
    if (format) name_sheets(input, &others);
    return format;
}

const Format *format_detect(Input *input, const Format *forced, const char **reason) {
    Str head = source_window(&input->source);
    *reason = "--from";
    bool book = input->source.book != NULL;
    if (forced && json_by_line(input)) return forced; // of no line, too
    if (!str_trim(head).len && !book) return refuse(input, head), NULL;
    if (forced) return forced;
    const Format *format = book ? sniff_sheets(input, reason) : sniff(input, reason);
    if (format || input->source.problem[0]) return format;
    head = source_window(&input->source);
    if (!str_trim(head).len) return refuse(input, head), NULL;
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (FORMATS[i]->guess && (*reason = FORMATS[i]->guess(input))) return FORMATS[i];
    return refuse(input, head), NULL;
}
