#include "load/pattern.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "load/value.h"
#include "load/word_list.h"

// Says which of the names in what was written no fragment has.
static void complain_of_names(Loader *load, const Node *node,
                              const Expansion *expansion) {
    const Fragments *fragments = fragments_of(load, loader_file(load, node));
    Texts known = {0};
    if (!expansion->unknown.len) return;
    vec_each(const Fragment, fragment, &fragments->items)
        *vec_push(load->arena, &known) = fragment->name;
    vec_each(const Str, name, &expansion->unknown) {
        size_t at = (size_t)(name->ptr - node->text.ptr) - 1;
        Place place = node_place(node, at, (uint32_t)utf8_count(*name) + 2);
        Diag *diag = diag_add(load->diags, DIAG_ERROR, place, "unknown fragment '%.*s'",
                              STR_ARG(*name));
        diag->hint = diag_hint(load->arena, *name, known.items, known.len);
        if (!diag->hint.len) diag->hint = STR("for a plain < write \\<");
    }
}

// What folding would make something else of can never be in the text matched against.
static void warn_of_folding(Loader *load, const Node *node, Str written) {
    Str folded = text_fold(load->arena, written).text;
    size_t at = 0;
    while (at < folded.len && at < written.len && folded.ptr[at] == written.ptr[at]) at++;
    if (at == written.len) return;
    Diag *diag =
        diag_add(load->diags, DIAG_WARNING, node_place(node, at, 1),
                 "a character that transcripts do not have once they are folded");
    diag->hint = STR("write plain ' \" - and single spaces");
}

// The pattern's text with its fragments written out; false after complaining, or when
// what is wrong was complained of before.
static bool expand(Loader *load, const Node *node, Expansion *expansion) {
    if (!node_expect(load, node, NODE_SCALAR)) return false;
    Str written = node_written(node);
    RubricFile *file = loader_file(load, node);
    // Who looks for near misses asks which fragment a part of a pattern is from.
    if (file->from_image && file->trusted && load->to_mark) {
        Str regex = node->expanded.len ? node->expanded : written;
        *expansion = (Expansion){.written = written, .regex = regex};
        return true;
    }
    *expansion = fragment_expand(load->arena, fragments_of(load, file), written);
    if (!load->pack_missing) complain_of_names(load, node, expansion);
    if (expansion->too_long)
        diag_add(load->diags, DIAG_ERROR, node->place,
                 "a pattern of more than %d characters", REGEX_MAX);
    else if (!file->trusted)
        warn_of_folding(load, node, written);
    return !expansion->too_long && !expansion->unknown.len && !expansion->broken;
}

// How a character is written that PCRE2 takes for more than itself.
static Str hint_at_regex(Str problem) {
    static const struct {
        const char *problem, *hint;
    } HINTS[] = {
        {"quantifier does not follow", "for any text write .* and for a plain * \\*"},
        {"missing closing parenthesis", "for a plain ( write \\("},
        {"unmatched closing parenthesis", "for a plain ) write \\)"},
        {"missing terminating ]", "for a plain [ write \\["},
    };
    for (size_t i = 0; i < sizeof HINTS / sizeof *HINTS; i++)
        if (str_starts(problem, str_from(HINTS[i].problem)))
            return str_from(HINTS[i].hint);
    return (Str){0};
}

static uint32_t compile(Loader *load, const Node *node, const Expansion *expansion,
                        Patterns *patterns) {
    PatternSpec spec = load->pattern;
    PatternError error;
    spec.regex = expansion->regex;
    if (loader_file(load, node)->trusted) return patterns_add_trusted(patterns, &spec);
    uint32_t pattern = patterns_add(patterns, &spec, &error);
    if (pattern != PATTERN_NONE) return pattern;
    size_t origin = expansion_origin(expansion, error.offset);
    Diag *diag = diag_add(load->diags, DIAG_ERROR, node_place(node, origin, 1),
                          "bad regular expression: %.*s", STR_ARG(error.text));
    diag->hint = hint_at_regex(error.text);
    return PATTERN_NONE;
}

// ---- Fragments

