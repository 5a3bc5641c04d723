#include "match/sift.h"

// The last one of the pattern, or NULL.
static inline Candidate *last_of(const Sifted *sifted, uint32_t pattern) {
    Candidate *all = sifted->candidates.items;
    if (!all || !hits_may_have(sifted->out, pattern)) return NULL;
    return &all[sifted->lists[pattern].last - 1];
}

static void add_candidate(Sifted *sifted, const Candidate *candidate) {
    uint32_t p = candidate->pattern, number = (uint32_t)sifted->candidates.len + 1;
    Candidate *last = last_of(sifted, p);
    if (last) {
        last->next = number;
    } else {
        sifted->lists[p].first = number;
        sifted->out->possible[p / 64] |= bit_of(p);
        sifted->out->of[p] = (HitRange){0};
    }
    sifted->lists[p].last = number;
    Candidate *added = vec_push(sifted->scratch, &sifted->candidates);
    *added = *candidate;
    added->turn = sifted->turn;
    added->next = 0;
}

// Whether another atom of the branch has led to the start of the text.
static bool has_top(const Sifted *sifted, const SieveAtom *atom) {
    const Candidate *last = last_of(sifted, atom->pattern);
    return last && last->turn == sifted->turn && !last->start &&
           last->branch == atom->branch;
}

static bool is_edge(Str text, size_t at) {
    return at >= text.len || !byte_is_ascii_word(text.ptr[at]);
}

// Whether a match can begin at `at`, as far as the edges of words tell.
static bool can_begin(const Sifted *sifted, uint32_t pattern, Str text, uint32_t at) {
    return !at || is_edge(text, at - 1) || is_edge(text, at) ||
           !sifted->sifter->patterns->items.items[pattern].spec.whole_words;
}

// Whether the letters from `at` to `end`, which are all there is to a match, stand beside
// a character outside ASCII: whether that is part of a word is Unicode's to say.
static bool is_unsure(const Sifted *sifted, uint32_t pattern, Str text, uint32_t at,
                      uint32_t end) {
    bool plain = (!at || byte_is_ascii(text.ptr[at - 1])) &&
                 (end == text.len || byte_is_ascii(text.ptr[end]));
    return !plain && sifted->sifter->patterns->items.items[pattern].unicode;
}

// Adds the candidates for a match that has the atom before `end`: the starts from where
// only what a match can hold leads to it. Where it may begin far off, all of the text is
// searched: else a text of one repeated phrase would be gone through again and again.
static void add_candidates(Sifted *sifted, const SieveAtom *atom, Str text,
                           uint32_t end) {
    enum { WIDEST = 1000 };
    uint32_t there = end - atom->length;
    Candidate candidate = {.pattern = atom->pattern,
                           .end = atom->whole ? end : 0,
                           .branch = atom->branch,
                           .number = atom->number};
    if (there < atom->least) return;
    if (atom->at_top && (there > atom->most || has_top(sifted, atom))) return;
    uint32_t nearest = atom->at_top ? 0 : there - atom->least;
    uint32_t farthest = there > atom->most ? there - atom->most : 0, at = there;
    bool unsure = atom->whole && is_unsure(sifted, atom->pattern, text, there, end);
    for (; !unsure; at--) {
        candidate.start = at;
        if (at <= nearest && byteset_has(sieve_first(atom), text.ptr[at]) &&
            can_begin(sifted, atom->pattern, text, at))
            add_candidate(sifted, &candidate);
        if (at == farthest || !byteset_has(sieve_before(atom), text.ptr[at - 1])) return;
        unsure = there - at == WIDEST;
    }
    candidate.start = atom->at_top ? 0 : SEARCH_ALL;
    add_candidate(sifted, &candidate);
}

static const Wanted *wanted_for(Sifter *sifter, Role role) {
    if (sifter->wanted[role]) return sifter->wanted[role];
    const Wanted *wanted = patterns_wanted(sifter->patterns, role);
    uint32_t lists = sieve_partner_lists(wanted->sieve);
    sifter->seen[role] = arena_array(&sifter->arena, uint64_t, lists + 1);
    return sifter->wanted[role] = wanted;
}

static bool fits(uint32_t gate, bool edge) { return edge || !(gate & GATE_EDGE); }

