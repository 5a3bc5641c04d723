#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/sentence.h"

#include <string.h>

typedef enum { TYPE_ANY, TYPE_OPEN, TYPE_CLOSED } QuestionType;

typedef struct {
    PatternRefs frames, fillers, inside, open, unless;
    int type;
    uint32_t min, max;
} Question;

static const char *const TYPES[] = {"any", "open", "closed", NULL};

#define FIELD(member) offsetof(Question, member)
static const FieldSpec FIELDS[] = {
    {"type", FIELD_CHOICE, FIELD(type),
     .summary = "which questions count: open, closed or any (any)", .choices = TYPES},
    {"frames", FIELD_PATTERNS, FIELD(frames),
     .summary = "a sentence that begins so is a question without its mark"},
    {"fillers", FIELD_PATTERNS, FIELD(fillers),
     .summary = "what may stand before the beginning: so, okay"},
    {"inside", FIELD_PATTERNS, FIELD(inside),
     .summary = "a question begins where one of them does, also inside a sentence"},
    {"open", FIELD_PATTERNS, FIELD(open),
     .summary = "a question that begins so is an open one"},
    {"unless", FIELD_PATTERNS, FIELD(unless),
     .summary = "a question that holds one does not count", .purpose = PURPOSE_UNDOES},
    {"min", FIELD_COUNT, FIELD(min), .summary = "holds with at least so many (1)"},
    {"max", FIELD_COUNT, FIELD(max), .summary = "holds with at most so many"},
    {0},
};
static const Question DEFAULTS = {.min = 1, .max = UINT32_MAX};

// One turn as it is searched for questions, and what was found so far.
typedef struct {
    const DetectInput *in;
    const Question *question;
    HitSlice frames, fillers, inside, open;
    Finding *out;
    uint32_t turn, count;
    Str text;
} QuestionSearch;

// The match that begins at `at`, or NULL; the longest of several.
static const Hit *match_at(const QuestionSearch *search, HitSlice hits, uint32_t at) {
    const Hit *hit = hit_from(hits, search->turn, at);
    return hit && hit->start == at ? hit : NULL;
}

static uint32_t skip_signs(Str text, uint32_t at, uint32_t end) {
    while (at < end && !byte_is_word(text.ptr[at])) at++;
    return at;
}

// Where a sentence begins in earnest, after its fillers.
static uint32_t find_start(const QuestionSearch *search, Sentence sentence) {
    uint32_t at = skip_signs(search->text, sentence.start, sentence.end);
    const Hit *filler;
    while (at < sentence.end && (filler = match_at(search, search->fillers, at)))
        at = skip_signs(search->text, filler->end, sentence.end);
    return at;
}

// The next question that begins inside a sentence, at or after `at`, as far as its
// pattern goes; NULL when there is none.
static const Hit *find_inside(const QuestionSearch *search, uint32_t at,
                              Sentence sentence) {
    const Hit *hit = hit_from(search->inside, search->turn, at);
    return hit && hit->start < sentence.end ? hit : NULL;
}

// Whether a question mark is among the marks that end it: "?", "?!", "?..".
static bool is_marked(Str text, Sentence sentence) {
    uint32_t at = sentence.end < text.len ? sentence.end + 1 : sentence.end;
    while (at > sentence.start && memchr(".!;", text.ptr[at - 1], 3)) at--;
    return at > sentence.start && text.ptr[at - 1] == '?';
}

// A question of [from, end) that begins in earnest at `start`, as `by` has it; NULL where
// its mark alone does.
static void count_question(QuestionSearch *search, uint32_t from, uint32_t start,
                           uint32_t end, const Hit *by) {
    const Question *question = search->question;
    if (hits_overlap(search->in->hits, &question->unless, search->turn, from, end))
        return;
    bool open = match_at(search, search->open, start);
    bool wanted = question->type == TYPE_ANY || (question->type == TYPE_OPEN) == open;
    search->count++;
    if (!wanted) return;
    Hit whole = {by ? by->pattern : PATTERN_NONE, search->turn, from, end, 0, 0};
    finding_add_hit(search->in, search->out, &whole);
}

// A sentence asks where it is framed and wherever a question begins inside it, but not
// inside the frame of another; where neither is so, the mark at its end makes all of it
// one question.
static void count_sentence(QuestionSearch *search, Sentence sentence) {
    uint32_t end = sentence.end + (sentence.end < search->text.len);
    uint32_t from = sentence.start, start = find_start(search, sentence);
    const Hit *frame =
        start < sentence.end ? match_at(search, search->frames, start) : NULL;
    const Hit *inside = find_inside(search, frame ? frame->end : start, sentence);
    bool asks = frame || inside || is_marked(search->text, sentence);
    if (!asks || skip_signs(search->text, from, sentence.end) == sentence.end) return;
    if (frame || !inside)
        count_question(search, from, start, inside ? inside->start : end, frame);
    while (inside) {
        const Hit *next = find_inside(search, inside->end, sentence);
        start = inside->start;
        count_question(search, start, start, next ? next->start : end, inside);
        inside = next;
    }
}

