#include "detect/weigh.h"

#include "detect/content.h"
#include "detect/hits.h"
#include "detect/timeline.h"
#include "detect/window.h"

typedef struct {
    WeighedPhrases phrases;
    uint32_t enough;
    Str language;
} Weigh;

#define FIELD(member) offsetof(Weigh, member)
static const FieldSpec FIELDS[] = {
    {"phrases", FIELD_PHRASES, FIELD(phrases),
     .summary = "what counts in a turn, each with its points: {say: sorry, points: 4}",
     .required = true},
    {"enough", FIELD_COUNT, FIELD(enough),
     .summary = "a turn with so many points is found", .required = true},
    {"language", FIELD_TEXT, FIELD(language),
     .summary = "whose word stems an echo compares (english)"},
    {0},
};
static const Weigh DEFAULTS = {.language = {"english", sizeof "english" - 1}};

// What a phrase looks things up in, made once for the call.
typedef struct {
    HitSlice said;
    Timeline found;
    const bool *answers; // by turn
} PhraseIndex;

typedef struct {
    const DetectInput *in;
    const Weigh *weigh;
    PhraseIndex *indexes; // one a phrase
    ContentReader reader;
    const uint32_t *heard; // by turn: the turn that an echo would take its words from
    Content *content;      // likewise; read where `read` says so
    bool *read;
    VEC(Evidence) counted; // in the turn being weighed, one a phrase
    int32_t sum;
} Weighing;

// ---- Looking things up

static PhraseIndex index_phrase(const DetectInput *in, const WeighedPhrase *phrase) {
    PhraseIndex index = {0};
    Window answering = {.edge = WINDOW_ANSWERING, .detector = phrase->detector};
    if (phrase->by == WEIGH_SAY) index.said = hits_gather(in, &phrase->say);
    if (phrase->by == WEIGH_FIND) index.found = timeline_make(in, phrase->detector);
    if (phrase->by == WEIGH_AFTER)
        index.answers = window_measure(in, &answering).is_answered;
    return index;
}

// By turn: the last turn of anybody else before it; its own number where there is none.
static const uint32_t *turns_heard(const DetectInput *in) {
    const Turn *turns = in->call->turns.items;
    size_t count = in->call->turns.len;
    uint32_t *heard = arena_array(in->scratch, uint32_t, count);
    for (uint32_t t = 0; t < count; t++) {
        bool same = t > 0 && turns[t].role == turns[t - 1].role;
        bool first = t == 0 || (same && heard[t - 1] == t - 1);
        heard[t] = first ? t : same ? heard[t - 1] : t - 1;
    }
    return heard;
}

static const Content *content_of(Weighing *state, uint32_t turn) {
    Str text = state->in->folded[turn].text;
    if (!state->read[turn])
        state->content[turn] = content_read(&state->reader, text, 0, (uint32_t)text.len);
    state->read[turn] = true;
    return &state->content[turn];
}

// ---- Whether a phrase counts in a turn, and by what words

static bool is_echo(EchoShare share, size_t shared, size_t all) {
    return shared > 0 && (share == ECHO_SOME ||
                          (share == ECHO_HALF && 2 * shared >= all) || shared == all);
}

static bool find_echo(Weighing *state, const WeighedPhrase *phrase, Evidence *words) {
    uint32_t before = state->heard[words->turn];
    if (before == words->turn) return false;
    const Content *here = content_of(state, words->turn);
    SharedWords shared =
        content_shared(state->in->scratch, content_of(state, before), here);
    if (!is_echo(phrase->echo, shared.len, here->words.len)) return false;
    const Folded *folded = &state->in->folded[words->turn];
    words->start = fold_start(folded, shared.items[0].b->start);
    words->end = fold_end(folded, shared.items[0].b->end);
    return true;
}

static bool find_said(const Weighing *state, const PhraseIndex *index, Evidence *words) {
    const Hit *hit = hit_from(index->said, words->turn, 0);
    const Folded *folded = &state->in->folded[words->turn];
    if (!hit) return false;
    words->start = fold_start(folded, hit->start);
    words->end = fold_end(folded, hit->end);
    return true;
}

static bool find_found(const PhraseIndex *index, Evidence *words) {
    const Evidence *found = timeline_in(&index->found, words->turn);
    if (!found) return false;
    words->start = found->start;
    words->end = found->end;
    return true;
}

