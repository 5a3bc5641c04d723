#include "load/yaml_hint.h"

#include "base/buf.h"

static bool ends_indent(Str text, size_t at) {
    while (at > 0 && (text.ptr[at - 1] == ' ' || text.ptr[at - 1] == '\t')) at--;
    return at == 0 || text.ptr[at - 1] == '\n' || text.ptr[at - 1] == '\r';
}

static bool has_tab(Str text, size_t at) {
    if (at < text.len && text.ptr[at] == '\t') return true;
    while (at > 0 && (text.ptr[at - 1] == ' ' || text.ptr[at - 1] == '\t'))
        if (text.ptr[--at] == '\t') return true;
    return false;
}

static Str needs_quotes(Arena *arena, char c) {
    return str_format(arena, "a text that begins with %c needs quotes", c);
}

// By what stands before the place: a quote that ended a text too early, or the star or
// ampersand of an alias or anchor without a name.
static Str hint_by_byte(Arena *arena, char before, Str problem) {
    if (before == '\'') return STR("inside '...' an apostrophe is written ''");
    if (before == '"') return STR("inside \"...\" a quote is written \\\"");
    bool nameless = str_has(problem, STR("alphabetic or numeric"));
    return nameless ? needs_quotes(arena, before) : (Str){0};
}

static Str hint_by_problem(Str problem) {
    static const struct {
        const char *problem, *hint;
    } SLIPS[] = {
        {"unknown escape", "inside \"...\" a backslash is written \\\\, inside '...' \\"},
        {"mapping values", "a text that holds ': ' needs quotes"},
        {"end of stream", "the quote is never closed"},
    };
    for (size_t i = 0; i < sizeof SLIPS / sizeof *SLIPS; i++)
        if (str_has(problem, str_from(SLIPS[i].problem))) return str_from(SLIPS[i].hint);
    return (Str){0};
}

static Str hint_by_place(Arena *arena, Str text, size_t at, Str problem, uint32_t from) {
    bool open = str_has(problem, STR("or ']'")) || str_has(problem, STR("or '}'"));
    if (str_has(problem, STR("cannot start any token")))
        return needs_quotes(arena, text.ptr[at]);
    if (open)
        return str_format(arena,
                          "the list or map that begins on line %u is not closed, or a "
                          "text in it needs quotes",
                          from);
    if (!str_has(problem, STR("did not find expected"))) return (Str){0};
    return ends_indent(text, at)
               ? STR("the line is not indented like those it belongs to")
               : STR("a text that begins with [ { or a quote ends with it, unless all of "
                     "it stands in quotes");
}

Str yaml_hint(Arena *arena, const SourceFile *source, Place place, Str problem,
              uint32_t from) {
    size_t at = source_file_offset(source, place);
    if (at >= source->text.len) return hint_by_problem(problem);
    if (ends_indent(source->text, at) && has_tab(source->text, at))
        return STR("indent with spaces, not with tabs");
    Str hint = hint_by_problem(problem);
    if (!hint.len && at) hint = hint_by_byte(arena, source->text.ptr[at - 1], problem);
    return hint.len ? hint : hint_by_place(arena, source->text, at, problem, from);
}
