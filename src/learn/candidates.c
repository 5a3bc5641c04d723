#include "learn/candidates.h"

#include "check/example.h"
#include "detect/negation.h"
#include "learn/words.h"

#include <stdlib.h>

typedef struct {
    const LearnSet *set;
    const LearnPlan *plan;
    uint32_t guard; // of the detector's patterns
    Lexicon *lexicon;
    Arena scratch; // of one turn
    Map numbers;   // by "BY text"
    Candidates list;
} Gathering;

// ---- Words that are common enough to be in a pattern

typedef struct {
    uint32_t turns, last; // that have it; the last of them, from 1
} WordCount;
typedef struct {
    Map numbers;
    VEC(WordCount) items;
} WordCounts;

static WordCount *count_of(Arena *arena, WordCounts *counts, Str word) {
    uint32_t number = map_get(&counts->numbers, word);
    if (number != MAP_NONE) return &counts->items.items[number];
    map_add(arena, &counts->numbers, str_copy(arena, word), (uint32_t)counts->items.len);
    WordCount *count = vec_push(arena, &counts->items);
    *count = (WordCount){0};
    return count;
}

static WordCounts count_words(const LearnSet *set) {
    WordCounts counts = {0};
    Arena scratch = {0};
    for (uint32_t t = 0; t < set->turns.len; t++) {
        arena_reset(&scratch);
        Words words = words_read(&scratch, set->turns.items[t].folded);
        vec_each(const Word, word, &words) {
            WordCount *count = count_of(set->arena, &counts, word->text);
            count->turns += count->last != t + 1;
            count->last = t + 1;
        }
    }
    arena_free(&scratch);
    return counts;
}

// Every word is where `counts` is NULL.
static bool is_common(const WordCounts *counts, Str word) {
    uint32_t number = counts ? map_get(&counts->numbers, word) : MAP_NONE;
    return !counts ||
           (number != MAP_NONE && counts->items.items[number].turns >= SUPPORT_TURNS);
}

// ---- Gathering

static Str key_of(Gathering *all, WeighBy by, Str text) {
    return str_format(&all->scratch, "%d%.*s", (int)by, STR_ARG(text));
}

static Candidate *find_candidate(Gathering *all, WeighBy by, Str text) {
    Arena *arena = all->set->arena;
    Str key = key_of(all, by, text);
    uint32_t number = map_get(&all->numbers, key);
    if (number != MAP_NONE) return &all->list.items[number];
    key = str_copy(arena, key);
    map_add(arena, &all->numbers, key, (uint32_t)all->list.len);
    Candidate *candidate = vec_push(arena, &all->list);
    *candidate = (Candidate){.by = by, .text = str_slice(key, 1, key.len)};
    return candidate;
}

static void push_once(Arena *arena, Rows *rows, uint32_t row) {
    if (rows->len && rows->items[rows->len - 1] == row) return;
    *vec_push(arena, rows) = row;
}

static Candidate *note(Gathering *all, uint32_t turn, WeighBy by, Str text) {
    Candidate *candidate = find_candidate(all, by, text);
    push_once(all->set->arena, &candidate->turns, turn);
    return candidate;
}

static void note_pattern(Gathering *all, uint32_t number, const WordPattern *pattern) {
    const LearnTurn *turn = &all->set->turns.items[number];
    Arena *arena = all->set->arena;
    Candidate *candidate = note(all, number, WEIGH_SAY, pattern->pattern);
    bool negated = !text_negated(pattern->pattern) &&
                   negated_before(turn->folded, pattern->start, all->guard);
    if (turn->open && !negated && pattern->tells)
        push_once(arena, &candidate->adds, number);
    if (turn->found && pattern->start < turn->undo_to && pattern->end > turn->undo_from)
        push_once(arena, &candidate->undoes, number);
}

static bool has_digits(Str word) { return str_has(word, STR("\\d")); }

// Of a turn of the set; of another text with all its words where `counts` is NULL.
static WordPatterns patterns_of(Gathering *all, Str text, const WordCounts *counts) {
    Arena *scratch = &all->scratch;
    Words words = words_read(scratch, text);
    WordUse *uses = arena_array(scratch, WordUse, words.len);
    for (size_t w = 0; w < words.len; w++) {
        Str word = words.items[w].text;
        uses[w].common = is_common(counts, word);
        LexiconWord known = lexicon_look(all->lexicon, word);
        uses[w].content = has_digits(word) || (known.stem.len && !known.is_number);
    }
    return words_patterns(scratch, text, &words, uses);
}

static void note_words(Gathering *all, uint32_t number, const WordCounts *counts) {
    Str text = all->set->turns.items[number].folded;
    WordPatterns patterns = patterns_of(all, text, counts);
    vec_each(const WordPattern, pattern, &patterns) note_pattern(all, number, pattern);
}

static void note_length(Gathering *all, uint32_t number) {
    static const uint32_t FEW[] = {1, 2, 4, 7}, MANY[] = {8, 15, 25};
    uint32_t words = all->set->turns.items[number].words;
    for (size_t i = 0; i < sizeof FEW / sizeof *FEW; i++)
        if (words <= FEW[i])
            note(all, number, WEIGH_WORDS,
                 str_format(&all->scratch, "at_most %u", FEW[i]));
    for (size_t i = 0; i < sizeof MANY / sizeof *MANY; i++)
        if (words >= MANY[i])
            note(all, number, WEIGH_WORDS,
                 str_format(&all->scratch, "at_least %u", MANY[i]));
}

