#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/timed_turn.h"

typedef enum { OF_SHARE, OF_PACE, OF_MONOLOGUE } TalkOf;

typedef struct {
    int of;
    Quantity at_least, at_most;
} TalkTest;

static const char *const OFS[] = {"share", "pace", "monologue", NULL};

#define FIELD(member) offsetof(TalkTest, member)
static const FieldSpec FIELDS[] = {
    {"of", FIELD_CHOICE, FIELD(of),
     .summary =
         "what is measured: share (percent of all talk), pace (words a minute) or monologue",
     .choices = OFS, .required = true},
    LIMITS(FIELD(at_least), FIELD(at_most)),
    {0},
};

// What is measured of one side, in one call.
typedef struct {
    const DetectInput *in;
    const TimedTurns *turns; // NULL when times are missing
    Role role;
    Str name; // of the role
} Side;

static int64_t time_of(const Side *side, bool everybody) {
    int64_t ms = 0;
    vec_each(const TimedTurn, turn, side->turns)
        if (everybody || turn->role == side->role) ms += timed_turn_length(turn);
    return ms;
}

// Without ends there is no time of talk; the words are there always.
static void measure_share(const Side *side, Finding *out) {
    const Call *call = side->in->call;
    int64_t all = side->turns ? time_of(side, true) : 0;
    bool by_words = !all;
    double part = by_words ? call_words(call, side->role) : (double)time_of(side, false);
    double whole = by_words ? call_words(call, ROLE_UNKNOWN) : (double)all;
    out->known = whole > 0;
    out->value = out->known ? part * 100 / whole : 0;
    out->why =
        !out->known
            ? STR("nobody said anything")
            : str_format(side->in->scratch, "the %.*s has %.1f %% of the %s",
                         STR_ARG(side->name), out->value,
                         by_words ? "words (times of talk are missing)" : "time of talk");
}

static void measure_pace(const Side *side, Finding *out) {
    int64_t ms = time_of(side, false);
    uint32_t words = call_words(side->in->call, side->role);
    out->known = ms > 0;
    out->value = out->known ? words * 60000.0 / (double)ms : 0;
    out->why = out->known
                   ? str_format(side->in->scratch, "the %.*s says %.0f words a minute",
                                STR_ARG(side->name), out->value)
                   : str_format(side->in->scratch, "the %.*s's turns take no time",
                                STR_ARG(side->name));
}

// Turns of one side that no other's comes between.
typedef struct {
    size_t first, end; // turns
    int64_t ms;        // of talk: the silences between its turns are none
} Monologue;

static Monologue longest_monologue(const Side *side) {
    Monologue longest = {0}, now = {0};
    const TimedTurns *turns = side->turns;
    for (size_t i = 0; i < turns->len; i++) {
        const TimedTurn *turn = &turns->items[i];
        if (turn->role != side->role) now = (Monologue){.first = i + 1};
        if (turn->role == side->role && turn->joins) now = (Monologue){.first = i};
        if (turn->role != side->role) continue;
        now.end = i + 1;
        now.ms += timed_turn_length(turn);
        if (now.ms > longest.ms) longest = now;
    }
    return longest;
}

static void measure_monologue(const Side *side, Finding *out) {
    Monologue longest = longest_monologue(side);
    for (size_t i = longest.first; i < longest.end; i++)
        timed_turn_cite(side->in, out, &side->turns->items[i]);
    out->known = true;
    out->value = (double)longest.ms;
    out->why = str_format(side->in->scratch, "the %.*s speaks for %.1f s without a break",
                          STR_ARG(side->name), out->value / 1000);
}

static void talk_run(const DetectInput *in, const void *params, Finding *out) {
    static void (*const MEASURES[])(const Side *, Finding *) = {
        measure_share, measure_pace, measure_monologue};
    const TalkTest *talk = params;
    TimedTurns turns = {0};
    Role role = detector_speaker(in);
    Side side = {.in = in, .role = role, .name = role_name(role)};
    out->why = role_obstacle(in, role);
    if (out->why.len) return;
    if (timed_turns_read(in, &turns, out)) side.turns = &turns;
    if (!side.turns && talk->of != OF_SHARE) return;
    MEASURES[talk->of](&side, out);
    out->holds = out->known && quantity_within(out->value, talk->at_least, talk->at_most);
}

static const char *talk_check(const void *params) {
    const TalkTest *talk = params;
    Quantity least = talk->at_least, most = talk->at_most;
    if (!least.given && !most.given) return "needs 'at_most' or 'at_least'";
    if (talk->of == OF_MONOLOGUE)
        return quantity_timed(least, most) ? NULL
                                           : "needs a unit of time, such as '30 s'";
    return least.duration || most.duration
               ? "needs plain numbers: percent for a share, words a minute for a pace"
               : NULL;
}

const DetectorKind KIND_TALK = {
    .name = "talk",
    .summary = "how much and how fast one side talks: share, pace, longest monologue",
    .fields = FIELDS,
    .measures = true,
    .params_size = sizeof(TalkTest),
    .check = talk_check,
    .run = talk_run,
};