static void note_partners(Sifter *sifter, const Sieve *sieve, const MatchText *text) {
    uint64_t *seen = sifter->seen[text->role];
    seen[0] = ++sifter->stamp; // atoms that have no partners find them
    vec_each(const SieveHit, hit, &sifter->hits) {
        const SieveEnds *here = sieve_ends(sieve, hit);
        const uint32_t *gate = here->gates + here->atoms, *end = gate + here->partners;
        for (; gate < end; gate++)
            if (fits(*gate, is_edge(text->text, hit->end)))
                seen[*gate / GATE_LIST] = sifter->stamp;
    }
}

static void add_sieved(Sifted *sifted, const MatchText *text) {
    Sifter *sifter = sifted->sifter;
    const Sieve *sieve = sifter->wanted[text->role]->sieve;
    const SieveAtom *atoms = sieve_atoms(sieve);
    const uint64_t *seen = sifter->seen[text->role];
    sifter->hits.len = 0;
    sieve_scan(sieve, text->text, &sifter->arena, &sifter->hits);
    note_partners(sifter, sieve, text);
    vec_each(const SieveHit, hit, &sifter->hits) {
        const SieveEnds *here = sieve_ends(sieve, hit);
        bool edge = is_edge(text->text, hit->end);
        for (uint32_t i = 0; i < here->atoms; i++)
            if (seen[here->gates[i] / GATE_LIST] == sifter->stamp &&
                fits(here->gates[i], edge))
                add_candidates(sifted, &atoms[here->first + i], text->text, hit->end);
    }
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
            add_candidate(sifted, &(Candidate){p, .start = SEARCH_ALL});
}

static void add_always(Sifted *sifted, const Always *always, Str text) {
    const Head *head = &always->head;
    Candidate candidate = {.pattern = always->pattern, .branch = always->branch};
    if (always->at_top || !head->len) {
        if (!always->at_top) candidate.start = SEARCH_ALL;
        if (!always->at_top || head_fits(head, text, 0))
            add_candidate(sifted, &candidate);
        return;
    }
    for (size_t at = 0; (at = head_find(head, text, at)) < text.len; at++) {
        candidate.start = (uint32_t)at;
        if (can_begin(sifted, always->pattern, text, candidate.start))
            add_candidate(sifted, &candidate);
    }
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
    vec_each(const Always, always, &wanted->always)
        add_always(sifted, always, text->text);
}

static void add_known(Sifted *sifted, const CandidateSlice *known) {
    for (size_t i = 0; i < known->len; i++)
        if (known->items[i].pattern != PATTERN_NONE)
            add_candidate(sifted, &known->items[i]);
}

static void sift_text(Sifted *sifted, const MatchText *text) {
    Memo *memo = sifted->sifter->memo;
    size_t first = sifted->candidates.len;
    CandidateSlice known;
    MemoAnswer answer = memo ? memo_recall(memo, text, &known) : MEMO_NEW;
    if (answer == MEMO_KNOWN)
        add_known(sifted, &known);
    else
        add_new(sifted, text);
    if (answer != MEMO_WANTED) return;
    memo_keep(memo, text, vec_from(&sifted->candidates, first),
              sifted->candidates.len - first);
}

void sift(Sifter *sifter, const MatchText *texts, size_t count, Arena *scratch,
          HitList *out) {
    uint32_t patterns = patterns_count(sifter->patterns);
    Sifted *sifted = arena_new(scratch, Sifted);
    *sifted = (Sifted){.sifter = sifter,
                       .scratch = scratch,
                       .texts = arena_raw(scratch, count * sizeof *sifted->texts),
                       .out = out,
                       .lists = arena_raw(scratch, patterns * sizeof *sifted->lists)};
    *out = (HitList){.possible = arena_array(scratch, uint64_t, patterns / 64 + 1),
                     .of = arena_raw(scratch, patterns * sizeof *out->of),
                     .sifted = sifted};
    if (sifter->memo) memo_tidy(sifter->memo);
    for (uint32_t t = 0; t < count; t++) {
        sifted->texts[t] = code_text(texts[t].text);
        sifted->turn = t;
        if (texts[t].role != ROLE_SYSTEM) sift_text(sifted, &texts[t]);
    }
}
