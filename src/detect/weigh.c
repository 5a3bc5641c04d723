#include "detect/weigh.h"

#include "call/words.h"
#include "detect/hits.h"
#include "detect/stem.h"
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
    PhraseIndex *indexes;     // one a phrase
    const bool *likely;       // by turn: it may have enough; NULL: each may
    const TakenUp *taken_up;  // by turn; NULL: not read, and every echo may be there
    VEC(Evidence) counted;    // in the turn being weighed, one a phrase
    int32_t sum, least, most; // what counts; and what may be, where some is not known
    Str doubt;                // why it is not
    bool answers;             // somebody else spoke before the turn
    bool explains;            // words are wanted
} Weighing;

// ---- Looking things up

static PhraseIndex index_phrase(const DetectInput *in, const WeighedPhrase *phrase) {
    PhraseIndex index = {0};
    if (phrase->by == WEIGH_SAY) index.said = hits_gather(in, &phrase->say);
    if (phrase->by == WEIGH_FIND) index.found = timeline_make(in, phrase->detector);
    if (phrase->by == WEIGH_AFTER)
        index.answers = turns_beside(in->scratch, in->call,
                                     &in->findings[phrase->detector], WINDOW_ANSWERING);
    return index;
}

// ---- Whether a phrase counts in a turn, and by what words

bool echo_is(EchoShare share, const TakenUp *turn) {
    if (!turn->shared) return false;
    return share == ECHO_SOME || turn->shared == turn->all ||
           (share == ECHO_HALF && 2 * turn->shared >= turn->all);
}

static bool find_echo(const Weighing *state, const WeighedPhrase *phrase,
                      Evidence *words) {
    if (!state->taken_up) return phrase->points > 0;
    const TakenUp *turn = &state->taken_up[words->turn];
    if (!echo_is(phrase->echo, turn)) return false;
    words->start = turn->start;
    words->end = turn->end;
    return true;
}

