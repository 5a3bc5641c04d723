#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/timed_turn.h"

typedef enum { OF_ANY, OF_DEAD_AIR, OF_HOLD } SilenceOf;

typedef struct {
    int of;
    Quantity over, longest, total, check_in;
    uint32_t announced, max;
} Silence;

#define MAX_NOT_GIVEN UINT32_MAX

static const char *const OFS[] = {"any", "dead-air", "hold", NULL};

#define FIELD(member) offsetof(Silence, member)
static const FieldSpec FIELDS[] = {
    {"over", FIELD_QUANTITY, FIELD(over), .summary = "a gap is longer than this (3 s)"},
    {"of", FIELD_CHOICE, FIELD(of), .summary = "which gaps: any, dead-air or hold (any)",
     .choices = OFS},
    {"announced", FIELD_DETECTOR, FIELD(announced),
     .summary = "the detector of what the agent says before a hold"},
    {"max", FIELD_COUNT, FIELD(max),
     .summary =
         "holds with at most so many gaps (0, or any number where another limit is given)"},
    {"longest", FIELD_QUANTITY, FIELD(longest), .summary = "the longest a gap may be"},
    {"total", FIELD_QUANTITY, FIELD(total),
     .summary = "the longest they may be together"},
    {"check_in", FIELD_QUANTITY, FIELD(check_in),
     .summary = "during a hold the agent speaks at least so often"},
    {0},
};
// Three seconds is what Amazon Transcribe Call Analytics calls non-talk time.
static const Silence DEFAULTS = {.over = {.given = true, .duration = true, .value = 3000},
                                 .announced = DETECTOR_NONE,
                                 .max = MAX_NOT_GIVEN};

typedef struct {
    const TimedTurn *before, *after; // what ended last before it, and what ended it
    int64_t ms;
} Gap;

typedef struct {
    uint32_t count;
    Gap longest;
    int64_t total_ms;
    int64_t away_ms; // in a hold, the longest from the agent's last words to their next
} Gaps;

// What has been heard when a turn begins.
typedef struct {
    const TimedTurn *last;  // to end
    const TimedTurn *agent; // the agent's last to begin
    bool on_hold;           // there was a gap after an announcement of the agent's
} Heard;

static void add_gap(const DetectInput *in, const Gap *gap, Gaps *gaps, Finding *out) {
    gaps->count++;
    gaps->total_ms += gap->ms;
    if (gap->ms > gaps->longest.ms) gaps->longest = *gap;
    timed_turn_cite(in, out, gap->before);
    timed_turn_cite(in, out, gap->after);
}

static void note_return(const Heard *heard, int64_t ms, Gaps *gaps) {
    int64_t away_ms = heard->on_hold ? ms - heard->agent->end_ms : 0;
    if (away_ms > gaps->away_ms) gaps->away_ms = away_ms;
}

static void hear(Heard *heard, const TimedTurn *turn, Gaps *gaps) {
    if (turn->role == ROLE_AGENT) {
        note_return(heard, turn->start_ms, gaps);
        heard->agent = turn;
        heard->on_hold = false;
    }
    if (!heard->last || turn->end_ms > heard->last->end_ms) heard->last = turn;
}

// An agent who never speaks again was away until the call ended.
static Gaps find_gaps(const DetectInput *in, const Silence *silence,
                      const TimedTurns *turns, Finding *out) {
    uint32_t detector = silence->announced;
    const bool *announced = finding_written_turns(
        in, detector == DETECTOR_NONE ? NULL : &in->findings[detector]);
    Gaps gaps = {0};
    Heard heard = {0};
    vec_each(const TimedTurn, turn, turns) {
        Gap gap = {.before = turn->joins ? NULL : heard.last, .after = turn};
        if (gap.before) gap.ms = turn->start_ms - gap.before->end_ms;
        if (gap.before && (double)gap.ms > silence->over.value) {
            bool hold = heard.agent && announced[heard.agent->number];
            heard.on_hold |= hold;
            if (silence->of == OF_ANY || (silence->of == OF_HOLD) == hold)
                add_gap(in, &gap, &gaps, out);
        }
        hear(&heard, turn, &gaps);
    }
    if (heard.last) note_return(&heard, heard.last->end_ms, &gaps);
    return gaps;
}

static bool is_within(int64_t ms, Quantity at_most) {
    return quantity_within((double)ms, (Quantity){0}, at_most);
}

static uint32_t most(const Silence *silence) {
    bool other =
        silence->longest.given || silence->total.given || silence->check_in.given;
    return silence->max != MAX_NOT_GIVEN || other ? silence->max : 0;
}

// "2 holds over 3.0 s, 70.0 s in all, the longest 45.0 s after turn 6".
static Str explain(const DetectInput *in, const Silence *silence, const Gaps *gaps) {
    static const char *const NAMES[] = {"gap", "gap of dead air", "hold"};
    static const char *const PLURALS[] = {"gaps", "gaps of dead air", "holds"};
    Buf why = {.arena = in->scratch};
    double over = silence->over.value / 1000;
    if (!gaps->count)
        return str_format(in->scratch, "no %s over %.1f s", NAMES[silence->of], over);
    bool many = gaps->count > 1;
    buf_format(&why, "%u %s over %.1f s, ", gaps->count,
               (many ? PLURALS : NAMES)[silence->of], over);
    if (many)
        buf_format(&why, "%.1f s in all, the longest ", (double)gaps->total_ms / 1000);
    buf_format(&why, "%.1f s after turn %u", (double)gaps->longest.ms / 1000,
               gaps->longest.before->number + 1);
    if (silence->check_in.given && gaps->away_ms)
        buf_format(&why, ", %.1f s of a hold without a word from the agent",
                   (double)gaps->away_ms / 1000);
    return buf_str(&why);
}

static void silence_run(const DetectInput *in, const void *params, Finding *out) {
    const Silence *silence = params;
    TimedTurns turns = {0};
    if (!detector_known(in, silence->announced, out)) return;
    if (!timed_turns_read(in, &turns, out)) return;
    Gaps gaps = find_gaps(in, silence, &turns, out);
    out->known = true;
    out->value = gaps.count;
    out->holds = gaps.count <= most(silence) &&
                 is_within(gaps.longest.ms, silence->longest) &&
                 is_within(gaps.total_ms, silence->total) &&
                 is_within(gaps.away_ms, silence->check_in);
    out->why = explain(in, silence, &gaps);
}

static const char *silence_check(const void *params) {
    const Silence *silence = params;
    bool timed = quantity_timed(silence->over, silence->longest) &&
                 quantity_timed(silence->total, silence->check_in);
    if (!timed) return "needs a unit of time, such as '30 s'";
    bool about_holds = silence->of == OF_HOLD || silence->check_in.given;
    if (about_holds && silence->announced == DETECTOR_NONE)
        return "needs 'announced', which tells a hold from dead air";
    return silence->check_in.given && silence->of == OF_DEAD_AIR
               ? "needs another 'of': there is no 'check_in' in dead air"
               : NULL;
}

const DetectorKind KIND_SILENCE = {
    .name = "silence",
    .summary = "gaps in which nobody speaks: dead air and holds",
    .fields = FIELDS,
    .measures = true,
    .params_size = sizeof(Silence),
    .defaults = &DEFAULTS,
    .check = silence_check,
    .run = silence_run,
};
