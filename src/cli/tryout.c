#include "cli/tryout.h"

#include "base/utf8.h"
#include "score/scoring.h"

#include <math.h>

enum {
    NAME_WIDTH = 30,
    NUMBER_WIDTH = 8,
    NOMINAL_WIDTH = 10,
    QUOTE_MOST = 40,
    ONE_HUNDRED = 100000
};
// How a criterion can be decided where it applies, or is not.
static const struct {
    Verdict verdict;
    const char *head;
    int width;
} OUTCOMES[] = {
    {VERDICT_MET, "met", 8},
    {VERDICT_PARTLY, "partly", 8},
    {VERDICT_NOT_MET, "not met", 9},
    {VERDICT_NOT_ASSESSABLE, "not assessable", 16},
};
enum { OUTCOME_COUNT = sizeof OUTCOMES / sizeof *OUTCOMES };

// What a detector did in one call.
typedef struct {
    bool known, holds;
    uint32_t hits;         // what it found itself; not what it cites of others
    const Evidence *first; // of all its evidence, or NULL
} CallAnswer;

typedef struct {
    Scorecard card;
    CallAnswer *answers; // one a detector
} TryoutResult;

// The same of all calls.
typedef struct {
    uint32_t holds, unknown; // calls
    uint32_t hits;
    Str example; // its first words, with their call and turn
} AllAnswers;

typedef struct {
    uint32_t verdicts[VERDICT_COUNT]; // calls
    int64_t shares;                   // of scores, added up; as in Mark
    int32_t most;                     // of them
} AllMarks;

typedef struct {
    const Rubric *rubric;
    Arena *arena;
    uint32_t calls;
    AllAnswers *answers;         // one a detector
    AllMarks *marks;             // one a mark of a scorecard
    uint32_t *bands;             // calls in each
    uint32_t scored, too_little; // calls
    uint64_t judged, judged_of;  // criteria, of the calls with a score
    int64_t scores;              // their sum
} Tryout;

static CallAnswer answer_of(Findings *found, uint32_t detector, Arena *keep) {
    const Finding *finding = findings_ask(found, detector);
    CallAnswer answer = {.known = finding->known,
                         .holds = finding->known && finding->holds};
    vec_each(const Evidence, item, &finding->evidence)
        answer.hits += item->detector == detector;
    if (!finding->evidence.len) return answer;
    Evidence *first = arena_new(keep, Evidence);
    *first = evidence_written(&found->in, finding->evidence.items);
    answer.first = first;
    return answer;
}

static void *tryout_work(const void *shared, Scorer *scorer, const Call *call,
                         Arena *keep) {
    (void)shared;
    const Rubric *rubric = scorer->rubric;
    Findings *found = scorer_detect(scorer, call);
    TryoutResult *outcome = arena_new(keep, TryoutResult);
    outcome->answers = arena_array(keep, CallAnswer, rubric->detectors.len);
    for (uint32_t d = 0; d < rubric->detectors.len; d++)
        outcome->answers[d] = answer_of(found, d, keep);
    scorecard_make(rubric, call, found, &scorer->origins, keep, &outcome->card);
    return outcome;
}

// ---- All calls

static Str example_of(Arena *arena, const Call *call, const Evidence *hit) {
    Str text = call->turns.items[hit->turn].text;
    Str quote = str_slice(text, hit->start, hit->end),
        shown = utf8_clip(quote, QUOTE_MOST);
    Buf out = {.arena = arena};
    buf_format(&out, "%.*s:%u: ", STR_ARG(call->id), hit->turn + 1);
    buf_line(&out, shown);
    if (shown.len < quote.len) buf_text(&out, "...");
    return buf_str(&out);
}

static void add_answer(Arena *arena, const Call *call, const CallAnswer *answer,
                       AllAnswers *into) {
    if (answer->first && !into->example.len)
        into->example = example_of(arena, call, answer->first);
    into->hits += answer->hits;
    into->holds += answer->holds;
    into->unknown += !answer->known;
}

