#include "match/sift.h"

// Adds a sighting before those of the pattern; what it is by is still to be told.
static inline Sighting *add_sighting(Sifted *sifted, uint32_t pattern) {
    Sighting *added = vec_push(sifted->scratch, &sifted->sightings);
    uint32_t *list = &sifted->lists[pattern];
    // Written without a branch, which nobody could foretell.
    uint32_t mask = 0 - (uint32_t)hits_may_have(sifted->out, pattern);
    *added = (Sighting){.pattern = pattern, .turn = sifted->turn, .next = *list & mask};
    *list = (uint32_t)sifted->sightings.len;
    set_bit(sifted->out->possible, pattern);
    return added;
}

static const Wanted *wanted_for(Sifter *sifter, Role role) {
    if (sifter->wanted[role]) return sifter->wanted[role];
    const Wanted *wanted = patterns_wanted(sifter->patterns, role);
    uint32_t lists = sieve_partner_lists(wanted->sieve);
    sifter->seen[role] = arena_array(&sifter->arena, uint32_t, lists);
    sifter->seen[role][0] = UINT32_MAX; // none is needed: it is there, wherever one looks
    return sifter->wanted[role] = wanted;
}

// A place of the text at hand as it is told for a list of partners.
static inline uint32_t place_for(uint32_t list, uint32_t in_front, uint32_t behind) {
    return list % 2 ? behind : in_front;
}

static inline void note_partner(uint32_t *seen, uint32_t place) {
    // Without a branch, which nobody could foretell.
    *seen = *seen < place ? place : *seen;
}

static void note_partners(const Sifter *sifter, const SieveItems *items,
                          const MatchText *text) {
    enum { GATES_NEAR = 3 }; // where the next line of the cache begins, or a little later
    uint32_t *seen = sifter->seen[text->role];
    // All is asked of memory before it is looked at, so that it is waited for once.
    vec_each(const SieveHit, hit, &sifter->scan.hits) {
        __builtin_prefetch(sieve_ends(items, hit));
        __builtin_prefetch(sieve_ends(items, hit)->gates + GATES_NEAR);
    }
    vec_each(const SieveHit, hit, &sifter->scan.hits) {
        if (!(hit->ends & ENDS_PARTNERS)) continue;
        const SieveEnds *here = sieve_ends(items, hit);
        const uint32_t *list = sieve_partners(here);
        const uint32_t *end = list + here->partners[is_edge(text->text, hit->end)];
        uint32_t in_front = sifter->ended - hit->end, behind = sifter->begun + hit->end;
        for (; list < end; list++)
            note_partner(&seen[*list], place_for(*list, in_front, behind));
    }
}

// Whether there is room for a match around the atom, and what stands behind it can do so.
static bool lets_through(const SieveGate *gate, const SieveItems *items, Str text,
                         uint32_t end) {
    if (end < gate->least || (end > gate->last && gate->last < UINT16_MAX)) return false;
    return byteset_has(&items->sets[gate->after], end < text.len ? text.ptr[end] : '\0');
}

