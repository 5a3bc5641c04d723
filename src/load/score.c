#include "load/score.h"

#include "load/field.h"
#include "load/value.h"
#include "rubric/shares.h"

// As their enums have them.
static const char *const LAWS[] = {"weighted-mean", "geometric", "minimum", NULL};
static const char *const NA_LAWS[] = {"proportional", "equal",      "zero",
                                      "full",         "as-decided", NULL};
static const char *const COUNTS[] = {"all", "proven", NULL};

// The bands must fall, and the last must begin at 0, so that every score is in one.
static bool check_band(Loader *load, const Node *bands, size_t i, const Band *band) {
    bool last = i + 1 == bands->count;
    Place place = bands->items[i].place;
    if (i > 0 && band[0].least >= band[-1].least)
        diag_add(load->diags, DIAG_ERROR, place, "band '%.*s' is not below '%.*s'",
                 STR_ARG(band[0].name), STR_ARG(band[-1].name));
    else if (last && band->least != 0)
        diag_add(load->diags, DIAG_ERROR, place,
                 "the last band '%.*s' does not begin at 0", STR_ARG(band->name));
    else
        return true;
    return false;
}

static bool read_bands(Loader *load, const Node *value, void *into) {
    ScoreLaw *law = into;
    bool good = node_expect(load, value, NODE_MAP);
    law->bands.len = 0;
    for (size_t i = 0; good && i < value->count; i++) {
        Band band = {.name = value->keys[i].text};
        good = score_read(load, &value->items[i], &band.least);
        *vec_push(load->arena, &law->bands) = band;
        good = good && check_band(load, value, i, &law->bands.items[i]);
    }
    if (good && !value->count)
        diag_add(load->diags, DIAG_ERROR, value->place, "no bands");
    return good && value->count;
}

static bool read_roles(Loader *load, const Node *value, void *into) {
    bool *needs = into;
    size_t count, good = 0;
    const Node *items = list_read(load, value, &count);
    for (size_t i = 0; i < ROLE_COUNT; i++) needs[i] = false;
    for (size_t i = 0; i < count; i++) {
        Role role;
        if (!role_read(load, &items[i], &role)) continue;
        needs[role] = role != ROLE_UNKNOWN;
        good++;
    }
    return good == count;
}

static const MapField ASSESS[] = {
    {"min_turns", count_read, offsetof(ScoreLaw, min_turns), .is = OPTIONAL},
    {"min_agent_words", count_read, offsetof(ScoreLaw, min_agent_words), .is = OPTIONAL},
    {"roles", read_roles, offsetof(ScoreLaw, needs), .is = OPTIONAL},
    {"min_criteria", count_read, offsetof(ScoreLaw, min_criteria), .is = OPTIONAL},
    {"min_weight", percent_read, offsetof(ScoreLaw, min_weight), .is = OPTIONAL},
    {0},
};

static bool read_assess(Loader *load, const Node *value, void *into) {
    return map_read(load, value, ASSESS, into);
}

static const MapField SCORE[] = {
    {"count", NULL, offsetof(ScoreLaw, count), .choices = COUNTS},
    {"law", NULL, offsetof(ScoreLaw, law), .choices = LAWS},
    {"bands", read_bands, 0, .is = OPTIONAL},
    {"cap", score_read, offsetof(ScoreLaw, cap), .is = OPTIONAL},
    {"na", NULL, offsetof(ScoreLaw, na), .choices = NA_LAWS},
    {"max_share", percent_read, offsetof(ScoreLaw, max_share), .is = OPTIONAL},
    {"partly", credit_read, offsetof(ScoreLaw, partly_points), .is = OPTIONAL},
    {"assess", read_assess, 0, .is = OPTIONAL},
    {"min_calls", count_read, offsetof(ScoreLaw, min_calls), .is = OPTIONAL},
    {0},
};

bool score_law_read(Loader *load, const Node *value, void *into) {
    ScoreLaw *law = into;
    const Node *count = node_get(value, "count");
    law->place = value->place;
    if (count) law->count_place = count->place;
    return map_read(load, value, SCORE, into);
}

ScoreLaw score_law_default(Arena *arena) {
    ScoreLaw law = {.cap = NO_SCORE,
                    .partly_points = 500,
                    .min_turns = 4,
                    .min_agent_words = 10,
                    .needs = {[ROLE_AGENT] = true, [ROLE_CUSTOMER] = true},
                    .min_calls = 5};
    *vec_push(arena, &law.bands) = (Band){STR("Excellent"), 90000};
    *vec_push(arena, &law.bands) = (Band){STR("Meets expectations"), 75000};
    *vec_push(arena, &law.bands) = (Band){STR("Needs coaching"), 0};
    return law;
}

enum { ALL = 1000, DEFAULT_MAX_SHARE = 250 };

static bool can_cap(const ScoreLaw *law) {
    return law->law == LAW_WEIGHTED_MEAN &&
           (law->na == NA_AS_DECIDED || law->na == NA_PROPORTIONAL);
}

void score_law_settle(ScoreLaw *law) {
    // Scores are printed with one decimal: the highest that is printed as one of the
    // lowest band.
    size_t bands = law->bands.len;
    if (law->cap == NO_SCORE)
        law->cap = bands < 2 ? 100000 : law->bands.items[bands - 2].least - 100;
    if (law->max_share) return;
    bool capped = law->na == NA_AS_DECIDED && can_cap(law);
    law->max_share = capped ? DEFAULT_MAX_SHARE : ALL;
}

static uint32_t count_weighty(const Rubric *rubric) {
    uint32_t count = 0;
    vec_each(const Criterion, criterion, &rubric->criteria)
        count += criterion->nominal > 0 && !criterion_is_manual(rubric, criterion);
    return count;
}

void score_law_check(Loader *load) {
    const ScoreLaw *law = &load->rubric->score;
    uint32_t needed = score_law_fewest(law), there = count_weighty(load->rubric);
    if (law->max_share < ALL && !can_cap(law))
        diag_add(load->diags, DIAG_ERROR, law->place,
                 "'max_share' needs 'law: weighted-mean' and 'na: as-decided' or "
                 "'proportional'");
    if (there < needed)
        diag_add(load->diags, DIAG_ERROR, law->place,
                 "no call can be judged: %u decided criteria are needed, of %u", needed,
                 there)
            ->hint = STR("a larger 'max_share', or a smaller 'min_criteria'");
}