static void add_mark(const Mark *mark, AllMarks *into) {
    into->verdicts[mark->verdict]++;
    into->shares += mark->share;
    if (mark->share > into->most) into->most = mark->share;
}

static void add_score(const Scorecard *card, Tryout *into) {
    const ScoreLaw *law = &into->rubric->score;
    into->too_little += card->too_little.len > 0;
    if (card->score == NO_SCORE) return;
    into->scored++;
    into->scores += card->score;
    into->judged += card->judged;
    into->judged_of += card->judged_of;
    for (size_t i = 0; i < law->bands.len; i++)
        into->bands[i] += str_eq(law->bands.items[i].name, card->band);
}

static bool tryout_consume(void *context, const Call *call, const void *result) {
    Tryout *tryout = context;
    const TryoutResult *outcome = result;
    tryout->calls++;
    for (size_t d = 0; d < tryout->rubric->detectors.len; d++)
        add_answer(tryout->arena, call, &outcome->answers[d], &tryout->answers[d]);
    for (size_t m = 0; m < outcome->card.marks.len; m++)
        add_mark(&outcome->card.marks.items[m], &tryout->marks[m]);
    add_score(&outcome->card, tryout);
    return true;
}

// ---- What is said of it

static void put_name(Buf *out, Str name) {
    size_t from = out->len;
    buf_format(out, "%.*s ", STR_ARG(name));
    buf_pad(out, from, NAME_WIDTH);
}

static void put_number(Buf *out, uint32_t number) {
    buf_format(out, "%*u", NUMBER_WIDTH, number);
}

// What a detector does in every call, or "" when that varies.
static const char *habit(const AllAnswers *answers, uint32_t calls) {
    if (answers->unknown == calls) return "  never known";
    if (answers->holds == calls) return "  always";
    if (answers->holds) return "";
    return answers->example.len ? "  never holds" : "  never";
}

static void put_answers(Buf *out, Str name, const AllAnswers *answers, uint32_t calls) {
    put_name(out, name);
    put_number(out, answers->holds);
    put_number(out, answers->hits);
    put_number(out, answers->unknown);
    buf_text(out, habit(answers, calls));
    if (answers->example.len) buf_format(out, "  %.*s", STR_ARG(answers->example));
    buf_byte(out, '\n');
}

// What a criterion comes to whenever it is decided, or "" when that varies.
static const char *outcome_of(const uint32_t *verdicts) {
    uint32_t met = verdicts[VERDICT_MET], partly = verdicts[VERDICT_PARTLY];
    uint32_t decided = met + partly + verdicts[VERDICT_NOT_MET];
    if (!decided) {
        if (!verdicts[VERDICT_NOT_APPLICABLE]) return "  never assessable";
        return verdicts[VERDICT_NOT_ASSESSABLE] ? "  never decided" : "  never applies";
    }
    if (met == decided) return "  always met";
    if (partly == decided) return "  always partly met";
    return met + partly ? "" : "  never met";
}

// `part` of `all`, in percent.
static void put_percent(Buf *out, double part, double all, int width) {
    Buf share = {.arena = out->arena};
    buf_decimal(&share, all > 0 ? llround(part * ONE_HUNDRED / all) : 0, 1);
    buf_format(out, "%*.*s", width, STR_ARG(buf_str(&share)));
}

static void put_marks(Buf *out, const Tryout *tryout, const Criterion *criterion,
                      const AllMarks *marks) {
    uint32_t applies = tryout->calls - marks->verdicts[VERDICT_NOT_APPLICABLE];
    put_name(out, criterion->id);
    put_number(out, applies);
    for (size_t i = 0; i < OUTCOME_COUNT; i++)
        put_percent(out, marks->verdicts[OUTCOMES[i].verdict], applies,
                    OUTCOMES[i].width);
    put_percent(out, criterion->nominal, SHARE_ALL, NOMINAL_WIDTH);
    put_percent(out, (double)marks->shares / ONE_HUNDRED, tryout->scored, NUMBER_WIDTH);
    put_percent(out, marks->most, ONE_HUNDRED, NUMBER_WIDTH);
    buf_format(out, "%s%s\n", outcome_of(marks->verdicts),
               criterion->uncounted.len ? "  not counted" : "");
}