// Sets the words it counts by; they are all of the turn to begin with.
static bool counts(Weighing *state, size_t number, Evidence *words) {
    const WeighedPhrase *phrase = &state->weigh->phrases.items[number];
    const PhraseIndex *index = &state->indexes[number];
    Str text = state->in->folded[words->turn].text;
    switch (phrase->by) {
    case WEIGH_SAY: return find_said(state, index, words);
    case WEIGH_FIND: return find_found(index, words);
    case WEIGH_AFTER: return index->answers[words->turn];
    case WEIGH_ECHO: return find_echo(state, phrase, words);
    case WEIGH_WORDS:
        return quantity_within((double)text_words(text), phrase->at_least,
                               phrase->at_most);
    }
    return false;
}

static void weigh_turn(Weighing *state, uint32_t turn) {
    const DetectInput *in = state->in;
    const WeighedPhrases *phrases = &state->weigh->phrases;
    state->counted.len = 0;
    state->sum = 0;
    for (size_t i = 0; i < phrases->len; i++) {
        Evidence words = {.detector = in->self,
                          .turn = turn,
                          .end = (uint32_t)in->call->turns.items[turn].text.len,
                          .phrase = &phrases->items[i]};
        if (!counts(state, i, &words)) continue;
        state->sum += words.phrase->points;
        *vec_push(in->scratch, &state->counted) = words;
    }
}

// ---- The answer

// "turn 3 has 6 of 6 points: ^you've 4, confirmation 2"
static Str explain(const Weighing *state, uint32_t turn) {
    Buf why = {.arena = state->in->scratch};
    buf_format(&why, "turn %u has %d of %u points", turn + 1, state->sum,
               state->weigh->enough);
    vec_each(const Evidence, item, &state->counted)
        buf_format(&why, "%s %.*s %+d", item == state->counted.items ? ":" : ",",
                   STR_ARG(item->phrase->name), item->phrase->points);
    return buf_str(&why);
}

// The turns that have enough; else the one that came nearest is told of.
static void weigh_turns(Weighing *state, Finding *out) {
    const DetectInput *in = state->in;
    int32_t best = 0;
    for (uint32_t t = 0; t < in->call->turns.len; t++) {
        if (!role_speaks(detector_role(in), &in->call->turns.items[t])) continue;
        weigh_turn(state, t);
        bool enough = state->sum >= (int32_t)state->weigh->enough;
        if (state->sum > best && !out->holds) {
            best = state->sum;
            out->why = explain(state, t);
        }
        out->holds |= enough;
        out->value += enough;
        vec_each(const Evidence, item, &state->counted)
            if (enough) finding_cite(in, out, item);
    }
}

static Str find_obstacle(const DetectInput *in, const Weigh *weigh) {
    Str obstacle = role_obstacle(in, detector_role(in));
    vec_each(const WeighedPhrase, phrase, &weigh->phrases) {
        bool refers = phrase->detector != DETECTOR_NONE;
        if (obstacle.len) return obstacle;
        obstacle = refs_obstacle(in, &phrase->say);
        if (refers && !in->findings[phrase->detector].known)
            obstacle = in->findings[phrase->detector].why;
    }
    return obstacle;
}

static void weigh_run(const DetectInput *in, const void *params, Finding *out) {
    const Weigh *weigh = params;
    size_t turns = in->call->turns.len;
    out->why = find_obstacle(in, weigh);
    if (out->why.len) return;
    Weighing state = {.in = in,
                      .weigh = weigh,
                      .indexes =
                          arena_array(in->scratch, PhraseIndex, weigh->phrases.len),
                      .heard = turns_heard(in),
                      .content = arena_array(in->scratch, Content, turns),
                      .read = arena_array(in->scratch, bool, turns)};
    static const Texts NONE = {0};
    state.reader = content_reader(in, weigh->language, &NONE);
    state.reader.details = true;
    for (size_t i = 0; i < weigh->phrases.len; i++)
        state.indexes[i] = index_phrase(in, &weigh->phrases.items[i]);
    out->known = true;
    weigh_turns(&state, out);
}

static const char *weigh_check(const void *params) {
    const Weigh *weigh = params;
    int64_t most = 0;
    vec_each(const WeighedPhrase, phrase, &weigh->phrases)
        most += phrase->points > 0 ? phrase->points : 0;
    if (!weigh->enough) return "needs an 'enough' of 1 or more";
    if (most < weigh->enough) return "can never have 'enough': its points are too few";
    return stemmer_knows(weigh->language) ? NULL : "has an unknown 'language'";
}

const DetectorKind KIND_WEIGH = {
    .name = "weigh",
    .summary = "turns whose phrases have points enough together",
    .fields = FIELDS,
    .params_size = sizeof(Weigh),
    .defaults = &DEFAULTS,
    .check = weigh_check,
    .run = weigh_run,
};
