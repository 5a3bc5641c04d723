#include "base/buf.h"
#include "detect/content.h"
#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/position.h"
#include "detect/sentence.h"
#include "detect/timeline.h"

typedef struct {
    uint32_t question, answer, deflect, shared;
    Distance within;
    bool each;
    Str language;
    Texts ignore;
} Answered;

#define FIELD(member) offsetof(Answered, member)
static const FieldSpec FIELDS[] = {
    {"question", FIELD_DETECTOR, FIELD(question),
     .summary = "the detector that finds the questions", .required = true},
    {"within", FIELD_DISTANCE, FIELD(within),
     .summary =
         "how far: {turns: N} of the answering side ({turns: 2}), or {seconds: N}"},
    {"shared", FIELD_COUNT, FIELD(shared),
     .summary = "so many content words of the question are an answer (1)"},
    {"answer", FIELD_DETECTOR, FIELD(answer),
     .summary = "what it finds there is an answer"},
    {"deflect", FIELD_DETECTOR, FIELD(deflect),
     .summary = "a sentence in which it finds something is none"},
    {"each", FIELD_BOOL, FIELD(each), .summary = "every question must be answered (no)"},
    {"language", FIELD_TEXT, FIELD(language),
     .summary = "whose word stems are compared (english)"},
    {"ignore", FIELD_TEXTS, FIELD(ignore), .summary = "more words that do not count"},
    {0},
};
static const Answered DEFAULTS = {
    .question = DETECTOR_NONE,
    .answer = DETECTOR_NONE,
    .deflect = DETECTOR_NONE,
    .shared = 1,
    .within = {UNIT_TURNS, 2},
    .language = {"english", sizeof "english" - 1},
};

// A sentence of a turn; its offsets are into the text as written.
typedef struct {
    uint32_t start, end;
    bool deflects;
    ReadWords words;
} SpokenSentence;
typedef VEC(SpokenSentence) SpokenSentences;

// Who may answer, and how far from the question.
typedef struct {
    Ruler ruler;
    const uint32_t *next; // by turn: this side's next
} AnswerSide;

typedef struct {
    const DetectInput *in;
    const Answered *answered;
    ContentReader reader;
    Timeline answers, deflections;
    AnswerSide sides[ROLE_COUNT]; // read when first needed
    SpokenSentences **spoken;     // by turn; NULL: not read yet
} AnsweredSearch;

// UNTOLD: the question has no content word, and nothing else would tell.
typedef enum { ANSWERED, UNTIMED, UNTOLD, UNANSWERED } AnswerOutcome;

typedef struct {
    AnswerOutcome outcome;
    Evidence answer;
    uint32_t deflected; // the first turn that deflects, counted from 1; 0: none
} FoundAnswer;

static SpokenSentence read_spoken(AnsweredSearch *search, uint32_t turn,
                                  Sentence sentence) {
    const Folded *folded = turn_folded(search->in, turn);
    uint32_t ended = sentence.end < folded->text.len;
    SpokenSentence spoken = {.start = fold_start(folded, sentence.start),
                             .end = fold_end(folded, sentence.end + ended)};
    spoken.deflects =
        timeline_overlaps(&search->deflections, turn, spoken.start, spoken.end);
    spoken.words =
        content_words(&search->reader, folded->text, sentence.start, sentence.end);
    return spoken;
}

static const SpokenSentences *spoken_in(AnsweredSearch *search, uint32_t turn) {
    SpokenSentences **spoken = &search->spoken[turn];
    if (*spoken) return *spoken;
    Arena *arena = search->in->scratch;
    Str text = turn_folded(search->in, turn)->text;
    Sentence sentence;
    *spoken = arena_new(arena, SpokenSentences);
    for (uint32_t at = 0; sentence_next(text, &at, &sentence);)
        *vec_push(arena, *spoken) = read_spoken(search, turn, sentence);
    return *spoken;
}