static bool find_said(const Weighing *state, const PhraseIndex *index, Evidence *words) {
    const Hit *hit = hit_from(index->said, words->turn, 0);
    const Folded *folded = turn_folded(state->in, words->turn);
    if (!hit) return false;
    words->start = fold_start(folded, hit->start);
    words->end = fold_end(folded, hit->end);
    words->pattern = hit->pattern;
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
static bool counts(const Weighing *state, size_t number, Evidence *words) {
    const WeighedPhrase *phrase = &state->weigh->phrases.items[number];
    const PhraseIndex *index = &state->indexes[number];
    Str text = turn_folded(state->in, words->turn)->text;
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

// Whether nobody can say if it counts in the turn, because its detector knows nothing.
static bool is_open(const Weighing *state, const WeighedPhrase *phrase) {
    if (phrase->detector == DETECTOR_NONE ||
        (phrase->by == WEIGH_AFTER && !state->answers))
        return false;
    return !state->in->findings[phrase->detector].known;
}

static void weigh_turn(Weighing *state, uint32_t turn) {
    const DetectInput *in = state->in;
    const WeighedPhrases *phrases = &state->weigh->phrases;
    state->counted.len = 0;
    state->sum = state->least = state->most = 0;
    vec_each(const WeighedPhrase, phrase, phrases) {
        Evidence words = {.detector = in->self,
                          .turn = turn,
                          .end = (uint32_t)in->call->turns.items[turn].text.len,
                          .by = in->self,
                          .pattern = PATTERN_NONE,
                          .phrase = phrase};
        if (is_open(state, phrase)) {
            *(phrase->points > 0 ? &state->most : &state->least) += phrase->points;
            state->doubt = in->findings[phrase->detector].why;
        } else if (counts(state, (size_t)(phrase - phrases->items), &words)) {
            state->sum += phrase->points;
            *vec_push(in->scratch, &state->counted) = words;
        }
    }
    state->least += state->sum;
    state->most += state->sum;
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

// False: the turn is none of those that are weighed. From the first on, one by one.
static bool weigh_next(Weighing *state, uint32_t turn) {
    const DetectInput *in = state->in;
    const Turn *turns = in->call->turns.items;
    state->answers =
        turn > 0 && (state->answers || turns[turn].role != turns[turn - 1].role);
    if (state->likely && !state->likely[turn]) return false;
    bool weighed =
        role_speaks(detector_role(in), &turns[turn]) && joined_begins(&in->joined, turn);
    if (weighed) weigh_turn(state, turn);
    return weighed;
}

// The turns that have enough. A turn that may have enough leaves the answer open where no
// other has. Tells of the first, or of the one that came nearest, where that is wanted.
static Str weigh_turns(Weighing *state, Finding *out) {
    const DetectInput *in = state->in;
    int32_t best = 0, wanted = (int32_t)state->weigh->enough;
    bool open = false;
    Str nearest = {0};
    for (uint32_t t = 0; t < in->call->turns.len; t++) {
        if (!weigh_next(state, t)) continue;
        bool enough = state->least >= wanted;
        open |= !enough && state->most >= wanted;
        if (state->explains && state->sum > best && !out->holds) {
            best = state->sum;
            nearest = explain(state, t);
        }
        out->holds |= enough;
        out->value += enough;
        vec_each(const Evidence, item, &state->counted)
            if (enough) finding_cite(in, out, item);
    }
    out->known = out->holds || !open;
    if (!out->known) out->why = state->doubt;
    return nearest;
}

// Of the phrases that add points, or of those that take some away: looks for what is said
// in the turns that are marked (of NULL, in all). Gives why it is not known, or {0}.
static Str want_said(Weighing *state, bool adds, const bool *turns) {
    const DetectInput *in = state->in;
    Str obstacle = {0};
    for (size_t i = 0; i < state->weigh->phrases.len; i++) {
        const WeighedPhrase *phrase = &state->weigh->phrases.items[i];
        if ((phrase->points > 0) != adds) continue;
        hits_want(in, &phrase->say, turns);
        if (!obstacle.len) obstacle = refs_obstacle(in, &phrase->say, turns);
        state->indexes[i] = index_phrase(in, phrase);
    }
    return obstacle;
}

static bool asks_echo(const Weigh *weigh) {
    vec_each(const WeighedPhrase, phrase, &weigh->phrases)
        if (phrase->by == WEIGH_ECHO) return true;
    return false;
}

static Weighing weighing_of(const DetectInput *in, const Weigh *weigh) {
    return (Weighing){.in = in,
                      .weigh = weigh,
                      .indexes =
                          arena_array(in->scratch, PhraseIndex, weigh->phrases.len)};
}

static Str weigh_call(Weighing *state, Finding *out) {
    if (asks_echo(state->weigh))
        state->taken_up = turns_taken_up(state->in, state->weigh->language);
    return weigh_turns(state, out);
}

// Whether a turn may have enough, if every echo that may be is there.
static bool may_be_enough(Weighing *state) {
    for (uint32_t t = 0; t < state->in->call->turns.len; t++)
        if (weigh_next(state, t) && state->most >= (int32_t)state->weigh->enough)
            return true;
    return false;
}

// Adds the points of a phrase in the turns where it counts. False: that takes a look at
// each of them.
static bool add_points(const Weighing *state, size_t number, int32_t *points) {
    const WeighedPhrase *phrase = &state->weigh->phrases.items[number];
    HitSlice said = state->indexes[number].said;
    const Timeline *found = &state->indexes[number].found;
    if (phrase->by == WEIGH_SAY) {
        for (size_t i = 0; i < said.len; i++)
            if (!i || said.items[i].turn != said.items[i - 1].turn)
                points[said.items[i].turn] += phrase->points;
        return true;
    }
    if (phrase->by != WEIGH_FIND || !state->in->findings[phrase->detector].known)
        return false;
    for (size_t i = 0; i < found->len; i++)
        if (!i || found->items[i].turn != found->items[i - 1].turn)
            points[found->items[i].turn] += phrase->points;
    return true;
}

// By turn, whether it has enough if all counts that takes a look at it, but for what
// takes points away; NULL: none has.
static const bool *find_likely(const Weighing *state) {
    const WeighedPhrases *phrases = &state->weigh->phrases;
    size_t count = state->in->call->turns.len;
    int32_t *points = arena_array(state->in->scratch, int32_t, count);
    int32_t wanted = (int32_t)state->weigh->enough;
    bool *likely = arena_array(state->in->scratch, bool, count), any = false;
    for (size_t i = 0; i < phrases->len; i++)
        if (phrases->items[i].points > 0 && !add_points(state, i, points))
            wanted -= phrases->items[i].points;
    for (size_t t = 0; t < count; t++) any |= likely[t] = points[t] >= wanted;
    return any ? likely : NULL;
}

static bool may_count(const DetectInput *in, const WeighedPhrase *phrase) {
    if (phrase->by == WEIGH_SAY)
        return hits_may_be(in->hits, &phrase->say) ||
               refs_obstacle(in, &phrase->say, NULL).len;
    if (phrase->detector == DETECTOR_NONE) return true;
    const Finding *found = &in->findings[phrase->detector];
    return !found->known || found->evidence.len;
}

// Whether all that may count anywhere in the call is enough, as it seldom is. What an
// echo takes, above all, is a turn's every word.
static bool may_have_enough(const DetectInput *in, const Weigh *weigh) {
    int64_t most = 0;
    vec_each(const WeighedPhrase, phrase, &weigh->phrases)
        if (phrase->points > 0 && may_count(in, phrase)) most += phrase->points;
    return most >= weigh->enough;
}

// What was said is looked for only where it may be enough, and then it is known whether
// it still may; what takes points away, only in turns that may have enough.
static void weigh_run(const DetectInput *in, const void *params, Finding *out) {
    const Weigh *weigh = params;
    out->why = role_obstacle(in, detector_role(in));
    if (out->why.len) return;
    out->known = !may_have_enough(in, weigh);
    if (out->known) return;
    Weighing state = weighing_of(in, weigh);
    out->why = want_said(&state, true, NULL);
    out->known = !may_have_enough(in, weigh);
    if (out->known) out->why = (Str){0};
    if (out->known || out->why.len) return;
    state.likely = find_likely(&state);
    out->known = !state.likely;
    if (!out->known) out->why = want_said(&state, false, state.likely);
    if (out->known || out->why.len) return;
    out->known = !may_be_enough(&state);
    if (!out->known) weigh_call(&state, out);
}

static Str weigh_explain(const DetectInput *in, const void *params,
                         const Finding *finding) {
    Finding again = {.known = finding->known};
    Weighing state = weighing_of(in, params);
    want_said(&state, true, NULL);
    want_said(&state, false, NULL);
    state.explains = true;
    return weigh_call(&state, &again);
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
    .asks = true,
    .run = weigh_run,
    .explain = weigh_explain,
};