// Whether there can be a question in the turn.
static bool may_ask(const QuestionSearch *search) {
    return str_index(search->text, 0, '?') < search->text.len ||
           hit_from(search->frames, search->turn, 0) ||
           hit_from(search->inside, search->turn, 0);
}

// Where in earnest a sentence begins makes a difference only where it may be framed, or
// questions are told apart by their beginning.
static bool needs_fillers(const QuestionSearch *search) {
    return search->question->open.len || hit_from(search->frames, search->turn, 0) ||
           hit_from(search->inside, search->turn, 0);
}

// By turn: what is to be looked for in it.
typedef struct {
    bool *asks, *filled;
} QuestionTurns;

static QuestionTurns find_turns(QuestionSearch *search) {
    const DetectInput *in = search->in;
    size_t count = in->call->turns.len;
    QuestionTurns turns = {arena_array(in->scratch, bool, count),
                           arena_array(in->scratch, bool, count)};
    for (search->turn = 0; search->turn < count; search->turn++) {
        uint32_t t = search->turn;
        if (!role_speaks(detector_role(in), &in->call->turns.items[t])) continue;
        search->text = turn_folded(in, t)->text;
        turns.asks[t] = may_ask(search);
        turns.filled[t] = turns.asks[t] && needs_fillers(search);
    }
    return turns;
}

// Looks for patterns in the turns that are marked (NULL: in all); in *why, why that is
// not known, unless something is there before.
static void want(const DetectInput *in, const PatternRefs *refs, const bool *turns,
                 Str *why) {
    hits_want(in, refs, turns);
    if (!why->len) *why = refs_obstacle(in, refs, turns);
}

// All questions, of which those of the type asked for become evidence.
static uint32_t count_questions(const DetectInput *in, const Question *question,
                                Finding *out) {
    want(in, &question->frames, NULL, &out->why);
    want(in, &question->inside, NULL, &out->why);
    want(in, &question->open, NULL, &out->why);
    QuestionSearch search = {.in = in,
                             .question = question,
                             .frames = hits_gather(in, &question->frames),
                             .inside = hits_gather(in, &question->inside),
                             .open = hits_gather(in, &question->open),
                             .out = out};
    QuestionTurns turns = find_turns(&search);
    want(in, &question->fillers, turns.filled, &out->why);
    want(in, &question->unless, turns.asks, &out->why);
    if (out->why.len) return 0;
    search.fillers = hits_gather(in, &question->fillers);
    for (search.turn = 0; search.turn < in->call->turns.len; search.turn++) {
        if (!turns.asks[search.turn]) continue;
        search.text = turn_folded(in, search.turn)->text;
        Sentence sentence;
        for (uint32_t at = 0; sentence_next(search.text, &at, &sentence);)
            count_sentence(&search, sentence);
    }
    return search.count;
}

static Str question_explain(const DetectInput *in, const void *params,
                            const Finding *finding) {
    const Question *question = params;
    const uint32_t *all = finding->told;
    size_t count = finding->evidence.len;
    Buf why = {.arena = in->scratch};
    bool one_type = question->type != TYPE_ANY, few = count < question->min;
    if (one_type) buf_text(&why, TYPES[question->type]), buf_byte(&why, ' ');
    buf_text(&why, "questions: ");
    if (one_type) buf_int(&why, (int64_t)count), buf_text(&why, " of ");
    buf_int(&why, *all);
    if (finding->holds) return buf_str(&why);
    buf_text(&why, few ? ", fewer than " : ", more than ");
    buf_int(&why, few ? question->min : question->max);
    return buf_str(&why);
}

static void question_run(const DetectInput *in, const void *params, Finding *out) {
    const Question *question = params;
    out->why = role_obstacle(in, detector_role(in));
    if (out->why.len) return;
    uint32_t *all = arena_new(in->scratch, uint32_t);
    *all = count_questions(in, question, out);
    if (out->why.len) return;
    size_t count = out->evidence.len;
    out->known = true;
    out->value = (double)count;
    out->holds = count >= question->min && count <= question->max;
    out->told = all;
}

static const char *question_check(const void *params) {
    const Question *question = params;
    if (question->min > question->max)
        return "'min' is larger than 'max': it can never hold";
    bool blind = question->type != TYPE_ANY && !question->open.len;
    return blind ? "needs 'open' to tell open questions from closed ones" : NULL;
}

const DetectorKind KIND_QUESTION = {
    .name = "question",
    .summary = "questions, open or closed, with or without their mark",
    .fields = FIELDS,
    .params_size = sizeof(Question),
    .defaults = &DEFAULTS,
    .check = question_check,
    .rests_on_words = true,
    .asks = true,
    .run = question_run,
    .explain = question_explain,
};