static void put_detectors(Buf *out, const Tryout *tryout) {
    put_name(out, STR("detector"));
    buf_format(out, "%*s%*s%*s  example\n", NUMBER_WIDTH, "holds", NUMBER_WIDTH, "hits",
               NUMBER_WIDTH, "unknown");
    for (size_t d = 0; d < tryout->rubric->detectors.len; d++)
        put_answers(out, tryout->rubric->detectors.items[d].name, &tryout->answers[d],
                    tryout->calls);
}

static void put_criteria(Buf *out, const Tryout *tryout) {
    size_t mark = 0;
    put_name(out, STR("criterion, % where it applies"));
    buf_format(out, "%*s", NUMBER_WIDTH, "applies");
    for (size_t i = 0; i < OUTCOME_COUNT; i++)
        buf_format(out, "%*s", OUTCOMES[i].width, OUTCOMES[i].head);
    buf_format(out, "%*s%*s%*s\n", NOMINAL_WIDTH, "nominal", NUMBER_WIDTH, "share",
               NUMBER_WIDTH, "most");
    vec_each(const Criterion, criterion, &tryout->rubric->criteria)
        if (criterion->observable)
            put_marks(out, tryout, criterion, &tryout->marks[mark++]);
}

static void put_calls(Buf *out, const Tryout *tryout, Str name, uint32_t calls) {
    put_name(out, name);
    put_number(out, calls);
    put_percent(out, calls, tryout->calls, NUMBER_WIDTH);
    buf_byte(out, '\n');
}

static void put_bands(Buf *out, const Tryout *tryout) {
    const ScoreLaw *law = &tryout->rubric->score;
    uint32_t without = tryout->calls - tryout->scored - tryout->too_little;
    put_name(out, STR("band"));
    buf_format(out, "%*s%*s\n", NUMBER_WIDTH, "calls", NUMBER_WIDTH, "%");
    for (size_t i = 0; i < law->bands.len; i++)
        put_calls(out, tryout, law->bands.items[i].name, tryout->bands[i]);
    put_calls(out, tryout, STR("too little to judge"), tryout->too_little);
    put_calls(out, tryout, STR("not assessable"), without);
    if (!tryout->scored) return;
    double calls = tryout->scored;
    buf_format(out, "\nmean score %.1f, judged on %.1f of %.0f criteria on average\n",
               (double)tryout->scores / 1000 / calls, (double)tryout->judged / calls,
               (double)tryout->judged_of / calls);
}

void tryout_run(Setup *setup, Buf *out) {
    const Rubric *rubric = &setup->rubric;
    Tryout tryout = {.rubric = rubric, .arena = setup->arena};
    tryout.answers = arena_array(setup->arena, AllAnswers, rubric->detectors.len);
    tryout.marks = arena_array(setup->arena, AllMarks, rubric->criteria.len);
    tryout.bands = arena_array(setup->arena, uint32_t, rubric->score.bands.len);
    setup_run(
        setup,
        (RunPlan){.work = tryout_work, .consume = tryout_consume, .context = &tryout});
    buf_format(out, "%stried on %u call%s\n", out->len ? "\n" : "", tryout.calls,
               tryout.calls == 1 ? "" : "s");
    if (!tryout.calls) return;
    buf_byte(out, '\n');
    put_detectors(out, &tryout);
    if (!rubric->criteria.len) return;
    buf_byte(out, '\n');
    put_criteria(out, &tryout);
    buf_byte(out, '\n');
    put_bands(out, &tryout);
}
