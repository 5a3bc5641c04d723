#include "detect/content.h"
#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/position.h"
#include "detect/timeline.h"

typedef struct {
    uint32_t to, frame, min_words, shared, min, share;
    int of; // EchoOf
    Distance within;
    Str language;
    Texts ignore;
    PatternRefs unless;
} Echo;

// What is echoed: content words; or numbers, names and redaction marks as well, of the
// whole turn, or only of the words that `to` found in it.
typedef enum { ECHO_WORDS, ECHO_DETAILS, ECHO_FOUND } EchoOf;
static const char *const ECHO_OF[] = {"words", "details", "found", NULL};

#define FIELD(member) offsetof(Echo, member)
static const FieldSpec FIELDS[] = {
    {"to", FIELD_DETECTOR, FIELD(to),
     .summary =
         "the detector whose turns are to be echoed (the other side's longer turns)"},
    {"of", FIELD_CHOICE, FIELD(of),
     .summary =
         "words; details: numbers, names and marks as well; found: those that 'to' found",
     .choices = ECHO_OF},
    {"min_words", FIELD_COUNT, FIELD(min_words),
     .summary = "without 'to': a turn of so many content words is to be echoed (4)"},
    {"within", FIELD_DISTANCE, FIELD(within),
     .summary = "how far: {turns: N} of the echoing side ({turns: 2}), or {seconds: N}"},
    {"shared", FIELD_COUNT, FIELD(shared),
     .summary = "so many content words are an echo (2)"},
    {"frame", FIELD_DETECTOR, FIELD(frame),
     .summary = "what it finds in those turns is an echo"},
    {"min", FIELD_COUNT, FIELD(min),
     .summary = "holds with at least so many turns echoed (1)"},
    {"share", FIELD_COUNT, FIELD(share),
     .summary = "and with at least so many percent of the turns to be echoed (0)"},
    {"language", FIELD_TEXT, FIELD(language),
     .summary = "whose word stems are compared (english)"},
    {"ignore", FIELD_TEXTS, FIELD(ignore), .summary = "more words that do not count"},
    {"unless", FIELD_PATTERNS, FIELD(unless),
     .summary = "a word that comes back within a match of one of them is no echo",
     .purpose = PURPOSE_UNDOES},
    {0},
};
static const Echo DEFAULTS = {
    .to = DETECTOR_NONE,
    .frame = DETECTOR_NONE,
    .min_words = 4,
    .shared = 2,
    .min = 1,
    .within = {UNIT_TURNS, 2},
    .language = {"english", sizeof "english" - 1},
};

// A word of the turn echoed, and where in which later turn it comes back.
typedef struct {
    uint32_t turn;
    SharedWord word;
} EchoedWord;

typedef struct {
    uint32_t sources, echoed, untimed; // turns
    uint32_t missed; // the first turn not echoed, counted from 1; 0: none
} EchoCount;

typedef struct {
    const DetectInput *in;
    const Echo *echo;
    ContentReader reader;
    Role role; // who echoes
    Ruler ruler;
    const uint32_t *next; // by turn: that side's next
    Timeline sources_found, frames;
    Content **content; // by turn; NULL: not read yet
    EchoCount *count;
    Str gave_up; // why nothing is known after all
} EchoSearch;

// What is found of one turn in those after it.
typedef struct {
    uint32_t needed; // so many of its words; 0: none are to be echoed
    uint64_t stems;  // the bits of these
    bool *taken;     // by word of the turn
    VEC(EchoedWord) words;
    const Evidence *frame;
    bool unsure; // some of it is in a turn whose distance is not known
} FoundEcho;

static const Content *content_said(EchoSearch *search, uint32_t turn) {
    Content **content = &search->content[turn];
    if (!*content) {
        *content = arena_new(search->in->scratch, Content);
        **content = content_of(&search->reader, turn_words(&search->reader, turn));
    }
    return *content;
}

static bool was_found(const EchoSearch *search, uint32_t turn, const ContentWord *word) {
    if (search->echo->of != ECHO_FOUND) return true;
    uint32_t start = fold_start(turn_folded(search->in, turn), word->start);
    return timeline_overlaps(&search->sources_found, turn, start, start + 1);
}

