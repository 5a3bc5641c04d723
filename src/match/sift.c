#include "match/sift.h"

// Where the sightings of a text go: all that is looked at for each of them, so that it
// is at hand.
typedef struct {
    Sifted *sifted;
    Sighting *next, *end;  // the first that is free, and where there are no more
    uint32_t number, turn; // of the next
    uint32_t *lists;
    uint64_t *possible;
} Adding;

static Adding adding_start(Sifted *sifted) {
    Sightings *all = &sifted->sifter->sightings;
    return (Adding){.sifted = sifted,
                    .next = all->items + all->len,
                    .end = all->items + all->cap,
                    .number = (uint32_t)all->len,
                    .turn = sifted->turn,
                    .lists = sifted->sifter->lists,
                    .possible = sifted->out->possible};
}

// Tells how many there are now.
static inline void adding_end(Sifted *sifted, uint32_t number) {
    sifted->sifter->sightings.len = number;
}

__attribute__((noinline)) static Adding more_room(Sifted *sifted, uint32_t number) {
    Sifter *sifter = sifted->sifter;
    adding_end(sifted, number);
    vec_reserve(&sifter->arena, &sifter->sightings, number);
    return adding_start(sifted);
}

// Adds a sighting before those of the pattern.
static inline void add(Adding *to, uint32_t pattern, SightingType type, uint32_t number,
                       uint32_t end, uint32_t kept) {
    if (to->next == to->end) *to = more_room(to->sifted, to->number);
    Sighting *added = to->next++;
    uint32_t *list = &to->lists[pattern];
    added->pattern = pattern, added->next = *list;
    added->turn = to->turn;
    added->number = number, added->end = end;
    added->type = type, added->kept = kept;
    *list = to->number++;
    set_bit(to->possible, pattern);
}

static const Wanted *wanted_for(Sifter *sifter, Role role) {
    if (sifter->wanted[role]) return sifter->wanted[role];
    const Wanted *wanted = patterns_wanted(sifter->patterns, role);
    uint32_t lists = sieve_partner_lists(wanted->sieve);
    sifter->seen[role] = arena_array(&sifter->arena, uint32_t, lists);
    sifter->seen[role][0] = UINT32_MAX; // none is needed: it is there, wherever one looks
    return sifter->wanted[role] = wanted;
}

// A text that was scanned: all that is looked at for each hit, so that it is at hand.
typedef struct {
    const SieveHit *hits, *hits_end;
    const SieveItems items;
    uint32_t *seen; // as in Sifter, for its role, likewise
    uint32_t begun, ended;
    Str text;
} Scanned;

// Notes that there are partners of some lists at a place, as it is told for these.
static inline void note(uint32_t *seen, const uint32_t *list, const uint32_t *end,
                        uint32_t place) {
    for (; list < end; list++) {
        uint32_t before = seen[*list];
        // Without a branch, which nobody could foretell.
        seen[*list] = before < place ? place : before;
    }
}

static void note_partners(const Scanned in) {
    // All is asked of memory before it is looked at, so that it is waited for once.
    for (const SieveHit *hit = in.hits; hit < in.hits_end; hit++) {
        const char *here = (const char *)sieve_ends(&in.items, hit);
        __builtin_prefetch(here);
        __builtin_prefetch(here + CACHE_LINE);
    }
    for (const SieveHit *hit = in.hits; hit < in.hits_end; hit++) {
        if (!(hit->ends & ENDS_PARTNERS)) continue;
        const SieveEnds *here = sieve_ends(&in.items, hit);
        const uint32_t *middle = (const void *)here;
        SieveEdge edge = sieve_edge(hit);
        note(in.seen, middle - here->in_front[edge], middle, in.ended - hit->end);
        middle = here->lists;
        note(in.seen, middle, middle + here->behind[edge], in.begun + hit->end);
    }
}