// Adds sightings of the atoms that end at a hit.
static void add_atoms(Sifted *sifted, const SieveItems *items, const MatchText *text,
                      const SieveHit *hit) {
    const Sifter *sifter = sifted->sifter;
    const uint32_t *seen = sifter->seen[text->role];
    uint32_t in_front = sifter->ended - hit->end, behind = sifter->begun + hit->end;
    const SieveEnds *here = sieve_ends(items, hit);
    uint32_t count = here->atoms[is_edge(text->text, hit->end)];
    for (uint32_t i = 0; i < count; i++) {
        const SieveGate *gate = &here->gates[i];
        if (seen[gate->partners] <= place_for(gate->partners, in_front, behind)) continue;
        if (!lets_through(gate, items, text->text, hit->end)) continue;
        Sighting *added = add_sighting(sifted, gate->pattern);
        __builtin_prefetch(&items->atoms[here->first + i]); // should it be asked for
        added->number = here->first + i;
        added->end = hit->end;
    }
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

static void add_sieved(Sifted *sifted, const MatchText *text) {
    Sifter *sifter = sifted->sifter;
    const Wanted *wanted = sifter->wanted[text->role];
    const SieveItems *items = &wanted->items;
    begin_text(sifter, text->text);
    sieve_scan(wanted->sieve, text->text, &sifter->arena, &sifter->scan);
    note_partners(sifter, items, text);
    vec_each(const SieveHit, hit, &sifter->scan.hits)
        if (hit->ends & ENDS_ATOMS) add_atoms(sifted, items, text, hit);
}

// U+017F (long s) and U+212A (Kelvin sign) are the only characters outside ASCII that a
// caseless s or k matches.
static bool has_strange_letter(const CodeText *text) {
    return !text->ascii && (str_has(text->text, STR("\xC5\xBF")) ||
                            str_has(text->text, STR("\xE2\x84\xAA")));
}

static void add_searches(Sifted *sifted, const MatchText *text) {
    const Patterns *patterns = sifted->sifter->patterns;
    for (uint32_t p = 0; p < patterns_count(patterns); p++)
        if (pattern_is_for(&patterns->items.items[p], text->role))
            add_sighting(sifted, p)->type = SEEN_TEXT;
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

static void add_known(Sifted *sifted, const SightingSlice *known) {
    for (size_t i = 0; i < known->len; i++) {
        const Sighting *one = &known->items[i];
        if (one->pattern == PATTERN_NONE) continue;
        Sighting *added = add_sighting(sifted, one->pattern);
        added->type = one->type, added->kept = one->kept;
        added->number = one->number, added->end = one->end;
    }
}

// Whether any pattern is for the role.
static bool is_sought(Sifter *sifter, Role role) {
    if (role == ROLE_SYSTEM) return false;
    return !sifter->use_sieve || wanted_for(sifter, role)->any;
}

static void sift_text(Sifted *sifted, const MatchText *text, uint64_t hash) {
    Memo *memo = sifted->sifter->memo;
    size_t first = sifted->sightings.len;
    SightingSlice known;
    MemoAnswer answer = memo ? memo_recall(memo, text, hash, &known) : MEMO_NEW;
    if (answer == MEMO_KNOWN)
        add_known(sifted, &known);
    else
        add_new(sifted, text);
    if (answer != MEMO_WANTED) return;
    memo_keep(memo, text, vec_from(&sifted->sightings, first),
              sifted->sightings.len - first);
}

// ---- What may match in every text, as far as atoms tell

static void expect_always(Sifted *sifted, const Wanted *wanted) {
    HitList *out = sifted->out;
    vec_each(const Always, always, &wanted->always) {
        uint32_t pattern = always->pattern;
        if (hits_may_have(out, pattern)) continue; // another branch has led here
        set_bit(out->possible, pattern);
        set_bit(sifted->waits, pattern);
        sifted->lists[pattern] = 0;
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
    return before ? &sifted->sightings.items[before - 1].next : &sifted->lists[pattern];
}

// Puts one among those of its pattern, none of which up to `before` is of a later turn;
// gives its number.
static uint32_t insert(Sifted *sifted, const Sighting *sighting, uint32_t before) {
    uint32_t next;
    Sighting *added = vec_push(sifted->scratch, &sifted->sightings);
    const Sighting *all = sifted->sightings.items;
    while ((next = *link_behind(sifted, sighting->pattern, before)) &&
           all[next - 1].turn < sighting->turn)
        before = next;
    *added = *sighting;
    added->next = next;
    uint32_t number = (uint32_t)sifted->sightings.len;
    *link_behind(sifted, sighting->pattern, before) = number;
    return number;
}

// The first of a pattern's, which stand together; NULL when it has none.
static const Always *find_always(const Wanted *wanted, uint32_t pattern) {
    if (!wanted) return NULL;
    vec_each(const Always, always, &wanted->always)
        if (always->pattern == pattern) return always;
    return NULL;
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
    for (uint32_t t = 0; t < sifted->count; t++) {
        if ((texts && !texts[t]) || seen_to[t]) continue;
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
                       .count = (uint32_t)count,
                       .lists = arena_raw(scratch, patterns * sizeof *sifted->lists),
                       .waits = arena_array(scratch, uint64_t, words),
                       .out = out};
    *out = (HitList){.possible = arena_array(scratch, uint64_t, words),
                     .found = arena_array(scratch, uint64_t, words),
                     .of = arena_raw(scratch, patterns * sizeof *out->of),
                     .sifted = sifted};
    uint64_t *hashes = arena_array(scratch, uint64_t, count);
    bool spoke[ROLE_COUNT] = {0};
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
