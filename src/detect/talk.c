#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/speech.h"

typedef enum { OF_SHARE, OF_PACE, OF_MONOLOGUE } Of;

typedef struct {
    int of;
    Quantity at_least, at_most;
} Talk;

static const char *const OFS[] = {"share", "pace", "monologue", NULL};

#define FIELD(member) offsetof(Talk, member)
static const FieldSpec FIELDS[] = {
    {"of", FIELD_CHOICE, FIELD(of),
     "what is measured: share (percent of all talk), pace (words a minute) or monologue",
     OFS, true},
    {"at_least", FIELD_QUANTITY, FIELD(at_least), "the least it may be", NULL, false},
    {"at_most", FIELD_QUANTITY, FIELD(at_most), "the most it may be", NULL, false},
    {0},
};
static const Talk DEFAULTS = {0};

// What is measured of one side, in one call.
typedef struct {
    const DetectInput *in;
    const Speeches *speeches; // NULL when times are missing
    Role role;
    Str name; // of the role
} Side;

static int64_t time_of(const Side *side, bool everybody) {
    int64_t ms = 0;
    vec_each(const Speech, speech, side->speeches)
        if (everybody || speech->role == side->role) ms += speech_length(speech);
    return ms;
}

// Without ends there is no time of talk; the words are there always.
static void measure_share(const Side *side, Finding *out) {
    const Call *call = side->in->call;
    int64_t all = side->speeches ? time_of(side, true) : 0;
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
    size_t first, end; // speeches
    int64_t ms;        // of talk: the silences between its turns are none
} Stretch;

static Stretch longest_stretch(const Side *side) {
    Stretch longest = {0}, now = {0};
    const Speeches *speeches = side->speeches;
    for (size_t i = 0; i < speeches->len; i++) {
        const Speech *speech = &speeches->items[i];
        if (speech->role != side->role) now = (Stretch){.first = i + 1};
        if (speech->role != side->role) continue;
        now.end = i + 1;
        now.ms += speech_length(speech);
        if (now.ms > longest.ms) longest = now;
    }
    return longest;
}

static void measure_monologue(const Side *side, Finding *out) {
    Stretch longest = longest_stretch(side);
    for (size_t i = longest.first; i < longest.end; i++)
        speech_cite(side->in, out, &side->speeches->items[i]);
    out->known = true;
    out->value = (double)longest.ms;
    out->why = str_format(side->in->scratch, "the %.*s speaks for %.1f s without a break",
                          STR_ARG(side->name), out->value / 1000);
}

static void run(const DetectInput *in, const void *params, Finding *out) {
    static void (*const MEASURES[])(const Side *, Finding *) = {
        measure_share, measure_pace, measure_monologue};
    const Talk *talk = params;
    Speeches speeches = {0};
    Role role = in->detectors->items[in->self].role;
    if (role == ROLE_UNKNOWN) role = ROLE_AGENT;
    Side side = {.in = in, .role = role, .name = role_name(role)};
    out->why = role_obstacle(in, role);
    if (out->why.len) return;
    if (speeches_read(in, &speeches, out)) side.speeches = &speeches;
    if (!side.speeches && talk->of != OF_SHARE) return;
    MEASURES[talk->of](&side, out);
    out->holds = out->known && quantity_within(out->value, talk->at_least, talk->at_most);
}

static const char *check(const void *params) {
    const Talk *talk = params;
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
    .params_size = sizeof(Talk),
    .defaults = &DEFAULTS,
    .check = check,
    .run = run,
};