// Adds sightings of the atoms that were hit, have their partners, room for a match around
// them, and behind them what can stand there.
static void add_atoms(Sifted *sifted, const Scanned in) {
    Adding to = adding_start(sifted);
    for (const SieveHit *hit = in.hits; hit < in.hits_end; hit++) {
        if (!(hit->ends & ENDS_ATOMS)) continue;
        const SieveEnds *here = sieve_ends(&in.items, hit);
        const SieveGate *gates = sieve_gates(here);
        uint32_t at = hit->end, count = here->atoms[sieve_edge(hit)];
        const uint32_t told[] = {in.ended - at, in.begun + at};
        char behind = at < in.text.len ? in.text.ptr[at] : '\0';
        for (uint32_t i = 0; i < count; i++) {
            const SieveGate *gate = &gates[i];
            uint32_t number = here->first + i;
            if (in.seen[gate->partners] <= told[gate->partners % 2]) continue;
            if (at < gate->least || (at > gate->last && gate->last != UINT16_MAX))
                continue;
            if (!byteset_has(&in.items.sets[gate->after], behind)) continue;
            add(&to, gate->pattern, SEEN_ATOM, number, at, 0);
            __builtin_prefetch(&in.items.atoms[number]); // should it be asked for
        }
    }
    adding_end(sifted, to.number);
}

static void forget_partners(Sifter *sifter) {
    for (Role role = 0; role < ROLE_COUNT; role++)
        if (sifter->seen[role])
            memset(&sifter->seen[role][1], 0,
                   (sieve_partner_lists(sifter->wanted[role]->sieve) - 1) *
                       sizeof(uint32_t));
}

// Makes places for a text, at which nothing was seen; when all were given, from the first
// on again.
static void begin_text(Sifter *sifter, Str text) {
    sifter->begun = sifter->ended + 1;
    if (text.len >= UINT32_MAX - sifter->begun) {
        forget_partners(sifter);
        sifter->begun = 1;
    }
    sifter->ended = sifter->begun + (uint32_t)text.len;
}

// Forgets the sightings of the texts before.
static void forget_sightings(Sifter *sifter) {
    vec_each(const Sighting, one, &sifter->sightings) sifter->lists[one->pattern] = 0;
    sifter->sightings.len = 0;
    *vec_push(&sifter->arena, &sifter->sightings) = (Sighting){0};
}

static void add_sieved(Sifted *sifted, const MatchText *text) {
    Sifter *sifter = sifted->sifter;
    const Wanted *wanted = sifter->wanted[text->role];
    SieveScan *scan = &sifter->scan[text->role];
    begin_text(sifter, text->text);
    sieve_scan(wanted->sieve, text->text, &sifter->arena, scan);
    const Scanned in = {.hits = scan->hits.items,
                        .hits_end = scan->hits.items + scan->hits.len,
                        .items = wanted->items,
                        .seen = sifter->seen[text->role],
                        .begun = sifter->begun,
                        .ended = sifter->ended,
                        .text = text->text};
    note_partners(in);
    add_atoms(sifted, in);
}

// U+017F (long s) and U+212A (Kelvin sign) are the only characters outside ASCII that a
// caseless s or k matches.
static bool has_strange_letter(const CodeText *text) {
    return !text->ascii && (str_has(text->text, STR("\xC5\xBF")) ||
                            str_has(text->text, STR("\xE2\x84\xAA")));
}

static void add_searches(Sifted *sifted, const MatchText *text) {
    const Patterns *patterns = sifted->sifter->patterns;
    Adding to = adding_start(sifted);
    for (uint32_t p = 0; p < patterns_count(patterns); p++)
        if (pattern_is_for(&patterns->items.items[p], text->role))
            add(&to, p, SEEN_TEXT, 0, 0, 0);
    adding_end(sifted, to.number);
}