// What there is to be echoed of a turn.
static FoundEcho words_to_find(EchoSearch *search, uint32_t source) {
    const Content *said = content_said(search, source);
    uint32_t count = 0, least = search->echo->shared;
    FoundEcho found = {0};
    vec_each(const ContentWord, word, &said->words) {
        if (word->is_name || !was_found(search, source, word)) continue;
        found.stems |= stem_bit(word->stem);
        count++;
    }
    found.needed = count < least ? count : least;
    if (count) found.taken = arena_array(search->in->scratch, bool, said->words.len);
    return found;
}

static bool is_enough(const FoundEcho *found) {
    return found->frame || (found->needed && found->words.len >= found->needed);
}

// Whether the word that came back means something else there.
static bool is_undone(const EchoSearch *search, uint32_t turn, const ContentWord *word) {
    return hits_overlap(search->in->hits, &search->echo->unless, turn, word->start,
                        word->end);
}

// Looks in the turn for what undoes a word there, once.
static void want_undoing(EchoSearch *search, uint32_t turn) {
    const DetectInput *in = search->in;
    const PatternRefs *unless = &search->echo->unless;
    bool may_be = hits_may_be(in->hits, unless) || in->hits->gave_up.len;
    if (!may_be) return;
    bool *turns = arena_array(in->scratch, bool, in->call->turns.len);
    turns[turn] = true;
    hits_want(in, unless, turns);
    if (!search->gave_up.len) search->gave_up = refs_obstacle(in, unless, turns);
}

static void take_words(EchoSearch *search, uint32_t source, uint32_t turn,
                       FoundEcho *found) {
    const ReadWords *words = turn_words(&search->reader, turn);
    if (!(words->stems & found->stems)) return;
    const Content *said = content_said(search, source);
    SharedWords shared = content_shared(&search->reader, said, words);
    if (shared.len) want_undoing(search, turn);
    vec_each(const SharedWord, word, &shared) {
        bool *taken = &found->taken[word->a - said->words.items];
        if (!was_found(search, source, word->a)) continue;
        if (is_undone(search, turn, &word->b)) continue;
        if (!*taken)
            *vec_push(search->in->scratch, &found->words) = (EchoedWord){turn, *word};
        *taken = true;
    }
}

static void look_in(EchoSearch *search, uint32_t source, uint32_t turn, bool untimed,
                    FoundEcho *found) {
    size_t before = found->words.len;
    if (found->needed) take_words(search, source, turn, found);
    found->frame = timeline_in(&search->frames, turn);
    found->unsure |= untimed && (found->frame || found->words.len > before);
}

static FoundEcho find_echo(EchoSearch *search, uint32_t source) {
    const Call *call = search->in->call;
    FoundEcho found = words_to_find(search, source);
    uint32_t t = search->next[source], looked = 0;
    int64_t reach = ruler_reach(&search->ruler, &(Evidence){.turn = source});
    for (; t < call->turns.len && looked < TURNS_MOST && !is_enough(&found);
         t = search->next[t], looked++) {
        int64_t place = ruler_place(&search->ruler, &(Evidence){.turn = t});
        Nearness near = position_near(place, reach);
        if (near == DISTANCE_FAR) break;
        look_in(search, source, t, near == DISTANCE_UNKNOWN, &found);
    }
    return found;
}

// First the words as they were said, then as they came back.
static void cite(const EchoSearch *search, uint32_t source, const FoundEcho *found,
                 Finding *out) {
    const DetectInput *in = search->in;
    vec_each(const EchoedWord, echoed, &found->words)
        finding_add_folded(in, out, source, echoed->word.a->start, echoed->word.a->end);
    vec_each(const EchoedWord, echoed, &found->words)
        finding_add_folded(in, out, echoed->turn, echoed->word.b.start,
                           echoed->word.b.end);
    if (found->frame) finding_cite(in, out, found->frame);
}

// Looks for what takes up the turn, if it is the other side's.
static void search_turn(EchoSearch *search, uint32_t turn, Finding *out) {
    EchoCount *count = search->count;
    Role other = role_other(search->role);
    if (search->in->call->turns.items[turn].role != other) return;
    bool any = search->echo->to == DETECTOR_NONE;
    if (any && content_said(search, turn)->count < search->echo->min_words) return;
    FoundEcho found = find_echo(search, turn);
    bool enough = is_enough(&found);
    count->sources++;
    count->echoed += enough && !found.unsure;
    count->untimed += enough && found.unsure;
    if (enough)
        cite(search, turn, &found, out);
    else if (!count->missed)
        count->missed = turn + 1;
}

