#include "load/formula.h"

#include "base/utf8.h"
#include "detect/formula.h"
#include "load/overlay.h"
#include "load/value.h"

enum { NESTED_MOST = 50 };

typedef struct {
    Loader *load;
    const Node *node;
    size_t at; // in the node's text
    int nested;
    Formula *formula;
} FormulaReader;

static Diag *complain(const FormulaReader *reader, size_t at, uint32_t width, Str text) {
    return diag_add(reader->load->diags, DIAG_ERROR, node_place(reader->node, at, width),
                    "%.*s", STR_ARG(text));
}

// `problem` ends before the word.
static Diag *complain_of(const FormulaReader *reader, size_t at, const char *problem,
                         Str word) {
    return complain(reader, at, (uint32_t)utf8_count(word),
                    str_format(reader->load->arena, "%s '%.*s'", problem, STR_ARG(word)));
}

static void add_step(const FormulaReader *reader, FormulaStep step) {
    *vec_push(reader->load->arena, &reader->formula->steps) = step;
}

// The next character that is no white space, or 0 at the end.
static char peek(FormulaReader *reader) {
    Str text = reader->node->text;
    while (reader->at < text.len && byte_is_space(text.ptr[reader->at])) reader->at++;
    return reader->at < text.len ? text.ptr[reader->at] : '\0';
}

static bool take(FormulaReader *reader, char c) {
    bool there = c && peek(reader) == c;
    reader->at += there;
    return there;
}

// A number or a name, which may hold a dot or, before another character of a name, '-'.
static Str take_word(FormulaReader *reader) {
    Str text = reader->node->text;
    size_t from = reader->at, at = from;
    bool number = at < text.len && byte_is_digit(text.ptr[at]);
    for (; at < text.len; at++) {
        char c = text.ptr[at];
        bool joins = c == '-' && !number && at > from && at + 1 < text.len &&
                     byte_is_word(text.ptr[at + 1]);
        if (!byte_is_word(c) && !joins && (c != '.' || at == from)) break;
    }
    reader->at = at;
    return str_slice(text, from, at);
}

// "turns-holds" where there is no such name, but one that is its first part.
static bool wants_blanks(const FormulaReader *reader, Str name) {
    Str head = str_slice(name, 0, str_index(name, 0, '-'));
    return head.len < name.len && (str_number_in(head, MEASURE_NAMES) >= 0 ||
                                   map_get(&reader->load->numbers, head) != MAP_NONE);
}

static void complain_of_name(const FormulaReader *reader, size_t at, Str name) {
    Loader *load = reader->load;
    Texts known = {0};
    if (load->pack_missing) return;
    for (size_t i = 0; MEASURE_NAMES[i]; i++)
        *vec_push(load->arena, &known) = str_from(MEASURE_NAMES[i]);
    vec_each(const Str, detector, &load->names)
        *vec_push(load->arena, &known) = *detector;
    Diag *diag = complain_of(reader, at, "unknown detector or measure", name);
    diag->hint = wants_blanks(reader, name)
                     ? STR("a minus stands between spaces")
                     : diag_hint(load->arena, name, known.items, known.len);
}

static bool read_named(FormulaReader *reader, size_t at, Str name) {
    Str prefix = STR("field.");
    int measure = str_number_in(name, MEASURE_NAMES);
    uint32_t detector = map_get(&reader->load->numbers, name);
    if (measure >= 0 && detector != MAP_NONE) {
        complain_of(reader, at, "both a measure and a detector:", name);
    } else if (measure >= 0) {
        add_step(reader,
                 (FormulaStep){.type = STEP_MEASURE, .measure = (CallMeasure)measure});
        return true;
    } else if (str_starts(name, prefix) && name.len > prefix.len) {
        Str field = str_slice(name, prefix.len, name.len);
        add_step(reader, (FormulaStep){.type = STEP_FIELD, .field = field});
        return true;
    } else if (detector != MAP_NONE) {
        add_step(reader, (FormulaStep){.type = STEP_DETECTOR, .detector = detector});
        return true;
    } else if (!dropped_refuse(reader->load, name, reader->node->place)) {
        complain_of_name(reader, at, name);
    }
    return false;
}

static bool read_literal(FormulaReader *reader, size_t at, Str word) {
    FormulaStep step = {.type = STEP_NUMBER};
    if (!str_to_double(word, &step.number)) {
        complain_of(reader, at, "expected a number, found", word);
        return false;
    }
    add_step(reader, step);
    return true;
}

static bool read_sum(FormulaReader *reader);

static bool read_group(FormulaReader *reader, size_t at) {
    if (++reader->nested > NESTED_MOST) {
        complain(reader, at, 1, STR("a formula with too many parentheses"));
        return false;
    }
    if (!read_sum(reader)) return false;
    reader->nested--;
    if (take(reader, ')')) return true;
    complain(reader, at, 1, STR("missing closing parenthesis"));
    return false;
}

static bool read_operand(FormulaReader *reader) {
    bool negative = false;
    while (take(reader, '-')) negative = !negative;
    peek(reader);
    size_t at = reader->at;
    bool group = take(reader, '(');
    Str word = group ? (Str){0} : take_word(reader);
    if (!group && !word.len) {
        complain(reader, at, 1, STR("expected a name, a number or '('"));
        return false;
    }
    bool good = group                        ? read_group(reader, at)
                : byte_is_digit(word.ptr[0]) ? read_literal(reader, at, word)
                                             : read_named(reader, at, word);
    if (good && negative) add_step(reader, (FormulaStep){.type = STEP_NEGATE});
    return good;
}

static bool read_product(FormulaReader *reader) {
    bool good = read_operand(reader);
    while (good) {
        bool times = take(reader, '*');
        if (!times && !take(reader, '/')) break;
        good = read_operand(reader);
        add_step(reader, (FormulaStep){.type = times ? STEP_MULTIPLY : STEP_DIVIDE});
    }
    return good;
}

static bool read_sum(FormulaReader *reader) {
    bool good = read_product(reader);
    while (good) {
        bool plus = take(reader, '+');
        if (!plus && !take(reader, '-')) break;
        good = read_product(reader);
        add_step(reader, (FormulaStep){.type = plus ? STEP_ADD : STEP_SUBTRACT});
    }
    return good;
}

bool formula_read(Loader *load, const Node *value, void *into) {
    Formula *formula = into;
    FormulaReader reader = {.load = load, .node = value, .formula = formula};
    if (!text_read(load, value, &formula->text) || !read_sum(&reader)) return false;
    if (!peek(&reader) && reader.at == value->text.len) return true;
    complain(&reader, reader.at, 1, STR("expected + - * / or the end"));
    return false;
}
