#include "detect/hits.h"
#include "detect/kinds.h"
#include "detect/sentence.h"

#include <string.h>

typedef enum { TYPE_ANY, TYPE_OPEN, TYPE_CLOSED } Type;

typedef struct {
    PatternRefs frames, fillers, open, unless;
    int type;
    uint32_t min, max;
} Question;

static const char *const TYPES[] = {"any", "open", "closed", NULL};

#define FIELD(member) offsetof(Question, member)
static const FieldSpec FIELDS[] = {
    {"type", FIELD_CHOICE, FIELD(type),
     "which questions count: open, closed or any (any)", TYPES, false},
    {"frames", FIELD_PATTERNS, FIELD(frames),
     "a sentence that begins so is a question without its mark", NULL, false},
    {"fillers", FIELD_PATTERNS, FIELD(fillers),
     "what may stand before the beginning: so, okay", NULL, false},
    {"open", FIELD_PATTERNS, FIELD(open), "a question that begins so is an open one",
     NULL, false},
    {"unless", FIELD_PATTERNS, FIELD(unless), "a question that holds one does not count",
     NULL, false},
    {"min", FIELD_COUNT, FIELD(min), "holds with at least so many (1)", NULL, false},
    {"max", FIELD_COUNT, FIELD(max), "holds with at most so many", NULL, false},
    {0},
};
static const Question DEFAULTS = {.min = 1, .max = UINT32_MAX};

// The end of the match that begins at `at`, or 0; the longest of several.
static uint32_t match_at(const DetectInput *in, const PatternRefs *refs, uint32_t turn,
                         uint32_t at) {
    uint32_t end = 0;
    vec_each(const PatternRef, ref, refs) {
        const Hit *hit = hit_after(hits_of(in->hits, ref->pattern), turn, at);
        if (hit && hit->start == at && hit->end > end) end = hit->end;
    }
    return end;
}

static uint32_t skip_signs(Str text, uint32_t at, uint32_t end) {
    while (at < end && !byte_is_word(text.ptr[at])) at++;
    return at;
}

// Where a sentence begins in earnest, after its fillers.
static uint32_t find_start(const DetectInput *in, const Question *question, uint32_t turn,
                           Sentence sentence) {
    Str text = in->folded[turn].text;
    uint32_t at = skip_signs(text, sentence.start, sentence.end), end;
    while (at < sentence.end && (end = match_at(in, &question->fillers, turn, at)))
        at = skip_signs(text, end, sentence.end);
    return at;
}

// Whether a question mark is among the marks that end it: "?", "?!", "?..".
static bool is_marked(Str text, Sentence sentence) {
    uint32_t at = sentence.end < text.len ? sentence.end + 1 : sentence.end;
    while (at > sentence.start && memchr(".!;", text.ptr[at - 1], 3)) at--;
    return at > sentence.start && text.ptr[at - 1] == '?';
}

static bool is_question(const DetectInput *in, const Question *question, uint32_t turn,
                        Sentence sentence, uint32_t start) {
    Str text = in->folded[turn].text;
    bool asked =
        is_marked(text, sentence) || match_at(in, &question->frames, turn, start);
    return asked && skip_signs(text, sentence.start, sentence.end) < sentence.end &&
           !hits_overlap(in->hits, &question->unless, turn, sentence.start, sentence.end);
}

static void count_sentence(const DetectInput *in, const Question *question, uint32_t turn,
                           Sentence sentence, uint32_t *count, Finding *out) {
    uint32_t start = find_start(in, question, turn, sentence);
    if (!is_question(in, question, turn, sentence, start)) return;
    bool open = match_at(in, &question->open, turn, start);
    bool wanted = question->type == TYPE_ANY || (question->type == TYPE_OPEN) == open;
    bool ended = sentence.end < in->folded[turn].text.len;
    ++*count;
    if (wanted) finding_add_folded(in, out, turn, sentence.start, sentence.end + ended);
}

// All questions, of which those of the type asked for become evidence.
static uint32_t count_questions(const DetectInput *in, const Question *question,
                                Finding *out) {
    uint32_t count = 0;
    Role role = in->detectors->items[in->self].role;
    for (uint32_t turn = 0; turn < in->call->turns.len; turn++) {
        if (!role_speaks(role, &in->call->turns.items[turn])) continue;
        Sentence sentence;
        for (uint32_t at = 0; sentence_next(in->folded[turn].text, &at, &sentence);)
            count_sentence(in, question, turn, sentence, &count, out);
    }
    return count;
}

static bool can_say(const DetectInput *in, const Question *question, Finding *out) {
    const PatternRefs *patterns[] = {&question->frames, &question->fillers,
                                     &question->open, &question->unless};
    out->why = role_obstacle(in, in->detectors->items[in->self].role);
    for (size_t i = 0; !out->why.len && i < sizeof patterns / sizeof *patterns; i++)
        out->why = patterns_obstacle(in, patterns[i]);
    return !out->why.len;
}

static Str explain(const DetectInput *in, const Question *question, uint32_t all,
                   size_t count) {
    Str why = question->type == TYPE_ANY
                  ? str_format(in->scratch, "questions: %u", all)
                  : str_format(in->scratch, "%s questions: %zu of %u",
                               TYPES[question->type], count, all);
    bool few = count < question->min;
    if (!few && count <= question->max) return why;
    return str_format(in->scratch, "%.*s, %s than %u", STR_ARG(why),
                      few ? "fewer" : "more", few ? question->min : question->max);
}

static void run(const DetectInput *in, const void *params, Finding *out) {
    const Question *question = params;
    if (!can_say(in, question, out)) return;
    uint32_t all = count_questions(in, question, out);
    size_t count = out->evidence.len;
    out->known = true;
    out->value = (double)count;
    out->holds = count >= question->min && count <= question->max;
    out->why = explain(in, question, all, count);
}

static const char *check(const void *params) {
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
    .check = check,
    .run = run,
};