// All turns, or those where something was found that is to be echoed.
static void search_turns(EchoSearch *search, Finding *out) {
    const Timeline *found = &search->sources_found;
    uint32_t all = (uint32_t)search->in->call->turns.len;
    if (search->echo->to == DETECTOR_NONE)
        for (uint32_t t = 0; t < all; t++) search_turn(search, t, out);
    for (size_t i = 0; i < found->len; i++)
        if (!i || found->items[i].turn != found->items[i - 1].turn)
            search_turn(search, found->items[i].turn, out);
}

static Str echo_explain(const DetectInput *in, const void *params,
                        const Finding *finding) {
    (void)params;
    const EchoCount *count = finding->told;
    Arena *arena = in->scratch;
    Str other = role_name(role_other(detector_speaker(in)));
    if (!count->sources)
        return str_format(arena, "the %.*s said nothing to take up", STR_ARG(other));
    if (count->sources == 1 && count->missed)
        return str_format(arena, "what the %.*s said in turn %u was not taken up",
                          STR_ARG(other), count->missed);
    Str why = str_format(arena, "%u of %u turns of the %.*s were taken up", count->echoed,
                         count->sources, STR_ARG(other));
    if (!count->missed) return why;
    return str_format(arena, "%.*s, not turn %u", STR_ARG(why), count->missed);
}

// Where `to` finds nothing, there is nothing to be echoed.
static uint32_t echo_leads(const void *params) {
    const Echo *echo = params;
    return echo->to != DETECTOR_NONE;
}

static bool has_sources(const DetectInput *in, const Echo *echo) {
    return echo->to == DETECTOR_NONE || in->findings[echo->to].evidence.len;
}

static bool can_say(const DetectInput *in, const Echo *echo, Role role, Finding *out) {
    if (!detector_known(in, echo->to, out) ||
        (has_sources(in, echo) && !detector_known(in, echo->frame, out)))
        return false;
    out->why = role_obstacle(in, role_other(role));
    if (!out->why.len) out->why = role_obstacle(in, role);
    return !out->why.len;
}

// Whether so many turns echoed are enough.
static bool is_echoed(const Echo *echo, const EchoCount *count, uint32_t echoed) {
    uint64_t percent = 100 * (uint64_t)echoed, wanted = (uint64_t)echo->share;
    return echoed >= echo->min && percent >= wanted * count->sources;
}

static void search_all(const DetectInput *in, const Echo *echo, EchoCount *count,
                       Finding *out) {
    Role role = detector_speaker(in);
    EchoSearch search = {.in = in,
                         .echo = echo,
                         .role = role,
                         .ruler = ruler_make(in, echo->within, role),
                         .next = turns_after(in, role),
                         .sources_found = timeline_make(in, echo->to),
                         .frames = timeline_make(in, echo->frame),
                         .count = count};
    search.content = arena_array(in->scratch, Content *, in->call->turns.len);
    search.reader = content_reader(in, echo->language, &echo->ignore);
    search.reader.details = echo->of != ECHO_WORDS;
    search_turns(&search, out);
    out->why = search.gave_up;
    if (out->why.len) out->evidence.len = 0;
}

static void echo_run(const DetectInput *in, const void *params, Finding *out) {
    const Echo *echo = params;
    if (!can_say(in, echo, detector_speaker(in), out)) return;
    EchoCount *count = arena_new(in->scratch, EchoCount);
    if (has_sources(in, echo)) search_all(in, echo, count, out);
    if (out->why.len) return;
    out->told = count;
    out->value = count->echoed;
    out->holds = is_echoed(echo, count, count->echoed);
    out->known = out->holds || !is_echoed(echo, count, count->echoed + count->untimed);
    if (!out->known) out->why = position_untimed();
}

static const char *echo_check(const void *params) {
    const Echo *echo = params;
    if (!echo->shared) return "needs a 'shared' of 1 or more";
    if (echo->of == ECHO_FOUND && echo->to == DETECTOR_NONE)
        return "needs 'to' with 'of: found'";
    if (!echo->min_words) return "needs a 'min_words' of 1 or more";
    return stemmer_knows(echo->language) ? NULL : "has an unknown 'language'";
}

const DetectorKind KIND_ECHO = {
    .name = "echo",
    .summary = "one side takes up the other's words",
    .fields = FIELDS,
    .params_size = sizeof(Echo),
    .defaults = &DEFAULTS,
    .check = echo_check,
    .rests_on_words = true,
    .asks = true,
    .leads = echo_leads,
    .run = echo_run,
    .explain = echo_explain,
};