static void add_new(Sifted *sifted, const MatchText *text) {
    Sifter *sifter = sifted->sifter;
    // Asked for first: confirming a search looks at a pattern's branches as well,
    // and another thread may be making them just now.
    const Wanted *wanted = sifter->use_sieve ? wanted_for(sifter, text->role) : NULL;
    if (!wanted || has_strange_letter(&sifted->texts[sifted->turn])) {
        add_searches(sifted, text);
        return;
    }
    add_sieved(sifted, text);
}

static void add_known(Sifted *sifted, const SightingSlice known) {
    Adding to = adding_start(sifted);
    vec_each(const Sighting, one, &known)
        if (one->pattern != PATTERN_NONE)
            add(&to, one->pattern, one->type, one->number, one->end, one->kept);
    adding_end(sifted, to.number);
}

// Whether any pattern is for the role.
static bool is_sought(Sifter *sifter, Role role) {
    if (role == ROLE_SYSTEM) return false;
    return !sifter->use_sieve || wanted_for(sifter, role)->any;
}

static void sift_text(Sifted *sifted, const MatchText *text, uint64_t hash) {
    Memo *memo = sifted->sifter->memo;
    Sightings *sightings = &sifted->sifter->sightings;
    size_t first = sightings->len;
    SightingSlice known;
    MemoAnswer answer = memo ? memo_recall(memo, text, hash, &known) : MEMO_NEW;
    if (answer == MEMO_KNOWN)
        add_known(sifted, known);
    else
        add_new(sifted, text);
    if (answer == MEMO_WANTED)
        memo_keep(memo, text, &sightings->items[first], sightings->len - first);
    if (answer != MEMO_NEW) sifted->kept[sifted->turn] = memo_number(memo);
}

// ---- What may match in every text, as far as atoms tell

static void expect_always(Sifted *sifted, const Wanted *wanted) {
    HitList *out = sifted->out;
    vec_each(const Always, always, &wanted->always) {
        uint32_t pattern = always->pattern;
        if (hits_may_have(out, pattern)) continue; // another branch has led here
        set_bit(out->possible, pattern);
        set_bit(sifted->waits, pattern);
    }
}

static void expect_of_all(Sifted *sifted, const bool *spoke) {
    Sifter *sifter = sifted->sifter;
    for (Role role = 0; sifter->use_sieve && role < ROLE_COUNT; role++)
        if (spoke[role] && is_sought(sifter, role))
            expect_always(sifted, wanted_for(sifter, role));
}

static bool may_begin(const Always *always, Str text) {
    const Head *head = &always->head;
    if (always->at_top) return head_fits(head, text, 0);
    return !head->len || head_find(head, text, 0) < text.len;
}

// Where the sighting behind the one numbered `before` is noted; 0: the first.
static uint32_t *link_behind(Sifted *sifted, uint32_t pattern, uint32_t before) {
    Sighting *last = sighting_of(sifted->sifter, before);
    return last ? &last->next : &sifted->sifter->lists[pattern];
}

// Puts one among those of its pattern, none of which up to `before` is of a later turn;
// gives its number.
static uint32_t insert(Sifted *sifted, const Sighting *sighting, uint32_t before) {
    uint32_t next;
    Sightings *all = &sifted->sifter->sightings;
    Sighting *added = vec_push(&sifted->sifter->arena, all);
    while ((next = *link_behind(sifted, sighting->pattern, before)) &&
           all->items[next].turn < sighting->turn)
        before = next;
    *added = *sighting;
    added->next = next;
    uint32_t number = (uint32_t)(added - all->items);
    *link_behind(sifted, sighting->pattern, before) = number;
    return number;
}

// The first of a pattern's, which stand together, by pattern; NULL when it has none.
static const Always *find_always(const Wanted *wanted, uint32_t pattern) {
    if (!wanted) return NULL;
    vec_each(const Always, always, &wanted->always)
        if (always->pattern >= pattern) return always->pattern == pattern ? always : NULL;
    return NULL;
}

