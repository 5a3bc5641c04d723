#include "load/measure.h"

#include "load/expression.h"
#include "load/field.h"
#include "load/ids.h"
#include "load/value.h"

#include <math.h>

// ---- What a measure is of

static const struct {
    const char *word, *name; // what must follow the word, if anything
    ValueUnit unit;
} OFS[] = {
    [OF_SCORE] = {"score", NULL, UNIT_OF_SCORE},
    [OF_COMPENSATORY] = {"compensatory", NULL, UNIT_OF_SCORE},
    [OF_PRINCIPLE] = {"principle", "an id", UNIT_OF_SCORE},
    [OF_FIRST_REPLY] = {"first_reply", NULL, UNIT_OF_TIME},
    [OF_MAX_REPLY] = {"max_reply", NULL, UNIT_OF_TIME},
    [OF_DURATION] = {"duration", NULL, UNIT_OF_TIME},
    [OF_TURNS] = {"turns", NULL, UNIT_OF_NUMBER},
    [OF_AGENT_WORDS] = {"agent_words", NULL, UNIT_OF_NUMBER},
    [OF_FIELD] = {"field", "the name of a column", UNIT_OF_NUMBER},
    [OF_DETECTOR] = {"detector", "its name", UNIT_OF_NUMBER},
};
enum { OF_COUNT = sizeof OFS / sizeof *OFS };

// The part of a text from `from` on, as a node with its own place.
static Node rest_of(const Node *value, size_t from) {
    Node rest = *value;
    rest.text = str_trim(str_slice(value->text, from, value->text.len));
    size_t offset = rest.text.len ? (size_t)(rest.text.ptr - value->text.ptr) : from;
    rest.place = node_place(value, offset, (uint32_t)rest.text.len);
    return rest;
}

static bool find_principle(Loader *load, const Node *name) {
    Texts ids = {0};
    vec_each(const Principle, principle, &load->rubric->principles) {
        if (str_eq(principle->id, name->text)) return true;
        *vec_push(load->arena, &ids) = principle->id;
    }
    diag_unknown(load, name, "principle", ids.items, ids.len);
    return false;
}

static bool find_detector(Loader *load, const Node *name, Measure *measure) {
    if (!detector_read(load, name, &measure->detector)) return false;
    const Detector *detector = &load->rubric->detectors.items[measure->detector];
    if (detector_timed(detector)) measure->unit = UNIT_OF_TIME;
    return true;
}

static bool read_of_name(Loader *load, const Node *value, Measure *measure) {
    const char *word = OFS[measure->of].word;
    Node name = rest_of(value, str_from(word).len);
    measure->name = name.text;
    measure->of_text = str_format(load->arena, "%s %.*s", word, STR_ARG(name.text));
    if (!name.text.len) {
        diag_add(load->diags, DIAG_ERROR, value->place, "'%s' needs %s", word,
                 OFS[measure->of].name);
        return false;
    }
    if (measure->of == OF_PRINCIPLE) return find_principle(load, &name);
    return measure->of == OF_FIELD || find_detector(load, &name, measure);
}

static bool read_of(Loader *load, const Node *value, void *into) {
    Measure *measure = into;
    Texts words = {0};
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    size_t space = str_index(value->text, 0, ' ');
    for (size_t i = 0; i < OF_COUNT; i++) {
        Str text = OFS[i].name ? str_slice(value->text, 0, space) : value->text;
        measure->of = (MeasureOf)i;
        measure->of_text = str_from(OFS[i].word);
        measure->unit = OFS[i].unit;
        *vec_push(load->arena, &words) = measure->of_text;
        if (!str_eq(text, measure->of_text)) continue;
        return !OFS[i].name || read_of_name(load, value, measure);
    }
    measure->of_text = (Str){0};
    diag_unknown(load, value, "of", words.items, words.len);
    return false;
}

// ---- The target

// As written.
typedef struct {
    Quantity at_least, at_most;
    int32_t share; // thousandths of a percent
} Limits;

static bool read_percent(Loader *load, const Node *value, void *into) {
    Node number = *value;
    if (str_ends(number.text, STR("%")))
        number.text = str_trim(str_slice(number.text, 0, number.text.len - 1));
    return score_read(load, &number, into);
}

static const MapField LIMITS[] = {
    {"at_least", quantity_read, offsetof(Limits, at_least), .is = OPTIONAL},
    {"at_most", quantity_read, offsetof(Limits, at_most), .is = OPTIONAL},
    {"share", read_percent, offsetof(Limits, share), .is = OPTIONAL},
    {0},
};

