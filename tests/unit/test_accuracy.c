// Detectors against labelled turns: what is judged, what counts as found.
#include "tally/accuracy.h"

#include "make_call.h"

#define DETECTORS                                                                    \
    "hello: {role: agent, any: [hello]}, thanks: {any: [thanks]}, ta: {any: [ta]}, " \
    "upset: {role: customer, any: [upset]}, sorry: {role: agent, any: [sorry]}, "    \
    "soothes: {kind: reply, to: upset, with: sorry}, "                               \
    "stubborn: {any: ['(a+)+$'], whole_words: no}, "                                 \
    "early: {any: [hello], window: {first: 1 turn}}, "                               \
    "loud: {kind: overlap, role: agent}"

typedef struct {
    Arena arena;
    Rubric *rubric;
    LabelMap *map;
    AccuracyPlan plan;
    Accuracy *measured;
} Case;

static void add_rule(Case *c, Str line) {
    Str label, name;
    LabelRule rule = {.role = ROLE_UNKNOWN};
    str_next(&line, ' ', &label);
    rule.label = label;
    while (str_next(&line, ' ', &name)) {
        if (str_eq(name, STR("as-agent"))) rule.role = ROLE_AGENT;
        for (uint32_t d = 0; d < c->rubric->detectors.len; d++)
            if (str_eq(c->rubric->detectors.items[d].name, name))
                *vec_push(&c->arena, &rule.detectors) = d;
    }
    map_add(&c->arena, &c->map->numbers, label, (uint32_t)c->map->rules.len);
    *vec_push(&c->arena, &c->map->rules) = rule;
}

// `map` has a line for each rule, "LABEL DETECTOR...", and `call` one for each turn,
// "LABELS|ROLE: TEXT".
static Case measure(const char *map, const char *call) {
    Case c = {0};
    Str rest = str_from(map), line, labels;
    c.rubric = make_rubric(&c.arena, make_pack(&c.arena, DETECTORS));
    c.map = arena_new(&c.arena, LabelMap);
    while (str_next(&rest, '\n', &line)) add_rule(&c, line);
    Buf lines = {.arena = &c.arena};
    VEC(Str) carried = {0};
    for (rest = str_from(call); str_next(&rest, '\n', &line);) {
        str_next(&line, '|', &labels);
        *vec_push(&c.arena, &carried) = labels;
        buf_format(&lines, "%.*s\n", STR_ARG(line));
    }
    buf_byte(&lines, '\0');
    Call made = *make_call(&c.arena, lines.ptr);
    assert_int_equal(made.turns.len, carried.len);
    for (size_t t = 0; t < carried.len; t++) {
        made.turns.items[t].labels = carried.items[t];
        if (str_starts(made.turns.items[t].text, STR("?")))
            made.turns.items[t].role = ROLE_UNKNOWN;
    }
    c.plan = accuracy_plan(&c.arena, c.rubric, c.map);
    c.plan.keep_errors = true;
    Scorer scorer;
    scorer_open(&scorer, c.rubric, true);
    c.measured = accuracy_of_call(&c.plan, &scorer, &made, &c.arena);
    scorer_close(&scorer);
    return c;
}

static void put_confusion(Buf *out, const char *mark, Str name, const Confusion *seen) {
    if (!seen->turns && !seen->unknown) return;
    buf_format(out, "%s%.*s %llu/%llu/%llu/%llu", mark, STR_ARG(name),
               (unsigned long long)seen->turns, (unsigned long long)seen->positives,
               (unsigned long long)seen->found, (unsigned long long)seen->true_positives);
    if (seen->unknown) buf_format(out, "?%llu", (unsigned long long)seen->unknown);
    buf_byte(out, ' ');
}

// "NAME turns/positives/found/true?unknown" of detectors, then of labels (with a #), then
// errors as "+NAME@TURN" for false alarms and "-NAME@TURN" for misses.
static const char *outcome(Case *c) {
    Buf out = {.arena = &c->arena};
    for (size_t d = 0; d < c->rubric->detectors.len; d++)
        put_confusion(&out, "", c->rubric->detectors.items[d].name,
                      &c->measured->detectors[d]);
    for (size_t r = 0; r < c->map->rules.len; r++)
        put_confusion(&out, "#", c->map->rules.items[r].label, &c->measured->labels[r]);
    vec_each(const AccuracyError, error, &c->measured->errors)
        buf_format(&out, "%c%.*s@%u ", error->type == FALSE_ALARM ? '+' : '-',
                   STR_ARG(c->rubric->detectors.items[error->detector].name),
                   error->turn + 1);
    return str_z(&c->arena, str_trim(buf_str(&out)));
}

typedef struct {
    const char *says, *map, *call, *outcome;
} Row;