// Every alternative must be a regular expression by itself, so that a mistake in it shows
// here and not in the patterns that use it.
static bool add_alternative(Loader *load, const Node *node, Patterns *trial, Buf *regex) {
    Expansion expansion;
    if (!expand(load, node, &expansion)) return false;
    bool trusted = loader_file(load, node)->trusted;
    if (!trusted && compile(load, node, &expansion, trial) == PATTERN_NONE) return false;
    if (regex->len) buf_byte(regex, '|');
    buf_put(regex, expansion.regex);
    return true;
}

static Fragment read_fragment(Loader *load, const Node *name, const Node *value,
                              Patterns *trial) {
    Buf regex = {.arena = &load->passing};
    Nodes items = patterns_list(load, value);
    size_t good = 0;
    vec_each(const Node *, item, &items)
        good += add_alternative(load, *item, trial, &regex);
    return (Fragment){name->text, buf_str(&regex), good == 0 || good < items.len};
}

static void check_name(Loader *load, const Node *name) {
    if (fragment_named(name->text)) return;
    Diag *diag = diag_add(load->diags, DIAG_ERROR, name->place,
                          "bad fragment name '%.*s'", STR_ARG(name->text));
    diag->hint = STR("a letter, then letters, digits, - _ and ' only");
}

static void read_own(Loader *load, RubricFile *file) {
    const Node *own = file->own_fragments;
    Patterns *trial = patterns_new(load->arena);
    for (size_t i = 0; i < own->count; i++) {
        const Node *name = &own->keys[i];
        check_name(load, name);
        Fragment fragment = read_fragment(load, name, &own->items[i], trial);
        fragment_add(load->arena, &file->fragments, fragment);
    }
    patterns_free(trial);
}

const Fragments *fragments_of(Loader *load, RubricFile *file) {
    if (file->has_fragments) return &file->fragments;
    file->has_fragments = true;
    vec_each(RubricFile *const, used, &file->uses)
        vec_each(const Fragment, fragment, &fragments_of(load, *used)->items)
            fragment_add(load->arena, &file->fragments, *fragment);
    if (file->own_fragments) read_own(load, file);
    return &file->fragments;
}

bool fragments_keep(Loader *load, const Node *value, void *into) {
    if (!node_expect(load, value, NODE_MAP)) return false;
    ((RubricFile *)into)->own_fragments = value;
    return true;
}

// ---- Patterns

// The number that this very pattern had before, of this detector or another; else the one
// it would have.
static uint32_t number_pattern(Loader *load, const Expansion *expansion) {
    const PatternSpec *spec = &load->pattern;
    Map *alike = &load->patterns[spec->role][spec->whole_words][spec->unicode];
    return map_add(&load->passing, alike, expansion->regex,
                   patterns_count(load->rubric->patterns));
}

static uint32_t add_new(Loader *load, const Node *node, const Expansion *expansion) {
    Rubric *rubric = load->rubric;
    uint32_t pattern = compile(load, node, expansion, rubric->patterns);
    if (pattern == PATTERN_NONE) return pattern;
    *vec_push(load->arena, &rubric->origins) =
        (PatternOrigin){node->place, load->detector, *expansion};
    if (loader_file(load, node)->trusted) return pattern;
    if (pattern_matches_empty(rubric->patterns, pattern))
        diag_add(load->diags, DIAG_ERROR, node->place,
                 "a pattern that matches the empty text")
            ->hint = STR("something in it must be there: all of it is optional");
    return pattern;
}

static bool add_pattern(Loader *load, const Node *node, PatternRefs *refs) {
    Expansion expansion;
    if (!expand(load, node, &expansion)) return false;
    uint32_t pattern = number_pattern(load, &expansion);
    if (pattern == patterns_count(load->rubric->patterns))
        pattern = add_new(load, node, &expansion);
    if (pattern == PATTERN_NONE) return false;
    pattern_refs_add(load->arena, refs, pattern, expansion.regex);
    written_patterns_add(load->arena, &load->written,
                         (WrittenPattern){pattern, load->field, node->place});
    return true;
}

bool patterns_read(Loader *load, const Node *value, void *into) {
    PatternRefs *refs = into;
    Nodes items = patterns_list(load, value);
    size_t good = 0;
    vec_reserve(load->arena, refs, items.len);
    vec_reserve(load->arena, &load->written, items.len);
    vec_each(const Node *, item, &items) good += add_pattern(load, *item, refs);
    return good > 0 && good == items.len;
}