static void note_others(Gathering *all, uint32_t number) {
    static const char *const SHARES[ECHO_SHARES] = {"some", "half", "all"};
    const Detector *detectors = all->plan->rubric->detectors.items;
    const LearnTurn *turn = &all->set->turns.items[number];
    vec_each(const uint32_t, ref, &turn->here)
        if (*ref != all->plan->detector)
            note(all, number, WEIGH_FIND, detectors[*ref].name);
    if (turn->found)
        note(all, number, WEIGH_FIND, detectors[all->plan->detector].name)->is_own = true;
    vec_each(const uint32_t, ref, &turn->answered)
        if (*ref != all->plan->detector)
            note(all, number, WEIGH_AFTER, detectors[*ref].name);
    for (EchoShare share = 0; share < ECHO_SHARES; share++)
        if (turn->echoes[share]) note(all, number, WEIGH_ECHO, str_from(SHARES[share]));
}

// ---- What the detector's examples forbid

static void forbid(Gathering *all, const WordPattern *pattern, ExampleType type) {
    uint32_t number = map_get(&all->numbers, key_of(all, WEIGH_SAY, pattern->pattern));
    if (number == MAP_NONE) return;
    Candidate *candidate = &all->list.items[number];
    (type == EXAMPLE_MATCH ? &candidate->undoes : &candidate->adds)->len = 0;
}

// A pattern that stands in an example of what is not to be found cannot be added, one in
// an example of what is cannot be an exception.
static void heed_examples(Gathering *all) {
    const Detector *detector = &all->plan->rubric->detectors.items[all->plan->detector];
    vec_each(const Example, example, &detector->examples) {
        Call call = {0};
        uint32_t bad_line;
        arena_reset(&all->scratch);
        if (!example_parse(&all->scratch, example->text, detector->role, &call,
                           &bad_line))
            continue;
        vec_each(const Turn, turn, &call.turns) {
            Str text =
                text_fold_without(&all->scratch, turn->text, &all->plan->rubric->passed)
                    .text;
            WordPatterns patterns = patterns_of(all, text, NULL);
            vec_each(const WordPattern, pattern, &patterns)
                forbid(all, pattern, example->type);
        }
    }
}

// ---- Which are kept

static bool is_supported(const LearnSet *set, const Candidate *candidate) {
    const Rows *rows = &candidate->turns;
    uint32_t dialogues = 0, agents = 0;
    for (size_t i = 0;
         i < rows->len && (dialogues < SUPPORT_DIALOGUES || agents < SUPPORT_AGENTS);
         i++) {
        const LearnTurn *turn = &set->turns.items[rows->items[i]];
        const LearnTurn *first = &set->turns.items[rows->items[0]];
        dialogues += i == 0 || (dialogues == 1 && turn->dialogue != first->dialogue);
        agents += i == 0 || (agents == 1 && !str_eq(turn->agent, first->agent));
    }
    return rows->len >= SUPPORT_TURNS && dialogues >= SUPPORT_DIALOGUES &&
           (!set->agents_known || agents >= SUPPORT_AGENTS);
}

static bool is_simpler(const Candidate *a, const Candidate *b) {
    if (a->is_own != b->is_own) return a->is_own;
    bool adds = a->adds.len > 0, other = b->adds.len > 0;
    if (adds != other) return adds;
    return a->text.len < b->text.len;
}

// Of those that stand in the same turns the simplest stays, in the place of the first.
static void keep_candidates(Gathering *all) {
    Arena *arena = all->set->arena;
    Map kept_by_turns = {0};
    size_t kept = 0;
    for (size_t i = 0; i < all->list.len; i++) {
        const Candidate candidate = all->list.items[i];
        if (!is_supported(all->set, &candidate)) continue;
        Str turns = {(const char *)candidate.turns.items,
                     candidate.turns.len * sizeof *candidate.turns.items};
        uint32_t at = map_add(arena, &kept_by_turns, turns, (uint32_t)kept);
        if (at == kept)
            all->list.items[kept++] = candidate;
        else if (is_simpler(&candidate, &all->list.items[at]))
            all->list.items[at] = candidate;
    }
    all->list.len = kept;
}

Candidates candidates_make(const LearnSet *set, const LearnPlan *plan) {
    const Detector *detector = &plan->rubric->detectors.items[plan->detector];
    const FieldSpec *guard = field_for(detector->kind, FIELD_GUARD, PURPOSE_OWN);
    Gathering all = {.set = set, .plan = plan};
    if (guard) all.guard = *(const uint32_t *)detector_param(detector, guard);
    Lexicons lexicons = {0};
    all.lexicon = lexicon_of(&lexicons, STR("english"));
    WordCounts counts = count_words(set);
    for (uint32_t t = 0; t < set->turns.len; t++) {
        arena_reset(&all.scratch);
        note_others(&all, t);
        note_length(&all, t);
        note_words(&all, t, &counts);
    }
    heed_examples(&all);
    arena_free(&all.scratch);
    lexicons_free(&lexicons);
    keep_candidates(&all);
    return all.list;
}