// A limit must be in the unit of what is measured.
static void check_limit(Loader *load, ValueUnit unit, const Node *value, Quantity limit) {
    const char *expected = NULL;
    bool timed = unit == UNIT_OF_TIME;
    if (!limit.given) return;
    if (timed != limit.duration)
        expected = timed ? "a length of time" : "a number without a unit of time";
    else if (unit == UNIT_OF_SCORE && (limit.value < 0 || limit.value > 100))
        expected = "a number from 0 to 100";
    if (!expected) return;
    Diag *diag = diag_add(load->diags, DIAG_ERROR, value->place,
                          "expected %s, found '%.*s'", expected, STR_ARG(value->text));
    if (timed) diag->hint = STR("'30 s' or '2 min'");
}

static double limit_or(Quantity limit, double otherwise) {
    if (!limit.given) return otherwise;
    return limit.duration ? limit.value / 1000 : limit.value;
}

// A column is of time when its target is.
static bool read_target(Loader *load, const Node *value, void *into) {
    Measure *measure = into;
    Limits limits = {0};
    size_t errors = load->diags->errors;
    measure->has_target = true;
    if (!map_read(load, value, LIMITS, &limits) || load->diags->errors > errors)
        return false;
    if (measure->of == OF_FIELD && (limits.at_least.duration || limits.at_most.duration))
        measure->unit = UNIT_OF_TIME;
    measure->target = (Target){limit_or(limits.at_least, -INFINITY),
                               limit_or(limits.at_most, INFINITY), limits.share / 1000.0};
    if (!limits.at_least.given && !limits.at_most.given)
        diag_add(load->diags, DIAG_ERROR, value->place, "needs 'at_most' or 'at_least'");
    else if (measure->target.least > measure->target.most)
        diag_add(load->diags, DIAG_ERROR, value->place, "'at_least' is above 'at_most'");
    if (!measure->of_text.len) return false; // its unit is not known
    check_limit(load, measure->unit, node_get(value, "at_least"), limits.at_least);
    check_limit(load, measure->unit, node_get(value, "at_most"), limits.at_most);
    return load->diags->errors == errors;
}

// ---- The rest

static const MapField MEASURE[] = {
    {"id", name_read, offsetof(Measure, id), .is = REQUIRED},
    {"title", text_read, offsetof(Measure, title), .is = OPTIONAL},
    {"of", read_of, 0, .is = REQUIRED},
    {"stat", NULL, offsetof(Measure, stat), .is = REQUIRED, .choices = STATISTIC_NAMES},
    {"by", NULL, offsetof(Measure, by), .choices = MEASURE_BY_NAMES},
    {"channel", texts_read, offsetof(Measure, channels), .is = OPTIONAL},
    {"min_calls", count_read, offsetof(Measure, min_calls), .is = OPTIONAL},
    {"target", read_target, 0, .is = OPTIONAL},
    {"about", text_read, offsetof(Measure, about), .is = OPTIONAL},
    {"tip", text_read, offsetof(Measure, tip), .is = OPTIONAL},
    {"source", texts_read, offsetof(Measure, source), .is = OPTIONAL},
    {0},
};

static void refuse(Loader *load, const Measure *measure, const char *what) {
    diag_add(load->diags, DIAG_ERROR, measure->place, "measure '%.*s' %s",
             STR_ARG(measure->id), what);
}

// What each field says is right; what they say together may not be.
static void check_measure(Loader *load, const Measure *measure) {
    bool is_share = measure->stat == STAT_SHARE, has_share = measure->target.share > 0;
    if (is_share && !has_share)
        refuse(load, measure, "is a share, but its target has no 'share'");
    if (!is_share && has_share)
        refuse(load, measure, "is no share, but its target has a 'share'");
    bool one_channel = measure->channels.len == 1 || measure->by == BY_CHANNEL;
    if (measure->stat == STAT_GAP && one_channel)
        refuse(load, measure, "is a gap between channels, but sees only one");
}

static void read_measure(Loader *load, const Node *value) {
    size_t errors = load->diags->errors;
    Measure measure = {.place = id_place(value),
                       .min_calls = load->rubric->score.min_calls};
    if (!map_read(load, value, MEASURE, &measure)) return;
    ids_add(load, "measure", &load->measure_ids, measure.id, measure.place);
    if (load->diags->errors == errors) check_measure(load, &measure);
    *vec_push(load->arena, &load->rubric->measures) = measure;
}

bool measures_read(Loader *load, const Node *value, void *into) {
    (void)into;
    size_t errors = load->diags->errors;
    if (!node_expect(load, value, NODE_LIST)) return false;
    for (size_t i = 0; i < value->count; i++) read_measure(load, &value->items[i]);
    return load->diags->errors == errors;
}
