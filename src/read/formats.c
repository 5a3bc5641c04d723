#include "read/formats.h"

#include "json/json_reader.h"

enum { FORMAT_COUNT = 6 };
// Labelled turns are a table as well, and subtitles text, so they are asked for first.
static const Format *const FORMATS[FORMAT_COUNT] = {
    &FORMAT_LABELS, &FORMAT_JSON, &FORMAT_VTT, &FORMAT_SRT, &FORMAT_CSV, &FORMAT_TEXT};

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

const Format *format_detect(Input *input, const Format *forced, const char **reason) {
    Str head = source_window(&input->source);
    *reason = "--from";
    if (!str_trim(head).len) return refuse(input, head), NULL;
    if (forced) return forced;
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if ((*reason = FORMATS[i]->sniff(input))) return FORMATS[i];
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (FORMATS[i]->guess && (*reason = FORMATS[i]->guess(input))) return FORMATS[i];
    return refuse(input, head), NULL;
}