// The first text from `t` on that is marked (NULL: all are), mostly far on.
static inline uint32_t next_marked(const Sifted *sifted, const bool *texts, uint32_t t) {
    if (!texts || t == sifted->count) return t;
    const bool *marked = memchr(texts + t, true, sifted->count - t);
    return marked ? (uint32_t)(marked - texts) : sifted->count;
}

static uint32_t add_always(Sifted *sifted, const Always *always, uint32_t turn,
                           uint32_t before) {
    const MatchText *text = &sifted->said[turn];
    const Wanted *wanted = sifted->sifter->wanted[text->role];
    uint32_t pattern = always->pattern;
    if (has_strange_letter(&sifted->texts[turn])) return before;
    const Always *end = wanted->always.items + wanted->always.len;
    for (; always < end && always->pattern == pattern; always++) {
        if (!may_begin(always, text->text)) continue;
        Sighting seen = {.pattern = pattern, .turn = turn, .type = SEEN_ALWAYS};
        seen.number = (uint32_t)(always - wanted->always.items);
        before = insert(sifted, &seen, before);
    }
    return before;
}

// By text, whether it has been done for the pattern.
static bool *find_seen_to(Sifted *sifted, uint32_t pattern) {
    vec_each(const SeenTo, one, &sifted->seen_to)
        if (one->pattern == pattern) return one->seen_to;
    bool *seen_to = arena_array(sifted->scratch, bool, sifted->count);
    *vec_push(sifted->scratch, &sifted->seen_to) = (SeenTo){pattern, seen_to};
    return seen_to;
}

void sift_always(Sifted *sifted, uint32_t pattern, const bool *texts) {
    bool *seen_to = find_seen_to(sifted, pattern);
    const Always *first[ROLE_COUNT];
    for (Role role = 0; role < ROLE_COUNT; role++)
        first[role] = find_always(sifted->sifter->wanted[role], pattern);
    uint32_t last = 0;
    for (uint32_t t = 0; (t = next_marked(sifted, texts, t)) < sifted->count; t++) {
        if (seen_to[t]) continue;
        seen_to[t] = true;
        const Always *always = first[sifted->said[t].role];
        if (always) last = add_always(sifted, always, t, last);
    }
    if (!texts) clear_bit(sifted->waits, pattern);
}

// ----

void sift(Sifter *sifter, const MatchText *texts, size_t count, Arena *scratch,
          HitList *out) {
    uint32_t patterns = patterns_count(sifter->patterns), words = patterns / 64 + 1;
    Sifted *sifted = arena_new(scratch, Sifted);
    *sifted = (Sifted){.sifter = sifter,
                       .scratch = scratch,
                       .said = texts,
                       .texts = arena_raw(scratch, count * sizeof *sifted->texts),
                       .kept = arena_array(scratch, uint32_t, count),
                       .count = (uint32_t)count,
                       .waits = arena_array(scratch, uint64_t, words),
                       .out = out};
    *out = (HitList){.possible = arena_array(scratch, uint64_t, words),
                     .found = arena_array(scratch, uint64_t, words),
                     .of = arena_raw(scratch, patterns * sizeof *out->of),
                     .sifted = sifted};
    uint64_t *hashes = arena_array(scratch, uint64_t, count);
    bool spoke[ROLE_COUNT] = {0};
    forget_sightings(sifter);
    if (sifter->memo) memo_tidy(sifter->memo);
    for (size_t t = 0; t < count; t++) {
        spoke[texts[t].role] = true;
        sifted->texts[t] = code_text(texts[t].text);
        if (sifter->memo) hashes[t] = memo_hash(sifter->memo, &texts[t]);
    }
    expect_of_all(sifted, spoke);
    // From the last on, so that each pattern's come to be in the order of their turns.
    for (uint32_t t = (uint32_t)count; t-- > 0;) {
        if (!is_sought(sifter, texts[t].role)) continue;
        sifted->turn = t;
        sift_text(sifted, &texts[t], hashes[t]);
    }
}