// What the `answer` detector found in the turn, unless the same words deflect.
static bool find_frame(const AnsweredSearch *search, uint32_t turn, Evidence *answer) {
    const Timeline *answers = &search->answers;
    for (size_t i = timeline_find(answers, turn, 0);
         i < answers->len && answers->items[i].turn == turn; i++) {
        const Evidence *found = &answers->items[i];
        if (timeline_overlaps(&search->deflections, turn, found->start, found->end))
            continue;
        *answer = *found;
        return true;
    }
    return false;
}

static uint32_t take_words(ContentReader *reader, const Content *asked,
                           const ReadWords *said, bool *taken) {
    uint32_t count = 0;
    SharedWords shared = content_shared(reader, asked, said);
    vec_each(const SharedWord, word, &shared) {
        bool *mark = &taken[word->a - asked->words.items];
        count += !*mark;
        *mark = true;
    }
    return count;
}

// The sentences of the turn that take up enough words of the question.
static bool find_words(AnsweredSearch *search, const Content *asked, uint32_t turn,
                       Evidence *answer) {
    uint32_t least = search->answered->shared, count = 0;
    uint32_t needed = asked->count < least ? asked->count : least;
    bool *taken = arena_array(search->in->scratch, bool, asked->words.len);
    vec_each(const SpokenSentence, spoken, spoken_in(search, turn)) {
        if (!needed || spoken->deflects) continue;
        uint32_t more = take_words(&search->reader, asked, &spoken->words, taken);
        if (more && !count)
            *answer = (Evidence){.detector = search->in->self,
                                 .turn = turn,
                                 .start = spoken->start,
                                 .end = spoken->end,
                                 .by = search->in->self,
                                 .pattern = PATTERN_NONE};
        answer->end = more ? spoken->end : answer->end;
        count += more;
        if (count >= needed) return true;
    }
    return false;
}

static Content content_asked(AnsweredSearch *search, const Evidence *question) {
    Str written = search->in->call->turns.items[question->turn].text;
    Str text =
        text_fold(search->in->scratch, str_slice(written, question->start, question->end))
            .text;
    return content_of(&search->reader, content_read(&search->reader, text));
}

static const AnswerSide *side_of(AnsweredSearch *search, Role role) {
    const DetectInput *in = search->in;
    AnswerSide *side = &search->sides[role];
    if (side->next) return side;
    side->ruler = ruler_make(in, search->answered->within, role);
    side->next = turns_after(in, role);
    return side;
}

static FoundAnswer find_answer(AnsweredSearch *search, const Evidence *question) {
    const DetectInput *in = search->in;
    const Turn *turns = in->call->turns.items;
    Content asked = content_asked(search, question);
    const AnswerSide *side = side_of(search, role_other(turns[question->turn].role));
    bool untold = !asked.count && search->answered->answer == DETECTOR_NONE;
    FoundAnswer answer = {.outcome = untold ? UNTOLD : UNANSWERED};
    uint32_t t = side->next[question->turn], looked = 0;
    for (; t < in->call->turns.len && looked < TURNS_MOST; t = side->next[t], looked++) {
        Evidence there = {.turn = t};
        Nearness near = position_within(&side->ruler, question, &there);
        if (near == DISTANCE_FAR) break;
        if (find_frame(search, t, &answer.answer) ||
            find_words(search, &asked, t, &answer.answer)) {
            answer.outcome = near == DISTANCE_WITHIN ? ANSWERED : UNTIMED;
            break;
        }
        if (!answer.deflected && timeline_in(&search->deflections, t))
            answer.deflected = t + 1;
    }
    if (answer.outcome == UNTOLD && answer.deflected) answer.outcome = UNANSWERED;
    return answer;
}

typedef struct {
    size_t answered, untimed, untold;
    uint32_t missed, deflected; // turns of the first question without an answer and of
                                // what was said instead, from 1; 0: none
} AnswerCounts;