static const Row ROWS[] = {
    {"each turn is right, a false alarm, a miss or nothing", "greet hello",
     "greet|agent: hello\n|agent: hello\ngreet|agent: good day\n|agent: no",
     "hello 4/2/2/1 #greet 4/2/2/1 +hello@2 -hello@3"},
    {"turns of the other side are not judged", "greet hello",
     "greet|customer: hello\ngreet|agent: hello", "hello 1/1/1/1 #greet 1/1/1/1"},
    {"a detector of any role is judged everywhere", "thank thanks",
     "thank|customer: thanks\n|agent: thanks", "thanks 2/1/2/1 #thank 2/1/2/1 +thanks@2"},
    {"unless its label has a role", "thank thanks as-agent",
     "thank|customer: thanks\n|agent: thanks", "thanks 1/0/1/0 #thank 1/0/1/0 +thanks@2"},
    {"turns of the system are not judged", "thank thanks", "thank|system: thanks", ""},
    {"a detector is to find any of its labels", "thank thanks\nend thanks",
     "thank|agent: thanks\nend|agent: thanks\nother|agent: thanks",
     "thanks 3/2/3/2 #thank 3/1/2/1 #end 3/1/2/1 +thanks@3"},
    {"two labels on a turn are one positive", "thank thanks\nend thanks",
     "thank; end;thank|agent: thanks", "thanks 1/1/1/1 #thank 1/1/1/1 #end 1/1/1/1"},
    {"a label is found by any of its detectors", "thank thanks ta",
     "thank|agent: ta\nthank|agent: thanks\nthank|agent: cheers",
     "thanks 3/3/1/1 ta 3/3/1/1 #thank 3/3/2/2 -thanks@3 -ta@3"},
    {"a window is that of the whole dialogue", "greet early",
     "greet|agent: hello\n|customer: so\ngreet|agent: hello",
     "early 3/2/1/1 #greet 3/2/1/1 -early@3"},
    {"a reply is found where its answer is", "sooth soothes",
     "|customer: I am upset\nsooth|agent: so sorry\n|agent: sorry",
     "soothes 2/1/1/1 #sooth 2/1/1/1"},
    {"and not found when it does not hold", "sooth soothes",
     "|agent: sorry\n|customer: I am upset\nsooth|agent: oh",
     "soothes 2/1/0/0 #sooth 2/1/0/0 -soothes@3"},
    {"a turn of unknown role is anybody's", "greet hello\nsad upset\nthank thanks",
     "greet|agent: ? hello\nsad|agent: ? upset\n|customer: ? upset\nthank|agent: ? thanks",
     "hello 4/1/1/1 thanks 4/1/1/1 upset 4/1/2/1 #greet 4/1/1/1 #sad 4/1/2/1 "
     "#thank 4/1/1/1 +upset@3"},
    {"beside it, turns of a known role are what they are", "greet hello",
     "|agent: ? no\n|customer: hello\ngreet|agent: hello",
     "hello 2/1/1/1 #greet 2/1/1/1"},
    {"what cannot be known is not absent", "over loud", "over|agent: hello\n|agent: no",
     "loud 0/0/0/0?2 #over 0/0/0/0?2"},
    {"a pattern that gave up leaves its dialogue unknown", "a stubborn thanks",
     "a|agent: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! thanks\na|agent: no",
     "thanks 2/2/1/1 stubborn 0/0/0/0?2 #a 1/1/1/1?1 -thanks@2"},
};

static void check(void **state) {
    const Row *row = *state;
    Case c = measure(row->map, row->call);
    assert_string_equal(outcome(&c), row->outcome);
    rubric_free(c.rubric);
    arena_free(&c.arena);
}

static void errors_have_their_place_and_words(void **state) {
    (void)state;
    Case c = measure("thank thanks", "|agent: many thanks, thanks");
    const AccuracyError *error = &c.measured->errors.items[0];
    assert_int_equal(error->start, 5);
    assert_int_equal(error->end, 11);
    assert_true(str_eq(error->text, STR("many thanks, thanks")));
    assert_int_equal(error->role, ROLE_AGENT);
    rubric_free(c.rubric);
    arena_free(&c.arena);
}

static void sums_outlive_the_call(void **state) {
    (void)state;
    Case c = measure("thank thanks", "|agent: thanks\nthank|agent: thanks");
    Arena arena = {0};
    Accuracy sum = accuracy_new(&arena, &c.plan);
    accuracy_add(&arena, &c.plan, &sum, c.measured);
    accuracy_add(&arena, &c.plan, &sum, c.measured);
    *c.measured = sum;
    assert_string_equal(outcome(&c), "thanks 4/2/4/2 #thank 4/2/4/2 +thanks@1 +thanks@1");
    rubric_free(c.rubric);
    arena_free(&c.arena);
    assert_true(str_eq(sum.errors.items[1].text, STR("thanks")));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_have_their_place_and_words),
        cmocka_unit_test(sums_outlive_the_call),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    Row rows[COUNT(ROWS)];
    memcpy(rows, ROWS, sizeof rows);
    return failed + RUN_ROWS(rows, check);
}
