#include "call/words.h"
#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/sentence.h"

#include <stdlib.h>

typedef struct {
    PatternRefs words, unless;
    uint32_t within, min;
    bool ordered;
} Near;

#define FIELD(member) offsetof(Near, member)
static const FieldSpec FIELDS[] = {
    {"words", FIELD_PATTERNS, FIELD(words), .summary = "patterns; each must match",
     .required = true},
    {"within", FIELD_COUNT, FIELD(within),
     .summary = "at most so many words between the first match and the last",
     .required = true},
    {"ordered", FIELD_BOOL, FIELD(ordered),
     .summary = "in the order they are listed (no)"},
    {"unless", FIELD_PATTERNS, FIELD(unless),
     .summary = "patterns that undo it in the same sentence", .purpose = PURPOSE_UNDOES},
    {"min", FIELD_COUNT, FIELD(min), .summary = "holds with at least so many (1)"},
    {0},
};
static const Near DEFAULTS = {.min = 1};

enum { WORDS_MOST = 16 };

// A match of one of the words, by its number in the list.
typedef struct {
    uint32_t word, turn, start, end;
} Match;
typedef VEC(Match) Matches;

static int compare_matches(const void *a, const void *b) {
    const Match *x = a, *y = b;
    if (x->turn != y->turn) return x->turn < y->turn ? -1 : 1;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end < y->end ? -1 : 1;
    return (x->word > y->word) - (x->word < y->word);
}

static Matches collect(const DetectInput *in, const Near *near) {
    Matches matches = {0};
    for (uint32_t word = 0; word < near->words.len; word++) {
        HitSlice hits = hits_of(in->hits, near->words.items[word].pattern);
        for (size_t i = 0; i < hits.len; i++) {
            const Hit *hit = &hits.items[i];
            *vec_push(in->scratch, &matches) =
                (Match){word, hit->turn, hit->start, hit->end};
        }
    }
    if (matches.len)
        qsort(matches.items, matches.len, sizeof *matches.items, compare_matches);
    return matches;
}

// A found that grows backwards from its last match.
typedef struct {
    const Match *first, *last;
    uint32_t missing;           // words, one bit each
    uint32_t counted_from, gap; // the words between there, a space, and `last`
} NearWords;

// A found looks back over no more matches than so many: a word said again and again is
// no reason for more work than that.
enum { LOOK_BACK_MOST = 1000 };

// Counts on from where the count has come: from one space to another, so that no word is
// counted twice, and then what is left up to the match.
static bool is_too_far(const DetectInput *in, const Near *near, const Match *match,
                       NearWords *found) {
    enum { WORD_MOST = 200 }; // bytes
    if (match->end >= found->counted_from) return false;
    Str text = turn_folded(in, match->turn)->text;
    uint32_t limit = found->counted_from;
    if (limit - match->end > WORD_MOST) limit = match->end + WORD_MOST;
    uint32_t space = (uint32_t)str_index(str_slice(text, 0, limit), match->end, ' ');
    found->gap += text_words(str_slice(text, space, found->counted_from));
    found->counted_from = space;
    uint32_t rest = text_words(str_slice(text, match->end, space));
    return found->gap + rest > near->within;
}

// A match serves for one word only, and no two share a letter.
static bool is_wanted(const Near *near, const NearWords *found, const Match *match) {
    uint32_t bit = 1U << match->word;
    bool is_next = !near->ordered || found->missing < bit << 1;
    return (found->missing & bit) && is_next && match->end <= found->first->start;
}

// The shortest found that ends with matches[last], taking of each word the match that
// is nearest, back to matches[from]; false when a word is missing.
static bool find_near(const DetectInput *in, const Near *near, const Matches *matches,
                      size_t from, size_t last, NearWords *out) {
    const Match *end = &matches->items[last];
    uint32_t all = (1U << near->words.len) - 1;
    *out = (NearWords){end, end, all & ~(1U << end->word), end->start, 0};
    if (near->ordered && end->word + 1 != near->words.len) return false;
    if (last - from > LOOK_BACK_MOST) from = last - LOOK_BACK_MOST;
    for (size_t i = last; out->missing && i-- > from;) {
        const Match *match = &matches->items[i];
        if (match->turn != end->turn || is_too_far(in, near, match, out)) break;
        if (!is_wanted(near, out, match)) continue;
        out->first = match;
        out->missing &= ~(1U << match->word);
    }
    return !out->missing;
}

static bool is_excepted(const DetectInput *in, const Near *near, const NearWords *found) {
    uint32_t turn = found->first->turn;
    if (!near->unless.len) return false;
    Sentence around = sentence_around(turn_folded(in, turn)->text, found->first->start,
                                      found->last->end);
    return hits_overlap(in->hits, &near->unless, turn, around.start, around.end);
}

static uint32_t search(const DetectInput *in, const Near *near, Finding *out) {
    Matches matches = collect(in, near);
    NearWords found;
    uint32_t count = 0;
    size_t from = 0; // what lies before has been used
    for (size_t last = 0; last < matches.len; last++) {
        if (!find_near(in, near, &matches, from, last, &found)) continue;
        if (is_excepted(in, near, &found)) continue;
        finding_add_folded(in, out, found.first->turn, found.first->start,
                           found.last->end);
        count++;
        while (last + 1 < matches.len &&
               matches.items[last + 1].turn == found.last->turn &&
               matches.items[last + 1].start < found.last->end)
            last++;
        from = last + 1;
    }
    return count;
}

static void near_run(const DetectInput *in, const void *params, Finding *out) {
    const Near *near = params;
    out->why = patterns_obstacle(in);
    if (!out->why.len) out->why = role_obstacle(in, detector_role(in));
    if (out->why.len) return;
    uint32_t count = search(in, near, out);
    out->known = true;
    out->value = count;
    out->holds = count >= near->min;
    if (count && !out->holds)
        out->why = str_format(in->scratch, "%.*s: %u found, fewer than %u",
                              STR_ARG(detector_words(in, in->self)), count, near->min);
}

static const char *near_check(const void *params) {
    const Near *near = params;
    if (near->words.len < 2) return "needs two 'words' or more";
    return near->words.len > WORDS_MOST ? "has more than 16 'words'" : NULL;
}

const DetectorKind KIND_NEAR = {
    .name = "near",
    .summary = "words that stand near each other, in order or not",
    .fields = FIELDS,
    .params_size = sizeof(Near),
    .defaults = &DEFAULTS,
    .check = near_check,
    .rests_on_words = true,
    .run = near_run,
};