static void judge(AnsweredSearch *search, const Evidence *question, AnswerCounts *counts,
                  Finding *out) {
    const DetectInput *in = search->in;
    FoundAnswer answer = find_answer(search, question);
    bool found = answer.outcome == ANSWERED || answer.outcome == UNTIMED;
    counts->answered += answer.outcome == ANSWERED;
    counts->untimed += answer.outcome == UNTIMED;
    counts->untold += answer.outcome == UNTOLD;
    finding_cite(in, out, question);
    if (found) finding_cite(in, out, &answer.answer);
    if (answer.outcome != UNANSWERED || counts->missed) return;
    counts->missed = question->turn + 1;
    counts->deflected = answer.deflected;
}

static const AnswerCounts *judge_all(const DetectInput *in, const Answered *answered,
                                     Finding *out) {
    AnswerCounts *counts = arena_new(in->scratch, AnswerCounts);
    if (!in->findings[answered->question].evidence.len) return counts;
    AnsweredSearch search = {.in = in,
                             .answered = answered,
                             .answers = timeline_make(in, answered->answer),
                             .deflections = timeline_make(in, answered->deflect)};
    search.spoken = arena_array(in->scratch, SpokenSentences *, in->call->turns.len);
    search.reader = content_reader(in, answered->language, &answered->ignore);
    vec_each(const Evidence, question, &in->findings[answered->question].evidence)
        judge(&search, question, counts, out);
    return counts;
}

static bool can_say(const DetectInput *in, const Answered *answered, Finding *out) {
    const Finding *questions = &in->findings[answered->question];
    if (!detector_known(in, answered->question, out)) return false;
    if (!questions->evidence.len) return true;
    if (!detector_known(in, answered->answer, out) ||
        !detector_known(in, answered->deflect, out))
        return false;
    Role asker = in->call->turns.items[questions->evidence.items[0].turn].role;
    out->why = role_obstacle(in, role_other(asker));
    return !out->why.len;
}

static Str answered_explain(const DetectInput *in, const void *params,
                            const Finding *finding) {
    const Answered *answered = params;
    const AnswerCounts *counts = finding->told;
    size_t questions = in->findings[answered->question].evidence.len;
    Buf why = {.arena = in->scratch};
    if (!questions) return STR("nothing was asked");
    buf_format(&why, "%zu of %zu questions answered", counts->answered, questions);
    if (counts->deflected)
        buf_format(&why, ", turn %u was deflected in turn %u", counts->missed,
                   counts->deflected);
    else if (counts->missed)
        buf_format(&why, ", not turn %u", counts->missed);
    return buf_str(&why);
}

// Without a question nothing else is looked at.
static uint32_t answered_leads(const void *params) {
    (void)params;
    return 1;
}

static void answered_run(const DetectInput *in, const void *params, Finding *out) {
    const Answered *answered = params;
    if (!can_say(in, answered, out)) return;
    size_t questions = in->findings[answered->question].evidence.len;
    const AnswerCounts *counts = judge_all(in, answered, out);
    size_t needed = answered->each && questions ? questions : 1;
    out->told = counts;
    out->value = (double)counts->answered;
    out->holds = counts->answered >= needed;
    out->known =
        out->holds || counts->answered + counts->untimed + counts->untold < needed;
    if (!out->known)
        out->why = counts->untimed ? position_untimed()
                                   : STR("a question has no words to tell its answer by");
}

static const char *answered_check(const void *params) {
    const Answered *answered = params;
    if (!answered->shared) return "needs a 'shared' of 1 or more";
    return stemmer_knows(answered->language) ? NULL : "has an unknown 'language'";
}

const DetectorKind KIND_ANSWERED = {
    .name = "answered",
    .summary = "a question is answered by the other side, not deflected",
    .fields = FIELDS,
    .params_size = sizeof(Answered),
    .defaults = &DEFAULTS,
    .check = answered_check,
    .rests_on_words = true,
    .leads = answered_leads,
    .run = answered_run,
    .explain = answered_explain,
};
